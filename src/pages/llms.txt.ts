import { getLessons, getRoadmap, getTopics } from '../lib/entries.ts';
import { absoluteUrl } from '../lib/markdown-page.ts';
import { site } from '../site.ts';

/** A list of the pages' Markdown for programs that read, as llmstxt.org describes it. */
export const GET = async (): Promise<Response> => {
  const { topics } = await getRoadmap();
  const descriptions = new Map((await getLessons()).map(({ id, data }) => [id, data.description]));
  const written = new Map((await getTopics()).map(({ id, data }) => [id, data.description]));
  const parts = topics.flatMap((topic) => {
    const lines = [
      ...(written.has(topic.slug)
        ? [`- [${topic.title} at a glance](${absoluteUrl(topic.path)}index.md): ${written.get(topic.slug)!}`]
        : []),
      ...topic.lessons
        .filter(({ path }) => path)
        .map(({ id, title, path }) => `- [${title}](${absoluteUrl(path!)}index.md): ${descriptions.get(id) ?? ''}`),
    ];
    return lines.length > 0 ? [`## ${topic.number}. ${topic.title}`, '', ...lines, ''] : [];
  });
  return new Response([`# ${site.name}`, '', `> ${site.description}`, '', ...parts].join('\n'));
};
