/** The progress page in a real browser: marks, the reader's file out and in again, deleting, printing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { useSite } from './site.ts';

const site = useSite();
const KEY = 'roadmap.progress';
const DRAFT = 'roadmap.draft.core-syntax/split-bill';

afterEach(async () => {
  await Promise.all(site.browser.contexts().map((context) => context.close()));
});

interface File {
  format: string;
  version: number;
  exported: string;
  parts: Record<string, { version: number; marks?: Record<string, { state: string; at: number }>; code?: string }>;
}

async function open(context?: BrowserContext, stored: Record<string, string> = {}): Promise<Page> {
  const own = context ?? (await site.browser.newContext({ acceptDownloads: true }));
  const page = await own.newPage();
  if (Object.keys(stored).length > 0) {
    await page.goto(`${site.url}/offline/`);
    await page.evaluate((values) => {
      for (const [key, text] of Object.entries(values)) localStorage.setItem(key, text);
    }, stored);
  }
  await page.goto(`${site.url}/progress/`);
  await page.waitForSelector('site-progress-page[data-ready] .checklist');
  return page;
}

const select = (title: string): string => `select[aria-label="State of ${title}"]`;
const stored = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key !== 'roadmap.theme')));

async function download(page: Page, buttonName: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`button:has-text("${buttonName}")`)]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function choose(page: Page, text: string, name = 'python-roadmap.json'): Promise<void> {
  await page.setInputFiles('#progress-file', { name, mimeType: 'application/json', buffer: Buffer.from(text) });
}
const outcome = '.import > p[tabindex]';

const draft = (code: string): string => JSON.stringify({ version: 1, code, starter: 's' });
const marks = (values: object): string => JSON.stringify({ version: 1, marks: values });
const file = (parts: object): string =>
  JSON.stringify({
    format: 'python-top-1-percent-roadmap',
    version: 1,
    exported: '2026-11-20T10:00:00.000Z',
    parts,
  });

test('states are set, and stay for the next visit; the numbers follow', async () => {
  const page = await open();
  assert.match((await page.textContent('.progress-first')) ?? '', /Nothing is marked yet/);
  await page.selectOption(select('Numbers & Booleans'), 'done');
  await page.selectOption(select('Strings'), 'reading');
  assert.match((await page.textContent('.progress-page .facts')) ?? '', /Lessons done1 of \d+/);
  assert.match((await page.textContent('.checklist details:first-child summary')) ?? '', /1 of \d+ lessons/);
  assert.match((await page.textContent('.progress-page .btn.solid')) ?? '', /Go on: Strings/);
  assert.equal(await page.$('.progress-first'), null);
  await page.reload();
  await page.waitForSelector('.checklist');
  assert.equal(await page.inputValue(select('Numbers & Booleans')), 'done');
  assert.equal(await page.inputValue(select('Strings')), 'reading');
});

test('a file goes out, everything is deleted, and the file brings it back', async () => {
  const page = await open(undefined, {
    [KEY]: marks({ 'lesson:core-syntax/strings': { state: 'done', at: 5 } }),
    [DRAFT]: draft('kept = 1'),
    'roadmap.progress.broken': '{"ver',
    'other.site': 'stays',
  });
  const before = await stored(page);
  assert.deepEqual(await download(page, 'Download the file').then(({ text }) => (JSON.parse(text) as File).parts), {
    [KEY]: JSON.parse(before[KEY]!) as unknown,
    [DRAFT]: JSON.parse(before[DRAFT]!) as unknown,
  });
  const [aside] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button[aria-label="Download roadmap.progress.broken"]'),
  ]);
  assert.equal(readFileSync(await aside.path(), 'utf8'), '{"ver');

  await page.click('section button:has-text("Delete everything")');
  assert.match(
    (await page.textContent('dialog.ask')) ?? '',
    /1 lesson done, 1 draft of an exercise.*could not be read/,
  );
  assert.equal(await page.$eval('dialog.ask button:focus', (focused) => focused.textContent), 'Cancel');
  await page.keyboard.press('Escape');
  assert.deepEqual(await stored(page), before);
  await page.click('section button:has-text("Delete everything")');
  const { name, text } = await download(page, 'Download the file first');
  assert.match(name, /^python-roadmap-\d{4}-\d\d-\d\d\.json$/);
  await page.click('dialog.ask >> role=button[name="Delete"]');
  await page.waitForSelector('p:text-is("Everything was deleted."):focus');
  assert.deepEqual(await stored(page), { 'other.site': 'stays' });
  assert.match((await page.textContent('.progress-first')) ?? '', /Nothing is marked yet/);
  assert.equal(await page.$('#set-aside'), null);

  await choose(page, text, name);
  await page.waitForSelector('.ways');
  assert.match((await page.textContent('.way')) ?? '', /1 more lesson done\.1 draft added: Split a bill/);
  await page.click('role=button[name="Replace"]');
  await page.waitForSelector(`${outcome}:has-text("taken over"):focus`);
  assert.deepEqual(await stored(page), { 'other.site': 'stays', [KEY]: before[KEY], [DRAFT]: before[DRAFT] });
  assert.match((await page.textContent('.progress-page .facts')) ?? '', /Lessons done1 of/);
});

test('merging keeps the later mark and the draft that is here, says so before, and can be undone', async () => {
  const here = {
    [KEY]: marks({
      'lesson:core-syntax/strings': { state: 'done', at: 10 },
      'lesson:core-syntax/running-python': { state: 'done', at: 20 },
    }),
    [DRAFT]: draft('mine'),
  };
  const page = await open(undefined, here);
  await choose(
    page,
    file({
      [KEY]: {
        version: 1,
        marks: {
          'lesson:core-syntax/strings': { state: 'none', at: 9 },
          'lesson:core-syntax/running-python': { state: 'reading', at: 21 },
          'lesson:functions/closures': { state: 'done', at: 1 },
          'exercise:core-syntax/split-bill': { state: 'solved', at: 1 },
        },
      },
      [DRAFT]: { version: 1, code: 'theirs', starter: 's' },
    }),
  );
  await page.waitForSelector('.import > h3:focus');
  const [merge, replace] = await page.$$eval('.way ul', (lists) =>
    lists.map((list) => [...list.children].map((item) => item.textContent)),
  );
  assert.deepEqual(merge, [
    '1 more lesson done.',
    '1 lesson no longer done.',
    '1 more exercise solved.',
    '1 draft kept as here, although the file has another version: Split a bill without losing a cent.',
  ]);
  assert.ok(replace!.includes('2 lessons no longer done.'), replace!.join('\n'));
  assert.deepEqual(await stored(page), here);
  await page.click('role=button[name="Merge"]');
  await page.waitForSelector('role=button[name="Undo the import"]');
  const merged = await stored(page);
  assert.equal(merged[DRAFT], here[DRAFT]);
  assert.deepEqual(
    Object.values((JSON.parse(merged[KEY]!) as { marks: Record<string, { state: string }> }).marks).map(
      ({ state }) => state,
    ),
    ['done', 'reading', 'done', 'solved'],
  );
  await page.click('role=button[name="Undo the import"]');
  await page.waitForSelector(`${outcome}:has-text("was undone"):focus`);
  assert.deepEqual(await stored(page), here);
});

test('a broken or hostile file is refused with its reason, and nothing changes', async () => {
  const here = { [KEY]: marks({ 'lesson:core-syntax/strings': { state: 'done', at: 10 } }) };
  const page = await open(undefined, here);
  for (const [text, reason] of [
    ['{"format":"python', 'is not JSON'],
    [file({ 'roadmap.theme': 'dark' }), 'which this site does not store'],
    [
      file({ [KEY]: { version: 1, marks: { 'lesson:a/b': { state: '<img src=x>', at: 1 } } } }),
      'does not have the form',
    ],
    [file({}).replace('"parts":{}', '"parts":{"__proto__":{"a":1}}'), '__proto__'],
  ] as const) {
    await choose(page, text, `<b>${reason}.json`);
    await page.waitForSelector(`${outcome}.progress-bad:has-text("was not taken."):has-text("${reason}"):focus`);
    assert.match((await page.textContent(outcome)) ?? '', /Nothing was changed\.$/);
  }
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(200 * 1024 * 1024)], 'large.json'));
    document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await page.waitForSelector(`${outcome}:has-text("large.json was not taken. The file has 200 MB."):focus`);
  assert.deepEqual(await stored(page), here);
});

test('a storage that is full in the middle of an import is as it was', async () => {
  const here = { [KEY]: marks({ 'lesson:core-syntax/strings': { state: 'done', at: 10 } }), [DRAFT]: draft('mine') };
  const page = await open(undefined, here);
  const long = 'x'.repeat(3_000_000);
  await choose(
    page,
    file({
      [KEY]: { version: 1, marks: { 'lesson:functions/closures': { state: 'done', at: 1 } } },
      'roadmap.edit.1': { version: 1, code: long },
      'roadmap.edit.2': { version: 1, code: long },
    }),
  );
  await page.click('role=button[name="Replace"]');
  await page.waitForSelector(`${outcome}:has-text("no room left"):focus`);
  assert.deepEqual(await stored(page), here);
});

test('what another tab marks is shown, and counts in a preview that is open', async () => {
  const context = await site.browser.newContext();
  const [left, right] = [await open(context), await open(context)];
  await choose(
    right,
    file({ [KEY]: { version: 1, marks: { 'lesson:core-syntax/strings': { state: 'done', at: 1 } } } }),
  );
  await right.waitForSelector('.way:has-text("1 more lesson done")');
  await left.selectOption(select('Strings'), 'done');
  await right.waitForSelector('.way:has-text("Nothing would change.")');
  assert.equal(await right.inputValue(select('Strings')), 'done');
});

test('by keyboard alone: open a topic, set a state, merge a file, cancel deleting', async () => {
  const page = await open();
  await page.focus('.checklist details:nth-child(2) summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  assert.match(label ?? '', /^State of /);
  await page.keyboard.press('d');
  assert.equal(await page.$eval('select:focus', (focused) => (focused as HTMLSelectElement).value), 'done');
  assert.match((await page.textContent('.checklist details:nth-child(2) summary')) ?? '', /1 of \d+ lessons/);
  await choose(
    page,
    file({ [KEY]: { version: 1, marks: { 'lesson:core-syntax/strings': { state: 'done', at: 1 } } } }),
  );
  await page.waitForSelector('.import > h3:focus');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector(`${outcome}:has-text("taken over"):focus`);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Undo the import');
  await page.focus('section button:has-text("Delete everything")');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.ask button:focus');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.ask', { state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Delete everything');
});

test('print shows the record with the name that is stored nowhere, and nothing else', async () => {
  const page = await open(undefined, {
    [KEY]: marks({
      'lesson:core-syntax/strings': { state: 'done', at: Date.UTC(2026, 10, 20, 12) },
      'exercise:core-syntax/split-bill': { state: 'solved', at: Date.UTC(2026, 10, 21, 12) },
    }),
  });
  await page.fill('#record-name', 'Ada <Lovelace>');
  await page.emulateMedia({ media: 'print' });
  const text = await page.innerText('main');
  for (const words of ['Ada <Lovelace>', 'Strings', 'November 20, 2026', 'Split a bill', 'November 21, 2026'])
    assert.ok(text.includes(words), `${words} is not in ${text}`);
  assert.doesNotMatch(text, /Checklist|Your file|Delete/);
  assert.doesNotMatch(JSON.stringify(await stored(page)), /Lovelace/);
});

test('without the list of lessons the file is still at hand, and asking again helps', async () => {
  const page = await (await site.browser.newContext()).newPage();
  await page.route('**/roadmap.json', (route) => route.abort());
  await page.goto(`${site.url}/progress/`);
  await page.waitForSelector('.progress-bad:has-text("could not be loaded")');
  await page.waitForSelector('#your-file');
  await page.unroute('**/roadmap.json');
  await page.click('role=button[name="Try again"]');
  await page.waitForSelector('.checklist');
});
