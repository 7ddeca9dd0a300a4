/** Gathers the small search index from all pages. */
import { render } from 'astro:content';
import {
  getAllQuestions,
  getCheatsheets,
  getExercises,
  getGuides,
  getLessons,
  getProjects,
  getRoadmap,
  getTopics,
  type GuideEntry,
  type LessonEntry,
  type ProjectEntry,
  type TopicEntry,
} from './entries.ts';
import { lineOf } from './curriculum.ts';
import { paths } from '../shared/paths.ts';
import type { SearchIndex, SearchPage } from '../shared/search-index.ts';

type Renderable = LessonEntry | TopicEntry | GuideEntry | ProjectEntry;

async function headingsOf(entry: Renderable): Promise<SearchPage['headings']> {
  const { headings } = await render(entry);
  return headings.filter(({ depth }) => depth === 2 || depth === 3).map(({ slug, text }) => [slug, text]);
}

export async function searchIndex(): Promise<SearchIndex> {
  const { topics, lessons: byId } = await getRoadmap();
  const pages: Promise<SearchPage>[] = [];
  const add = (page: Promise<SearchPage>): unknown => pages.push(page);

  for (const entry of await getLessons())
    add(
      headingsOf(entry).then((headings) => ({
        path: paths.lesson(entry.id),
        title: entry.data.title,
        kind: 'Lesson',
        line: lineOf(topics, entry.id.split('/')[0]!),
        level: entry.data.level,
        symbols: entry.data.symbols,
        aliases: entry.data.aliases,
        headings,
      })),
    );
  for (const entry of await getTopics()) {
    const topic = topics[lineOf(topics, entry.id) - 1]!;
    add(
      headingsOf(entry).then((headings) => ({
        path: topic.path,
        title: topic.title,
        kind: 'Topic',
        line: topic.number,
        symbols: entry.data.symbols,
        aliases: [topic.short],
        headings,
      })),
    );
  }
  for (const { id, data } of await getExercises()) {
    const level = byId.get(data.lesson)?.levelName;
    add(
      Promise.resolve({
        path: paths.exercise(id),
        title: data.title,
        kind: 'Exercise',
        line: lineOf(topics, id.split('/')[0]!),
        ...(level ? { level } : {}),
        symbols: [data.entry],
        aliases: [],
        headings: [],
      }),
    );
  }
  for (const { lesson, questions } of await getAllQuestions()) {
    const about = byId.get(lesson);
    add(
      Promise.resolve({
        path: paths.questions(lesson),
        title: `${about?.title ?? lesson}: interview questions`,
        kind: 'Questions',
        line: lineOf(topics, lesson.split('/')[0]!),
        ...(about ? { level: about.levelName } : {}),
        symbols: [],
        aliases: [],
        headings: questions.map(({ id, q }): [string, string] => [`q-${id}`, q.replaceAll('`', '')]),
      }),
    );
  }
  for (const entry of await getGuides())
    add(
      headingsOf(entry).then((headings) => ({
        path: paths.reference(entry.id),
        title: entry.data.title,
        kind: 'Reference',
        symbols: entry.data.symbols,
        aliases: [],
        headings,
      })),
    );
  for (const { topic, sheet } of await getCheatsheets())
    add(
      Promise.resolve({
        path: paths.cheatsheet(topic),
        title: `${sheet.title} cheat sheet`,
        kind: 'Cheat sheet',
        line: lineOf(topics, topic),
        symbols: [],
        aliases: [],
        headings: [],
      }),
    );
  for (const entry of await getProjects())
    add(
      headingsOf(entry).then((headings) => ({
        path: paths.project(entry.id),
        title: entry.data.title,
        kind: 'Project',
        line: lineOf(topics, entry.data.topic),
        level: entry.data.level,
        symbols: [],
        aliases: [],
        headings,
      })),
    );
  return { topics: topics.map(({ title }) => title), pages: await Promise.all(pages) };
}
