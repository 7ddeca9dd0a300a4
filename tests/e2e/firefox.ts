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

/** A preference that takes JavaScript Promise Integration away, as in engines that do not have it yet. */
export const WITHOUT_JSPI = { 'javascript.options.wasm_js_promise_integration': false };

/**
 * Starts Firefox without a window and with a profile of its own, which goes away with it. It is driven over
 * WebDriver BiDi, so that it is the browser that readers have (Playwright would need a patched one).
 *
 * @param preferences of about:config
 */
export function launchFirefox(preferences: Record<string, unknown> = {}): Promise<Browser> {
  return launchBrowser({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: preferences,
    // Calls wait for programs; each test has limits of its own.
    protocolTimeout: 0,
  });
}
