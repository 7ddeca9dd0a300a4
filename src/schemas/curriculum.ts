import { z } from 'astro/zod';
import { lessonIdSchema, levelSchema, sentenceSchema, slugSchema } from './common.ts';

/** A lesson of the spine. `planned` holds what the map needs until the page is written. */
export const spineLessonSchema = z.strictObject({
  slug: slugSchema,
  /** The name on the map. */
  label: z.string().max(19),
  planned: z
    .strictObject({
      title: z.string(),
      level: levelSchema,
      minutes: z.int().min(10).max(180),
      prerequisites: z.array(lessonIdSchema),
      outcome: sentenceSchema,
      covers: z.array(slugSchema),
    })
    .optional(),
});

/** A topic of the spine, with its lessons in order. */
export const spineTopicSchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  /** The name on the map. */
  short: z.string().max(18),
  /** What mastery of the topic means, in the second person. */
  summary: sentenceSchema,
  /** The project at the end of the line. */
  project: z.strictObject({ slug: slugSchema, title: z.string() }),
  lessons: z.array(spineLessonSchema).min(1),
});

/** `content/curriculum.yaml` */
export const curriculumSchema = z.strictObject({ topics: z.array(spineTopicSchema).min(1) });
export type Curriculum = z.infer<typeof curriculumSchema>;

/** `content/source-document.yaml` */
export const sourceDocumentSchema = z.array(
  z.strictObject({
    topic: slugSchema,
    title: z.string(),
    bullets: z.array(z.strictObject({ id: slugSchema, text: z.string(), items: z.array(slugSchema) })),
  }),
);
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;
