/** Finds Chromium and the fonts that its fallbacks need, or installs Debian's; never skips. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

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
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names "${named}", which does not exist`);
    return named;
  }
  const found = NAMES.map(onPath).find((path) => path !== undefined);
  if (found) return found;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  installDebian(['chromium']);
  const installed = onPath('chromium');
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium. Install it, or set CHROME_PATH to one, or run "npx playwright-core install chromium".',
  );
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

/** Installs Debian packages where this process may. */
function installDebian(names: string[]): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  console.log(`Installing Debian’s ${names.join(' and ')} …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
}

function onPath(name: string): string | undefined {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0]!.trim() : undefined;
}

/** Starts a browser for the tests. */
export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  ensureFonts();
  return chromium.launch({ executablePath, args: ARGS });
}
