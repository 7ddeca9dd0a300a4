import type { APIContext } from 'astro';
import { getProjects } from '../../lib/entries.ts';
import { projectZip } from '../../lib/project-zip.ts';

export const getStaticPaths = async () => (await getProjects()).map(({ id }) => ({ params: { project: id } }));

export const GET = ({ params }: APIContext): Response =>
  new Response(projectZip(`content/projects/${params['project']!}`, params['project']!), {
    headers: { 'content-type': 'application/zip' },
  });
