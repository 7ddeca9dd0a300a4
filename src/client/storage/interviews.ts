/**
 * Results of mock interviews, kept in the browser.
 *
 * Stored: `roadmap.interviews` = { version: 1, results: [{ id, at, seed, settings, answers }] }, see
 * study/interview/results.ts; the latest first, fifty at most.
 * Life cycle: a result is written once, at the end of an interview, and never changed; each change reads what is
 * stored now, so that two tabs do not overwrite each other. What cannot be read is set aside by the box.
 * A later version gets a step in `parse` and a fixture in its test.
 */
import { INTERVIEW_KEY } from '../../shared/storage-keys.ts';
import {
  mergeInterviews,
  NO_INTERVIEWS,
  parseInterviews,
  type Interviews,
  type Result,
} from '../study/interview/results.ts';
import { openBox, type Refusal } from './box.ts';

export { parseInterviews, type Interviews } from '../study/interview/results.ts';

const box = openBox<Interviews>({ key: INTERVIEW_KEY, version: 1, parse: parseInterviews, empty: NO_INTERVIEWS });

/** What is kept now, the latest first. */
export const readInterviews = (): Interviews => box.read();

/** Keeps one more result; beyond fifty the oldest goes. Says why when it could not be stored. */
export const keepInterview = (result: Result): Refusal | undefined => mergeInterviewsInto({ results: [result] });

/** Adds the results of another record, each once. */
export const mergeInterviewsInto = (other: Interviews): Refusal | undefined =>
  box.write(mergeInterviews(box.read(), other));

/** Puts another record in the place of this one. */
export const replaceInterviews = (other: Interviews): Refusal | undefined =>
  box.write(other.results.length === 0 ? undefined : mergeInterviews(NO_INTERVIEWS, other));

/** Removes one result by its id. */
export const deleteInterview = (id: string): Refusal | undefined =>
  replaceInterviews({ results: box.read().results.filter((result) => result.id !== id) });

/** Calls back when another tab has changed the results. */
export const watchInterviews = (changed: (interviews: Interviews) => void): (() => void) => box.watch(changed);
