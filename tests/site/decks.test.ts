/** The decks that readers take away: every card of the roadmap, once, as Anki and as a table. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { paths } from '../../src/shared/paths.ts';
import type { RoadmapFile } from '../../src/shared/roadmap-file.ts';
import { inCollection } from '../fixtures/deck-reader.ts';
import { builtFiles, builtPages, dist } from './built.ts';

const roadmap = JSON.parse(readFileSync(join(dist, paths.roadmapFile), 'utf8')) as RoadmapFile;
const cardsOf = (topic: string): string[] =>
  roadmap.lessons.filter((lesson) => lesson.topic === topic).flatMap(({ cards }) => cards.map(({ id }) => id));
const topics = roadmap.topics.map(({ slug }) => slug).filter((slug) => cardsOf(slug).length > 0);
const read = (path: string): Buffer => readFileSync(join(dist, path));

interface Note {
  guid: string;
  id: string;
  front: string;
  back: string;
  link: string;
}

const notesOf = (deck: string): Note[] =>
  inCollection(read(paths.deck(deck)), (database) => {
    const counts = database.prepare('SELECT (SELECT count(*) FROM notes) AS notes, count(*) AS cards FROM cards').get();
    assert.equal(counts!['notes'], counts!['cards'], deck);
    const rows = database.prepare('SELECT guid, flds FROM notes JOIN cards ON nid = notes.id ORDER BY due').all();
    return rows.map(({ guid, flds }) => {
      const [front, back, link, id] = (flds as string).split('\x1f') as [string, string, string, string];
      return { guid: guid as string, id, front, back, link };
    });
  });

/** Rows of a table as RFC 4180 has them. */
function rowsOf(csv: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  let end = 0;
  for (const match of csv.matchAll(cell)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === '\r\n') rows.push([]);
    end = match.index + match[0].length;
  }
  assert.equal(end, csv.length, 'the whole table follows the rules');
  return rows.slice(0, -1);
}

test('there is a deck and a table for each topic that has cards, and one deck for all', () => {
  assert.ok(topics.length > 0);
  assert.deepEqual(
    builtFiles.filter((file) => file.startsWith('decks/')).sort(),
    [paths.deck('all'), ...topics.flatMap((topic) => [paths.deck(topic), paths.deckTable(topic)])]
      .map((path) => path.slice(1))
      .sort(),
  );
});

test('each deck has every card of its topic once, in order, and so has its table', () => {
  for (const topic of topics) {
    const notes = notesOf(topic);
    assert.deepEqual(
      notes.map(({ id }) => id),
      cardsOf(topic),
    );
    const bytes = read(paths.deckTable(topic));
    assert.notEqual(bytes[0], 0xef, 'no byte order mark');
    const [head, ...rows] = rowsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    assert.deepEqual(head, ['id', 'kind', 'topic', 'lesson', 'level', 'front', 'back', 'link']);
    assert.deepEqual(
      rows.map((row) => [row.length, row[0], row[7]]),
      notes.map(({ id, link }) => [8, id, link]),
    );
    for (const row of rows) assert.ok(row[5]!.trim() && row[6]!.trim(), `${row[0]} has two sides`);
  }
});

test('importing all decks one after another gives each card once', () => {
  const collected = new Map<string, string>();
  const twice = [...topics, 'all', ...topics].flatMap(notesOf);
  for (const { guid, id } of twice) {
    assert.equal(collected.get(guid) ?? id, id, 'a guid is that of one card');
    collected.set(guid, id);
  }
  const all = topics.flatMap(cardsOf);
  assert.deepEqual([...collected.values()].sort(), all.sort());
  assert.equal(notesOf('all').length, all.length);
});

test('a card needs nothing of the site, and leads back to its place', () => {
  const anchors = new Map<string, Set<string>>();
  for (const { path, elements } of builtPages)
    anchors.set(
      path,
      new Set(elements.flatMap(({ attrs }) => attrs.flatMap((a) => (a.name === 'id' ? [a.value] : [])))),
    );
  for (const { id, front, back, link } of notesOf('all')) {
    for (const side of [front, back]) {
      assert.doesNotMatch(side, /<(img|svg|script|style|button|details|iframe)\b|<[^>]* (id|src|style|on\w+)=/, id);
      for (const [, href] of side.matchAll(/href="([^"]*)"/g)) assert.match(href!, /^https:\/\//, id);
    }
    const { pathname, hash } = new URL(link);
    assert.ok(anchors.get(pathname)?.has(hash.slice(1)), `${id}: ${link}`);
  }
});
