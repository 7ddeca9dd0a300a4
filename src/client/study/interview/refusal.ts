/** Why something could not be kept, in words. */
import type { Refusal } from '../../storage/box.ts';

/** @returns a sentence for the reader */
export const keepFailed = (refusal: Refusal): string =>
  refusal === 'full'
    ? 'This could not be kept: the browser has no room left for this site.'
    : 'This could not be kept: the browser does not allow this site to store anything.';
