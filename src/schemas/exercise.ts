import { z } from 'astro/zod';
import { lessonIdSchema } from './common.ts';

/** How hard an exercise is. */
export const EXERCISE_LEVELS = ['easy', 'medium', 'hard'] as const;

/** Frontmatter of `content/exercises/<topic>/<exercise>.mdx`. */
export const exerciseSchema = z.strictObject({
  title: z.string().min(2),
  lesson: lessonIdSchema,
  level: z.enum(EXERCISE_LEVELS),
  /** The name that the tests need. */
  entry: z.string().regex(/^[A-Za-z_]\w*$/, 'expected a Python name'),
});
export type ExerciseData = z.infer<typeof exerciseSchema>;
