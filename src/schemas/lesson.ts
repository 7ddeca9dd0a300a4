import { z } from 'astro/zod';
import {
  lessonIdSchema,
  levelSchema,
  pythonVersionSchema,
  referenceSchema,
  sentenceSchema,
  slugSchema,
} from './common.ts';

/** Frontmatter of `content/lessons/<topic>/<lesson>.mdx`. */
export const lessonSchema = z.strictObject({
  title: z.string().min(2),
  /** One sentence for search results and link previews. */
  description: sentenceSchema.max(160),
  level: levelSchema,
  /** Study time with the exercises. */
  minutes: z.int().min(10).max(180),
  /** Lessons that should be known first. */
  prerequisites: z.array(lessonIdSchema),
  /** What the reader can do afterwards, in the second person. */
  outcome: sentenceSchema,
  /** Ids of the source document's bullets and items that the lesson teaches. */
  covers: z.array(slugSchema),
  /** What readers type to find the page, spelled as in code. */
  symbols: z.array(z.string().min(1)).min(1),
  /** Other words for the subject. */
  aliases: z.array(z.string().min(2)).default([]),
  references: z.array(referenceSchema).min(1),
  /** The Python version that the whole subject needs. */
  since: pythonVersionSchema.optional(),
  /** What changed in a Python version that the site teaches. */
  changed: z.array(z.strictObject({ python: pythonVersionSchema, what: sentenceSchema })).default([]),
  /** Exercises in order, by file name. */
  exercises: z.array(slugSchema).default([]),
});
export type LessonData = z.infer<typeof lessonSchema>;
