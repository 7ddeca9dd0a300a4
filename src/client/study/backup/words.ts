/** What a file holds and what an import would do, in sentences. */
import { DRAFT_PREFIX, EDIT_PREFIX, INTERVIEW_KEY, PLAN_KEY, REVIEW_KEY } from '../../../shared/storage-keys.ts';
import { counted } from '../words.ts';
import type { Effect, Fate, Holdings } from './changes.ts';

/** What there is, in words; empty when there is nothing. */
export function holdingWords(held: Holdings): string[] {
  return [
    held.lessons > 0 && `${counted(held.lessons, 'lesson')} done`,
    held.exercises > 0 && `${counted(held.exercises, 'exercise')} solved`,
    held.questions > 0 && `${counted(held.questions, 'question')} known`,
    held.drafts > 0 && counted(held.drafts, 'draft of an exercise', 'drafts of exercises'),
    held.edits > 0 && counted(held.edits, 'edited program'),
    held.review && 'the cards and dates of the review',
    held.interviews && 'the results of interviews',
    held.plan && 'the study plan',
  ].filter((words) => words !== false);
}

const NAMES = new Map([
  [REVIEW_KEY, 'The review'],
  [INTERVIEW_KEY, 'The results of interviews'],
  [PLAN_KEY, 'The study plan'],
]);
const IS_MANY = new Set([INTERVIEW_KEY]);

/**
 * What an import would do, a sentence each; empty when it would do nothing.
 * @param titleOf the title of an exercise by its id
 */
export function effectWords({ marks, hasMarks, keys }: Effect, titleOf: (exercise: string) => string): string[] {
  const said = [
    ...markWords('lesson', 'done', marks.lessons),
    ...markWords('exercise', 'solved', marks.exercises),
    ...markWords('question', 'known', marks.questions),
  ];
  if (hasMarks && said.length === 0) said.push('other marks, with the same numbers done, solved and known');
  for (const fate of ['added', 'merged', 'replaced', 'removed', 'left'] as const) {
    const those = keys.filter((entry) => entry.fate === fate).map(({ key }) => key);
    const drafts = those.filter((key) => key.startsWith(DRAFT_PREFIX));
    if (drafts.length > 0)
      said.push(
        `${counted(drafts.length, 'draft')} ${FATES[fate]}: ${drafts.map((key) => titleOf(key.slice(DRAFT_PREFIX.length))).join(', ')}`,
      );
    const edits = those.filter((key) => key.startsWith(EDIT_PREFIX));
    if (edits.length > 0) said.push(`${counted(edits.length, 'edited program')} ${FATES[fate]}`);
    for (const [key, name] of NAMES)
      if (those.includes(key)) said.push(`${name} ${IS_MANY.has(key) ? 'are' : 'is'} ${FATES[fate]}`);
  }
  return said.map((words) => `${words[0]!.toUpperCase()}${words.slice(1)}.`);
}

const FATES: Record<Fate, string> = {
  added: 'added',
  merged: 'brought together with the file',
  replaced: 'replaced by the file',
  removed: 'removed',
  left: 'kept as here, although the file has another version',
};

function markWords(one: string, state: string, { more, fewer }: { more: number; fewer: number }): string[] {
  return [
    more > 0 && `${more} more ${more === 1 ? one : `${one}s`} ${state}`,
    fewer > 0 && `${counted(fewer, one)} no longer ${state}`,
  ].filter((words) => words !== false);
}
