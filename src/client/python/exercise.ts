/**
 * An exercise: the same in its lesson and on its own page. The starter opens as an editor, Check runs the tests in
 * Python, hints and solution stand beside it, and the draft is kept.
 */
import { announce, button, el, iconOf } from '../dom.ts';
import { setMark } from '../marks.ts';
import { contentHash } from '../storage/edits.ts';
import { draftsOf, type Draft, type Drafts } from '../storage/drafts.ts';
import { Block } from './block.ts';
import { forget, STOPPED } from './blocks.ts';
import { compare } from './compare.ts';
import { loadExercise, type ExerciseFile } from './exercise-file.ts';
import { Note, type Choice } from './note.ts';
import { base, session, turns, wordsFor } from './page.ts';
import { outcomeWords, showGrade, testTitle } from './results.ts';

const exercises = new Map<Element, Exercise>();

/** The exercise of a section. */
export function exerciseOf(section: HTMLElement): Exercise {
  let exercise = exercises.get(section);
  if (!exercise) exercises.set(section, (exercise = new Exercise(section)));
  return exercise;
}

/** Beside Check, since the state at the head may be out of view: "5 fail · 8 tests in 0.18 s". */
function timeWords({ passed, total }: NonNullable<Draft['result']>, ms: number): string {
  const verdict = passed === total ? 'All pass' : `${String(total - passed)} fail`;
  return `${verdict} · ${String(total)} tests in ${(ms / 1000).toFixed(2)} s`;
}

export class Exercise {
  readonly id: string;
  readonly block: Block;

  #section: HTMLElement;
  #drafts: Drafts;
  #starter: string;
  #check: HTMLButtonElement;
  #time: HTMLElement;
  #state: HTMLElement;
  #results = el('div.ex-results');
  #note: Note;
  #isChecking = false;

