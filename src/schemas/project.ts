import { z } from 'astro/zod';
import { levelSchema, sentenceSchema, slugSchema } from './common.ts';

/** Frontmatter of `content/projects/<project>/index.mdx`. */
export const projectSchema = z.strictObject({
  title: z.string().min(2),
  description: sentenceSchema.max(160),
  /** The topic whose line the project ends. */
  topic: slugSchema,
  level: levelSchema,
  hours: z.number().min(0.5).max(40),
  /** Topics whose lessons it uses. */
  uses: z.array(slugSchema).min(1),
  /** Milestones in order; `tests/test_milestone_<n>.py` checks the n-th. */
  milestones: z.array(z.strictObject({ title: z.string(), summary: sentenceSchema })).min(1),
});
export type ProjectData = z.infer<typeof projectSchema>;
