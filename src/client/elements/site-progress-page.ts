/** `<site-progress-page>`: the checklist, the reader's file, the record for a teacher, and deleting everything. */
import { paths } from '../../shared/paths.ts';
import type { Progress } from '../../shared/progress.ts';
import type { LessonFacts, RoadmapFile } from '../../shared/roadmap-file.ts';
import { announce, button, el } from '../dom.ts';
import { watchTexts } from '../storage/everything.ts';
import { mark, readProgress, watchProgress } from '../storage/progress.ts';
import { nextLesson } from '../study/next-lesson.ts';
import { Checklist, shareWords, stateWord } from '../study/progress/checklist.ts';
import { drawRecord } from '../study/progress/record.ts';
import { tallyOf, topicsOf, type TopicLessons } from '../study/progress/tally.ts';
import type { Transfer } from '../study/progress/transfer.ts';
import { address, loadRoadmap } from '../study/roadmap.ts';

class SiteProgressPage extends HTMLElement {
  /** What depends on the roadmap. */
  readonly #list = el('div');
  readonly #recordPart = el('div');
  readonly #head = el('div');
  readonly #aside = el('div');
  readonly #notice = el('p.progress-bad', { role: 'alert' });
  readonly #titles = new Map<string, string>();
  readonly #file = el('div');
  readonly #forget = el('div');
  #transfer: Transfer | undefined;
  #topics: TopicLessons[] = [];
  #checklist: Checklist | undefined;
  #name: HTMLInputElement | undefined;
  #record: HTMLElement | undefined;
  #stop: (() => void)[] = [];

  connectedCallback(): void {
    this.replaceChildren(this.#head, this.#notice, this.#list, this.#file, this.#recordPart, this.#aside, this.#forget);
    const printing = (): void => {
      this.#drawRecord();
    };
    addEventListener('beforeprint', printing);
    this.#stop = [
      watchProgress((progress) => {
        this.#show(progress);
      }),
      watchTexts(() => {
        this.#transfer?.show();
      }),
      () => {
        removeEventListener('beforeprint', printing);
      },
    ];
    const isListed = this.#load();
    void this.#loadTools(isListed).then(() => (this.dataset['ready'] = ''));
  }

