/** Figures about the review that a person understands. Pure. */
import { DAY, dayOf } from './day.ts';
import { dueToday, type PoolCard } from './queue.ts';
import { isOut, type Review } from './state.ts';

/** Days that a card is remembered for before it counts as known well. */
export const KNOWN_DAYS = 21;
const RIGHT_DAYS = 30;

export interface Figures {
  /** Cards that today still asks for. */
  due: number;
  /** Cards of today that are done. */
  done: number;
  /** Of the due cards by the topic's slug. */
  byTopic: ReadonlyMap<string, number>;
  /** Due today and on each of the six days that follow; new cards count today only. */
  week: number[];
  known: number;
  learning: number;
  fresh: number;
  /** Grades of the last 30 days, and how many of them were better than Again. */
  answers: number;
  right: number;
  /** Day of the next card after today, as `dayOf` counts, or undefined when none is to come. */
  nextDay: number | undefined;
}

/** @param pool the cards that may be asked */
export function figuresOf(review: Review, pool: readonly PoolCard[], now: number): Figures {
  const today = dayOf(now);
  const due = dueToday(review, pool, now);
  const dueIds = new Set([...due.learning, ...due.reviews, ...due.fresh]);
  const asked = pool.filter(({ id }) => !isOut(review, id));
  const byTopic = new Map<string, number>();
  for (const { id, topic } of asked) if (dueIds.has(id)) byTopic.set(topic, (byTopic.get(topic) ?? 0) + 1);
  const seen = asked.flatMap(({ id }) => review.cards[id]?.seen ?? []);
  const week = Array.from({ length: 7 }, (_, index) =>
    index === 0 ? dueIds.size : seen.filter((card) => dayOf(card.due) === today + index).length,
  );
  const known = seen.filter(({ phase, stability }) => phase === 'review' && stability > KNOWN_DAYS).length;
  const fresh = asked.length - seen.length;
  const answers = review.log.filter(({ grade, at }) => grade !== 0 && at > now - RIGHT_DAYS * DAY && at <= now + DAY);
  const inPool = new Set(asked.map(({ id }) => id));
  const doneIds = new Set(
    review.log.filter(({ id, at, grade }) => grade !== 0 && dayOf(at) === today && inPool.has(id)).map(({ id }) => id),
  );
  const days = seen.map((card) => dayOf(card.due)).filter((day) => day > today);
  if (fresh > due.fresh.length && review.settings.perDay > 0) days.push(today + 1);
  return {
    due: dueIds.size,
    done: [...doneIds].filter((id) => !dueIds.has(id)).length,
    byTopic,
    week,
    known,
    learning: seen.length - known,
    fresh,
    answers: answers.length,
    right: answers.filter(({ grade }) => grade > 1).length,
    nextDay: days.length === 0 ? undefined : days.reduce((least, day) => Math.min(least, day)),
  };
}
