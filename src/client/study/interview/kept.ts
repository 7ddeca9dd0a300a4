/** The list of interviews that were kept. */
import { announce, button, el } from '../../dom.ts';
import { keepFailed } from './refusal.ts';
import {
  deleteInterview,
  mergeInterviewsInto,
  readInterviews,
  replaceInterviews,
  watchInterviews,
} from '../../storage/interviews.ts';
import { countWords } from './bank.ts';
import { dateWords } from './report.ts';
import { NO_INTERVIEWS, percent, tally, type Interviews, type Result } from './results.ts';

/** The list in the page's section; it follows what is stored. */
export class KeptList {
  readonly #root: HTMLElement;
  readonly #open: (result: Result) => void;

  /** @param open shows a result */
  constructor(section: HTMLElement, open: (result: Result) => void) {
    this.#root = section.querySelector('div')!;
    this.#open = open;
    watchInterviews(() => {
      this.draw();
    });
    this.draw();
  }

  /**
   * Shows what is stored now.
   * @param removed what was just deleted, to be brought back
   */
  draw(removed: Interviews = NO_INTERVIEWS, refused = ''): void {
    const { results } = readInterviews();
    const undo =
      removed.results.length > 0 &&
      button(
        'Undo',
        () => {
          this.#bringBack(removed);
        },
        { className: 'iv-link' },
      );
    this.#root.replaceChildren(
      ...[
        refused !== '' && el('p.iv-failed', { role: 'alert' }, refused),
        undo && el('p.meta', {}, removed.results.length === 1 ? 'Deleted. ' : 'All deleted. ', undo),
        results.length === 0 && el('p.meta', {}, 'None yet. The last fifty stay in this browser.'),
        results.length > 0 && el('ul', {}, ...results.map((result) => this.#item(result))),
        results.length > 1 &&
          button(
            'Delete all',
            () => {
              this.#delete({ results }, () => replaceInterviews(NO_INTERVIEWS));
            },
            { className: 'iv-link' },
          ),
      ].filter((part) => part !== false),
    );
  }

  #item(result: Result): HTMLElement {
    const { score, count } = tally('', result.answers);
    const date = dateWords(result.at);
    const open = button(
      percent(score),
      () => {
        this.#open(result);
      },
      { className: 'iv-open', label: `Result of ${date}: ${percent(score)}` },
    );
    const remove = button(
      'Delete',
      () => {
        this.#delete({ results: [result] }, () => deleteInterview(result.id));
      },
      { className: 'iv-link', label: `Delete the interview of ${date}` },
    );
    return el(
      'li',
      {},
      open,
      el('span', {}, date, el('small', {}, `${countWords(count)}, seed ${result.seed}`)),
      remove,
    );
  }

  #delete(removed: Interviews, how: () => ReturnType<typeof deleteInterview>): void {
    const refusal = how();
    if (refusal) {
      this.draw(NO_INTERVIEWS, keepFailed(refusal));
      return;
    }
    this.draw(removed);
    announce('Deleted. It can be undone.');
    this.#root.querySelector('button')?.focus();
  }

  #bringBack(removed: Interviews): void {
    const refusal = mergeInterviewsInto(removed);
    this.draw(NO_INTERVIEWS, refusal ? keepFailed(refusal) : '');
    if (!refusal) announce('Brought back.');
    this.#root.querySelector('button')?.focus();
  }
}
