import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deckCards } from '../../../../src/lib/decks/sides.ts';
import type { CardFacts, RoadmapFile } from '../../../../src/shared/roadmap-file.ts';

const LESSON = 'functions/closures';
const PAGES: Record<string, string> = {
  '/functions/closures/': `
    <div class="predict-block"><figure class="code predict" id="code-late-1"><figcaption>Python</figcaption>
    <pre><code>print(1)</code></pre><details class="reveal"><summary>Show</summary><div class="out">
    <pre><samp>1</samp></pre></div></details></figure><p>What does it print?</p><div class="choices">
    <details class="choice wrong"><summary>2</summary><div><p class="verdict">Not this</p><div>No.</div></div></details>
    <details class="choice right"><summary>1</summary><div><p class="verdict">Right</p><div> It is 1. </div></div></details>
    </div></div>
    <div class="note pitfall"><p class="note-label"><svg></svg>Pitfall</p><p>Before.</p>
    <figure class="code" id="code-cells-2"><pre><code>oops()</code></pre><div class="out err"><pre>NameError</pre></div></figure>
    <p>Fix it.</p></div>`,
  '/questions/functions/closures/': `
    <details class="qa" id="q-cell"><summary><span class="q">What is a <code>cell</code>?</span><span class="tag">Mid</span>
    </summary><div class="a" id="a-cell"><p>A box.</p></div></details>`,
};

function cards(facts: CardFacts[]) {
  const lesson = {
    id: LESSON,
    topic: 'functions',
    title: '',
    level: 0,
    minutes: 1,
    prerequisites: [],
    isWritten: true,
  };
  const roadmap: RoadmapFile = { topics: [], lessons: [{ ...lesson, exercises: [], cards: facts }] };
  return deckCards(roadmap, {
    read: (path) => PAGES[path]!,
    absolute: (path) => `https://example.org${path}`,
    changed: (file) => (file === 'content/questions/functions/closures.yaml' ? 2 : 1),
  });
}

test('each kind of card has its two sides, its place and its date', () => {
  const made = cards([
    { id: `prediction:${LESSON}#code-late-1` },
    { id: `pitfall:${LESSON}#code-cells-2` },
    { id: `question:${LESSON}#cell`, level: 'mid', title: 'What is a cell?' },
  ]);
  assert.deepEqual(
    made.map(({ kind, level, position, changed, link }) => [kind, level, position, changed, link]),
    [
      ['prediction', '', 1, 1, 'https://example.org/functions/closures/#code-late-1'],
      ['pitfall', '', 2, 1, 'https://example.org/functions/closures/#code-cells-2'],
      ['question', 'mid', 3, 2, 'https://example.org/questions/functions/closures/#q-cell'],
    ],
  );
  assert.deepEqual(
    made.map(({ front, back }) => [front.text, back.text]),
    [
      ['What does it print, and why?\n\nprint(1)', '1\n\nIt is 1.'],
      [
        'What goes wrong here, and what would you write?\n\noops()',
        'Pitfall\n\nBefore.\n\noops()\n\nNameError\n\nFix it.',
      ],
      ['What is a cell?', 'A box.'],
    ],
  );
  assert.equal(made[2]!.front.html, '<p class="ask">What is a <code>cell</code>?</p>');
});

test('a card that its page does not have is an error that names it', () => {
  assert.throws(() => cards([{ id: `question:${LESSON}#gone` }]), /question:functions\/closures#gone/);
  assert.throws(() => cards([{ id: 'question:functions/other#cell' }]), /no card of functions\/closures/);
});
