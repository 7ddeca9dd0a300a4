/**
 * What a reader remembers of one card, and what a grade makes of it: FSRS for the memory, with short steps of
 * minutes until a card has been answered twice. Pure; times are milliseconds since 1970.
 */
import { FSRSAlgorithm } from 'ts-fsrs';
import { MINUTE, dayOf, dayStart } from './day.ts';

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Grade = 1 | 2 | 3 | 4;
export const GRADES: readonly Grade[] = [1, 2, 3, 4];

/** `learning` until a new card is known, `relearning` after a card in `review` was forgotten. */
export type Phase = 'learning' | 'review' | 'relearning';

/** A card that was asked at least once. */
export interface Seen {
  phase: Phase;
  /** Which step of minutes comes; 0 in review. */
  step: number;
  /** Days after which nine of ten readers still know it. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** When it is to be asked again. */
  due: number;
  /** When it was asked for the first time. */
  first: number;
  /** When it was asked last. */
  last: number;
}

/** Minutes between the first answers. */
export const STEPS: Readonly<Record<'learning' | 'relearning', readonly number[]>> = {
  learning: [1, 10],
  relearning: [10],
};

const model = new FSRSAlgorithm({});

/**
 * What each grade would make of a card.
 * @param seen undefined for a new card
 * @param now when it is answered; a clock that was set back counts as the moment after the last answer
 */
export function outcomes(seen: Seen | undefined, now: number): Record<Grade, Seen> {
  const at = Math.max(now, (seen?.last ?? -1) + 1);
  const today = dayOf(at);
  const elapsed = seen ? Math.max(0, today - dayOf(seen.last)) : 0;
  const memory = (grade: Grade): { stability: number; difficulty: number } =>
    model.next_state(seen ? { stability: seen.stability, difficulty: seen.difficulty } : null, elapsed, grade);
  const build = (grade: Grade, phase: Phase, step: number, due: number): Seen => {
    const { stability, difficulty } = memory(grade);
    return { phase, step, stability, difficulty, due, first: seen?.first ?? at, last: at };
  };
  const inDays = (grade: Grade, days: number): Seen => build(grade, 'review', 0, dayStart(today + days));
  const days = (grade: Grade): number => model.next_interval(memory(grade).stability, elapsed);
  if (seen?.phase === 'review') {
    // A better grade never leads to an earlier day.
    const hard = Math.min(days(2), days(3));
    const good = Math.max(days(3), hard + 1);
    const easy = Math.max(days(4), good + 1);
    return {
      1: build(1, 'relearning', 0, at + STEPS.relearning[0]! * MINUTE),
      2: inDays(2, hard),
      3: inDays(3, good),
      4: inDays(4, easy),
    };
  }
  const phase = seen?.phase ?? 'learning';
  const steps = STEPS[phase];
  const step = seen?.step ?? 0;
  const inMinutes = (grade: Grade, next: number, minutes: number): Seen =>
    build(grade, phase, next, at + Math.round(minutes) * MINUTE);
  const next = steps[step + 1];
  return {
    1: inMinutes(1, 0, steps[0]!),
    2: inMinutes(2, step, steps.length === 1 ? steps[0]! * 1.5 : (steps[0]! + steps[1]!) / 2),
    3: next === undefined ? inDays(3, days(3)) : inMinutes(3, step + 1, next),
    4: inDays(4, days(4)),
  };
}
