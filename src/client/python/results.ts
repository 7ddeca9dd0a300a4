/** What the tests of an exercise say, for the reader: the failing value first. */
import type { Grade, TestResult } from '../../shared/python-messages.ts';
import { el, iconOf } from '../dom.ts';
import { crashWords, explanations, inlineCode } from './output.ts';
import { TIME_LIMIT, type Outcome } from './session.ts';

/** The place and the line that stand in front of a SyntaxError. */
const QUOTED = /^File .*\n(?:\s.*\n)*/;

/** @returns the list of tests, after what is said once for all of them */
export function showGrade(grade: Grade): HTMLElement[] {
  if (grade.status === 'broken') {
    return [
      el(
        'div.ex-problem',
        {},
        el('p', {}, `Your code does not run${grade.line === null ? '' : `, line ${String(grade.line)}`}:`),
        el('pre', { tabindex: '0', role: 'group', 'aria-label': 'Error' }, grade.error ?? ''),
        explanation(grade.error?.replace(QUOTED, '') ?? null),
      ),
      ...printed(grade.printed, 'Printed before the tests'),
    ];
  }
  const missing = grade.missing.map((name) =>
    el('p.ex-problem', {}, 'Your code does not define ', el('code', {}, name), '.'),
  );
  const told = new Set<string>();
  const rows = grade.tests.map((test) => row(test, told));
  return [
    ...missing,
    ...printed(grade.printed, 'Printed before the tests'),
    el('ol.tests', { 'aria-label': 'Test results' }, ...rows),
  ];
}

const VERDICTS: Record<TestResult['status'], string> = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  missing: 'not run',
};

/** @param told tracebacks that stand above: one mistake often breaks every test */
function row(test: TestResult, told: Set<string>): HTMLElement {
  const isPassed = test.status === 'passed';
  return el(
    `li.${isPassed ? 'ok' : 'no'}` as 'li',
    {},
    iconOf(isPassed ? 'check' : 'cross'),
    el(
      'div',
      {},
      el('p', {}, ...inlineCode(test.title)),
      ...(isPassed ? [] : details(test, told)),
      ...printed(test.printed),
    ),
    el('span.verdict', { title: `${test.ms.toFixed(1)} ms` }, VERDICTS[test.status]),
  );
}

function details(test: TestResult, told: Set<string>): HTMLElement[] {
  const { status, message, expression, want, got, traceback, operator } = test;
  if (status === 'missing') return [];
  if (traceback !== null && told.has(traceback))
    return [el('p.ex-message', {}, `The same error as above: ${message ?? ''}`)];
  const shown: HTMLElement[] = [];
  if (message !== null && traceback === null) shown.push(el('p.ex-message', {}, message));
  if (expression !== null)
    shown.push(el('pre.assert', { tabindex: '0', role: 'group', 'aria-label': 'The test' }, `assert ${expression}`));
  const values: [string, string][] = [];
  if (want !== null) values.push([wantWords(operator), want]);
  if (got !== null) values.push(['Your code gave', got]);
  if (values.length > 0)
    shown.push(
      el('dl.values', {}, ...values.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    );
  if (traceback !== null) {
    told.add(traceback);
    shown.push(
      el('pre.ex-traceback', { tabindex: '0', role: 'group', 'aria-label': 'Traceback' }, traceback.trimEnd()),
    );
  }
  if (status === 'error') shown.push(explanation(message));
  return shown;
}

/** What an error means, once the table is there; an empty paragraph until then, and for unknown errors. */
function explanation(summary: string | null): HTMLElement {
  const place = el('p.explained');
  if (summary !== null)
    void explanations().then(({ explain }) => {
      place.append(...inlineCode(explain(summary)?.text ?? ''));
    });
  return place;
}

const wantWords = (operator: string | null): string =>
  operator === null || operator === '==' || operator === 'is' ? 'Expected' : `Expected something ${operator}`;

function printed(text: string, summary = 'Printed'): HTMLElement[] {
  if (text === '') return [];
  return [
    el(
      'details.printed',
      {},
      el('summary', {}, summary),
      el('pre', { tabindex: '0', role: 'group', 'aria-label': summary }, text.trimEnd()),
    ),
  ];
}

/** The title of a test function in the text of the tests; its name when it has none. */
export function testTitle(tests: string, name: string): string {
  const escaped = name.replace(/\W/g, '');
  return (
    new RegExp(`def ${escaped}\\([^)]*\\)[^\\n]*:\\n\\s+r?"+(?<title>[^"\\n]+)"`).exec(tests)?.groups?.['title'] ?? name
  );
}

/** Why there is no grade. */
export function outcomeWords(outcome: Outcome, test: string): string {
  const at = test === '' ? 'before the first test' : `in the test “${test}”`;
  switch (outcome.ended) {
    case 'stopped':
      if (outcome.why === 'time')
        return `Stopped at the limit of ${String(TIME_LIMIT)} seconds ${at}: a loop may never end.`;
      return outcome.why === 'output' ? `Stopped ${at}: it prints without end.` : `Stopped by you ${at}.`;
    case 'crashed':
      return `Python ended ${at}. ${crashWords(outcome.detail)}`;
    case 'unavailable':
      return `Python could not be loaded: ${outcome.reason}. Check tries again.`;
    default:
      return `The tests did not finish ${at}.`;
  }
}
