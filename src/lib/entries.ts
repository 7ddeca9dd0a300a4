/** The only file that queries the content collections. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Question } from '../schemas/question.ts';
import type { Cheatsheet } from '../schemas/cheatsheet.ts';
import type { PythonDifference } from '../schemas/python-difference.ts';
import { buildRoadmap, type Roadmap } from './curriculum.ts';

export type LessonEntry = CollectionEntry<'lessons'>;
export type ExerciseEntry = CollectionEntry<'exercises'>;
export type TopicEntry = CollectionEntry<'topics'>;
export type GuideEntry = CollectionEntry<'reference'>;
export type ProjectEntry = CollectionEntry<'projects'>;

let roadmap: Promise<Roadmap> | undefined;

/** The roadmap, built once; in development it follows the files. */
export function getRoadmap(): Promise<Roadmap> {
  if (import.meta.env.DEV) return loadRoadmap();
  return (roadmap ??= loadRoadmap());
}

async function loadRoadmap(): Promise<Roadmap> {
  const spine = await getEntry('curriculum', 'curriculum');
  if (!spine) throw new Error('content/curriculum.yaml is missing');
  const lessons = await getCollection('lessons');
  return buildRoadmap(spine.data, new Map(lessons.map((entry) => [entry.id, entry.data])));
}

export const getLessons = (): Promise<LessonEntry[]> => getCollection('lessons');
export const getTopics = (): Promise<TopicEntry[]> => getCollection('topics');
export const getExercises = (): Promise<ExerciseEntry[]> => getCollection('exercises');
export const getGuides = (): Promise<GuideEntry[]> => getCollection('reference');
export const getProjects = (): Promise<ProjectEntry[]> => getCollection('projects');

/** The exercises of a lesson in the order of its frontmatter. */
export async function getExercisesOf(lesson: LessonEntry): Promise<ExerciseEntry[]> {
  const topic = lesson.id.split('/')[0]!;
  const found = await Promise.all(
    lesson.data.exercises.map((name) => Promise.resolve(getEntry('exercises', `${topic}/${name}`))),
  );
  return found.map((entry, index) => {
    if (!entry)
      throw new Error(
        `lesson "${lesson.id}" names the exercise "${lesson.data.exercises[index]!}", which does not exist`,
      );
    return entry;
  });
}

/** The interview questions of a lesson. */
export async function getQuestionsOf(lessonId: string): Promise<Question[]> {
  const entry = await getEntry('questions', lessonId);
  return entry ? entry.data : [];
}

/** Questions with the id of their lesson. */
export async function getAllQuestions(): Promise<{ lesson: string; questions: Question[] }[]> {
  return (await getCollection('questions')).map((entry) => ({ lesson: entry.id, questions: entry.data }));
}

/** Cheat sheets with their topic's slug, in the order of the topics; one without a topic comes first. */
export async function getCheatsheets(): Promise<{ topic: string; sheet: Cheatsheet }[]> {
  const { topics } = await getRoadmap();
  const place = (topic: string) => topics.findIndex(({ slug }) => slug === topic);
  return (await getCollection('cheatsheets'))
    .map((entry) => ({ topic: entry.id, sheet: entry.data }))
    .sort((a, b) => place(a.topic) - place(b.topic));
}

/** What the browser's Python does in another way than CPython, in the order of the file. */
export async function getPythonDifferences(): Promise<PythonDifference[]> {
  const entry = await getEntry('pythonDifferences', 'python-differences');
  if (!entry) throw new Error('content/python-differences.yaml is missing');
  return entry.data;
}
