/** Which card comes next. Pure: the record, the cards that may be asked and the time go in. */
import { stateOf, type Progress } from '../../../shared/progress.ts';
import type { RoadmapFile } from '../../../shared/roadmap-file.ts';
import { DAY, dayEnd, dayOf, dayStart } from './day.ts';
import { isOut, type Review } from './state.ts';

/** A card that may be asked. */
export interface PoolCard {
  id: string;
  /** `topic/lesson` */
  lesson: string;
  topic: string;
}

/** Ids of what today asks for. */
export interface Due {
  /** Learned in steps of minutes, the earliest first; some may come a few minutes from now. */
  learning: string[];
  /** The longest overdue first. */
  reviews: string[];
  /** New cards, as many as today still allows, in the order of the roadmap. */
  fresh: string[];
}

/** Days within which a wrong answer counts as missed. */
export const MISSED_DAYS = 7;

/** Cards of finished lessons and of topics that the reader added, in the order of the roadmap. */
export function poolOf({ lessons }: RoadmapFile, progress: Progress, review: Review): PoolCard[] {
  return lessons
    .filter(({ id, topic }) => stateOf(progress, 'lesson', id) === 'done' || review.topics[topic]?.on === true)
    .flatMap(({ id: lesson, topic, cards }) => cards.map(({ id }) => ({ id, lesson, topic })));
}

/**
 * What the reader's day of `now` asks for. Cards that are left out never come.
 * @param behind ids whose page cannot be loaded: other new cards take their place in the day's number
 */
export function dueToday(
  review: Review,
  pool: readonly PoolCard[],
  now: number,
  behind: ReadonlySet<string> = new Set(),
): Due {
  const end = dayEnd(now);
  const asked = pool.filter(({ id }) => !isOut(review, id)).map(({ id }) => ({ id, seen: review.cards[id]?.seen }));
  const due = asked
    .flatMap(({ id, seen }) => (seen && seen.due < end ? [{ id, seen }] : []))
    .sort((a, b) => a.seen.due - b.seen.due);
  return {
    learning: due.filter(({ seen }) => seen.phase !== 'review').map(({ id }) => id),
    reviews: due.filter(({ seen }) => seen.phase === 'review').map(({ id }) => id),
    fresh: putBehind(
      asked.filter(({ seen }) => seen === undefined).map(({ id }) => id),
      behind,
    ).slice(0, Math.max(0, review.settings.perDay - firstToday(review, now))),
  };
}

/** Cards that were asked for the first time today. */
function firstToday(review: Review, now: number): number {
  const from = dayStart(dayOf(now));
  const end = dayEnd(now);
  return Object.values(review.cards).filter(({ seen }) => seen && seen.first >= from && seen.first < end).length;
}

/**
 * The order of today's cards: steps whose minutes are over, reviews, new cards, and at the end the steps that would
 * come in a few minutes, so that nobody waits.
 * @param behind ids that come after all others, as their page cannot be loaded
 */
export function orderOf(
  review: Review,
  pool: readonly PoolCard[],
  now: number,
  behind: ReadonlySet<string> = new Set(),
): string[] {
  const { learning, reviews, fresh } = dueToday(review, pool, now, behind);
  const isNow = (id: string): boolean => review.cards[id]!.seen!.due <= now;
  const order = [...learning.filter(isNow), ...reviews, ...fresh, ...learning.filter((id) => !isNow(id))];
  return putBehind(order, behind);
}

/** The card to ask now, or undefined when today asks for nothing more. */
export const nextCard = (
  review: Review,
  pool: readonly PoolCard[],
  now: number,
  behind?: ReadonlySet<string>,
): string | undefined => orderOf(review, pool, now, behind)[0];

/** Cards that were graded Again in the last seven days, in the order of the roadmap. */
export function missedCards(review: Review, pool: readonly PoolCard[], now: number): string[] {
  const missed = new Set(
    review.log.filter(({ grade, at }) => grade === 1 && at > now - MISSED_DAYS * DAY).map(({ id }) => id),
  );
  return pool.map(({ id }) => id).filter((id) => missed.has(id) && !isOut(review, id));
}

/**
 * What is left of a round over the missed cards: each is asked until it gets a better grade than Again.
 * @param since when the round began
 */
export function missedOrder(
  review: Review,
  pool: readonly PoolCard[],
  now: number,
  since: number,
  behind: ReadonlySet<string> = new Set(),
): string[] {
  const last = new Map(
    review.log.filter(({ grade, at }) => grade !== 0 && at >= since).map((entry) => [entry.id, entry] as const),
  );
  const left = missedCards(review, pool, now).filter((id) => (last.get(id)?.grade ?? 1) === 1);
  return putBehind(
    left.sort((a, b) => (last.get(a)?.at ?? 0) - (last.get(b)?.at ?? 0)),
    behind,
  );
}

const putBehind = (ids: readonly string[], behind: ReadonlySet<string>): string[] => [
  ...ids.filter((id) => !behind.has(id)),
  ...ids.filter((id) => behind.has(id)),
];