  constructor(section: HTMLElement) {
    this.#section = section;
    this.id = section.dataset['exercise']!;
    this.#drafts = draftsOf(this.id);
    this.#check = section.querySelector<HTMLButtonElement>('[data-do="check"]')!;
    this.#time = section.querySelector<HTMLElement>('.ex-time')!;
    this.#state = section.querySelector<HTMLElement>('.ex-state')!;
    this.block = new Block(
      section.querySelector<HTMLElement>('.role-starter')!,
      { verb: 'checks', run: () => void this.check(), step: () => undefined },
      { read: () => this.#drafts.open()?.code, write: (code) => this.#store(code) },
    );
    this.#note = new Note(
      (note) => {
        section.querySelector('.ex-bar')!.before(note);
      },
      () => {
        this.block.focusTool('edit');
      },
    );
    this.#starter = contentHash(this.block.original);
    section.querySelector('.ex-bar')!.after(this.#results);
    this.#drafts.watch((draft) => {
      this.#hear(draft);
    });
  }

  get #draft(): Draft | undefined {
    return this.#drafts.read();
  }

  /** Opens the draft of an earlier visit. */
  async restore(): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    this.#showState(draft.result);
    await this.block.restore();
    if (this.block.editor) this.#tellOfDraft(draft);
  }

  /** Runs the tests; a second press stops them. */
  async check(): Promise<void> {
    if (this.#isChecking) {
      turns.stop(this);
      return;
    }
    this.#setChecking(true);
    this.#results.replaceChildren();
    this.block.markLine();
    this.#time.textContent = turns.isTaken ? 'Waiting for another program' : '';
    try {
      const isDone = await turns.take(this, (isStopped) => this.#grade(isStopped));
      if (!isDone) this.#tellProblem(outcomeWords(STOPPED, ''));
    } catch (error) {
      this.#tellProblem(`The tests could not be loaded: ${(error as Error).message}. Check tries again.`);
    } finally {
      this.#setChecking(false);
    }
  }

  /**
   * The turn of a check.
   * @returns false when it was stopped before the tests began
   * @throws Error when the tests cannot be had
   */
  async #grade(isStopped: () => boolean): Promise<boolean> {
    await this.block.restore();
    const code = this.#code;
    const file = await loadExercise(base, this.id);
    if (isStopped()) return false;
    const endWatch = session.watch((state) => {
      if (state.is === 'loading') this.#time.textContent = wordsFor(state);
    });
    let testing = '';
    let begun = 0;
    const outcome = await session.take(
      { do: 'grade', source: `${code}\n`, tests: file.tests },
      {
        onBegin: () => {
          begun = performance.now();
          this.#time.textContent = 'Testing';
        },
        onTest: (name) => (testing = name),
      },
      true,
    );
    endWatch();
    forget();
    if (outcome.ended === 'normally' && outcome.grade) this.#show(outcome.grade, code, file, performance.now() - begun);
    else this.#tellProblem(outcomeWords(outcome, testTitle(file.tests, testing)));
    return true;
  }

  /** The reader's code: in the editor, or in a draft whose editor could not be loaded. */
  get #code(): string {
    return (this.block.editor?.text ?? this.#draft?.code ?? this.block.text).replace(/\n$/, '');
  }

  #tellProblem(words: string): void {
    this.#time.textContent = '';
    this.#results.replaceChildren(el('p.ex-problem', {}, words));
    announce(words);
  }

  /**
   * Asks before the solution is shown, once per visit, while a test fails.
   * @returns whether it may open now
   */
  confirmSolution(details: HTMLDetailsElement): boolean {
    const result = this.#draft?.result;
    if (result && result.passed === result.total) return true;
    if ('asked' in details.dataset) return true;
    if (!details.querySelector('.confirm')) {
      const failing = result ? result.total - result.passed : 0;
      const words =
        failing === 0
          ? 'You have not checked a solution of your own yet.'
          : `${String(failing)} test${failing === 1 ? ' fails' : 's fail'}. Each says what it expected.`;
      const confirm = el('p.confirm', {}, words);
      confirm.append(
        button(
          'Show the solution',
          () => {
            details.dataset['asked'] = '';
            confirm.remove();
            details.open = true;
            details.querySelector('summary')?.focus();
          },
          { className: 'btn' },
        ),
        button(
          'Keep trying',
          () => {
            confirm.remove();
            void this.block.edit();
          },
          { className: 'btn plain' },
        ),
      );
      details.after(confirm);
      confirm.querySelector('button')!.focus();
      announce(words);
    }
    return false;
  }

  /** @param code what was graded: the editor may hold another text by now */
  #show(grade: Parameters<typeof showGrade>[0], code: string, file: ExerciseFile, ms: number): void {
    const passed = grade.tests.filter(({ status }) => status === 'passed').length;
    const result = grade.status === 'broken' ? undefined : { passed, total: grade.tests.length };
    this.#results.replaceChildren(...showGrade(grade));
    this.#time.textContent = '';
    if (result) this.#time.textContent = timeWords(result, ms);
    this.#showState(result);
    if (grade.line !== null) this.block.markLine(grade.line);
    this.#store(this.#code, result);
    if (grade.status === 'passed') setMark('exercise', this.id, 'solved');
    if (grade.status === 'passed') this.#results.append(compare(code, file));
    announce(
      result
        ? `${String(passed)} of ${String(result.total)} tests pass`
        : `Your code does not run: ${grade.error ?? ''}`,
    );
  }

  #store(code: string | undefined, result = this.#draft?.result): ReturnType<Drafts['write']> {
    const before = this.#draft;
    if (code === undefined && !result && before?.other === undefined) {
      this.#drafts.remove();
      return undefined;
    }
    return this.#drafts.write({
      code: code ?? this.block.original,
      // After Reset it is the page's starter again.
      starter: code === undefined ? this.#starter : (before?.starter ?? this.#starter),
      ...(before?.other === undefined ? {} : { other: before.other }),
      ...(result ? { result } : {}),
    });
  }

  /** Another tab wrote a draft of this exercise. */
  #hear(draft: Draft | undefined): void {
    this.#showState(draft?.result);
    if (!draft || draft.code === this.block.text) return;
    this.#tell('Another tab has changed this draft.', [
      'Take it',
      () => {
        void this.block.edit().then(() => this.block.editor?.setText(draft.code));
      },
    ]);
  }

  #tellOfDraft(draft: Draft): void {
    if (draft.other !== undefined && draft.other !== draft.code) {
      const { other } = draft;
      this.#tell(
        'Two tabs wrote different drafts. The later one is shown.',
        [
          'Show the other',
          () => {
            const shown = this.block.text;
            this.block.editor?.setText(other);
            this.#drafts.write({ ...draft, code: other, other: shown });
          },
        ],
        [
          'Forget the other',
          () => {
            this.#drafts.write({ ...draft, other: undefined, code: this.block.text });
          },
        ],
      );
    } else if (draft.starter !== this.#starter)
      this.#tell('This exercise has a new starter since you began. Your draft is kept; Reset shows the new one.');
  }

  #tell(text: string, ...choices: Choice[]): void {
    this.#note.tell(text, ...choices, ['Close', () => undefined]);
  }

  #showState(result: Draft['result']): void {
    const isPassed = result !== undefined && result.passed === result.total;
    this.#section.toggleAttribute('data-passed', isPassed);
    this.#state.replaceChildren(
      ...(isPassed ? [iconOf('check')] : []),
      result ? `${String(result.passed)} of ${String(result.total)} tests pass` : '',
    );
  }

  #setChecking(isChecking: boolean): void {
    this.#isChecking = isChecking;
    this.#check.textContent = isChecking ? 'Stop' : 'Check';
  }
}
