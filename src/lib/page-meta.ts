/** What a page tells browsers, search engines and link previews about itself. */
import { withBase } from '../shared/paths.ts';
import { site } from '../site.ts';

export interface PageMeta {
  title: string;
  description: string;
  /** URL path without the base. */
  path: string;
  /** Structured data, one JSON-LD object each. */
  structured?: object[];
  noindex?: boolean;
  /** Path of the page's Markdown. */
  markdown?: string;
}

/** A step of the breadcrumb: a name and a path without the base. */
export interface Crumb {
  name: string;
  path: string;
}

const absolute = (path: string): string => new URL(withBase(site.base, path), site.url).href;

/** schema.org BreadcrumbList. */
export function breadcrumbData(crumbs: Crumb[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** What schema.org's LearningResource says of a lesson, a topic or a project. */
export interface Learning {
  name: string;
  description: string;
  path: string;
  level?: string;
  minutes?: number;
  /** What the reader can do afterwards. */
  teaches?: string;
  kind: string;
}

/** schema.org LearningResource. */
export function learningData({ name, description, path, level, minutes, teaches, kind }: Learning): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name,
    description,
    url: absolute(path),
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: site.license.url,
    learningResourceType: kind,
    ...(level ? { educationalLevel: level } : {}),
    ...(minutes ? { timeRequired: `PT${minutes}M` } : {}),
    ...(teaches ? { teaches } : {}),
  };
}

/** Link that opens a prefilled problem report for a page. */
export function reportUrl(title: string, path: string, version: string): string {
  const body = `Page: ${absolute(path)}\nVersion: ${version}\n\nWhat is unclear or wrong:\n`;
  return `${site.repository}/issues/new?title=${encodeURIComponent(`${title}: `)}&body=${encodeURIComponent(body)}`;
}

/** Link to a file's editor. `file` is relative to the repository. */
export function editUrl(file: string): string {
  return `${site.repository}/edit/${site.branch}/${file}`;
}
