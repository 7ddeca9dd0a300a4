/** Where the arrows of the step-through run: from a reference to the box of its object. */

/** A rectangle in the coordinates of the drawing. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The middle of a box's title row is this far below its top. */
const TITLE = 13;

/** Length and half the width of an arrow's head. */
const HEAD = { length: 7, half: 3.5 };

/**
 * An arrow to the left edge of a box that stands to the right, else one that leaves and arrives at the right.
 * @param from the dot of the reference
 * @param to the box of the object
 * @param others boxes that an arrow at the right goes around, where they stand between the two
 * @param room how far an arrow may run to the right of the boxes
 * @returns `d` of the path and of its head
 */
export function arrow(from: Box, to: Box, others: readonly Box[], room: number): { line: string; head: string } {
  const x = (from.left + from.right) / 2;
  const y = (from.top + from.bottom) / 2;
  const targetY = Math.min(to.top + TITLE, (to.top + to.bottom) / 2);
  if (to.left - from.right >= 2 * HEAD.length) {
    const end = to.left - HEAD.length;
    const bend = Math.max(12, (end - x) / 2);
    return {
      line: `M${n(x)} ${n(y)}C${n(x + bend)} ${n(y)} ${n(end - bend)} ${n(targetY)} ${n(end)} ${n(targetY)}`,
      head: `M${n(to.left)} ${n(targetY)}l${-HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z`,
    };
  }
  const end = to.right + HEAD.length;
  const [high, low] = y < targetY ? [y, targetY] : [targetY, y];
  const between = others.filter(({ top, bottom }) => bottom > high && top < low);
  const edge = Math.max(from.right, end, ...between.map(({ right }) => right));
  const furthest = edge + Math.min(room, 10 + (low - high) / 24);
  // Where the middle of a cubic with both handles at the same x is to be there.
  const handle = (furthest - (x + end) / 8) / 0.75;
  return {
    line: `M${n(x)} ${n(y)}C${n(handle)} ${n(y)} ${n(handle)} ${n(targetY)} ${n(end)} ${n(targetY)}`,
    head: `M${n(to.right)} ${n(targetY)}l${HEAD.length} ${-HEAD.half}v${2 * HEAD.half}z`,
  };
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
