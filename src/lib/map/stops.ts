import { levelNames, type Level } from './levels.ts';

/** A stop as pages hand it to the components of the map. */
export interface Stop {
  /** `topic/lesson`; progress is kept under it. */
  id: string;
  title: string;
  /** The name on the map. */
  label: string;
  /** Where the lesson is; a stop without a path is in preparation. */
  path?: string;
  level: Level;
  minutes: number;
}

/** A stop with what the upright list of a topic's page says of it. */
export interface RouteStop extends Stop {
  /** What the reader can do afterwards. */
  outcome?: string;
  /** The stops of other lines that are to be read before. */
  changes?: { n: number; title: string; path?: string }[];
}

/** A line as pages hand it to the components of the map. */
export interface StopLine {
  n: number;
  title: string;
  path: string;
  stops: Stop[];
}

/** What stands between the parts of a stop's name; the stop card takes names apart here. */
const DOT = ' · ';

/**
 * The accessible name of a stop on the map: "Closures · Core · 45 min · change for line 4".
 * It begins with the label that is seen, unless the title has the same words.
 */
export function nameStop(stop: Stop, changeFor?: number): string {
  const isLabelInTitle = stop.title.toLowerCase().includes(stop.label.toLowerCase());
  return [
    ...(isLabelInTitle ? [] : [stop.label]),
    stop.title,
    levelNames[stop.level],
    `${stop.minutes} min`,
    ...(changeFor === undefined ? [] : [`change for line ${changeFor}`]),
    ...(stop.path === undefined ? ['in preparation'] : []),
  ].join(DOT);
}
