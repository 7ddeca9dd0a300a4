import { distanceFromHead, distanceToNext, distances, type Distance, type Side } from './distances.ts';
import type { Line } from './lines.ts';
import { at } from './sequences.ts';
import type { Sheet } from './sheets.ts';

/** A line with the sides of its labels, the distances that follow, and its shortest possible form. */
export interface LabelledLine extends Line {
  sides: Side[];
  distances: Distance[];
  /** x of each stop from the head when the line is packed as tightly as the distances allow. */
  packed: number[];
}

/** What it costs, in units of length, to put the labels of two neighbors on the same side. */
const REPEAT = 14;

/** A choice of sides for the first stops of a line, packed from the left. */
interface Choice {
  sides: Side[];
  packed: number[];
  repeats: number;
  /** How far labels take up each side of the plateau that is being built. */
  taken: Record<Side, number>;
}

const UNTAKEN: Choice['taken'] = { above: -1000, below: -1000 };

/**
 * The sides that make the line shortest.
 *
 * Stop by stop, every choice so far is continued above and below, and choices that another one
 * beats in every respect are dropped. That finds the optimum without trying all 2ⁿ.
 */
export function chooseLabelSides(line: Line, sheet: Sheet): LabelledLine {
  let choices: Choice[] = [{ sides: [], packed: [], repeats: 0, taken: UNTAKEN }];
  for (const index of line.stops.keys()) {
    choices = undominated(
      choices.flatMap((choice) => [
        extend(choice, line, index, 'above', sheet),
        extend(choice, line, index, 'below', sheet),
      ]),
    );
  }
  const cost = (choice: Choice) => at(choice.packed, -1) + at(line.stops, -1).labelWidth / 2 + choice.repeats;
  const { sides, packed } = choices.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  return { ...line, sides, packed, distances: distances(line, sides, sheet) };
}

function extend(choice: Choice, line: Line, index: number, side: Side, sheet: Sheet): Choice {
  const stop = at(line.stops, index);
  const previous = line.stops[index - 1];
  const half = stop.labelWidth / 2;
  let { taken, repeats } = choice;
  let x = distanceFromHead(line, index, side);
  if (previous) {
    const previousSide = at(choice.sides, -1);
    const step = distanceToNext(previous, previousSide, stop, side, sheet);
    x = Math.max(x, at(choice.packed, -1) + step);
    if (previous.level !== stop.level) taken = UNTAKEN;
    else if (previousSide === side) repeats += REPEAT;
  }
  x = Math.max(x, taken[side] + sheet.labelGap + half);
  return {
    sides: [...choice.sides, side],
    packed: [...choice.packed, x],
    repeats,
    taken: { ...taken, [side]: x + half },
  };
}

const undominated = (choices: readonly Choice[]): Choice[] =>
  choices.filter((choice, i) => !choices.some((other, j) => i !== j && beats(other, choice, j < i)));

/** Whether `a` is at least as good as `b` for all that may follow; between equals the first stays. */
function beats(a: Choice, b: Choice, isFirst: boolean): boolean {
  if (at(a.sides, -1) !== at(b.sides, -1)) return false;
  const gains = [
    at(b.packed, -1) - at(a.packed, -1),
    b.repeats - a.repeats,
    b.taken.above - a.taken.above,
    b.taken.below - a.taken.below,
  ];
  return gains.every((gain) => gain >= 0) && (isFirst || gains.some((gain) => gain > 0));
}
