import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { cheatsheetSchema } from './schemas/cheatsheet.ts';
import { curriculumSchema } from './schemas/curriculum.ts';
import { exerciseSchema } from './schemas/exercise.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { projectSchema } from './schemas/project.ts';
import { pythonDifferencesSchema } from './schemas/python-difference.ts';
import { questionsSchema } from './schemas/question.ts';
import { guideSchema } from './schemas/reference.ts';
import { topicSchema } from './schemas/topic.ts';

export const collections = {
  curriculum: defineCollection({
    loader: glob({ base: './content', pattern: 'curriculum.yaml' }),
    schema: curriculumSchema,
  }),
  topics: defineCollection({ loader: glob({ base: './content/topics', pattern: '*.mdx' }), schema: topicSchema }),
  lessons: defineCollection({ loader: glob({ base: './content/lessons', pattern: '*/*.mdx' }), schema: lessonSchema }),
  exercises: defineCollection({
    loader: glob({ base: './content/exercises', pattern: '*/*.mdx' }),
    schema: exerciseSchema,
  }),
  questions: defineCollection({
    loader: glob({ base: './content/questions', pattern: '*/*.yaml' }),
    schema: questionsSchema,
  }),
  cheatsheets: defineCollection({
    loader: glob({ base: './content/cheatsheets', pattern: '*.yaml' }),
    schema: cheatsheetSchema,
  }),
  reference: defineCollection({ loader: glob({ base: './content/reference', pattern: '*.mdx' }), schema: guideSchema }),
  projects: defineCollection({
    loader: glob({
      base: './content/projects',
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.replace('/index.mdx', ''),
    }),
    schema: projectSchema,
  }),
  pythonDifferences: defineCollection({
    loader: glob({ base: './content', pattern: 'python-differences.yaml' }),
    schema: pythonDifferencesSchema,
  }),
};
