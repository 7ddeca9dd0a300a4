/**
 * Draws public/social-card.png (1200 x 630), the picture of link previews, from the built home page:
 * `npm run social-card` after a build. The picture is kept in the repository, since no reader loads it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/e2e/chromium.ts';
import { serveSite } from '../tests/e2e/site.ts';

const [browser, { url, close }] = await Promise.all([launch(), serveSite()]);
const page = await browser.newPage({
  bypassCSP: true,
  viewport: { width: 1440, height: 756 },
  deviceScaleFactor: 1200 / 1440,
});
await page.goto(`${url}/`);
await page.evaluate(() => document.fonts.ready);
await page.addStyleTag({
  content: `.top, .foot, .lines, .legend, .title .go, .title form { display: none !important }
    .sheet { margin: 0 !important; border: 0 !important } .wrap { width: 1340px !important; padding-top: 10px }
    .sheet-map { zoom: 1 } .title { top: 3.5rem !important }`,
});
const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 1440, height: 756 } });
writeFileSync(fileURLToPath(new URL('../public/social-card.png', import.meta.url)), picture);
await browser.close();
await close();
