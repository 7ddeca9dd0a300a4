/** The Python of this page: its one session, and the bar that says how it is. */
import runtime from '../../shared/python-runtime.json' with { type: 'json' };
import styles from '../../styles/python.css?inline';
import { adoptStyles, button, el } from '../dom.ts';
import { explanations } from './output.ts';
import { Session, type State } from './session.ts';
import { Turns } from './turns.ts';
import workerUrl from './worker.ts?worker&url';

export const base = document.documentElement.dataset['base'] ?? '/';
export const session = new Session(base, workerUrl);
/** Runs and checks of this page, one at a time. */
export const turns = new Turns(() => {
  session.stop();
});

/** What the page does when the reader asks to begin anew; blocks.ts sets it. */
export const page: { reset: () => void; held: () => number } = { reset: () => undefined, held: () => 0 };

adoptStyles(styles);
const said = el('span');
const bytes = el('progress', { max: '1', 'aria-label': 'Loading Python' });
const reset = button(
  'Forget names',
  () => {
    page.reset();
    update(session.state);
  },
  { icon: 'undo' },
);
reset.title = 'Forget all names of this page and show its printed outputs again';
const bar = el('div.py-bar', { role: 'region', 'aria-label': 'Python' }, said, bytes, reset);

/** Brings the bar up to date. */
export function update(state: State = session.state): void {
  if (state.is === 'off') return;
  if (!bar.isConnected) document.body.append(bar);
  bytes.hidden = state.is !== 'loading';
  if (state.is === 'loading' && state.total) bytes.value = state.bytes / state.total;
  else bytes.removeAttribute('value');
  said.textContent = wordsFor(state);
  reset.hidden = page.held() === 0;
  // Nothing to tell: it is there, and holds nothing.
  bar.hidden = state.is === 'ready' && page.held() === 0;
}

/** The state in words: "Loading Python: 3.1 of 8.0 MB". */
export function wordsFor(state: State): string {
  const held = page.held();
  switch (state.is) {
    case 'off':
      return '';
    case 'loading':
      if (state.bytes === 0 || state.bytes === state.total) return 'Starting Python';
      return `Loading Python: ${megabytes(state.bytes)}${state.total ? ` of ${megabytes(state.total)}` : ''} MB`;
    case 'failed':
      return 'Python could not be loaded';
    case 'busy':
      return 'Python is running';
    case 'ready':
      return held === 0
        ? `${PYTHON} is ready`
        : `${PYTHON} holds the names of ${String(held)} program${held === 1 ? '' : 's'}`;
  }
}

/** `Python 3.14` */
const PYTHON = `Python ${runtime.python.split('.', 2).join('.')}`;
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

session.watch((state) => {
  update(state);
  // Fetched while there is a network, so that errors are explained offline, too.
  if (state.is === 'ready') void explanations();
});
