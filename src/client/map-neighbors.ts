/** A place on the map that can have the focus. */
export interface Spot {
  /** The line, counted from the foot of the sheet. */
  row: number;
  x: number;
}

/**
 * Which spot a key leads to: ← and → along the line, ↑ and ↓ to the nearest spot of the
 * neighboring line, Home and End to the ends of the line. Undefined for other keys and at edges.
 *
 * @param spots line by line from the foot upwards, each from left to right
 */
export function neighborOf(spots: readonly Spot[], current: number, key: string): number | undefined {
  const here = spots[current];
  if (!here) return undefined;
  const isOnLine = ({ row }: Spot) => row === here.row;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const climb = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (step) return spots[current + step]?.row === here.row ? current + step : undefined;
  if (key === 'Home') return spots.findIndex(isOnLine);
  if (key === 'End') return spots.findLastIndex(isOnLine);
  if (!climb) return undefined;

  const distance = ({ row, x }: Spot) => Math.abs(row - here.row) * 1e4 + Math.abs(x - here.x);
  let nearest: number | undefined;
  for (const [index, spot] of spots.entries()) {
    if ((spot.row - here.row) * climb <= 0) continue;
    const best = nearest === undefined ? undefined : spots[nearest];
    if (!best || distance(spot) < distance(best)) nearest = index;
  }
  return nearest;
}
