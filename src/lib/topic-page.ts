/** Everything that a topic's page shows. */
import { render } from 'astro:content';
import { climb, lineOf, type Topic } from './curriculum.ts';
import { getCheatsheets, getExercises, getProjects, getRoadmap, type TopicEntry } from './entries.ts';
import { stopsWithChanges } from './map-stops.ts';
import { mapsOf } from './maps.ts';
import type { OverviewDrawing } from './map/overview.ts';
import { breadcrumbData, learningData, type PageMeta } from './page-meta.ts';
import { proofOf, type Proof } from './proof.ts';
import { paths } from '../shared/paths.ts';

/** The page object of a topic. */
export interface TopicPage {
  Content: Awaited<ReturnType<typeof render>>['Content'] | undefined;
  meta: PageMeta;
  topics: Topic[];
  previous: Topic | undefined;
  next: Topic | undefined;
  /** Sections of the text, and the line. */
  headings: { id: string; text: string }[];
  /** The line's stops. */
  stops: ReturnType<typeof stopsWithChanges>;
  /** The miniature of the map. */
  overview: OverviewDrawing;
  /** Lessons that are written. */
  written: number;
  /** Path of the zip with the topic's exercises. */
  exercises: string | undefined;
  cheatsheet: string | undefined;
  project:
    { title: string; description: string; path: string; hours: number; milestones: number; uses: number[] } | undefined;
  proof: Proof | undefined;
}

/** @param entry the topic's text, where it is written */
export async function topicPage(topic: Topic, entry: TopicEntry | undefined): Promise<TopicPage> {
  const roadmap = await getRoadmap();
  const rendered = entry ? await render(entry) : undefined;
  const project = (await getProjects()).find(({ id }) => id === topic.project.slug);
  const hasExercises = (await getExercises()).some(({ id }) => id.startsWith(`${topic.slug}/`));
  const hasSheet = (await getCheatsheets()).some((sheet) => sheet.topic === topic.slug);
  const description = entry?.data.description ?? `${topic.title}: ${topic.lessons.length} stops, ${climb(topic)}.`;
  return {
    Content: rendered?.Content,
    topics: roadmap.topics,
    previous: roadmap.topics[topic.number - 2],
    next: roadmap.topics[topic.number],
    headings: [
      ...(rendered?.headings ?? []).filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text })),
      { id: 'stops', text: 'The line' },
    ],
    stops: stopsWithChanges(topic, roadmap),
    overview: mapsOf(roadmap).overview,
    written: topic.lessons.filter(({ path }) => path).length,
    exercises: hasExercises ? paths.exercisesZip(topic.slug) : undefined,
    cheatsheet: hasSheet ? paths.cheatsheet(topic.slug) : undefined,
    project: project && {
      title: project.data.title,
      description: project.data.description,
      path: paths.project(project.id),
      hours: project.data.hours,
      milestones: project.data.milestones.length,
      uses: project.data.uses.map((slug) => lineOf(roadmap.topics, slug)),
    },
    proof: proofOf(`topics/${topic.slug}`),
    meta: {
      title: topic.title,
      description,
      path: topic.path,
      ...(entry ? { markdown: `${topic.path}index.md` } : {}),
      structured: [
        breadcrumbData([
          { name: 'Map', path: '/' },
          { name: topic.title, path: topic.path },
        ]),
        learningData({
          name: topic.title,
          description,
          path: topic.path,
          minutes: topic.minutes,
          teaches: topic.summary,
          kind: 'topic',
        }),
      ],
    },
  };
}
