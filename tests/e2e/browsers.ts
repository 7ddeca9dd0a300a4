/** Chromium and Firefox as one kind of thing: a page that is open in a browser of its own. */
import { launch } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export interface Opened {
  /** Calls a function in the page, whatever the page's policy is. It may use nothing from outside but `given`. */
  evaluate: Evaluate;
  /** Ends the browser. */
  close(): Promise<void>;
}

type Evaluate = <G, T>(work: (given: G) => Promise<T>, given: G) => Promise<T>;

/** The libraries' own types say the same for each kind of value that can be passed. */
function evaluateIn(page: { evaluate: unknown }): Evaluate {
  const bound: unknown = (page.evaluate as Evaluate).bind(page);
  return bound as Evaluate;
}

/** @param url address of the page */
export async function openInChromium(url: string): Promise<Opened> {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: evaluateIn(page), close: () => browser.close() };
}

/**
 * @param url address of the page
 * @param preferences of about:config
 */
export async function openInFirefox(url: string, preferences?: Record<string, unknown>): Promise<Opened> {
  const browser = await launchFirefox(preferences);
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: evaluateIn(page), close: () => browser.close() };
}
