/** Checks all of content/ and reports every problem at once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLinkTargets } from '../lib/content-files.ts';
import { curriculumSchema, sourceDocumentSchema, type Curriculum, type SourceDocument } from '../schemas/curriculum.ts';
import { checkLock, lockLines } from './anchor-lock.ts';
import { parseData, readContent } from './files.ts';
import { checkLinks, collectAnchors } from './link-rules.ts';
import { checkPractice, checkTopicPages } from './practice-rules.ts';
import type { Problem } from './problem.ts';
import { checkSchema, validate } from './schema-rules.ts';
import { checkSpine } from './spine-rules.ts';
import { checkText } from './text-rules.ts';
import { checkTraces } from './trace-rules.ts';

/** What a check of the content found. */
export interface ContentReport {
  problems: Problem[];
  /** Lessons of the spine, and how many of them are in preparation. */
  lessons: number;
  planned: number;
  /** What content/anchors.lock should hold. */
  lock: string[];
}

/**
 * @param root the folder that holds content/
 * @param renamed pages and anchors that moved
 */
export function checkContent(root: string, renamed: Readonly<Record<string, string>>): ContentReport {
  const spineData = parseData(readFileSync(join(root, 'content/curriculum.yaml'), 'utf8'), 0);
  const sourceData = parseData(readFileSync(join(root, 'content/source-document.yaml'), 'utf8'), 0);
  const broken = [
    ...validate(curriculumSchema, 'content/curriculum.yaml', spineData),
    ...validate(sourceDocumentSchema, 'content/source-document.yaml', sourceData),
  ];
  // Nothing can be said of the pages while the spine itself cannot be read.
  if (broken.length > 0) return { problems: broken, lessons: 0, planned: 0, lock: [] };
  const spine = spineData.value as Curriculum;
  const source = sourceData.value as SourceDocument;
  const files = readContent(root);
  const targets = readLinkTargets(join(root, 'content'));
  const anchors = collectAnchors(files);
  const lockFile = join(root, 'content/anchors.lock');
  const lessons = spine.topics.flatMap((topic) => topic.lessons);
  return {
    problems: [
      ...files.flatMap((file) => [...checkSchema(file), ...checkText(file), ...checkLinks(file, targets, anchors)]),
      ...checkSpine(spine, spineData, files, source),
      ...checkPractice(files),
      ...checkTopicPages(files, source, anchors),
      ...checkTraces(root, files),
      ...checkLock(existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '', anchors, renamed),
    ],
    lessons: lessons.length,
    planned: lessons.filter(({ planned }) => planned).length,
    lock: lockLines(anchors),
  };
}
