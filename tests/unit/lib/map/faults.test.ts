import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFaults } from '../../../../src/lib/map/faults.ts';
import { layoutMap, type MapLayout, type PlacedLine, type PlacedStop } from '../../../../src/lib/map/layout.ts';
import { WIDE } from '../../../../src/lib/map/sheets.ts';
import { readTopics } from '../../../fixtures/map-topics.ts';

const layout = layoutMap(readTopics(), WIDE);

function change(name: string, edit: (line: PlacedLine) => PlacedLine): MapLayout {
  return {
    ...layout,
    lines: layout.lines.map((line) => (line.topic.short === name ? edit(line) : line)),
  };
}

const changeStop = (label: string, edit: (stop: PlacedStop) => Partial<PlacedStop>): MapLayout => ({
  ...layout,
  lines: layout.lines.map((line) => ({
    ...line,
    stops: line.stops.map((stop) => (stop.label === label ? { ...stop, ...edit(stop) } : stop)),
  })),
});

test('labels that are too wide meet their neighbors', () => {
  const faults = findFaults(changeStop('Sets', () => ({ labelWidth: 400 })));
  assert.ok(faults.includes('"Sets" meets "Stacks, queues"'), faults.join('\n'));
});

test('a label must stay on the sheet', () => {
  const faults = findFaults(changeStop('pipx, PEX', ({ x }) => ({ x: x + 60 })));
  assert.ok(faults.includes('"pipx, PEX" leaves the sheet'), faults.join('\n'));
});

test('no line may run over words', () => {
  const higher = change('Testing', (line) => ({
    ...line,
    y: line.y - 30,
    stops: line.stops.map((stop) => ({ ...stop, y: stop.y - 30 })),
  }));
  const faults = findFaults(higher);
  assert.ok(
    faults.some((fault) => fault.startsWith('A line runs over')),
    faults.join('\n'),
  );
});

test('title and key keep their corners', () => {
  const moved = change('Algorithms', (line) => ({
    ...line,
    head: line.head - 300,
    stops: line.stops.map((stop) => ({ ...stop, x: stop.x - 300 })),
  }));
  assert.ok(findFaults(moved).includes('"Algorithms" lies under the title'));
  const faults = findFaults(changeStop('Profiling', ({ x }) => ({ x: x + 120 })));
  assert.ok(faults.includes('"Profiling" lies under the key'), faults.join('\n'));
});
