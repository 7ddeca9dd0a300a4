import {
  getAllQuestions,
  getCheatsheets,
  getExercises,
  getGuides,
  getLessons,
  getProjects,
  getRoadmap,
} from '../lib/entries.ts';
import { absoluteUrl } from '../lib/markdown-page.ts';
import { proofOf } from '../lib/proof.ts';
import { paths } from '../shared/paths.ts';

/** Every page that search engines may list, with the day on which its examples last ran. */
export const GET = async (): Promise<Response> => {
  const { topics } = await getRoadmap();
  const pages: { path: string; proof?: string }[] = [
    { path: paths.home },
    ...topics.map(({ path, slug }) => ({ path, proof: `topics/${slug}` })),
    ...(await getLessons()).map(({ id }) => ({ path: paths.lesson(id), proof: `lessons/${id}` })),
    ...(await getExercises()).map(({ id }) => ({ path: paths.exercise(id) })),
    ...(await getAllQuestions()).map(({ lesson }) => ({ path: paths.questions(lesson), proof: `questions/${lesson}` })),
    { path: paths.review },
    { path: paths.interview },
    { path: paths.plan },
    { path: paths.cheatsheets },
    ...(await getCheatsheets()).map(({ topic }) => ({ path: paths.cheatsheet(topic) })),
    { path: paths.references },
    ...(await getGuides()).map(({ id }) => ({ path: paths.reference(id), proof: `reference/${id}` })),
    { path: paths.projects },
    ...(await getProjects()).map(({ id }) => ({ path: paths.project(id), proof: `projects/${id}` })),
    { path: paths.about },
  ];
  const urls = pages.map(({ path, proof }) => {
    const day = proof ? proofOf(proof)?.date : undefined;
    return `<url><loc>${absoluteUrl(path)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`;
  });
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    {
      headers: { 'content-type': 'application/xml' },
    },
  );
};
