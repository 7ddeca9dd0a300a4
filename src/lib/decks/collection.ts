/**
 * An Anki collection: an SQLite file of schema 11, which every Anki since 2.0 imports. The tables are Anki's own, see
 * https://github.com/ankitects/anki/blob/main/rslib/src/storage/schema11.sql. The same cards give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { noteGuid, stableNumber, type DeckCard, type DeckTopic } from './card.ts';

/** Name of the deck that holds one for each topic. */
const ROOT = 'Python Top 1% Roadmap';
const MODEL = stableNumber('model card');
/** 2026-01-01; a collection has a birthday. */
const CREATED = 1_767_225_600;
const FIELDS = ['Front', 'Back', 'Link', 'Id'];
/** Between the fields of a note. */
const SEPARATOR = '\x1f';

/** The style of the cards, and when it or the template changed last, in seconds since 1970. */
export interface DeckLook {
  css: string;
  changed: number;
}

export const deckName = ({ number, title }: DeckTopic): string =>
  `${ROOT}::${String(number).padStart(2, '0')} ${title.replaceAll('::', ':')}`;

/** @param topics those of the cards */
export function collection(topics: readonly DeckTopic[], cards: readonly DeckCard[], look: DeckLook): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'deck-'));
  const file = join(folder, 'collection.anki2');
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;');
    database.exec('BEGIN');
    database.exec(SCHEMA);
    fill(database, topics, cards, look);
    database.exec('COMMIT');
    database.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(database: DatabaseSync, topics: readonly DeckTopic[], cards: readonly DeckCard[], look: DeckLook): void {
  const newest = Math.max(CREATED, look.changed, ...cards.map(({ changed }) => changed));
  const decks = [
    deck(1, 'Default'),
    deck(stableNumber('deck'), ROOT),
    ...topics.map((topic) => deck(deckNumber(topic.slug), deckName(topic))),
  ];
  database
    .prepare('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
    .run(
      CREATED,
      newest * 1000,
      CREATED * 1000,
      JSON.stringify(CONFIGURATION),
      JSON.stringify({ [MODEL]: model(look) }),
      JSON.stringify(Object.fromEntries(decks.map((entry) => [entry.id, entry]))),
      JSON.stringify({ 1: DECK_OPTIONS }),
      '{}',
    );
  const addNote = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const addCard = database.prepare("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  for (const card of [...cards].sort((a, b) => a.position - b.position)) {
    const number = stableNumber(`note ${card.id}`);
    const fields = [card.front.html, card.back.html, card.link, card.id].join(SEPARATOR);
    addNote.run(
      number,
      noteGuid(card.id),
      MODEL,
      card.changed,
      tags(card),
      fields,
      card.front.text,
      checksum(card.front.text),
    );
    addCard.run(number, number, deckNumber(card.topic), card.changed, card.position);
  }
}

const deckNumber = (topic: string): number => stableNumber(`deck ${topic}`);

/** Anki keeps them sorted, with a blank at each end. */
function tags({ topic, lesson, kind }: DeckCard): string {
  return ` ${[`python-roadmap::${topic}::${lesson}`, `python-roadmap::kind::${kind}`].sort().join(' ')} `;
}

/** What Anki looks for notes with the same first field by. */
const checksum = (text: string): number => parseInt(createHash('sha1').update(text).digest('hex').slice(0, 8), 16);

function deck(id: number, name: string) {
  const nothing = [0, 0];
  return {
    id,
    name,
    mod: CREATED,
    usn: -1,
    lrnToday: nothing,
    revToday: nothing,
    newToday: nothing,
    timeToday: nothing,
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  };
}

function model({ css, changed }: DeckLook) {
  return {
    id: MODEL,
    name: ROOT,
    type: 0,
    mod: changed,
    usn: -1,
    sortf: 0,
    did: 1,
    // Programs hold what would else be taken for formulas.
    tmpls: [
      {
        name: 'Card',
        ord: 0,
        qfmt: '<div class="side mathjax_ignore tex2jax_ignore">{{Front}}</div>',
        afmt:
          '{{FrontSide}}\n<hr id="answer">\n<div class="side mathjax_ignore tex2jax_ignore">{{Back}}</div>\n' +
          '<p class="source"><a href="{{Link}}">Read it on the site</a></p>',
        bqfmt: '',
        bafmt: '',
        did: null,
        bfont: '',
        bsize: 0,
      },
    ],
    flds: FIELDS.map((name, ord) => ({ name, ord, sticky: false, rtl: false, font: 'Arial', size: 16, media: [] })),
    css,
    latexPre: '\\documentclass{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    latexsvg: false,
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}

const CONFIGURATION = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: String(MODEL),
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  nextPos: 1,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
};

const DECK_OPTIONS = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  autoplay: true,
  dyn: false,
  maxTaken: 60,
  replayq: true,
  timer: 0,
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 200 },
};

const SCHEMA = `
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL,
  decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL
);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
  data text NOT NULL
);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL
);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
  lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL
);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;
