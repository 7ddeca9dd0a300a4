import { z } from 'astro/zod';
import { pythonVersionSchema } from './common.ts';

/** `content/cheatsheets/<topic>.yaml`: one printed A4 page. */
export const cheatsheetSchema = z.strictObject({
  title: z.string(),
  groups: z
    .array(
      z.strictObject({
        title: z.string(),
        rows: z
          .array(
            z.strictObject({
              /** Python, or a shell command behind `$ `. */
              code: z.string(),
              means: z.string(),
              /** The repr that the row's value has. */
              shows: z.string().optional(),
              /** The version that the row needs. */
              python: pythonVersionSchema.optional(),
            }),
          )
          .min(1),
        /** Python that stands before the rows when they are evaluated. */
        setup: z.string().optional(),
      }),
    )
    .min(1),
});
export type Cheatsheet = z.infer<typeof cheatsheetSchema>;
