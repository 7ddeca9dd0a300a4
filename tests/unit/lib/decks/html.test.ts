import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment, serialize } from 'parse5';
import { forCard, toHtml, toText } from '../../../../src/lib/decks/html.ts';

const PAGE = 'https://example.org/roadmap/functions/closures/';
const card = (html: string) => forCard(parseFragment(html).childNodes, PAGE);
const htmlOf = (html: string): string => toHtml(card(html));
const textOf = (html: string): string => toText(card(html));

test('what works only on the site is left out', () => {
  const html =
    '<div class="a" id="a-x" data-y="1"> <p onclick="z()">One <svg><use href="#i"></use></svg> <b>two</b></p> ' +
    '<img src="x.png"><button>Run</button><script>1</script><py-run><p>three</p></py-run></div>';
  assert.equal(htmlOf(html), '<div><p>One <b>two</b></p><p>three</p></div>');
});

test('a program keeps its text and its colors, and loses its tools', () => {
  const html =
    '<figure class="code before" id="code-1" data-run><figcaption><span class="file">Python<em>before</em></span>' +
    '<span class="tools"><a class="tool" href="#x">Link</a></span></figcaption>' +
    '<pre tabindex="0"><code>  <span class="l hl"><i class=kw>if</i> a  &lt; b:\n</span>    pass\n</code></pre>' +
    '<details class="reveal"><summary>Show</summary><div class="out err"><p class="out-head"><span>stderr</span> ' +
    '<span>exit 1</span></p><pre><samp>a\n\n\nb</samp></pre></div></details></figure>';
  assert.equal(
    htmlOf(html),
    '<figure class="code"><figcaption><span class="file">Python <em>before</em></span></figcaption>' +
      '<pre><code>  <span class="l hl"><i class="kw">if</i> a  &lt; b:\n</span>    pass\n</code></pre>' +
      '<div class="out err"><p class="out-head">stderr, exit 1</p><pre><samp>a\n\n\nb</samp></pre></div></figure>',
  );
  assert.equal(textOf(html), 'Python before\n\n  if a  < b:\n    pass\n\nstderr, exit 1\na\n\n\nb');
});

test('the caption of a program says more than Python, or is not there', () => {
  const caption = (words: string) => `<figure><figcaption><span class="file">${words}</span></figcaption></figure>`;
  assert.equal(htmlOf(caption('Python')), '<figure></figure>');
  assert.match(htmlOf(caption('cache.py')), /cache\.py/);
});

test('links are absolute, from the page that they stand on', () => {
  assert.equal(
    htmlOf(
      '<a href="#cells" class="x">a</a><a href="/roadmap/b/">b</a><a href="https://docs.python.org/">c</a><a>d</a>',
    ),
    '<a href="https://example.org/roadmap/functions/closures/#cells">a</a>' +
      '<a href="https://example.org/roadmap/b/">b</a><a href="https://docs.python.org/">c</a>d',
  );
});

test('lists and tables are text, too', () => {
  assert.equal(
    textOf('<p>A</p><ul><li>b</li><li>c <code>d</code></li></ul><table><tr><th>e</th><td>f</td></tr></table><p>g</p>'),
    'A\n\n- b\n- c d\n\ne | f\n\ng',
  );
});

test('a program that looks like a mark of Anki means itself', () => {
  const code = '<pre><code>"[sound:a]" [$] [$$] [[type:b]] [anki:c] [latex] x[1]</code></pre>';
  const made = htmlOf(code);
  assert.doesNotMatch(made, /\[(sound|anki|latex|\$|\[?type)/);
  assert.equal(serialize(parseFragment(made)), code);
});

test('what is on a card already stays as it is', () => {
  const words = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '<', '&', '"', '[', '{', '猫', '\\') });
  fc.assert(
    fc.property(fc.array(words), (programs) => {
      const page = programs.map((text, index) => `<p>p${index}</p><pre><code>${escape(text)}</code></pre>`).join(' ');
      const once = htmlOf(page);
      assert.equal(htmlOf(once), once);
      for (const text of programs) assert.ok(once.includes(escape(text)));
    }),
  );
});

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
