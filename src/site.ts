/** Facts about the site that pages, feeds and checks share. */
export const site = {
  name: 'Python Top 1% Roadmap',
  /** Where the site is published; canonical links, the sitemap and structured data use it. */
  url: process.env.SITE_URL ?? 'https://python-top-1-percent.github.io',
  /** Path under which the site is served; begins and ends with a slash. */
  base: process.env.SITE_BASE ?? '/',
  description:
    'A route map through Python, from the first name binding to the bytecode that runs it: 12 topics, every example executed and its output proved.',
  repository: 'https://github.com/python-top-1-percent/roadmap',
  /** Branch that "edit this page" links to. */
  branch: 'main',
  license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
} as const;

/** The Python versions that every example is proved on. */
export const pythons = {
  /** The version that the site teaches as current. */
  current: '3.15',
  /** The release before it; also the version of the browser's Python. */
  previous: '3.14',
} as const;
