import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { distances } from '../../../../src/lib/map/distances.ts';
import { findFaults } from '../../../../src/lib/map/faults.ts';
import { layoutMap } from '../../../../src/lib/map/layout.ts';
import { orderLines } from '../../../../src/lib/map/lines.ts';
import { drawMaps } from '../../../../src/lib/map/maps.ts';
import { adjacent, mean } from '../../../../src/lib/map/sequences.ts';
import { MEDIUM, WIDE, WIDE_PLAIN } from '../../../../src/lib/map/sheets.ts';
import { inventTopics, readTopics } from '../../../fixtures/map-topics.ts';

const topics = readTopics();

for (const sheet of [WIDE, WIDE_PLAIN, MEDIUM]) {
  describe(`the curriculum on the ${sheet.name} sheet`, () => {
    const layout = layoutMap(topics, sheet);

    test('has no faults', () => {
      assert.deepEqual(findFaults(layout), []);
    });

    test('shows every lesson once, in order', () => {
      for (const { topic, stops } of layout.lines) {
        const ids = topic.lessons.map(({ slug }) => `${topic.slug}/${slug}`);
        assert.deepEqual(
          stops.map(({ id }) => id),
          ids,
        );
        assert.ok(adjacent(stops).every(([a, b]) => a.x < b.x && a.y >= b.y));
      }
    });

    test('has the lowest line at its foot', () => {
      for (const [lower, upper] of adjacent(layout.lines)) {
        const altitude = ({ topic }: typeof lower) => mean(topic.lessons.map(({ level }) => level));
        assert.ok(altitude(lower) <= altitude(upper));
        assert.ok(lower.y - upper.y >= sheet.minRow);
      }
    });

    test('keeps every distance and the margins', () => {
      const measured = orderLines(topics, sheet);
      for (const [row, { head, stops }] of layout.lines.entries()) {
        const line = measured[row];
        assert.ok(line);
        const sides = stops.map(({ side }) => side);
        for (const { from, to, least } of distances(line, sides, sheet)) {
          const gap = (stops[to]?.x ?? NaN) - (from < 0 ? head : (stops[from]?.x ?? NaN));
          // whole units: both ends may have been rounded by a half
          assert.ok(gap >= least - 1.05, `${line.topic.short}: ${from} to ${to} is ${gap}, not ${least}`);
        }
        assert.ok(head >= sheet.left);
        assert.ok(stops.every(({ x, labelWidth }) => x + labelWidth / 2 <= sheet.width));
      }
    });

    test('is the same each time, in whatever order the topics come', () => {
      assert.deepEqual(layoutMap(topics, sheet), layout);
      assert.deepEqual(layoutMap(topics.toReversed(), sheet), layout);
    });
  });
}

test('the curriculum gets the sheet with title and key inside', () => {
  assert.equal(drawMaps(topics).wide.name, 'wide');
});

for (const count of [1, 3, 20]) {
  test(`${count} invented topics are drawn without faults`, () => {
    for (const seed of [1, 2, 3]) {
      const maps = drawMaps(inventTopics(count, seed));
      assert.equal(maps.wide.lines.length, count);
      assert.equal(maps.medium.lines.length, count);
    }
  });
}

test('a sheet that is too low for the title is not taken', () => {
  assert.equal(drawMaps(inventTopics(3)).wide.name, 'wide-plain');
});

test('labels that cannot be placed are named', () => {
  const label = 'A label that is far too long for the sheet '.repeat(8).trim();
  const [first, ...rest] = inventTopics(3);
  assert.ok(first);
  const lessons = first.lessons.map((lesson, i) => (i === 1 ? { ...lesson, label } : lesson));
  assert.throws(
    () => drawMaps([{ ...first, lessons }, ...rest]),
    (error: Error) => error.message.includes(label),
  );
});

test('all layouts together take less than two seconds', () => {
  const start = performance.now();
  drawMaps(topics);
  drawMaps(inventTopics(20));
  assert.ok(performance.now() - start < 2000);
});
