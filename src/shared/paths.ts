/** URLs of the site's pages, without the base path: each begins and ends with a slash. */
export const paths = {
  home: '/',
  topic: (slug: string): string => `/${slug}/`,
  /** `id` is "topic/lesson". */
  lesson: (id: string): string => `/${id}/`,
  /** `id` is "topic/exercise". */
  exercise: (id: string): string => `/exercises/${id}/`,
  /** Starter and tests of an exercise, to work in an editor. */
  exerciseZip: (id: string): string => `/exercises/${id}.zip`,
  /** The same for all exercises of a topic. */
  exercisesZip: (topic: string): string => `/exercises/${topic}.zip`,
  /** What the grader in the page needs of an exercise. */
  exerciseJson: (id: string): string => `/exercises/${id}.json`,
  /** A lesson's programs as one Python file in cells. */
  lessonProgram: (id: string): string => `/${id}.py`,
  /** A lesson as a Jupyter notebook. */
  lessonNotebook: (id: string): string => `/${id}.ipynb`,
  /** One block of a lesson, for a frame in another page; `block` is the id of its figure. */
  embed: (id: string, block: string): string => `/embed/${id}/${block}/`,
  /** Recordings of a lesson's traced programs. */
  traces: (id: string): string => `/traces/${id}.json`,
  /** Interview questions of a lesson; `id` is "topic/lesson". */
  questions: (id: string): string => `/questions/${id}/`,
  cheatsheets: '/cheat-sheets/',
  cheatsheet: (topic: string): string => `/cheat-sheets/${topic}/`,
  references: '/reference/',
  reference: (slug: string): string => `/reference/${slug}/`,
  projects: '/projects/',
  project: (slug: string): string => `/projects/${slug}/`,
  projectZip: (slug: string): string => `/projects/${slug}.zip`,
  /** What the reader has done, and the file that it is taken away in. */
  progress: '/progress/',
  /** Ten questions that let a reader skip stops of a topic. */
  placement: (topic: string): string => `/placement/${topic}/`,
  review: '/review/',
  interview: '/interview/',
  plan: '/plan/',
  /** Topics and lessons as the tools need them. */
  roadmapFile: '/roadmap.json',
  /** The cards of a topic for Anki. */
  deck: (topic: string): string => `/decks/${topic}.apkg`,
  /** The same as a table. */
  deckTable: (topic: string): string => `/decks/${topic}.csv`,
  search: '/search/',
  about: '/about/',
} as const;

/** A path under the site's base: `('/roadmap/', '/functions/')` -> `/roadmap/functions/`. */
export function withBase(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}
