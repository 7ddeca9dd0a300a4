import { z } from 'astro/zod';
import { sentenceSchema, slugSchema } from './common.ts';

/**
 * One thing that the browser's Python does in another way than CPython.
 *
 * Code in backticks is evidence: it occurs in the programs of `tests/probes/` that show the difference, or
 * in what they print.
 */
export const pythonDifferenceSchema = z.strictObject({
  /** Permanent; the anchor of the entry. */
  id: slugSchema,
  /** A short noun phrase. */
  title: z.string().min(3).regex(/[^.]$/, 'expected no full stop at the end'),
  /** What CPython does. */
  cpython: sentenceSchema,
  /** What the browser's Python does, with the exact error where there is one. */
  browser: sentenceSchema,
  /** The reason. */
  why: sentenceSchema.optional(),
  /** What a reader does about it. */
  instead: sentenceSchema,
});
export type PythonDifference = z.infer<typeof pythonDifferenceSchema>;

/** `content/python-differences.yaml`: all known differences, in the order in which they are shown. */
export const pythonDifferencesSchema = z
  .array(pythonDifferenceSchema)
  .min(1)
  .refine((entries) => new Set(entries.map(({ id }) => id)).size === entries.length, 'expected each id only once');
