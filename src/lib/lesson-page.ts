/** Everything that a lesson's page shows, from its entry. */
import { render } from 'astro:content';
import { lineOf, neighbors, type Lesson, type Topic } from './curriculum.ts';
import {
  getExercisesOf,
  getProjects,
  getQuestionsOf,
  getRoadmap,
  type ExerciseEntry,
  type LessonEntry,
} from './entries.ts';
import { breadcrumbData, learningData, type PageMeta } from './page-meta.ts';
import { proofOf, type Proof } from './proof.ts';
import { paths } from '../shared/paths.ts';
import { pythons } from '../site.ts';
import type { Question } from '../schemas/question.ts';

type Rendered = Awaited<ReturnType<typeof render>>;

/** The page object of a lesson. */
export interface LessonPage {
  Content: Rendered['Content'];
  meta: PageMeta;
  topic: Topic;
  lesson: Lesson;
  previous: Lesson | undefined;
  next: Lesson | undefined;
  terminus: { title: string; path: string };
  prerequisites: { lesson: Lesson; line: number }[];
  headings: { id: string; text: string }[];
  exercises: { entry: ExerciseEntry; Content: Rendered['Content'] }[];
  questions: Question[];
  proof: Proof | undefined;
  runsOn: string;
}

/** @throws when the lesson is not in the curriculum; the content check names the line */
export async function lessonPage(entry: LessonEntry): Promise<LessonPage> {
  const roadmap = await getRoadmap();
  const lesson = roadmap.lessons.get(entry.id);
  const topic = roadmap.topics.find(({ slug }) => slug === lesson?.topic);
  if (!lesson || !topic) throw new Error(`content/lessons/${entry.id}.mdx is not in content/curriculum.yaml`);
  const { Content, headings } = await render(entry);
  const exercises = await Promise.all(
    (await getExercisesOf(entry)).map(async (exercise) => ({
      entry: exercise,
      Content: (await render(exercise)).Content,
    })),
  );
  const questions = await getQuestionsOf(entry.id);
  const project = (await getProjects()).find(({ id }) => id === topic.project.slug);
  const path = paths.lesson(entry.id);
  return {
    Content,
    topic,
    lesson,
    ...neighbors(topic, lesson),
    terminus: project
      ? { title: project.data.title, path: paths.project(project.id) }
      : { title: topic.title, path: topic.path },
    prerequisites: entry.data.prerequisites.map((id) => {
      const before = roadmap.lessons.get(id)!;
      return { lesson: before, line: lineOf(roadmap.topics, before.topic) };
    }),
    headings: [
      ...headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text })),
      ...(exercises.length ? [{ id: 'practice', text: 'Practice' }] : []),
      ...(questions.length ? [{ id: 'interview', text: 'Interview questions' }] : []),
      { id: 'references', text: 'Further reading' },
    ],
    exercises,
    questions,
    proof: proofOf(`lessons/${entry.id}`),
    runsOn: entry.data.since
      ? `Python ${entry.data.since} and later`
      : `Python ${pythons.current} and ${pythons.previous}`,
    meta: {
      title: entry.data.title,
      description: entry.data.description,
      path,
      markdown: `${path}index.md`,
      structured: [
        breadcrumbData([
          { name: 'Map', path: '/' },
          { name: topic.title, path: topic.path },
          { name: lesson.title, path },
        ]),
        learningData({
          name: lesson.title,
          description: entry.data.description,
          path,
          level: lesson.levelName,
          minutes: lesson.minutes,
          teaches: entry.data.outcome,
          kind: 'lesson',
        }),
      ],
    },
  };
}
