/** Writes the decks of a built site, for Anki and as tables: `make-decks.ts <folder>`. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deckPackage } from '../src/lib/decks/package.ts';
import { deckCards } from '../src/lib/decks/sides.ts';
import { deckStyle } from '../src/lib/decks/style.ts';
import { deckTable } from '../src/lib/decks/table.ts';
import { paths, withBase } from '../src/shared/paths.ts';
import type { RoadmapFile } from '../src/shared/roadmap-file.ts';
import { site } from '../src/site.ts';

const folder = process.argv[2] ?? 'dist';
const TOKENS = 'src/styles/tokens.css';
const LOOK = [TOKENS, 'src/lib/decks/style.ts', 'src/lib/decks/collection.ts'];
/** For what has no history, as in a copy without its repository: 2026-01-01. */
const UNKNOWN = Number(process.env['SOURCE_DATE_EPOCH'] ?? 1_767_225_600);

/** When each file changed last, in seconds since 1970: the same commit gives the same decks, a later one newer cards. */
function changes(...paths: string[]): Map<string, number> {
  const dates = new Map<string, number>();
  let log = '';
  try {
    const format = ['-c', 'core.quotePath=off', 'log', '--format=%x01%ct', '--name-only', '--relative', '--'];
    log = execFileSync('git', [...format, ...paths], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch {
    return dates;
  }
  for (const commit of log.split('\x01').slice(1)) {
    const [date, ...files] = commit.split('\n').filter(Boolean);
    for (const file of files) dates.set(file, Math.max(dates.get(file) ?? 0, Number(date)));
  }
  return dates;
}

const dates = changes('content/lessons', 'content/questions', ...LOOK);
const changed = (file: string): number => dates.get(file) ?? UNKNOWN;
const roadmap = JSON.parse(readFileSync(join(folder, paths.roadmapFile), 'utf8')) as RoadmapFile;
const cards = deckCards(roadmap, {
  read: (path) => readFileSync(join(folder, path, 'index.html'), 'utf8'),
  absolute: (path) => new URL(withBase(site.base, path), site.url).href,
  changed,
});
const look = { css: deckStyle(readFileSync(TOKENS, 'utf8')), changed: Math.max(...LOOK.map(changed)) };
const topics = roadmap.topics.filter(({ slug }) => cards.some(({ topic }) => topic === slug));

mkdirSync(join(folder, 'decks'), { recursive: true });
for (const topic of topics) {
  const own = cards.filter((card) => card.topic === topic.slug);
  writeFileSync(join(folder, paths.deck(topic.slug)), deckPackage([topic], own, look));
  writeFileSync(join(folder, paths.deckTable(topic.slug)), deckTable(own));
}
writeFileSync(join(folder, paths.deck('all')), deckPackage(topics, cards, look));
console.log(`${cards.length} cards in ${topics.length} decks`);
