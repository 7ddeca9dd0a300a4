/** The numbers of the progress page, from the roadmap and the reader's marks. */
import { markedAt, stateOf, type Progress } from '../../../shared/progress.ts';
import { cardParts, type LessonFacts, type RoadmapFile, type TopicFacts } from '../../../shared/roadmap-file.ts';

/** How many of how many. */
export interface Share {
  done: number;
  of: number;
}

export interface Tally {
  lessons: Share;
  exercises: Share;
  questions: Share;
}

/** A topic with the lessons that can be read. */
export interface TopicLessons {
  topic: TopicFacts;
  lessons: LessonFacts[];
}

/** Topics in the order of the lines; one without a written lesson is left out. */
export function topicsOf({ topics, lessons }: RoadmapFile): TopicLessons[] {
  return topics
    .map((topic) => ({
      topic,
      lessons: lessons.filter(({ topic: slug, isWritten }) => isWritten && slug === topic.slug),
    }))
    .filter((entry) => entry.lessons.length > 0);
}

/** What is done of some lessons, with their exercises and questions. */
export function tallyOf(lessons: readonly LessonFacts[], progress: Progress): Tally {
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  const questions = lessons.flatMap(({ cards }) => cards.filter(({ id }) => cardParts(id)?.kind === 'question'));
  const share = <T>(all: readonly T[], isDone: (one: T) => boolean): Share => ({
    done: all.filter(isDone).length,
    of: all.length,
  });
  return {
    lessons: share(lessons, ({ id }) => stateOf(progress, 'lesson', id) === 'done'),
    exercises: share(exercises, ({ id }) => stateOf(progress, 'exercise', id) === 'solved'),
    questions: share(questions, ({ id }) => stateOf(progress, 'question', id.slice('question:'.length)) === 'known'),
  };
}

/** A line of the record. */
export interface RecordRow {
  title: string;
  kind: 'Lesson' | 'Exercise';
  /** When it was marked, in milliseconds since 1970. */
  at: number;
}

export interface RecordTopic {
  topic: TopicFacts;
  /** In the order of the roadmap: a lesson, then its exercises. */
  rows: RecordRow[];
}

/** Lessons done and exercises solved, by topic; topics without any are left out. */
export function recordOf(topics: readonly TopicLessons[], progress: Progress): RecordTopic[] {
  return topics
    .map(({ topic, lessons }) => ({ topic, rows: lessons.flatMap((lesson) => rowsOf(lesson, progress)) }))
    .filter(({ rows }) => rows.length > 0);
}

function rowsOf(lesson: LessonFacts, progress: Progress): RecordRow[] {
  const rows: RecordRow[] = [];
  if (stateOf(progress, 'lesson', lesson.id) === 'done')
    rows.push({ title: lesson.title, kind: 'Lesson', at: markedAt(progress, 'lesson', lesson.id)! });
  for (const { id, title } of lesson.exercises)
    if (stateOf(progress, 'exercise', id) === 'solved')
      rows.push({ title, kind: 'Exercise', at: markedAt(progress, 'exercise', id)! });
  return rows;
}
