import { chooseChanges, type Change } from './changes.ts';
import { routeChange, type ChangeRoute } from './corridors.ts';
import { traceContours, type Contour } from './contours.ts';
import type { Side } from './distances.ts';
import { rise, stackLines, type Stack } from './heights.ts';
import { chooseLabelSides, type LabelledLine } from './label-sides.ts';
import { orderLines, type LineStop } from './lines.ts';
import { boundariesAt, placeLine, type Pull } from './positions.ts';
import type { Bounds, Position } from './relaxation.ts';
import { at } from './sequences.ts';
import type { Sheet } from './sheets.ts';
import type { MapTopic } from './topics.ts';

/**
 * The route map: topics, lessons, levels and prerequisites become coordinates.
 *
 * Each topic is a line that runs from left to right and climbs where its lessons reach the next
 * level. The layout is pure and deterministic; progress is no input, so the map is the same for
 * everybody. The order of work:
 *
 * 1. `plateaus`, `lines`: a line never descends; the lowest line lies at the foot of the sheet.
 * 2. `distances`, `label-sides`: every label above or below its stop, so that lines are short.
 * 3. `positions`, `relaxation`: along the sheet, climbs lie near the boundaries of the levels.
 * 4. `heights`: each line drops until it rests on the lines below it. Steps 3 and 4 are repeated,
 *    because the corners for title and key depend on heights.
 * 5. `changes`, `corridors`: the few prerequisites between lines that the map draws.
 * 6. `contours`: the lines of equal height, through the climbs.
 * 7. `faults`: what a build must refuse.
 */
export interface MapLayout {
  sheet: Sheet;
  width: number;
  height: number;
  /** From the foot of the sheet to its top. */
  lines: PlacedLine[];
  /** One per level above foundation. */
  contours: Contour[];
  changes: ChangeRoute[];
}

export interface PlacedLine {
  topic: MapTopic;
  /** Where the line begins; its plate with the number stands here, its name above the first run. */
  head: number;
  y: number;
  nameWidth: number;
  stops: PlacedStop[];
}

export interface PlacedStop extends LineStop {
  x: number;
  y: number;
  side: Side;
  /** The stop at the other end of the change that is drawn here. */
  change?: string;
}

const PASSES = 5;
/** The pass that chooses the changes: by then lines lie roughly where they will. */
const CHANGES_AT = 2;

export function layoutMap(topics: readonly MapTopic[], sheet: Sheet): MapLayout {
  const lines = orderLines(topics, sheet).map((line) => chooseLabelSides(line, sheet));
  const positions: Position[] = [];
  let stack: Stack | undefined;
  let changes: Change[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    if (pass === CHANGES_AT && stack) {
      changes = chooseChanges(place(lines, positions, stack, sheet), sheet.maxChanges);
    }
    for (const [row, line] of lines.entries()) {
      positions[row] = placeLine(
        line,
        boundariesAt(row, lines.length, sheet),
        pullsOn(line, changes, lines, positions),
        boundsOf(line, row, stack, sheet),
        sheet,
      );
    }
    stack = stackLines(lines, positions, sheet);
  }
  if (!stack) throw new Error('unreachable: there is at least one pass');
  const placed = place(lines, positions, stack, sheet);
  const routes = changes.flatMap((change) => routeChange(change, placed) ?? []);
  return {
    sheet,
    width: sheet.width,
    height: stack.height,
    lines: markChanges(placed, routes),
    contours: traceContours(placed, sheet),
    changes: routes,
  };
}

function place(
  lines: readonly LabelledLine[],
  positions: readonly Position[],
  stack: Stack,
  sheet: Sheet,
): PlacedLine[] {
  return lines.map((line, row) => {
    const { head, xs } = at(positions, row);
    const y = at(stack.ys, row);
    return {
      topic: line.topic,
      head,
      y,
      nameWidth: line.nameWidth,
      stops: line.stops.map((stop, i) => ({
        ...stop,
        x: at(xs, i),
        y: y + rise(line, i, sheet),
        side: at(line.sides, i),
      })),
    };
  });
}

/** Lines beside the title begin to its right, and lines beside the key end to its left. */
function boundsOf(line: LabelledLine, row: number, stack: Stack | undefined, sheet: Sheet): Bounds {
  const y = stack ? at(stack.ys, row) : Infinity;
  const steps = sheet.title.filter(({ until }) => y - 34 < until);
  const isBesideKey = sheet.key && stack && y + 40 > stack.height - sheet.key.height;
  const right = sheet.key && isBesideKey ? sheet.key.x : sheet.width - sheet.right;
  return {
    head: Math.max(sheet.left, ...steps.map(({ x }) => x)),
    end: right - at(line.stops, -1).labelWidth / 2,
  };
}

/** Both ends of a change pull towards each other. */
function pullsOn(
  line: LabelledLine,
  changes: readonly Change[],
  lines: readonly LabelledLine[],
  positions: readonly Position[],
): Pull[] {
  const whereabouts = (id: string): number | undefined => {
    for (const [row, other] of lines.entries()) {
      const i = other.stops.findIndex((stop) => stop.id === id);
      if (i >= 0) return positions[row]?.xs[i];
    }
    return undefined;
  };
  return line.stops.flatMap((stop, i) =>
    changes.flatMap(({ from, to }) => {
      if (stop.id !== from && stop.id !== to) return [];
      const x = whereabouts(stop.id === from ? to : from);
      return x === undefined ? [] : [{ stop: i, x }];
    }),
  );
}

function markChanges(lines: readonly PlacedLine[], routes: readonly ChangeRoute[]): PlacedLine[] {
  const ends = new Map(routes.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]));
  return lines.map((line) => ({
    ...line,
    stops: line.stops.map((stop) => {
      const change = ends.get(stop.id);
      return change === undefined ? stop : { ...stop, change };
    }),
  }));
}
