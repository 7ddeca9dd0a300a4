/** The elevation profile of a plan: minutes of study across, the level of the stops upwards. Geometry only. */
import type { Plan } from './schedule.ts';

/** Units of the drawing; `foot` is where the bar of lines begins. */
export const PROFILE = { width: 1240, height: 190, foot: 178 };
/** Height of foundation; each level lies `RISE` above the one before. */
const BASE = 164;
const RISE = 44;
/** Stops that a height is the mean of. */
const MEAN = 5;

export interface Profile {
  /** The line over the stops, as a path. */
  ridge: string;
  /** The area under it. */
  land: string;
  /** Where weeks end. */
  ticks: number[];
  /** Runs of stops of one line. */
  runs: { line: number; from: number; to: number }[];
  /** Where the reader is. */
  here: { x: number; y: number };
}

/** @param lineOf number of a topic's line; @returns undefined when the plan has no stops */
export function planProfile({ weeks }: Plan, lineOf: (topic: string) => number): Profile | undefined {
  const stops = weeks.flatMap((week, index) => [
    ...week.done.map(({ level, minutes, topic }) => ({ level, minutes, topic, week: index, isDone: true })),
    ...week.blocks.map(({ stop, minutes }) => ({
      level: stop.lesson?.level ?? undefined,
      minutes,
      topic: stop.topic,
      week: index,
      isDone: false,
    })),
  ]);
  const total = stops.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total === 0) return undefined;
  let level = 0;
  // A project is as high as the stop before it.
  const levels = stops.map((stop) => (level = stop.level ?? level));
  const scale = PROFILE.width / total;
  let minutes = 0;
  const points: { x: number; y: number }[] = [];
  const runs: Profile['runs'] = [];
  const ticks: number[] = [];
  let here = 0;
  stops.forEach((stop, index) => {
    const from = minutes * scale;
    minutes += stop.minutes;
    const to = minutes * scale;
    const near = levels.slice(Math.max(0, index - (MEAN >> 1)), index + (MEAN >> 1) + 1);
    points.push({ x: (from + to) / 2, y: BASE - (RISE * near.reduce((sum, one) => sum + one, 0)) / near.length });
    const line = lineOf(stop.topic);
    const run = runs.at(-1);
    if (run?.line === line) run.to = to;
    else runs.push({ line, from, to });
    if (stops[index + 1] && stops[index + 1]!.week !== stop.week) ticks.push(to);
    if (stop.isDone) here = to;
  });
  const all = [{ x: 0, y: points[0]!.y }, ...points, { x: PROFILE.width, y: points.at(-1)!.y }];
  const ridge = curve(all);
  const foot = PROFILE.foot;
  return {
    ridge,
    land: `${ridge}L${PROFILE.width} ${foot}L0 ${foot}Z`,
    ticks,
    runs,
    here: { x: here, y: heightAt(all, here) },
  };
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** A Catmull-Rom curve through points from left to right. */
function curve(points: readonly { x: number; y: number }[]): string {
  const at = (index: number): { x: number; y: number } => points[Math.min(Math.max(index, 0), points.length - 1)]!;
  const pieces = points.slice(1).map((end, index) => {
    const [before, begin, after] = [at(index - 1), at(index), at(index + 2)];
    const first = { x: begin.x + (end.x - before.x) / 6, y: begin.y + (end.y - before.y) / 6 };
    const second = { x: end.x - (after.x - begin.x) / 6, y: end.y - (after.y - begin.y) / 6 };
    return `C${[first, second, end].map(({ x, y }) => `${round(x)} ${round(y)}`).join(' ')}`;
  });
  return `M${round(points[0]!.x)} ${round(points[0]!.y)}${pieces.join('')}`;
}

/** Height of the straight lines between points. */
function heightAt(points: readonly { x: number; y: number }[], x: number): number {
  const index = Math.max(
    1,
    points.findIndex((point) => point.x >= x),
  );
  const [a, b] = [points[index - 1]!, points[index]!];
  return b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}
