/** In which order lessons are studied, and which of them a goal asks for. */
import type { LessonFacts } from '../../../shared/roadmap-file.ts';
import type { Goal } from './settings.ts';

/**
 * Lessons so that each comes after its prerequisites; among those that could come next, the one of the lowest
 * `rank`, else the earlier of the list. Prerequisites that are not in the list do not count; lessons in a circle
 * come last, in their order.
 */
export function prerequisiteOrder(
  lessons: readonly LessonFacts[],
  rank: (lesson: LessonFacts) => number = () => 0,
): LessonFacts[] {
  const known = new Set(lessons.map(({ id }) => id));
  const waiting = lessons
    .map((lesson, index) => ({ lesson, rank: rank(lesson), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ lesson }) => lesson);
  const placed = new Set<string>();
  const order: LessonFacts[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ prerequisites }) =>
      prerequisites.every((needed) => placed.has(needed) || !known.has(needed)),
    );
    if (next < 0) return [...order, ...waiting.sort((a, b) => lessons.indexOf(a) - lessons.indexOf(b))];
    const [lesson] = waiting.splice(next, 1);
    placed.add(lesson!.id);
    order.push(lesson!);
  }
  return order;
}

/** The lessons of a goal in the order of study, done or not, written or not. */
export function chosenLessons(lessons: readonly LessonFacts[], goal: Goal): LessonFacts[] {
  switch (goal.kind) {
    case 'all':
      return prerequisiteOrder(lessons);
    case 'topic': {
      const needed = withPrerequisites(lessons, (lesson) => lesson.topic === goal.topic);
      return prerequisiteOrder(lessons.filter(({ id }) => needed.has(id)));
    }
    case 'interview':
      // Foundation and core first: what does not fit is the rest.
      return prerequisiteOrder(lessons, ({ level }) => level);
  }
}

/** Ids of some lessons and of all that they need. */
function withPrerequisites(lessons: readonly LessonFacts[], isWanted: (lesson: LessonFacts) => boolean): Set<string> {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const found = new Set<string>();
  const stack = lessons.filter(isWanted).map(({ id }) => id);
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const lesson = byId.get(id);
    if (!lesson || found.has(id)) continue;
    found.add(id);
    stack.push(...lesson.prerequisites);
  }
  return found;
}
