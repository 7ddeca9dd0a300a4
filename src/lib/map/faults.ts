import type { MapLayout, PlacedLine } from './layout.ts';
import { trackCorners, type Point } from './paths.ts';
import { adjacent } from './sequences.ts';
import { labelBox, nameBox, type Box } from './text-boxes.ts';

/** Half the width of a track. */
const TRACK = 3.5;
/** Half the side of a plate, and the radius of the largest stop. */
const PLATE = 12;
const STOP = 7;

/**
 * What a build must refuse: words that leave the sheet, meet other words, or lie under a line, a
 * plate, a stop, the title or the key. Every fault names the words.
 */
export function findFaults(layout: MapLayout): string[] {
  const words = layout.lines.flatMap(wordsOf);
  const tracks = layout.lines.flatMap((line) => adjacent(trackCorners(line)));
  const discs = layout.lines.flatMap(discsOf);
  const corners = cornersOf(layout);
  const faults = new Set<string>();
  for (const [i, { text, box }] of words.entries()) {
    if (box.left < 0 || box.right > layout.width) faults.add(`"${text}" leaves the sheet`);
    for (const other of words.slice(i + 1)) {
      if (overlap(box, other.box)) faults.add(`"${text}" meets "${other.text}"`);
    }
    if (tracks.some(([a, b]) => crosses(a, b, box))) faults.add(`A line runs over "${text}"`);
    for (const disc of discs) {
      if (disc.of !== text && overlap(box, disc.box)) faults.add(`"${text}" meets ${disc.what}`);
    }
    for (const corner of corners) {
      if (overlap(box, corner.box)) faults.add(`"${text}" lies under the ${corner.what}`);
    }
  }
  for (const { what, box } of corners) {
    if (box.bottom > layout.height || box.top < 0) faults.add(`The sheet is too low for the ${what}`);
  }
  return [...faults];
}

function wordsOf(line: PlacedLine): { text: string; box: Box }[] {
  return [
    { text: line.topic.short, box: nameBox(line) },
    ...line.stops.map((stop) => ({ text: stop.label, box: labelBox(stop) })),
  ];
}

/** Plates and stops, with the words that belong to them. */
function discsOf(line: PlacedLine): { of: string; what: string; box: Box }[] {
  const square = (x: number, y: number, half: number): Box => ({
    left: x - half,
    right: x + half,
    top: y - half,
    bottom: y + half,
  });
  return [
    {
      of: line.topic.short,
      what: `the plate of "${line.topic.short}"`,
      box: square(line.head, line.y, PLATE),
    },
    ...line.stops.map(({ label, x, y }) => ({
      of: label,
      what: `the stop "${label}"`,
      box: square(x, y, STOP),
    })),
  ];
}

/** The corners of the sheet that belong to title and key. */
function cornersOf({ sheet, width, height }: MapLayout): { what: string; box: Box }[] {
  const steps = sheet.title.map(({ until, x }) => ({
    what: 'title',
    // lines beside the title begin at x with their plate; see the bounds in layout.ts
    box: { left: 0, right: x - PLATE, top: 0, bottom: until },
  }));
  if (!sheet.key) return steps;
  const { height: high, x } = sheet.key;
  const key = { left: x, right: width, top: height - high + 40, bottom: height };
  return [...steps, { what: 'key', box: key }];
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a piece of track from `a` to `b` comes nearer to a box than half its width. */
function crosses(a: Point, b: Point, box: Box): boolean {
  const inner = { left: box.left - 1, right: box.right + 1, top: box.top - TRACK, bottom: box.bottom + TRACK };
  // Liang-Barsky: the part of the piece that lies inside the box
  let [enter, leave] = [0, 1];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  for (const [delta, room] of [
    [-dx, a[0] - inner.left],
    [dx, inner.right - a[0]],
    [-dy, a[1] - inner.top],
    [dy, inner.bottom - a[1]],
  ] as const) {
    if (delta === 0 && room <= 0) return false;
    if (delta < 0) enter = Math.max(enter, room / delta);
    if (delta > 0) leave = Math.min(leave, room / delta);
  }
  return enter < leave;
}
