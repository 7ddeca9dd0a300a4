/** Lessons, exercises, questions and topic pages that belong together. */
import type { SourceDocument } from '../schemas/curriculum.ts';
import type { ContentFile } from './files.ts';
import type { Anchors } from './link-rules.ts';
import type { Problem } from './problem.ts';

/** Each exercise is named by its lesson, and each name has its file; questions belong to a written lesson. */
export function checkPractice(files: readonly ContentFile[]): Problem[] {
  const problems: Problem[] = [];
  const exercises = new Map(files.filter(({ kind }) => kind === 'exercises').map((file) => [file.id, file]));
  const lessons = new Map(files.filter(({ kind }) => kind === 'lessons').map((file) => [file.id, file]));
  const named = new Set<string>();
  for (const [id, lesson] of lessons) {
    const { exercises: names } = (lesson.data.value ?? {}) as { exercises?: string[] };
    (Array.isArray(names) ? names : []).forEach((name, index) => {
      const exercise = `${id.split('/')[0]!}/${name}`;
      const line = lesson.data.lineOf(['exercises', index]);
      const found = exercises.get(exercise)?.data.value as { lesson?: string } | undefined;
      if (named.has(exercise))
        problems.push({ file: lesson.file, line, message: `exercise "${exercise}" is named twice` });
      named.add(exercise);
      if (!exercises.has(exercise))
        problems.push({
          file: lesson.file,
          line,
          message: `expected content/exercises/${exercise}.mdx, found no such file`,
        });
      else if (found?.lesson !== id)
        problems.push({
          file: lesson.file,
          line,
          message: `exercise "${exercise}" belongs to "${found?.lesson ?? 'no lesson'}"`,
        });
    });
  }
  for (const [id, { file }] of exercises)
    if (!named.has(id))
      problems.push({ file, line: 1, message: `expected a lesson that names the exercise "${id}", found none` });
  for (const { kind, id, file } of files)
    if (kind === 'questions' && !lessons.has(id))
      problems.push({ file, line: 1, message: `expected content/lessons/${id}.mdx, found no such lesson` });
  for (const { kind, data, file } of files)
    if (kind === 'questions') problems.push(...repeatedIds(data.value, file, (index) => data.lineOf([index, 'id'])));
  return problems;
}

function repeatedIds(value: unknown, file: string, lineOf: (index: number) => number): Problem[] {
  const ids = (Array.isArray(value) ? value : []).map((question: { id?: string }) => question.id);
  return ids.flatMap((id, index) =>
    id !== undefined && ids.indexOf(id) !== index
      ? [{ file, line: lineOf(index), message: `question id "${id}" stands twice` }]
      : [],
  );
}

/** A topic page has a section for every bullet of the source document, and an anchor for every named item. */
export function checkTopicPages(files: readonly ContentFile[], source: SourceDocument, anchors: Anchors): Problem[] {
  return files
    .filter(({ kind }) => kind === 'topics')
    .flatMap(({ id, file }) => {
      const bullets = source.find(({ topic }) => topic === id)?.bullets;
      if (!bullets)
        return [{ file, line: 1, message: `expected a topic of content/source-document.yaml, found "${id}"` }];
      const known = anchors.get(`/${id}/`) ?? new Set();
      return bullets
        .flatMap((bullet) => [bullet.id, ...bullet.items])
        .filter((anchor) => !known.has(anchor))
        .map((anchor) => ({
          file,
          line: 1,
          message: `expected a heading or <Item> with the id "${anchor}", found none`,
        }));
    });
}
