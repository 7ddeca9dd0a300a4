import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutMap } from '../../../../src/lib/map/layout.ts';
import { adjacent } from '../../../../src/lib/map/sequences.ts';
import { MEDIUM, WIDE } from '../../../../src/lib/map/sheets.ts';
import { inventTopics, readTopics } from '../../../fixtures/map-topics.ts';

const layouts = [readTopics(), inventTopics(20), inventTopics(3)].flatMap((topics) =>
  [WIDE, MEDIUM].map((sheet) => ({ topics, layout: layoutMap(topics, sheet) })),
);
const topicOf = (id: string) => id.slice(0, id.indexOf('/'));

function counts(keys: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found.values()];
}

test('changes are few: twelve in all, three per line, one per pair of lines, one per stop', () => {
  for (const { layout } of layouts) {
    const { changes } = layout;
    const most = (keys: string[]) => Math.max(0, ...counts(keys));
    assert.ok(changes.length <= 12);
    assert.ok(most(changes.flatMap(({ from, to }) => [topicOf(from), topicOf(to)])) <= 3);
    assert.ok(most(changes.map(({ from, to }) => [topicOf(from), topicOf(to)].sort().join())) <= 1);
    assert.ok(most(changes.flatMap(({ from, to }) => [from, to])) <= 1);
  }
});

test('every change is a prerequisite in another topic', () => {
  for (const { topics, layout } of layouts) {
    for (const { from, to } of layout.changes) {
      const topic = topics.find(({ slug }) => slug === topicOf(to));
      const lesson = topic?.lessons.find(({ slug }) => `${topic.slug}/${slug}` === to);
      assert.ok(lesson?.prerequisites.includes(from), `${from} -> ${to}`);
      assert.notEqual(topicOf(from), topicOf(to));
    }
  }
});

test('a change climbs from stop to stop, upright or at 45 degrees', () => {
  for (const { layout } of layouts) {
    const stops = layout.lines.flatMap((line) => line.stops);
    for (const { from, to, corners } of layout.changes) {
      const ends = [from, to].map((id) => stops.find((stop) => stop.id === id));
      const points = [corners.at(0), corners.at(-1)];
      for (const end of ends) {
        assert.ok(points.some((point) => point?.[0] === end?.x && point?.[1] === end?.y));
      }
      for (const [a, b] of adjacent(corners)) {
        assert.ok(b[1] <= a[1]);
        const across = Math.abs(a[0] - b[0]);
        assert.ok(across === 0 || Math.abs(across - (a[1] - b[1])) < 1e-6);
      }
    }
  }
});

test('a change passes no other stop', () => {
  for (const { layout } of layouts) {
    const stops = layout.lines.flatMap((line) => line.stops);
    for (const { from, to, corners } of layout.changes) {
      for (const stop of stops.filter(({ id }) => id !== from && id !== to)) {
        for (const [a, b] of adjacent(corners)) {
          if (stop.y > a[1] || stop.y < b[1] || a[1] === b[1]) continue;
          const x = a[0] + ((b[0] - a[0]) * (a[1] - stop.y)) / (a[1] - b[1]);
          assert.ok(Math.abs(x - stop.x) > 12, `${from} -> ${to} passes ${stop.id}`);
        }
      }
    }
  }
});

test('both stops of a change know the other one', () => {
  for (const { layout } of layouts) {
    const stops = layout.lines.flatMap((line) => line.stops);
    const known = stops.flatMap(({ id, change }) => (change === undefined ? [] : [[id, change].sort().join()]));
    const drawn = layout.changes.map(({ from, to }) => [from, to].sort().join());
    assert.deepEqual([...new Set(known)].sort(), drawn.sort());
    assert.equal(known.length, 2 * drawn.length);
  }
});
