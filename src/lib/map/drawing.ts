import { drawKnolls, type Knoll } from './knolls.ts';
import type { MapLayout, PlacedLine, PlacedStop } from './layout.ts';
import type { Level } from './levels.ts';
import { roundedPath, trackCorners } from './paths.ts';
import { drawRelief, measureScale, type Relief, type Scale } from './relief.ts';
import { at } from './sequences.ts';
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
  /** The center of the plate. What belongs to the plate is drawn from here. */
  x: number;
  y: number;
  nameX: number;
  nameY: number;
  /** The outline of plate and name, for pointer and focus. */
  hit: string;
  /** The level of the ground on which the line begins. */
  ground: Level;
  stops: DrawnStop[];
}

export interface DrawnStop {
  id: string;
  label: string;
  /** What belongs to the stop is drawn from here. */
  x: number;
  y: number;
  labelY: number;
  /** The outline of stop and label, for pointer and focus: see `stopOutline`. */
  hit: string;
  /** The level of the ground on which it stands. */
  ground: Level;
  /** The line to which a reader may change here, and the stop on it. */
  change?: { n: number; id: string };
}

/** Corners of tracks and of changes are rounded with this radius. */
const CORNER = 7;

export function drawMap(layout: MapLayout): MapDrawing {
  const numbers = new Map(layout.lines.flatMap(({ topic, stops }) => stops.map((stop) => [stop.id, topic.n])));
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
  const right = Math.round(NAME_INDENT + nameWidth + 3);
  return {
    n: topic.n,
    name: topic.short,
    track: trackPath(line),
    x: head,
    y,
    nameX: NAME_INDENT,
    nameY: BASELINES.name,
    hit: `M-15-26H${right}V-6H15V15H-15Z`,
    ground: at(stops, 0).level,
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
    labelY: BASELINES[stop.side],
    hit: stopOutline(stop),
    ground: stop.ownLevel,
    ...(stop.change !== undefined && n !== undefined && { change: { n, id: stop.change } }),
  };
}

/**
 * The label's box and, joined to it, a box round the stop. A plain rectangle round both would
 * cover the neighbors' stops and take their clicks. It begins at the label's outer left corner.
 */
function stopOutline({ side, labelWidth }: PlacedStop): string {
  const half = Math.max(14, Math.round(labelWidth / 2 + 3));
  const away = side === 'above' ? -1 : 1;
  return `M-${half} ${28 * away}H${half}V${9 * away}H14V${-13 * away}H-14V${9 * away}H-${half}Z`;
}
