import type { Level } from './levels.ts';
import { plateaus } from './plateaus.ts';
import { at, mean } from './sequences.ts';
import type { Sheet } from './sheets.ts';
import { textWidth } from './text-width.ts';
import { stopId, type MapTopic } from './topics.ts';

/** A topic measured for a sheet: what is known of its line before the line has a place. */
export interface Line {
  topic: MapTopic;
  nameWidth: number;
  stops: LineStop[];
}

export interface LineStop {
  id: string;
  label: string;
  labelWidth: number;
  /** The level of the lesson. */
  ownLevel: Level;
  /** The level at which the line passes it, which is its own for nearly all. */
  level: Level;
}

/** Labels are measured with a little room for the differences between browsers. */
const LABEL_ROOM = 4;

/** The lines of a sheet from its foot to its top: the lowest mean level first, then by number. */
export function orderLines(topics: readonly MapTopic[], sheet: Sheet): Line[] {
  const altitude = (line: Line) => mean(line.stops.map((stop) => stop.ownLevel));
  return topics
    .map((topic) => measureLine(topic, sheet))
    .sort((a, b) => altitude(a) - altitude(b) || a.topic.n - b.topic.n);
}

function measureLine(topic: MapTopic, sheet: Sheet): Line {
  if (topic.lessons.length === 0) throw new Error(`The line "${topic.short}" has no stops`);
  const levels = plateaus(topic.lessons.map((lesson) => lesson.level));
  return {
    topic,
    nameWidth: textWidth(topic.short, sheet.nameSize, 700),
    stops: topic.lessons.map((lesson, i) => ({
      id: stopId(topic, lesson),
      label: lesson.label,
      labelWidth: textWidth(lesson.label, sheet.labelSize, 500) + LABEL_ROOM,
      ownLevel: lesson.level,
      level: at(levels, i),
    })),
  };
}
