/**
 * The tools of code blocks: Copy, Link, and addresses of lines (`#code-cells-1:3-5`); Run, Edit and Check fetch the
 * page's Python when they are first used. One listener serves every block of the page.
 */
import { DRAFT_PREFIX, EDIT_PREFIX } from '../../shared/storage-keys.ts';
import { programText } from '../code-text.ts';

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
  // A tap into an exercise's starter means to write there.
  const starter = target?.closest('.role-starter > pre')?.parentElement?.querySelector<HTMLElement>('[data-do=edit]');
  if (starter && getSelection()?.isCollapsed !== false) press(starter);
  if (!tool) return;
  if (/run|edit|check|step/.test(tool.dataset['do'] ?? '')) {
    event.preventDefault();
    press(tool);
  } else if (tool.classList.contains('anchor-link'))
    void import('./heading-link.ts').then(({ copyHeading }) => copyHeading(tool as HTMLAnchorElement));
  else if (figure && tool.dataset['do'] === 'copy') {
    const code = figure.querySelector('pre code')?.textContent ?? '';
    void copy(tool, programText(code, figure.dataset['lang'] ?? ''));
  } else if (figure && tool.dataset['do'] === 'link') {
    event.preventDefault();
    import('./code-menu.ts').then(
      ({ toggleMenu }) => {
        toggleMenu(tool, figure);
      },
      () => copy(tool, here(`#${figure.id}`)),
    );
  }
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
  restore(event.target as Element);
});
/** Addresses of lines, and double clicks that make them. */
const lines = (): Promise<typeof import('./code-lines.ts')> => import('./code-lines.ts');
const markLines = (): void => {
  if (document.querySelector('.line-mark') ?? location.hash.includes(':'))
    void lines().then((module) => {
      module.markLines();
    });
};
document.addEventListener('dblclick', (event) => {
  const pre = event.target instanceof Element ? event.target.closest<HTMLElement>('figure.code > pre') : null;
  if (pre)
    void lines().then(({ markClicked }) => {
      markClicked(pre, event);
    });
});
addEventListener('hashchange', markLines);
markLines();

/** An edit or a draft of an earlier visit is brought back by the page's Python. */
function restore(within: ParentNode): void {
  if (within.querySelector('[data-run], [data-file], [data-exercise]') && hasKept())
    void python().then((tools) => {
      tools.restore(within);
    });
}
function hasKept(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(EDIT_PREFIX) || key.startsWith(DRAFT_PREFIX));
  } catch {
    return false;
  }
}
restore(document);

/** So is a program in the address. */
const openAddress = (): void => {
  if (/^#[\w-]+=/.test(location.hash)) void python().then((tools) => tools.openAddress());
};
addEventListener('hashchange', openAddress);
openAddress();
