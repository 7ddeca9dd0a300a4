/**
 * An exercise: the same in its lesson and on its own page. The starter opens as an editor, Check runs the tests in
 * Python, hints and solution stand beside it, and the draft is kept.
 */
import { announce, button, el, iconOf } from '../dom.ts';
import { contentHash } from '../storage/edits.ts';
import { draftsOf, type Draft, type Drafts } from '../storage/drafts.ts';
import { Block } from './block.ts';
import { forget } from './blocks.ts';
import { compare } from './compare.ts';
import { loadExercise, type ExerciseFile } from './exercise-file.ts';
import { base, session, wordsFor } from './page.ts';
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
  #note: HTMLElement | undefined;
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
    await this.block.edit(false);
    this.#tellOfDraft(draft);
  }

  /** Runs the tests; a second press stops them. */
  async check(): Promise<void> {
    if (this.#isChecking) {
      session.stop();
      return;
    }
    this.#setChecking(true);
    this.#results.replaceChildren();
    this.block.markLine();
    const isOver = session.watch((state) => {
      this.#time.textContent = state.is === 'loading' ? wordsFor(state) : '';
    });
    try {
      const source = this.block.source;
      const file = await loadExercise(base, this.id);
      let testing = '';
      let begun = 0;
      const outcome = await session.take(
        { do: 'grade', source, tests: file.tests },
        {
          onBegin: () => {
            begun = performance.now();
            this.#time.textContent = 'Testing';
          },
          onTest: (name) => (testing = name),
        },
        true,
      );
      forget();
      this.#time.textContent = '';
      if (outcome.ended === 'normally' && outcome.grade) this.#show(outcome.grade, file, performance.now() - begun);
      else {
        const words = outcomeWords(outcome, testTitle(file.tests, testing));
        this.#results.replaceChildren(el('p.ex-problem', {}, words));
        announce(words);
      }
    } catch (error) {
      const words = `The tests could not be loaded: ${(error as Error).message}. Check tries again.`;
      this.#results.replaceChildren(el('p.ex-problem', {}, words));
      announce(words);
    } finally {
      isOver();
      this.#setChecking(false);
    }
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

  #show(grade: Parameters<typeof showGrade>[0], file: ExerciseFile, ms: number): void {
    const passed = grade.tests.filter(({ status }) => status === 'passed').length;
    const result = grade.status === 'broken' ? undefined : { passed, total: grade.tests.length };
    this.#results.replaceChildren(...showGrade(grade));
    if (result) this.#time.textContent = timeWords(result, ms);
    this.#showState(result);
    if (grade.line !== null) this.block.markLine(grade.line);
    this.#store(this.block.text, result);
    if (grade.status === 'passed') this.#results.append(compare(this.block.text, file));
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
      starter: before?.starter ?? this.#starter,
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

  #tell(text: string, ...choices: [words: string, choose: () => void][]): void {
    this.#note?.remove();
    const note = el('p.block-note', {}, text);
    for (const [words, choose] of [...choices, ['Close', () => undefined] as const])
      note.append(
        button(words, () => {
          choose();
          note.remove();
        }),
      );
    this.#section.querySelector('.ex-bar')!.before(note);
    this.#note = note;
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
