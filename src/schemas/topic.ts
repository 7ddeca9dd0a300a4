import { z } from 'astro/zod';
import { sentenceSchema } from './common.ts';

/** Frontmatter of `content/topics/<topic>.mdx`; title and order stand in the curriculum. */
export const topicSchema = z.strictObject({
  /** One sentence for search results and link previews. */
  description: sentenceSchema.max(160),
  /** What readers type to find the page, spelled as in code. */
  symbols: z.array(z.string().min(1)).default([]),
});
export type TopicData = z.infer<typeof topicSchema>;
