/** What the answers of a check say, question by question and lesson by lesson. */
import type { Asked } from './selection.ts';

/** The place of a choice on its page, from 0, or that the reader does not know. */
export type Answer = number | 'unknown';

/** Answers by the id of the card. */
export type Answers = Readonly<Record<string, Answer>>;

/** A question, and which of its choices is right. */
export interface Keyed extends Asked {
  /** Place on its page, from 0. */
  right: number;
}

/** What the check says of a lesson. */
export interface LessonResult {
  lesson: string;
  asked: number;
  right: number;
  /** All its questions were answered rightly. */
  isKnown: boolean;
}

export interface Score {
  /** For each question in its order, whether it was answered rightly. */
  verdicts: boolean[];
  right: number;
  /** In the order of the questions. */
  lessons: LessonResult[];
}

/** Counts right answers. "I do not know" is wrong, and so is a question without an answer. */
export function score(questions: readonly Keyed[], answers: Answers): Score {
  const verdicts = questions.map(({ card, right }) => answers[card] === right);
  const lessons = [...new Set(questions.map(({ lesson }) => lesson))].map((lesson) => {
    const own = verdicts.filter((_, index) => questions[index]!.lesson === lesson);
    const right = own.filter(Boolean).length;
    return { lesson, asked: own.length, right, isKnown: right === own.length };
  });
  return { verdicts, right: verdicts.filter(Boolean).length, lessons };
}
