/** On the 404 page: an address that moved goes to where it is now. Hosts that serve redirects never get here. */
import { renamed } from '../../shared/renamed.ts';
import { movedTo } from '../moved.ts';

const base = document.documentElement.dataset['base'] ?? '/';
const target = movedTo(location.pathname, location.hash, base, renamed);
if (target) location.replace(target);
