import { renamed } from '../shared/renamed.ts';

/** The moved pages of `renamed`, for Astro's redirects. */
export function redirectPages(): Record<string, string> {
  return Object.fromEntries(Object.entries(renamed).filter(([from]) => !from.includes('#')));
}
