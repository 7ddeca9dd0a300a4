/** What the Link of a code block offers: its address, the reader's version as an address, and code for a frame. */
import { paths, withBase } from '../../shared/paths.ts';
import styles from '../../styles/code-menu.css?inline';
import { adoptStyles, announce, button, el } from '../dom.ts';
import { sharedHash } from '../python/share.ts';

adoptStyles(styles);
let open: { menu: HTMLElement; tool: HTMLElement } | undefined;

/** Opens the menu of a block, or closes it. */
export function toggleMenu(tool: HTMLElement, figure: HTMLElement): void {
  const isOpen = open?.tool === tool;
  close();
  if (isOpen) return;
  const items: [words: string, text: () => string | Promise<string>][] = [['Copy link', () => here(`#${figure.id}`)]];
  const code = figure.querySelector('pre code')?.textContent ?? '';
  if ('edited' in figure.dataset)
    items.push([
      'Copy link to your version',
      async () => here(`#${await sharedHash(figure.id, code.replace(/\n$/, ''))}`),
    ]);
  const embed = embedPath(figure);
  if (embed !== undefined)
    items.push([
      'Copy HTML to embed it',
      () =>
        `<iframe src="${new URL(embed, location.href).href}" title="${title(figure)}" width="100%" height="${frameHeight(figure)}" loading="lazy"></iframe>`,
    ]);
  const menu = el('div.code-menu', { role: 'group', 'aria-label': 'Link' });
  for (const [words, text] of items)
    menu.append(
      button(words, ({ currentTarget }) => {
        void copy(currentTarget as HTMLElement, text());
      }),
    );
  tool.setAttribute('aria-expanded', 'true');
  tool.closest('figcaption')!.after(menu);
  open = { menu, tool };
  menu.querySelector('button')!.focus();
}

function close(): void {
  open?.menu.remove();
  open?.tool.setAttribute('aria-expanded', 'false');
  open = undefined;
}

async function copy(item: HTMLElement, text: string | Promise<string>): Promise<void> {
  const words = await Promise.resolve(text)
    .then((ready) => navigator.clipboard.writeText(ready))
    .then(
      () => 'Copied',
      (error: unknown) => (error instanceof RangeError ? 'Too long for a link' : 'Copying is not allowed here'),
    );
  item.querySelector('span')!.textContent = words;
  announce(words);
  setTimeout(() => {
    if (open?.menu.contains(item)) {
      open.tool.focus();
      close();
    }
  }, 1200);
}

const here = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

/** The page of a lesson's block for a frame; other blocks have none. */
function embedPath(figure: HTMLElement): string | undefined {
  if (figure.dataset['lang'] !== 'python' || figure.closest('.ex, .qa') || !figure.closest('.lesson-main'))
    return undefined;
  const base = document.documentElement.dataset['base']!;
  const id = location.pathname.slice(base.length).replace(/\/$/, '');
  return withBase(base, paths.embed(id, figure.id));
}

const title = (figure: HTMLElement): string =>
  `${document.querySelector('h1')?.textContent.trim() ?? ''}: ${figure.querySelector('.file')?.textContent ?? ''}`.replace(
    /["&<>]/g,
    (char) => `&#${String(char.charCodeAt(0))};`,
  );

/** Room for the block and the line beneath it. */
const frameHeight = (figure: HTMLElement): string => String(Math.ceil(figure.getBoundingClientRect().height) + 64);

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !open) return;
  open.tool.focus();
  close();
});
document.addEventListener('click', ({ target }) => {
  if (open && target instanceof Node && !open.menu.contains(target) && !open.tool.contains(target)) close();
});
