/** Finds Chromium and the fonts that its fallbacks need, or installs Debian's; never skips. */
import { spawnSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';
import { findProgram, installDebian, onPath } from './debian.ts';

/** Without these, a start looks up hosts that a test machine may not reach. */
export const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium: `CHROME_PATH`, the PATH, Playwright's own, else Debian's package when this may install it. */
export function findChromium(): string {
  return findProgram({
    title: 'Chromium',
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    debian: 'chromium',
    other: () => chromium.executablePath(),
    advice: 'run "npx playwright-core install chromium"',
  });
}

/**
 * Layout shift is measured against the fallbacks of tokens.css, which borrow the metrics of Arial. A bare server
 * has no such font; every reader's system has one.
 */
export function ensureFonts(): void {
  if (process.platform !== 'linux') return;
  const match = (): string => spawnSync('fc-match', ['Arial', 'family'], { encoding: 'utf8' }).stdout;
  if (onPath('fc-match') && /arial|liberation|roboto/i.test(match())) return;
  installDebian(['fontconfig', 'fonts-liberation']);
  if (!/arial|liberation|roboto/i.test(match()))
    throw new Error('The browser tests need a font with the metrics of Arial: install fonts-liberation.');
}

/** Starts a browser for the tests. @param flags further switches of its command line */
export function launch(flags: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  ensureFonts();
  return chromium.launch({ executablePath, args: [...ARGS, ...flags] });
}
