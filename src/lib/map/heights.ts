import type { LabelledLine } from './label-sides.ts';
import type { Position } from './relaxation.ts';
import { adjacent, at } from './sequences.ts';
import type { Sheet } from './sheets.ts';

/** The sheet's height and the y of each line's head. */
export interface Stack {
  height: number;
  ys: number[];
}

/** The skyline is kept in columns of this width. */
const COLUMN = 4;

/** How far what is drawn reaches above and below a track: y grows downwards. */
const REACH = { label: 27, track: 6, stop: 12, plate: 14, name: 26 };

/** How far below its head a stop lies, as a negative number: each level is one climb higher. */
export const rise = (line: LabelledLine, index: number, sheet: Sheet): number =>
  (at(line.stops, 0).level - at(line.stops, index).level) * sheet.climb;

/**
 * Stacks the lines from the foot of the sheet: each one drops until what is drawn of it rests on
 * the skyline of the lines below.
 */
export function stackLines(lines: readonly LabelledLine[], positions: readonly Position[], sheet: Sheet): Stack {
  const skyline = new Array<number>(Math.ceil(sheet.width / COLUMN)).fill(0);
  const heads: number[] = [];
  let summit = 0;
  for (const [i, line] of lines.entries()) {
    const outline = outlineOf(line, at(positions, i), sheet, skyline.length);
    let y = (heads.at(-1) ?? 0) - sheet.minRow;
    for (const [column, { bottom }] of outline) {
      const ground = at(skyline, column);
      if (ground < 0) y = Math.min(y, ground - bottom - sheet.rowGap);
    }
    for (const [column, { top }] of outline) {
      skyline[column] = Math.min(at(skyline, column), y + top);
      summit = Math.min(summit, y + top);
    }
    heads.push(y);
  }
  const height = Math.round(sheet.top - summit + sheet.bottom);
  return { height, ys: heads.map((y) => Math.round(y + height - sheet.bottom)) };
}

/** The upper and lower edge of a line in every column that it touches, from the height of its head. */
function outlineOf(
  line: LabelledLine,
  { head, xs }: Position,
  sheet: Sheet,
  columns: number,
): Map<number, { top: number; bottom: number }> {
  const outline = new Map<number, { top: number; bottom: number }>();
  const cover = (left: number, right: number, top: number, bottom: number) => {
    const first = Math.max(0, Math.floor(left / COLUMN));
    const last = Math.min(columns - 1, Math.ceil(right / COLUMN));
    for (let column = first; column <= last; column++) {
      const edge = outline.get(column) ?? { top: Infinity, bottom: -Infinity };
      outline.set(column, {
        top: Math.min(edge.top, top),
        bottom: Math.max(edge.bottom, bottom),
      });
    }
  };

  cover(head - REACH.plate, at(xs, 0), -REACH.plate, REACH.plate);
  cover(head, head + line.nameWidth + 28, -REACH.name, 8);
  for (const [i, stop] of line.stops.entries()) {
    const x = at(xs, i);
    const y = rise(line, i, sheet);
    const isAbove = at(line.sides, i) === 'above';
    cover(x - REACH.stop, x + REACH.stop, y - REACH.stop, y + REACH.stop);
    cover(
      x - stop.labelWidth / 2,
      x + stop.labelWidth / 2,
      y - (isAbove ? REACH.label : REACH.track),
      y + (isAbove ? REACH.track : REACH.label),
    );
  }
  for (const [i, [left, right]] of adjacent(xs).entries()) {
    const [low, high] = [rise(line, i, sheet), rise(line, i + 1, sheet)];
    cover(left, right, high - REACH.track, low + REACH.track);
  }
  return outline;
}
