import { z } from 'astro/zod';
import { referenceSchema, sentenceSchema } from './common.ts';

/** Frontmatter of `content/reference/<guide>.mdx`. */
export const guideSchema = z.strictObject({
  title: z.string().min(2),
  description: sentenceSchema.max(160),
  symbols: z.array(z.string().min(1)).default([]),
  references: z.array(referenceSchema).default([]),
});
export type GuideData = z.infer<typeof guideSchema>;
