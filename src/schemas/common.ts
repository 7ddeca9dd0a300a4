import { z } from 'astro/zod';

/** The four levels, lowest first. Their index is their height on the map. */
export const LEVELS = ['foundation', 'core', 'advanced', 'expert'] as const;
export type Level = (typeof LEVELS)[number];
export const levelSchema = z.enum(LEVELS);

/** A slug: the last segment of a URL, kebab-case. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected kebab-case');

/** A lesson's permanent id, `topic/lesson`. */
export const lessonIdSchema = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'expected a lesson id, "topic/lesson"');

/** A Python version that pages may name. */
export const pythonVersionSchema = z.string().regex(/^3\.\d+$/, 'expected a Python version such as "3.15"');

/** A primary source. */
export const referenceSchema = z.strictObject({
  title: z.string().min(3),
  url: z.url({ protocol: /^https$/ }),
});
export type Reference = z.infer<typeof referenceSchema>;

/** A sentence or two of plain text; it ends with a full stop. */
export const sentenceSchema = z.string().regex(/[.)]$/, 'expected a full stop at the end');
