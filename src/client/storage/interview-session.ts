/**
 * A mock interview that goes on, so that a reload or a look at another page ends nothing. It is of no use after the
 * visit and stands in sessionStorage; a finished one is a result, see interviews.ts.
 *
 * Stored: `roadmap.interview-session` = { version: 1, settings, seed, startedAt, at, isPaused, asked }, see
 * study/interview/session.ts. It is written with each change and removed at the end. What cannot be read is dropped.
 * Where storage is full or forbidden, the interview lives as long as the page.
 */
import { asObject } from '../../shared/progress.ts';
import { INTERVIEW_SESSION_KEY } from '../../shared/storage-keys.ts';
import { parseSession, sessionData, type Session } from '../study/interview/session.ts';

const VERSION = 1;

/** The interview that this tab has not ended, if any; its clock stands. */
export function readSession(): Session | undefined {
  try {
    const data: unknown = JSON.parse(sessionStorage.getItem(INTERVIEW_SESSION_KEY) ?? 'null');
    return asObject(data)?.['version'] === VERSION ? parseSession(data) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an interview as it is at `now`; undefined when it has ended. */
export function writeSession(session: Session | undefined, now: number): void {
  try {
    if (session)
      sessionStorage.setItem(INTERVIEW_SESSION_KEY, JSON.stringify({ version: VERSION, ...sessionData(session, now) }));
    else sessionStorage.removeItem(INTERVIEW_SESSION_KEY);
  } catch {
    // It lives as long as the page.
  }
}
