/** The state of the page in its address: the filter of the bank, and a draw by its settings and its seed. */
import { cleanSeed, COUNTS, isLevel, isSlug, MINUTES, USUAL, type Level, type Settings } from './settings.ts';

export const MARKS = ['known', 'unsure', 'none'] as const;
export type MarkFilter = (typeof MARKS)[number];

/** What of the bank is shown; an empty word is no filter. */
export interface Filter {
  text: string;
  topic: string;
  level: Level | '';
  mark: MarkFilter | '';
}

export const ALL: Filter = { text: '', topic: '', level: '', mark: '' };

export interface Address {
  filter: Filter;
  /** A draw that can be repeated. */
  drawn?: { settings: Settings; seed: string } | undefined;
  /** The draw is shown as a sheet for the interviewer. */
  isSheet: boolean;
  /** Id of a kept result that is shown. */
  result?: string | undefined;
}

/** Reads an address; what means nothing is left out. */
export function readAddress(search: string): Address {
  const words = new URLSearchParams(search);
  const get = (name: string): string => words.get(name) ?? '';
  const level = get('level');
  const mark = MARKS.find((name) => name === get('mark'));
  const seed = cleanSeed(get('seed'));
  const result = /^\d{1,16}-[a-z0-9]{1,12}$/.exec(get('result'))?.[0];
  return {
    filter: {
      text: get('q').slice(0, 100),
      topic: isSlug(get('topic')) ? get('topic') : '',
      level: isLevel(level) ? level : '',
      mark: mark ?? '',
    },
    drawn: seed === '' ? undefined : { settings: readSettings(get), seed },
    isSheet: seed !== '' && get('view') === 'sheet',
    result,
  };
}

function readSettings(get: (name: string) => string): Settings {
  return {
    topics: get('topics').split(',').filter(isSlug).slice(0, 50),
    levels: [...new Set(get('levels').split(',').filter(isLevel))],
    count: COUNTS.find((count) => String(count) === get('count')) ?? USUAL.count,
    minutes: MINUTES.find((minutes) => String(minutes) === get('minutes')) ?? USUAL.minutes,
  };
}

/** Writes an address: "?…", or "" when there is nothing to say. */
export function writeAddress({ filter, drawn, isSheet, result }: Address): string {
  const words = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value !== '') words.set(name, value);
  };
  set('q', filter.text);
  set('topic', filter.topic);
  set('level', filter.level);
  set('mark', filter.mark);
  if (drawn) {
    set('topics', drawn.settings.topics.join(','));
    set('levels', drawn.settings.levels.join(','));
    set('count', String(drawn.settings.count));
    set('minutes', String(drawn.settings.minutes));
    set('seed', drawn.seed);
    if (isSheet) set('view', 'sheet');
  }
  set('result', result ?? '');
  const text = words.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** A question of the bank, as far as the filter looks at it. */
export interface Filterable {
  topic: string;
  level: string;
  /** Its words and those of its lesson, in small letters. */
  words: string;
  mark: MarkFilter;
}

/** Whether a question passes: every word of the text stands in its words. */
export const passes = ({ text, topic, level, mark }: Filter, question: Filterable): boolean =>
  (topic === '' || question.topic === topic) &&
  (level === '' || question.level === level) &&
  (mark === '' || question.mark === mark) &&
  text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => question.words.includes(word));
