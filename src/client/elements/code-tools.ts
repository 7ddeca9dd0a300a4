/**
 * The tools of code blocks: Copy, Link, and addresses of lines (`#code-cells-1:3-5`); Run, Edit and Check fetch the
 * page's Python when they are first used. One listener serves every block of the page.
 */
import { DRAFT_PREFIX, EDIT_PREFIX } from '../../shared/storage-keys.ts';
import { lineRange, programText } from '../code-text.ts';

const SAID_MS = 1800;

/** Says a word in a tool's place for a moment, and once to screen readers. */
function say(tool: HTMLElement, word: string): void {
  tool.dataset['said'] = word;
  announcer().textContent = word;
  setTimeout(() => delete tool.dataset['said'], SAID_MS);
}

let live: HTMLElement | undefined;
function announcer(): HTMLElement {
  if (!live) {
    live = document.createElement('p');
    live.className = 'vh';
    live.setAttribute('role', 'status');
    document.body.append(live);
  }
  live.textContent = '';
  return live;
}

async function copy(tool: HTMLElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(tool, 'Copied');
  } catch {
    say(tool, 'Press Ctrl C');
  }
}

const here = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  const tool = target?.closest<HTMLElement>('[data-do], .anchor-link');
  const figure = tool?.closest<HTMLElement>('figure.code');
  const answer = target?.closest('.ex details.answer:not([open]) > summary')?.parentElement;
  if (answer) {
    event.preventDefault();
    void python().then(
      (tools) => {
        tools.openSolution(answer as HTMLDetailsElement);
      },
      () => ((answer as HTMLDetailsElement).open = true),
    );
  }
  if (!tool) return;
  if (/run|edit|check/.test(tool.dataset['do'] ?? '')) press(tool);
  else if (tool.classList.contains('anchor-link')) void copyHeading(tool as HTMLAnchorElement);
  else if (figure && tool.dataset['do'] === 'copy') {
    const code = figure.querySelector('pre code')?.textContent ?? '';
    void copy(tool, programText(code, figure.dataset['lang'] ?? ''));
  } else if (figure && tool.dataset['do'] === 'link') void copy(tool, here(`#${figure.id}`));
});

const python = (): Promise<typeof import('../python/tools.ts')> => import('../python/tools.ts');

function press(tool: HTMLElement): void {
  python().then(
    (tools) => {
      tools.press(tool);
    },
    () => {
      say(tool, 'Not loaded');
    },
  );
}

/** The link of a heading copies its address, and offers the heading as Markdown and as HTML. */
async function copyHeading(link: HTMLAnchorElement): Promise<void> {
  const title = link.parentElement?.textContent.trim() ?? '';
  const url = here(link.hash);
  const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const { note, said, offer } = copyNote();
  offer.Markdown.onclick = () => void put(`[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`, 'Copied as Markdown');
  offer.HTML.onclick = () => void put(`<a href="${escape(url)}">${escape(title)}</a>`, 'Copied as HTML');
  const put = async (text: string, word: string): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.textContent = isCopied ? word : 'Copying is not allowed here';
    note.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => (note.hidden = true), NOTE_MS);
  };
  await put(url, 'Link copied');
}

const NOTE_MS = 8000;
let hiding: ReturnType<typeof setTimeout> | undefined;
let shown: { note: HTMLElement; said: HTMLElement; offer: Record<'Markdown' | 'HTML', HTMLButtonElement> } | undefined;

/** The note at the foot of the window, made when it is first needed. */
function copyNote(): NonNullable<typeof shown> {
  if (shown) return shown;
  const note = document.createElement('div');
  note.className = 'copy-note';
  note.hidden = true;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const choice = (word: string): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = `as ${word}`;
    return made;
  };
  const offer = { Markdown: choice('Markdown'), HTML: choice('HTML') };
  note.append(said, offer.Markdown, offer.HTML);
  document.body.append(note);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') note.hidden = true;
  });
  return (shown = { note, said, offer });
}

/** Marks the lines that the address names, and brings them into view. */
function markLines(): void {
  document.querySelectorAll('.line-mark').forEach((mark) => {
    mark.remove();
  });
  const range = lineRange(decodeURIComponent(location.hash));
  const pre = range && document.getElementById(range.block)?.querySelector('pre');
  const code = pre?.querySelector('code');
  if (!range || !pre || !code) return;
  const count = code.textContent.replace(/\n$/, '').split('\n').length;
  const height = code.getBoundingClientRect().height / count;
  const mark = document.createElement('div');
  mark.className = 'line-mark';
  const from = Math.min(range.from, count);
  const to = Math.min(range.to, count);
  const top = code.getBoundingClientRect().top - pre.parentElement!.getBoundingClientRect().top;
  mark.style.top = `${top + (from - 1) * height}px`;
  mark.style.height = `${(to - from + 1) * height}px`;
  pre.after(mark);
  mark.scrollIntoView({ block: 'center' });
}

/** Double click on a line puts its address into the address bar; with Shift it extends the range. */
document.addEventListener('dblclick', (event) => {
  const pre = event.target instanceof Element ? event.target.closest<HTMLElement>('figure.code > pre') : null;
  const code = pre?.querySelector('code');
  const figure = pre?.closest<HTMLElement>('figure.code');
  if (!code || !figure) return;
  const box = code.getBoundingClientRect();
  const count = code.textContent.replace(/\n$/, '').split('\n').length;
  const line = Math.floor(((event.clientY - box.top) / box.height) * count) + 1;
  const known = lineRange(decodeURIComponent(location.hash));
  const from = event.shiftKey && known?.block === figure.id ? Math.min(known.from, line) : line;
  const to = event.shiftKey && known?.block === figure.id ? Math.max(known.to, line) : line;
  history.replaceState(null, '', `#${figure.id}:${from === to ? from : `${from}-${to}`}`);
  markLines();
});

/** The tools that need a script stand before the link. */
function addTools(within: ParentNode): void {
  const copy = button('copy', 'copy', 'Copy');
  const run = button('run', 'play', 'Run');
  const edit = button('edit', 'pen', 'Edit');
  for (const tools of within.querySelectorAll<HTMLElement>('figure.code .tools')) {
    if (tools.childElementCount > 1) continue;
    const wanted = tools.closest('[data-run]') ? [run, edit, copy] : [copy];
    if (tools.closest('.role-starter, [data-file][data-lang=python]')) wanted.unshift(edit);
    tools.prepend(...wanted.map((tool) => tool.cloneNode(true)));
  }
  for (const check of within.querySelectorAll<HTMLButtonElement>('[data-do="check"]')) check.disabled = false;
}

function button(name: string, icon: string, word: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tool';
  made.dataset['do'] = name;
  made.innerHTML = `<svg class="i" aria-hidden="true"><use href="#i-${icon}"/></svg><span>${word}</span>`;
  return made;
}

addTools(document);
document.addEventListener('lesson:filled', (event) => {
  addTools(event.target as Element);
});
addEventListener('hashchange', markLines);
markLines();

/** An edit or a draft of an earlier visit, or a program in the address, is brought back by the page's Python. */
function hasKept(): boolean {
  try {
    return (
      /^#[\w-]+=/.test(location.hash) ||
      Object.keys(localStorage).some((key) => key.startsWith(EDIT_PREFIX) || key.startsWith(DRAFT_PREFIX))
    );
  } catch {
    return false;
  }
}
if (document.querySelector('[data-run], [data-exercise]') && hasKept())
  void python().then((tools) => {
    tools.restore();
  });
