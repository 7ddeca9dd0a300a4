/**
 * Fills a `details.more` with what its link names, when it is first opened. The link stays when the page
 * cannot be had, so that nothing is lost offline or after a failure.
 */
import { loadPage } from '../load-page.ts';

async function fill(details: HTMLDetailsElement): Promise<void> {
  const link = details.querySelector<HTMLAnchorElement>(':scope > div > a');
  if (!link || details.dataset['state'] === 'loading') return;
  details.dataset['state'] = 'loading';
  try {
    const page = await loadPage(link.href.replace(/#.*/, ''));
    const part = page.getElementById(link.hash.slice(1));
    if (!part) throw new Error('the part is missing');
    // Parsed documents run no scripts, and the policy of this page binds what is adopted from them.
    link.replaceWith(...[...part.childNodes].map((node) => document.adoptNode(node)));
    delete details.dataset['state'];
    details.dispatchEvent(new CustomEvent('lesson:filled', { bubbles: true }));
  } catch {
    details.dataset['state'] = 'failed';
  }
}

document.addEventListener(
  'toggle',
  (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open && event.target.matches('details.more'))
      void fill(event.target);
  },
  true,
);
