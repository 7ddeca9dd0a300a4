/** Which lesson a reader goes on with. */
import { markedAt, stateOf, type Progress } from '../../shared/progress.ts';

/** What is asked of a lesson; `LessonFacts` of the roadmap file has it. */
export interface NextFacts {
  /** `topic/lesson` */
  id: string;
  /** Ids of lessons; those that are not written, or not there, are not waited for. */
  prerequisites: readonly string[];
  isWritten: boolean;
}

/**
 * The lesson to go on with: the one that was begun last; else the first, in the order given, that is not done and
 * whose written prerequisites are done.
 * @param lessons in the order of the route
 * @returns undefined when all written lessons are done
 */
export function nextLesson<T extends NextFacts>(lessons: readonly T[], progress: Progress): T | undefined {
  const written = lessons.filter(({ isWritten }) => isWritten);
  const begun = written.filter(({ id }) => stateOf(progress, 'lesson', id) === 'reading');
  const at = ({ id }: T): number => markedAt(progress, 'lesson', id)!;
  if (begun.length > 0) return begun.reduce((last, lesson) => (at(lesson) > at(last) ? lesson : last));
  const open = new Set(written.filter(({ id }) => stateOf(progress, 'lesson', id) !== 'done').map(({ id }) => id));
  const ahead = written.filter(({ id }) => open.has(id));
  // Prerequisites have no cycles (a content check), so the first lesson stands in only for data that is wrong.
  return ahead.find(({ prerequisites }) => !prerequisites.some((id) => open.has(id))) ?? ahead[0];
}
