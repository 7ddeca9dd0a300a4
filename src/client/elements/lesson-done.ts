/**
 * `<lesson-done data-lesson>`: the button that marks a lesson as done. The lesson counts as being read once it has
 * been seen for a while, or a third of it has been scrolled by; that never takes "done" back.
 */
import { stateOf } from '../../shared/progress.ts';
import { setMark } from '../marks.ts';
import { mark, readProgress, watchProgress } from '../storage/progress.ts';

/** Time in view after which a lesson counts as being read. */
const READING_MS = 20_000;
const READING_SHARE = 1 / 3;
/** Only a reader's own scrolling counts: an address with a fragment scrolls by itself. */
const HANDS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

class LessonDone extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const id = this.dataset['lesson'];
    if (!button || !id) return;
    const state = (): string => stateOf(readProgress(), 'lesson', id);
    const show = (): void => {
      button.ariaPressed = String(state() === 'done');
    };
    button.addEventListener('click', () => {
      setMark('lesson', id, state() === 'done' ? 'reading' : 'done');
    });
    watchProgress(show);
    show();
    button.disabled = false;
    whenRead(() => {
      // Nobody asked for this mark, so a refusal to keep it is no news.
      if (state() === 'none') mark('lesson', id, 'reading');
    });
  }
}

/** Calls back once, after enough time in view or enough scrolling. */
function whenRead(read: () => void): void {
  const ended = new AbortController();
  const { signal } = ended;
  const end = (): void => {
    clearTimeout(timer);
    ended.abort();
    read();
  };
  let timer = 0;
  let left = READING_MS;
  let since = 0;
  const time = (): void => {
    clearTimeout(timer);
    if (since > 0) left -= Date.now() - since;
    since = document.hidden ? 0 : Date.now();
    if (since > 0) timer = window.setTimeout(end, left);
  };
  document.addEventListener('visibilitychange', time, { signal });
  time();

  let isByHand = false;
  const hand = (): void => {
    isByHand = true;
  };
  for (const type of HANDS) addEventListener(type, hand, { passive: true, signal });
  const scroll = (): void => {
    const { scrollHeight, clientHeight } = document.documentElement;
    if (isByHand && scrollY > READING_SHARE * (scrollHeight - clientHeight)) end();
  };
  addEventListener('scroll', scroll, { passive: true, signal });
}

customElements.define('lesson-done', LessonDone);
