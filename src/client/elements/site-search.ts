/** Opens search on `/`, Ctrl or Cmd K, or a click on a link marked `data-search`. What it opens loads then. */
const base = document.documentElement.dataset['base'] ?? '/';

function open(event: Event): void {
  event.preventDefault();
  import('../search/dialog.ts')
    .then(({ openSearch }) => {
      openSearch(base);
    })
    .catch(() => {
      location.assign(`${base}search/`);
    });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if ((isSlash || isCommand) && !document.querySelector('site-search-page')) open(event);
});
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-search]') : null;
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !document.querySelector('site-search-page'))
    open(event);
});
