import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useStorage } from './fake-storage.ts';

const browser = useStorage();
const { changeReview, droppedEntries, readReview, watchReview } =
  await import('../../../../src/client/storage/review.ts');
const { withGrade } = await import('../../../../src/client/study/review/state.ts');

const KEY = 'roadmap.review';
const CARD = 'question:functions/closures#definition';
const OTHER = 'question:functions/closures#late';
const at = Date.UTC(2026, 10, 2, 12);

test('changes build on what another tab has stored', () => {
  assert.equal(
    changeReview((review) => withGrade(review, CARD, 3, at).review),
    undefined,
  );
  const other = JSON.parse(browser.stored()[KEY]!) as { cards: Record<string, unknown> };
  other.cards[OTHER] = other.cards[CARD];
  browser.put(KEY, JSON.stringify(other));
  changeReview((review) => withGrade(review, CARD, 3, at + 1).review);
  assert.deepEqual(Object.keys(readReview().cards).sort(), [CARD, OTHER].sort());
});

test('a refusal is told, and the change lives as long as the page', () => {
  browser.setRoom(10);
  const third = 'question:functions/closures#third';
  assert.equal(
    changeReview((review) => withGrade(review, third, 3, at + 2).review),
    'full',
  );
  assert.ok(readReview().cards[third]);
  assert.ok(!browser.stored()[KEY]!.includes(third));
  browser.setRoom(Infinity);
  assert.equal(
    changeReview((review) => withGrade(review, CARD, 3, at + 3).review),
    undefined,
  );
  assert.ok(browser.stored()[KEY]!.includes(third));
});

test('a change that does nothing writes nothing', () => {
  const before = browser.stored()[KEY];
  assert.equal(
    changeReview(() => undefined),
    undefined,
  );
  assert.equal(browser.stored()[KEY], before);
});

test('a broken card is left out and counted', () => {
  const stored = JSON.parse(browser.stored()[KEY]!) as { cards: Record<string, unknown> };
  stored.cards[OTHER] = { at: 'yesterday' };
  browser.put(KEY, JSON.stringify(stored));
  assert.equal(readReview().cards[OTHER], undefined);
  assert.ok(readReview().cards[CARD]);
  assert.equal(droppedEntries(), 1);
  assert.equal(browser.stored()[`${KEY}.broken`], JSON.stringify(stored), 'the record that held it is set aside');
});

test('what is no record is set aside', () => {
  browser.put(KEY, 'nonsense');
  assert.deepEqual(readReview().cards, {});
  assert.equal(browser.stored()[`${KEY}.broken.2`], 'nonsense');
});

test('another tab is heard', () => {
  let heard = 0;
  const stop = watchReview(() => heard++);
  browser.tell(KEY, JSON.stringify({ version: 1, cards: {} }));
  stop();
  browser.tell(KEY, null);
  assert.equal(heard, 1);
});
