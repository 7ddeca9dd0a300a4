import type { PlacedLine, PlacedStop } from './layout.ts';

/** A rectangle on the sheet. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Baselines of labels and names, from the height of the track. */
export const BASELINES = { above: -14, below: 22.5, name: -10 };
/** From the head of a line to the beginning of its name. */
export const NAME_INDENT = 18;
/** How far letters reach above and below their baseline. */
const ASCENT = 9;
const DESCENT = 3;

/** Where the words of a label are. */
export function labelBox(stop: PlacedStop): Box {
  const baseline = stop.y + BASELINES[stop.side];
  return {
    left: stop.x - stop.labelWidth / 2 + 2,
    right: stop.x + stop.labelWidth / 2 - 2,
    top: baseline - ASCENT,
    bottom: baseline + DESCENT,
  };
}

/** Where the name of a line is. */
export function nameBox(line: PlacedLine): Box {
  const left = line.head + NAME_INDENT;
  const baseline = line.y + BASELINES.name;
  return {
    left,
    right: left + line.nameWidth,
    top: baseline - ASCENT - 2,
    bottom: baseline + 1,
  };
}
