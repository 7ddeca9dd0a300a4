import { drawMap, type MapDrawing } from './drawing.ts';
import { findFaults } from './faults.ts';
import { layoutMap, type MapLayout } from './layout.ts';
import { overviewPaths, type OverviewDrawing } from './overview.ts';
import { MEDIUM, WIDE, WIDE_PLAIN, type Sheet } from './sheets.ts';
import type { MapTopic } from './topics.ts';

/** All drawings of the route map. CSS shows the one that fits the window. */
export interface Maps {
  /** From 82rem; `wide.name` tells whether title and key stand inside the sheet. */
  wide: MapDrawing;
  /** From 60rem. */
  medium: MapDrawing;
  /** Below 60rem, and on the pages of topics. */
  overview: OverviewDrawing;
}

export function drawMaps(topics: readonly MapTopic[]): Maps {
  const medium = layoutWithoutFaults(topics, [MEDIUM]);
  return {
    wide: drawMap(layoutWithoutFaults(topics, [WIDE, WIDE_PLAIN])),
    medium: drawMap(medium),
    overview: overviewPaths(medium),
  };
}

/** The first sheet on which the curriculum can be drawn without faults. */
export function layoutWithoutFaults(topics: readonly MapTopic[], sheets: readonly Sheet[]): MapLayout {
  const complaints: string[] = [];
  for (const sheet of sheets) {
    const layout = layoutMap(topics, sheet);
    const faults = findFaults(layout);
    if (faults.length === 0) return layout;
    complaints.push(`On the ${sheet.name} sheet:`, ...faults.map((fault) => `  ${fault}`));
  }
  throw new Error(
    'The route map cannot be drawn. Shorten labels in content/curriculum.yaml, ' +
      `or change src/lib/map/sheets.ts.\n${complaints.join('\n')}`,
  );
}
