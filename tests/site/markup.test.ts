/** Valid HTML, a strict policy, and what search engines and link previews read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { attribute, realPages, type BuiltPage } from './built.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // Long titles are cut by search engines, not wrong.
    'long-title': 'off',
    // Printed forms, spacing and quotes are the compiler's.
    'no-trailing-whitespace': 'off',
    'attr-quotes': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Our own scripts and styles carry hashes in the policy instead of integrity attributes.
    'require-sri': 'off',
    // A region that scrolls has to be reached by keyboard.
    'tel-non-breaking': 'off',
    // Astro writes the policy at the end of the head, inline scripts before it are allowed by hash.
    'no-inline-style': 'error',
    'prefer-native-element': ['error', { exclude: ['group', 'listbox', 'option', 'combobox'] }],
  },
});

test('valid HTML on every page', async () => {
  const problems: string[] = [];
  for (const { path, html } of realPages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results)
      for (const { line, column, message, ruleId } of messages)
        problems.push(`${path}:${line}:${column}: ${message} (${ruleId})`);
  }
  assert.deepEqual(problems.slice(0, 40), [], `${problems.length} problems`);
});

test('a strict Content-Security-Policy on every page, and nothing inline that it would block', () => {
  for (const { path, elements } of realPages) {
    const policy =
      attribute(
        elements.find((element) => attribute(element, 'http-equiv') === 'content-security-policy')!,
        'content',
      ) ?? '';
    assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|https?:|\*/, path);
    for (const directive of ['default-src', 'script-src', 'style-src', 'object-src', 'base-uri', 'form-action'])
      assert.match(policy, new RegExp(`(^|; ?)${directive} `), `${path} lacks ${directive}`);
    const inline = elements.filter((element) =>
      element.attrs.some(({ name }) => name === 'style' || name.startsWith('on')),
    );
    assert.deepEqual(
      inline.map(({ tagName }) => `${path}: <${tagName}>`),
      [],
    );
  }
});

const meta = ({ elements }: BuiltPage, name: string): string | undefined => {
  const found = elements.find(
    (element) =>
      element.tagName === 'meta' && (attribute(element, 'name') === name || attribute(element, 'property') === name),
  );
  return found && attribute(found, 'content');
};

test('every page has a title, a description and a preview of its own', () => {
  const titles = new Map<string, string>();
  for (const page of realPages) {
    const description = meta(page, 'description') ?? '';
    assert.ok(
      description.length >= 20 && description.length <= 400,
      `${page.path}: description of ${description.length} characters`,
    );
    for (const name of ['og:title', 'og:description', 'og:url', 'og:image', 'viewport'])
      assert.ok(meta(page, name), `${page.path} lacks ${name}`);
    const title = /<title>(.*?)<\/title>/s.exec(page.html)?.[1] ?? '';
    assert.ok(!titles.has(title), `${page.path} and ${titles.get(title) ?? ''} share the title "${title}"`);
    titles.set(title, page.path);
  }
});

test('landmarks, one h1, headings without gaps', () => {
  for (const { path, elements } of realPages) {
    const count = (tag: string): number => elements.filter(({ tagName }) => tagName === tag).length;
    assert.equal(count('h1'), 1, `${path}: ${count('h1')} h1`);
    assert.equal(count('main'), 1, path);
    const levels = elements.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName[1]));
    levels.forEach((level, index) => {
      const before = levels[index - 1] ?? level;
      assert.ok(level - before <= 1, `${path}: h${before} is followed by h${level}`);
    });
  }
});

test('structured data is JSON of the promised types', () => {
  for (const page of realPages) {
    const data = [...page.html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      (match) => JSON.parse(match[1]!) as Record<string, unknown>,
    );
    const types = data.map((entry) => entry['@type']);
    for (const entry of data) assert.equal(entry['@context'], 'https://schema.org', page.path);
    if (/^\/functions\/[a-z-]+\/$/.test(page.path))
      assert.deepEqual(types, ['BreadcrumbList', 'LearningResource'], page.path);
  }
});