  disconnectedCallback(): void {
    for (const stop of this.#stop) stop();
  }

  /**
   * What reads and checks files knows the values of all tools, and comes after the checklist.
   * @param isListed the checklist, or its failure, is drawn: nothing moves what stands below it any more
   */
  async #loadTools(isListed: Promise<void>): Promise<void> {
    try {
      const [{ Transfer }, { drawForget, drawSetAside }] = await Promise.all([
        import('../study/progress/transfer.ts'),
        import('../study/progress/forget.ts'),
        isListed,
      ]);
      this.#transfer = new Transfer(
        (exercise) => this.#titles.get(exercise) ?? exercise,
        () => {
          this.#show(readProgress());
        },
      );
      const drawAside = (): void => {
        this.#aside.replaceChildren(drawSetAside() ?? '');
      };
      const deleted = (): void => {
        this.#show(readProgress());
        drawAside();
      };
      this.#file.replaceChildren(this.#transfer.root);
      this.#forget.replaceChildren(drawForget(deleted));
      drawAside();
    } catch {
      this.#file.replaceChildren(
        el('p.progress-bad', {}, 'The part that writes and reads your file could not be loaded. Check the connection.'),
        el(
          'p.progress-do',
          {},
          button('Load it again', () => void this.#loadTools(Promise.resolve()), { className: 'btn' }),
        ),
      );
    }
  }

  async #load(): Promise<void> {
    this.#head.replaceChildren(el('p.meta', {}, 'The list of lessons is loading.'));
    try {
      this.#draw(await loadRoadmap());
    } catch {
      this.#head.replaceChildren(
        el(
          'p.progress-bad',
          {},
          'The list of lessons could not be loaded. Check the connection. The rest of the page is at hand below.',
        ),
        el(
          'p.progress-do',
          {},
          button('Try again', () => void this.#load(), { className: 'btn' }),
        ),
      );
      announce('The list of lessons could not be loaded.');
    }
  }

  #draw(roadmap: RoadmapFile): void {
    for (const { exercises } of roadmap.lessons) for (const { id, title } of exercises) this.#titles.set(id, title);
    this.#topics = topicsOf(roadmap);
    const planned = roadmap.lessons.length - this.#lessons().length;
    this.#checklist = new Checklist(this.#topics, readProgress(), (lesson, state) => {
      const refusal = mark('lesson', lesson.id, state);
      this.#notice.textContent =
        refusal === undefined
          ? ''
          : 'This browser could not store the mark. It holds until you leave the page: download your file to keep it.';
      const { lessons } = tallyOf(this.#lessons(lesson.topic), readProgress());
      announce(`${lesson.title}: ${stateWord(state)}. ${shareWords(lessons, 'lessons')} of this topic are done.`);
    });
    this.#list.replaceChildren(
      el('h2', { id: 'checklist' }, 'Checklist'),
      el('p', {}, 'Set what you have read. Exercises and questions are marked where you solve and answer them.'),
      planned > 0
        ? el('p.meta', {}, `${planned} more ${planned === 1 ? 'lesson is' : 'lessons are'} in preparation.`)
        : '',
      this.#checklist.root,
    );
    this.#name = el('input', { id: 'record-name', type: 'text', autocomplete: 'off', maxlength: '120' });
    this.#name.addEventListener('input', () => {
      this.#drawRecord();
    });
    this.#recordPart.replaceChildren(
      el(
        'section.progress-part',
        { 'aria-labelledby': 'record' },
        el('h2', { id: 'record' }, 'Record for a teacher'),
        el(
          'p',
          {},
          'A page to print: the lessons done and the exercises solved by topic, with their dates. The name is not stored.',
        ),
        el(
          'p.progress-do',
          {},
          el('label.progress-field', {}, el('span', {}, 'Name'), this.#name),
          button(
            'Print the record',
            () => {
              this.#drawRecord();
              print();
            },
            { icon: 'print', className: 'btn' },
          ),
        ),
      ),
    );
    this.#show(readProgress());
  }

  #show(progress: Progress): void {
    this.#transfer?.show();
    if (!this.#checklist) return;
    this.#checklist.show(progress);
    this.#drawHead(progress);
    this.#drawRecord();
  }

  #drawHead(progress: Progress): void {
    const all = this.#lessons();
    const { lessons, exercises, questions } = tallyOf(all, progress);
    const next = nextLesson(all, progress);
    const isEmpty = Object.values(progress.marks).every(({ state }) => state === 'none');
    this.#head.replaceChildren(
      el(
        'dl.facts',
        {},
        ...(
          [
            ['Lessons done', lessons],
            ['Exercises solved', exercises],
            ['Questions known', questions],
          ] as const
        ).map(([name, { done, of }]) =>
          el('div', {}, el('dt', {}, name), el('dd', {}, el('b', {}, String(done)), ` of ${of}`)),
        ),
      ),
      isEmpty
        ? el(
            'p.progress-first',
            {},
            'Nothing is marked yet. Read the first lesson, or set in the checklist what you know already. If you have a file from another browser, bring it back below.',
          )
        : '',
      next
        ? el(
            'p.progress-do',
            {},
            el(
              'a.btn.solid',
              { href: address(paths.lesson(next.id)) },
              `${isEmpty ? 'Start' : 'Go on'}: ${next.title}`,
            ),
          )
        : '',
    );
  }

  #drawRecord(): void {
    const record = drawRecord(this.#topics, readProgress(), this.#name?.value.trim() ?? '', Date.now());
    if (this.#record) this.#record.replaceWith(record);
    else this.append(record);
    this.#record = record;
  }

  /** Lessons of all topics, or of one. */
  #lessons(slug?: string): LessonFacts[] {
    return this.#topics
      .filter(({ topic }) => slug === undefined || topic.slug === slug)
      .flatMap(({ lessons }) => lessons);
  }
}
customElements.define('site-progress-page', SiteProgressPage);
