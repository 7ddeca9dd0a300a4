import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exerciseParts } from '../../../src/lib/exercise-html.ts';

const HTML =
  '<p>Write it.</p><figure class="code role-starter" id="code-top-1"><a href="#code-top-1">Link</a></figure>' +
  '<details class="hint"><summary><span class="hint-name"></span></summary></details>' +
  '<details class="hint"><summary><span class="hint-name"></span></summary></details>' +
  '<details class="solution"><figure class="code role-solution" id="code-top-2"></figure></details>' +
  '<figure class="code role-tests" id="code-top-3"><pre>…</pre></figure>';

test('task and help are told apart; hints are counted, tests fold, ids belong to the exercise', () => {
  const { task, help } = exerciseParts(HTML, 'full-name');
  assert.equal(
    task,
    '<p>Write it.</p><figure class="code role-starter" id="code-ex-full-name-1"><a href="#code-ex-full-name-1">Link</a></figure>',
  );
  assert.match(help, /Hint 1 of 2.*Hint 2 of 2/);
  assert.match(
    help,
    /<summary><svg[^>]*>.*Tests<\/summary><div><figure class="code role-tests" id="code-ex-full-name-3">/,
  );
});
