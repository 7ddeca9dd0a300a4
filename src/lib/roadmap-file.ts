/** What `/roadmap.json` holds. */
import { readFileSync } from 'node:fs';
import type { CardFacts, RoadmapFile } from '../shared/roadmap-file.ts';
import { getAllQuestions, getExercises, getLessons, getProjects, getRoadmap } from './entries.ts';
import { pageBlocks } from './page-programs.ts';

export async function roadmapFile(): Promise<RoadmapFile> {
  const { topics } = await getRoadmap();
  const written = new Map((await getLessons()).map((entry) => [entry.id, entry]));
  const exercises = new Map((await getExercises()).map(({ id, data }) => [id, data]));
  const projects = new Map((await getProjects()).map(({ id, data }) => [id, data.hours]));
  const questions = new Map((await getAllQuestions()).map(({ lesson, questions }) => [lesson, questions]));
  return {
    topics: topics.map(({ slug, number, title, short, project }) => ({
      slug,
      number,
      title,
      short,
      project: { ...project, isWritten: projects.has(project.slug), hours: projects.get(project.slug) },
    })),
    lessons: topics.flatMap(({ slug, lessons }) =>
      lessons.map((lesson) => {
        const entry = written.get(lesson.id);
        return {
          id: lesson.id,
          topic: slug,
          title: lesson.title,
          level: lesson.level,
          minutes: lesson.minutes,
          prerequisites: lesson.prerequisites,
          isWritten: entry !== undefined,
          exercises: (entry?.data.exercises ?? []).map((name) => {
            const id = `${slug}/${name}`;
            const { title, level } = exercises.get(id)!;
            return { id, title, level };
          }),
          cards: entry
            ? [
                ...cardsOfPage(lesson.id, readFileSync(`content/lessons/${lesson.id}.mdx`, 'utf8')),
                ...(questions.get(lesson.id) ?? []).map(({ id, level, q }): CardFacts => ({
                  id: `question:${lesson.id}#${id}`,
                  level,
                  title: q.replaceAll('`', '').trim(),
                })),
              ]
            : [],
        };
      }),
    ),
  };
}

/**
 * The predictions of a lesson, and its pitfalls that have a program, in order.
 * @param source the lesson's MDX
 */
export function cardsOfPage(lesson: string, source: string): CardFacts[] {
  const lines = source.split('\n');
  const pitfalls = new Set<number>();
  return pageBlocks(source).flatMap(({ id, fence }): CardFacts[] => {
    if (fence.words.predict) return [{ id: `prediction:${lesson}#${id}` }];
    const from = lines.slice(0, fence.line).findLastIndex((line) => line.startsWith('<Pitfall>'));
    const isInside = from >= 0 && !lines.slice(from, fence.line).some((line) => line.startsWith('</Pitfall>'));
    if (!isInside || pitfalls.has(from) || fence.language !== 'python') return [];
    pitfalls.add(from);
    return [{ id: `pitfall:${lesson}#${id}` }];
  });
}
