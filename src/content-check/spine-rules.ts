/** The spine against the pages: every lesson once, prerequisites that exist and do not turn in a circle, the source document covered. */
import type { Curriculum, SourceDocument } from '../schemas/curriculum.ts';
import type { LessonData } from '../schemas/lesson.ts';
import type { ContentFile, Data } from './files.ts';
import type { Problem } from './problem.ts';

const SPINE = 'content/curriculum.yaml';

/** A lesson's facts and the place that a message about it names. */
interface Place {
  id: string;
  prerequisites: string[];
  covers: string[];
  at(field: string, index: number): { file: string; line: number };
}

export function checkSpine(
  spine: Curriculum,
  spineData: Data,
  files: ContentFile[],
  source: SourceDocument,
): Problem[] {
  const pages = new Map(files.filter(({ kind }) => kind === 'lessons').map((file) => [file.id, file]));
  const { places, problems } = collect(spine, spineData, pages);
  const known = new Set(places.map(({ id }) => id));
  for (const [id, { file }] of pages)
    if (!known.has(id))
      problems.push({ file, line: 1, message: `expected the lesson "${id}" in ${SPINE}, found no entry` });
  for (const place of places)
    place.prerequisites.forEach((before, index) => {
      if (!known.has(before))
        problems.push({
          ...place.at('prerequisites', index),
          message: `expected an existing lesson, found "${before}"`,
        });
      if (before === place.id)
        problems.push({ ...place.at('prerequisites', index), message: 'a lesson cannot be its own prerequisite' });
    });
  return [...problems, ...findCycle(places), ...checkCoverage(places, source)];
}

function collect(
  spine: Curriculum,
  data: Data,
  pages: ReadonlyMap<string, ContentFile>,
): { places: Place[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const places: Place[] = [];
  const seen = new Map<string, number>();
  spine.topics.forEach((topic, t) => {
    topic.lessons.forEach((lesson, l) => {
      const id = `${topic.slug}/${lesson.slug}`;
      const path = ['topics', t, 'lessons', l];
      const line = data.lineOf(path);
      const page = pages.get(id);
      const earlier = seen.get(id);
      if (earlier !== undefined)
        problems.push({ file: SPINE, line, message: `lesson "${id}" stands twice, first in line ${earlier}` });
      seen.set(id, line);
      if (page && lesson.planned)
        problems.push({
          file: SPINE,
          line: data.lineOf([...path, 'planned']),
          message: `lesson "${id}" has a page: expected no "planned", its facts stand in ${page.file}`,
        });
      if (!page && !lesson.planned)
        problems.push({
          file: SPINE,
          line,
          message: `lesson "${id}" has no page: expected "planned" or content/lessons/${id}.mdx`,
        });
      const facts = (page ? page.data.value : lesson.planned) as Partial<LessonData> | undefined;
      places.push({
        id,
        prerequisites: Array.isArray(facts?.prerequisites) ? facts.prerequisites : [],
        covers: Array.isArray(facts?.covers) ? facts.covers : [],
        at: (field, index) =>
          page
            ? { file: page.file, line: page.data.lineOf([field, index]) }
            : { file: SPINE, line: data.lineOf([...path, 'planned', field, index]) },
      });
    });
  });
  return { places, problems };
}

/** The first circle of prerequisites, named whole. */
function findCycle(places: Place[]): Problem[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const done = new Set<string>();
  const visit = (id: string, trail: string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const before of byId.get(id)?.prerequisites ?? []) {
      const circle = before === id ? undefined : visit(before, [...trail, id]);
      if (circle) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const { id } of places) {
    const circle = visit(id, []);
    if (circle)
      return [
        {
          ...byId.get(circle[0]!)!.at('prerequisites', 0),
          message: `prerequisites turn in a circle: ${circle.join(' needs ')}`,
        },
      ];
  }
  return [];
}

/** Every bullet and every named item of the source document is taught by some lesson of its topic. */
function checkCoverage(places: Place[], source: SourceDocument): Problem[] {
  const problems: Problem[] = [];
  const expected = new Map(
    source.map(({ topic, bullets }) => [topic, bullets.flatMap(({ id, items }) => (items.length > 0 ? items : [id]))]),
  );
  for (const place of places) {
    const ids = expected.get(place.id.split('/')[0]!) ?? [];
    place.covers.forEach((covered, index) => {
      if (!ids.includes(covered))
        problems.push({
          ...place.at('covers', index),
          message: `expected one of ${ids.join(', ')}, found "${covered}"`,
        });
    });
  }
  for (const [topic, ids] of expected) {
    const taught = new Set(places.filter(({ id }) => id.startsWith(`${topic}/`)).flatMap(({ covers }) => covers));
    for (const id of ids)
      if (!taught.has(id))
        problems.push({
          file: 'content/source-document.yaml',
          line: 1,
          message: `expected a lesson of "${topic}" that covers "${id}", found none`,
        });
  }
  return problems;
}
