/** A plan in an address: `#plan=<JSON, base64url>`. What comes out of an address is checked like any other data. */
import { asObject } from '../../../shared/progress.ts';
import { parseSettings, type PlanSettings } from './settings.ts';

const VERSION = 1;
/** Characters that a plan may take in an address. */
const LIMIT = 8000;

/** The part of the address behind `#`. When the plan was begun stays with the reader. */
export function planHash(settings: PlanSettings): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ version: VERSION, ...settings, since: 0 }));
  const packed = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `plan=${packed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Whether an address means to hold a plan. @param hash with `#` */
export const holdsPlan = (hash: string): boolean => hash.startsWith('#plan=');

/** @param hash an address's, with `#`; @returns undefined when it holds no plan, or none that can be followed */
export function readPlanHash(hash: string): PlanSettings | undefined {
  const packed = hash.length <= LIMIT ? /^#plan=(?<packed>[\w-]+)$/.exec(hash)?.groups!['packed'] : undefined;
  if (packed === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (asObject(data)?.['version'] !== VERSION) return undefined;
    const settings = parseSettings(data);
    return settings && { ...settings, since: 0 };
  } catch {
    return undefined;
  }
}
