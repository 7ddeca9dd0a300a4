import { drawKnolls, type Knoll } from './knolls.ts';
import type { MapLayout, PlacedLine, PlacedStop } from './layout.ts';
import type { Level } from './levels.ts';
import { round, roundedPath, trackCorners } from './paths.ts';
import { drawRelief, measureScale, type Relief, type Scale } from './relief.ts';
import { BASELINES, NAME_INDENT } from './text-boxes.ts';

/** A laid-out map as plain data: all that is left to do is to write it down as SVG. */
export interface MapDrawing {
  name: MapLayout['sheet']['name'];
  width: number;
  height: number;
  relief: Relief;
  knolls: Knoll[];
  /** Path data of the dotted paths between lines. */
  changes: string[];
  lines: DrawnLine[];
  scale: Scale;
}

export interface DrawnLine {
  n: number;
  name: string;
  track: string;
  /** Centre of the plate. */
  x: number;
  y: number;
  nameX: number;
  nameY: number;
  /** The outline of plate and name, for pointer and focus. */
  hit: string;
  stops: DrawnStop[];
}

export interface DrawnStop {
  id: string;
  label: string;
  x: number;
  y: number;
  labelY: number;
  /** The level of the ground on which it stands. */
  ground: Level;
  /** The outline of stop and label, for pointer and focus: see `stopOutline`. */
  hit: string;
  /** The line to which a reader may change here, and the stop on it. */
  change?: { n: number; id: string };
}

/** Corners of tracks and of changes are rounded with this radius. */
const CORNER = 7;

export function drawMap(layout: MapLayout): MapDrawing {
  const numbers = new Map(
    layout.lines.flatMap(({ topic, stops }) => stops.map((stop) => [stop.id, topic.n])),
  );
  return {
    name: layout.sheet.name,
    width: layout.width,
    height: layout.height,
    relief: drawRelief(layout),
    knolls: drawKnolls(layout.lines),
    changes: layout.changes.map(({ corners }) => roundedPath(corners, CORNER)),
    lines: layout.lines.map((line) => drawLine(line, numbers)),
    scale: measureScale(layout),
  };
}

/** The path of a line's track. */
export const trackPath = (line: PlacedLine): string => roundedPath(trackCorners(line), CORNER);

function drawLine(line: PlacedLine, numbers: ReadonlyMap<string, number>): DrawnLine {
  const { topic, head, y, nameWidth, stops } = line;
  const right = Math.round(head + NAME_INDENT + nameWidth + 3);
  return {
    n: topic.n,
    name: topic.short,
    track: trackPath(line),
    x: head,
    y,
    nameX: head + NAME_INDENT,
    nameY: y + BASELINES.name,
    hit: `M${head - 15} ${y - 26}H${right}V${y - 6}H${head + 15}V${y + 15}H${head - 15}Z`,
    stops: stops.map((stop) => drawStop(stop, numbers)),
  };
}

function drawStop(stop: PlacedStop, numbers: ReadonlyMap<string, number>): DrawnStop {
  const n = stop.change === undefined ? undefined : numbers.get(stop.change);
  return {
    id: stop.id,
    label: stop.label,
    x: stop.x,
    y: stop.y,
    labelY: stop.y + BASELINES[stop.side],
    ground: stop.ownLevel,
    hit: stopOutline(stop),
    ...(stop.change !== undefined && n !== undefined && { change: { n, id: stop.change } }),
  };
}

/**
 * The label's box and, joined to it, a box round the stop. A plain rectangle round both would
 * cover the neighbours' stops and take their clicks. It begins at the label's outer left corner,
 * and so its first numbers are left, outer edge, right and inner edge of the label's box.
 */
function stopOutline({ x, y, side, labelWidth }: PlacedStop): string {
  const half = Math.max(14, labelWidth / 2 + 3);
  const [left, right] = [round(x - half), round(x + half)];
  const away = side === 'above' ? -1 : 1;
  const [outer, inner, far] = [y + 29 * away, y + 10 * away, y - 13 * away];
  return `M${left} ${outer}H${right}V${inner}H${x + 14}V${far}H${x - 14}V${inner}H${left}Z`;
}
