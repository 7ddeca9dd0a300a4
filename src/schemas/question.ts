import { z } from 'astro/zod';
import { slugSchema } from './common.ts';

/** Whom an interview question is for. */
export const QUESTION_LEVELS = ['junior', 'mid', 'senior'] as const;

/** One question; all texts are Markdown. */
export const questionSchema = z.strictObject({
  /** Permanent, unique in its file. */
  id: slugSchema,
  q: z.string().min(5),
  level: z.enum(QUESTION_LEVELS),
  answer: z.string().min(20),
  followups: z.array(z.strictObject({ q: z.string(), a: z.string() })).min(1),
  /** What a weak answer looks like, and why it is weak. */
  weak: z.string().min(10),
});
/** `content/questions/<topic>/<lesson>.yaml` */
export const questionsSchema = z.array(questionSchema).min(1);
export type Question = z.infer<typeof questionSchema>;
