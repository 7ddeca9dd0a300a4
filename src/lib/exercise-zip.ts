/** Exercises as archives, to be solved in an editor and tested with unittest or pytest. No solutions inside. */
import { readFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import { EXERCISE_LEVELS } from '../schemas/exercise.ts';
import { paths } from '../shared/paths.ts';
import { pythons, site } from '../site.ts';
import type { Addresses } from './addresses.ts';
import type { ExerciseSource } from './exercise-source.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { moduleNames } from './python-names.ts';

/** All entries carry this date, so that the same exercise gives the same archive. */
const DATE = new Date('2026-01-01T00:00:00Z');
const SUPPORT = 'src/python/exercise_support.py';

/** A lesson with its exercises, in the order of the topic. */
export interface LessonExercises {
  id: string;
  title: string;
  exercises: readonly ExerciseSource[];
}

/** Files of an archive by name: with forward slashes, below one folder. */
export type Files = Record<string, string>;

/** `functions/run-once` -> `run_once`, the module that the reader writes. */
export const moduleOf = (id: string): string => nameOf(id).replaceAll('-', '_');

const nameOf = (id: string): string => id.split('/')[1]!;

/**
 * The files of one exercise: README, the starter as the module to work in, its tests, and what those need.
 * @param lessonTitle title of the exercise's lesson
 */
export function exerciseFiles(exercise: ExerciseSource, lessonTitle: string, addresses: Addresses): Files {
  const module = moduleOf(exercise.id);
  const files = {
    'README.md': readme(exercise, lessonTitle, addresses),
    [`${module}.py`]: exercise.starter,
    [`test_${module}.py`]: testModule(exercise),
    'exercise_support.py': readFileSync(SUPPORT, 'utf8'),
    ...exercise.files,
  };
  return inFolder(nameOf(exercise.id), files);
}

/** The files of all exercises of a topic, with a list of them. */
export function topicFiles(
  topic: { slug: string; title: string },
  lessons: readonly LessonExercises[],
  addresses: Addresses,
): Files {
  const files: Files = { 'README.md': topicReadme(topic, lessons, addresses) };
  for (const { title, exercises } of lessons)
    for (const exercise of exercises) Object.assign(files, exerciseFiles(exercise, title, addresses));
  return inFolder(`${topic.slug}-exercises`, files);
}

/** The same files always give the same bytes. */
export function zipOf(files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const bytes = new TextEncoder();
  const zippable: Zippable = Object.fromEntries(
    entries.map(([name, text]) => [name, [bytes.encode(text), { mtime: DATE }]]),
  );
  return zipSync(zippable, { level: 9 });
}

const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** The tests as the page runs them, between the names that they use and what makes them known to the tools. */
function testModule({ id, data, starter, solution, tests }: ExerciseSource): string {
  const { free } = moduleNames(tests);
  const defined = new Set([data.entry, ...moduleNames(starter).bound, ...moduleNames(solution).bound]);
  const names = [...free].filter((name) => defined.has(name) && !name.startsWith('test_')).sort();
  const given = free.has('raises') && !names.includes('raises') ? ['prepare', 'raises'] : ['prepare'];
  return [
    `"""Tests of the exercise ${JSON.stringify(data.title)}."""`,
    '',
    `from exercise_support import ${given.join(', ')}`,
    `from ${moduleOf(id)} import ${names.length > 3 ? `(\n    ${names.join(',\n    ')},\n)` : names.join(', ')}`,
    '',
    '',
    tests.trimEnd(),
    '',
    '',
    'load_tests = prepare(globals())',
    '',
  ].join('\n');
}

const HOW_TO_TEST = `\`\`\`console
$ python -m unittest -v
\`\`\`

or, where [pytest](https://docs.pytest.org/) is installed, which shows the values of a comparison that failed:

\`\`\`console
$ pytest
\`\`\``;

const LICENSE = `License: [${site.license.name}](${site.license.url}), from [${site.name}](${site.url}).`;

function readme({ id, data, prompt }: ExerciseSource, lessonTitle: string, { targets, absolute }: Addresses): string {
  const module = moduleOf(id);
  const intro = `Exercise (${data.level}) of the lesson [${lessonTitle}](${absolute(paths.lesson(data.lesson))}).`;
  return `${plainMarkdown(`${intro}\n\n${prompt}`, data.title, targets, absolute)}
## How to work on it

Write your code in \`${module}.py\`; leave the other files as they are. You need Python ${pythons.previous} or later. Run the tests in this folder:

${HOW_TO_TEST}

There is no solution in this archive. Hints, the solution and a note on it are on the page of the exercise:
<${absolute(paths.exercise(id))}>

${LICENSE}
`;
}

function topicReadme(
  topic: { slug: string; title: string },
  lessons: readonly LessonExercises[],
  { absolute }: Addresses,
): string {
  const parts = lessons
    .filter(({ exercises }) => exercises.length > 0)
    .map(({ id, title, exercises }) => {
      const byLevel = exercises.toSorted(
        (a, b) => EXERCISE_LEVELS.indexOf(a.data.level) - EXERCISE_LEVELS.indexOf(b.data.level),
      );
      const rows = byLevel.map(
        (exercise) =>
          `- ${exercise.data.level}: [${exercise.data.title}](${nameOf(exercise.id)}/README.md), [with hints and solution](${absolute(paths.exercise(exercise.id))})`,
      );
      return `## [${title}](${absolute(paths.lesson(id))})\n\n${rows.join('\n')}\n`;
    });
  return `# ${topic.title}: exercises

Each folder is one exercise: its README says what to write and in which file. You need Python ${pythons.previous} or later. Run the tests in the folder of an exercise:

${HOW_TO_TEST}

Started here, \`pytest\` runs the tests of all exercises. There are no solutions in this archive; the page of each exercise has hints, the solution and a note on it.

${parts.join('\n')}
${LICENSE}
`;
}
