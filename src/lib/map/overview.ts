import { trackPath } from './drawing.ts';
import type { MapLayout } from './layout.ts';

/** The miniature: the same lines without words. */
export interface OverviewDrawing {
  width: number;
  height: number;
  lines: { n: number; path: string; stops: { id: string; x: number; y: number }[] }[];
}

export const overviewPaths = (layout: MapLayout): OverviewDrawing => ({
  width: layout.width,
  height: layout.height,
  lines: layout.lines.map((line) => ({
    n: line.topic.n,
    path: trackPath(line),
    stops: line.stops.map(({ id, x, y }) => ({ id, x, y })),
  })),
});
