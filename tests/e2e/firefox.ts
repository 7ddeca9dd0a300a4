/** Finds Firefox, or installs Debian's, and starts it for the tests; never skips. */
import { launch as launchBrowser, type Browser } from 'puppeteer-core';
import { findProgram } from './debian.ts';

/** Path of a Firefox: `FIREFOX_PATH`, the PATH, else Debian's firefox-esr when this may install it. */
export function findFirefox(): string {
  return findProgram({
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    debian: 'firefox-esr',
  });
}

/**
 * Starts Firefox without a window and with a profile of its own, which goes away with it. It is driven over
 * WebDriver BiDi, so that it is the browser that readers have (Playwright would need a patched one).
 */
export function launchFirefox(): Promise<Browser> {
  return launchBrowser({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // Calls wait for programs; each test has limits of its own.
    protocolTimeout: 0,
  });
}
