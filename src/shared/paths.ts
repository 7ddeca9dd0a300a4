/** URLs of the site's pages, without the base path: each begins and ends with a slash. */
export const paths = {
  home: '/',
  topic: (slug: string): string => `/${slug}/`,
  /** `id` is "topic/lesson". */
  lesson: (id: string): string => `/${id}/`,
  /** `id` is "topic/exercise". */
  exercise: (id: string): string => `/exercises/${id}/`,
  /** Interview questions of a lesson; `id` is "topic/lesson". */
  questions: (id: string): string => `/questions/${id}/`,
  cheatsheets: '/cheat-sheets/',
  cheatsheet: (topic: string): string => `/cheat-sheets/${topic}/`,
  references: '/reference/',
  reference: (slug: string): string => `/reference/${slug}/`,
  projects: '/projects/',
  project: (slug: string): string => `/projects/${slug}/`,
  projectZip: (slug: string): string => `/projects/${slug}.zip`,
  search: '/search/',
  about: '/about/',
} as const;

/** A path under the site's base: `('/roadmap/', '/functions/')` -> `/roadmap/functions/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}
