/** An address that moved goes to where it is now: a heading of this page, or a page of which only the 404 page is left. */
import { renamed } from '../../shared/renamed.ts';
import { movedTo } from '../moved.ts';

const base = document.documentElement.dataset['base'] ?? '/';

function follow(): void {
  const target = movedTo(location.pathname, location.hash, base, renamed);
  if (target) location.replace(target);
}

addEventListener('hashchange', follow);
follow();
