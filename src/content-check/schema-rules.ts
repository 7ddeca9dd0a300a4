/** Fields: unknown, missing or of the wrong kind, with the line of the field. */
import type { z } from 'astro/zod';
import { cheatsheetSchema } from '../schemas/cheatsheet.ts';
import { exerciseSchema } from '../schemas/exercise.ts';
import { lessonSchema } from '../schemas/lesson.ts';
import { projectSchema } from '../schemas/project.ts';
import { questionsSchema } from '../schemas/question.ts';
import { guideSchema } from '../schemas/reference.ts';
import { topicSchema } from '../schemas/topic.ts';
import type { ContentFile, Data, Kind } from './files.ts';
import type { Problem } from './problem.ts';

const SCHEMAS: Record<Kind, z.ZodType> = {
  lessons: lessonSchema,
  topics: topicSchema,
  exercises: exerciseSchema,
  questions: questionsSchema,
  cheatsheets: cheatsheetSchema,
  reference: guideSchema,
  projects: projectSchema,
};

export function checkSchema({ kind, file, data }: ContentFile): Problem[] {
  return validate(SCHEMAS[kind], file, data);
}

/** Every problem of a YAML value against its schema. */
export function validate(schema: z.ZodType, file: string, data: Data): Problem[] {
  if (data.errors.length > 0)
    return data.errors.map(({ line, message }) => ({ file, line, message: `expected valid YAML: ${message}` }));
  const result = schema.safeParse(data.value ?? {});
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    const field = issue.path.join('.') || 'the file';
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        line: data.lineOf([...issue.path, key]),
        message: `unknown field "${[...issue.path, key].join('.')}"; the fields are those of the schema in src/schemas/`,
      }));
    const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
    const message = missing
      ? `expected the field "${field}" (${issue.expected}), found none`
      : `field "${field}": ${issue.message.replace(/^Invalid (option|input): /, '')}`;
    return [{ file, line: data.lineOf(issue.path), message }];
  });
}
