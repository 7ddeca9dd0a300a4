/** Which topics have a placement check, and how long it is: the build writes its page, the browser draws its questions. */
import { cardParts, type LessonFacts, type RoadmapFile } from './roadmap-file.ts';

/** Questions of a check; more only where a topic has more lessons than this. */
export const QUESTIONS = 10;

/** Ids of a lesson's predictions, in the order of its page. */
export const predictionsOf = ({ cards }: Pick<LessonFacts, 'cards'>): string[] =>
  cards.map(({ id }) => id).filter((id) => cardParts(id)?.kind === 'prediction');

/** The lessons of a topic that a check can ask about, in order. */
export const askedLessons = ({ lessons }: Pick<RoadmapFile, 'lessons'>, topic: string): LessonFacts[] =>
  lessons.filter((lesson) => lesson.topic === topic && predictionsOf(lesson).length > 0);

/** How many questions the check of a topic has; 0 for a topic without a check, whose predictions are too few. */
export function questionCount(file: Pick<RoadmapFile, 'lessons'>, topic: string): number {
  const asked = askedLessons(file, topic);
  const predictions = asked.reduce((sum, lesson) => sum + predictionsOf(lesson).length, 0);
  return predictions < QUESTIONS ? 0 : Math.max(QUESTIONS, asked.length);
}

/** A count as a sentence begins with it: "Ten", "12". */
export const countWord = (count: number): string => (count === QUESTIONS ? 'Ten' : String(count));
