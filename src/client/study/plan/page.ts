/** The study plan on its page: settings in, weeks out, and what can be taken away. */
import type { RoadmapFile } from '../../../shared/roadmap-file.ts';
import { markedAt, stateOf } from '../../../shared/progress.ts';
import { paths } from '../../../shared/paths.ts';
import { announce, button, el } from '../../dom.ts';
import type { Refusal } from '../../storage/box.ts';
import { readPlan, watchPlan, writePlan } from '../../storage/plan.ts';
import { readProgress, watchProgress } from '../../storage/progress.ts';
import { download } from '../download.ts';
import { address } from '../roadmap.ts';
import { counted } from '../words.ts';
import { calendarDate } from './dates.ts';
import { PlanForm } from './form.ts';
import { calendarWeeks, planCalendar } from './ics.ts';
import { holdsPlan, planHash, readPlanHash } from './link.ts';
import { planChecklist } from './markdown.ts';
import { planProfile } from './profile.ts';
import { profileFigure } from './profile-view.ts';
import { makePlan, type Done, type Plan } from './schedule.ts';
import { newId, newSettings, withWeekOff, type PlanSettings } from './settings.ts';
import { summary } from './words.ts';
import { weekList } from './weeks-view.ts';

const REFUSALS: Record<Refusal, string> = {
  full: 'The plan could not be kept: the browser has no room left for this site. It stands until you leave the page.',
  forbidden:
    'The plan could not be kept: the browser does not allow this site to store anything. It stands until you leave the page.',
};
const FILE = 'python-study-plan';

/** Whose plan is shown: the reader's own, one that nobody has kept yet, or one that came with a link. */
type Owner = 'own' | 'suggested' | 'shared';

export class PlanPage {
  readonly root = el('div.plan-live');
  readonly #roadmap: RoadmapFile;
  readonly #lede: HTMLElement;
  readonly #form: PlanForm;
  readonly #note = el('div.plan-notes');
  readonly #body = el('div');
  readonly #said = el('p.plan-said', { role: 'status' });
  readonly #again = button(
    'Start again from this week',
    () => {
      this.#startAgain();
    },
    { icon: 'undo', className: 'btn plain' },
  );
  #settings: PlanSettings;
  #owner: Owner = 'suggested';
  #plan: Plan | undefined;
  #today = calendarDate(Date.now());
  #problem: string | undefined;

  /**
   * @param head where the controls of hours and start go
   * @param lede where the plan is told in a sentence
   */
  constructor(roadmap: RoadmapFile, head: HTMLElement, lede: HTMLElement) {
    this.#roadmap = roadmap;
    this.#lede = lede;
    this.#settings = newSettings(newId(), this.#today, Date.now());
    this.#form = new PlanForm(
      roadmap.topics,
      () => this.#today,
      (change) => {
        this.#change({ ...this.#settings, ...change });
      },
    );
    const calendar = button(
      'Calendar file',
      () => {
        this.#downloadCalendar();
      },
      { icon: 'out', className: 'btn' },
    );
    this.#form.pace.append(calendar);
    head.append(this.#form.pace);
    const tool = (words: string, press: () => void, icon: 'link' | 'check' | 'copy' | 'print'): HTMLElement =>
      button(words, press, { icon, className: 'btn plain' });
    const tools = el(
      'div.plan-tools',
      {},
      tool('Copy link', () => void this.#copyLink(), 'link'),
      tool(
        'Checklist file',
        () => {
          this.#downloadChecklist();
        },
        'check',
      ),
      tool('Copy checklist', () => void this.#copy(this.#checklist(), 'The checklist is copied, as Markdown.'), 'copy'),
      tool(
        'Print',
        () => {
          print();
        },
        'print',
      ),
      this.#again,
    );
    this.root.append(el('div.plan-options', {}, this.#form.goal, tools, this.#said), this.#note, this.#body);
    this.#open();
    watchProgress(() => {
      this.#draw();
    });
    watchPlan((plan) => {
      if (this.#owner === 'shared') return;
      this.#openOwn(plan);
      this.#draw();
    });
    addEventListener('hashchange', () => {
      this.#open();
    });
    document.addEventListener('visibilitychange', () => {
      if (calendarDate(Date.now()) !== this.#today) this.#draw();
    });
  }

  /** Shows the plan of the address, else the reader's own, else a suggestion. */
  #open(): void {
    this.#problem = undefined;
    const own = readPlan();
    const shared = readPlanHash(location.hash);
    if (shared && this.#canFollow(shared) && !(own && planHash(own) === planHash(shared))) {
      this.#settings = shared;
      this.#owner = 'shared';
    } else {
      if (holdsPlan(location.hash)) {
        if (!shared || !this.#canFollow(shared)) this.#problem = 'The link holds no plan that can be followed.';
        leaveLink();
      }
      this.#openOwn(own);
    }
    this.#draw();
  }

  #openOwn(own: PlanSettings | undefined): void {
    const isUsable = own !== undefined && this.#canFollow(own);
    this.#owner = isUsable ? 'own' : 'suggested';
    this.#settings = isUsable ? own : newSettings(newId(), calendarDate(Date.now()), Date.now());
  }

  #canFollow = ({ goal }: PlanSettings): boolean =>
    goal.kind !== 'topic' || this.#roadmap.topics.some(({ slug }) => slug === goal.topic);

  /** The reader has changed something: of a shared plan, only what is shown. */
  #change(settings: PlanSettings): void {
    this.#settings = settings;
    if (this.#owner !== 'shared') this.#store();
    this.#draw();
    announce(this.#summary());
  }

  #keep(): void {
    const isShared = this.#owner === 'shared';
    // A plan that somebody else began counts from today for this reader.
    if (isShared) this.#settings = { ...this.#settings, since: this.#settings.start < this.#today ? 0 : Date.now() };
    this.#store();
    leaveLink();
    this.#draw();
    this.#say('The plan is kept in this browser.');
    this.root.querySelector<HTMLElement>('select')?.focus();
  }

  #store(): void {
    const refused = writePlan(this.#settings);
    this.#problem = refused && REFUSALS[refused];
    this.#owner = 'own';
  }

  #startAgain(): void {
    this.#change({ ...this.#settings, start: calendarDate(Date.now()), since: Date.now() });
    this.#say('The plan begins anew today. What is done stays done.');
    this.root.querySelector<HTMLElement>('select')?.focus();
  }

  #done(): Done {
    const progress = readProgress();
    const done = new Map<string, string | undefined>();
    for (const { id } of this.#roadmap.lessons) {
      if (stateOf(progress, 'lesson', id) !== 'done') continue;
      const at = markedAt(progress, 'lesson', id) ?? 0;
      done.set(id, at < this.#settings.since ? undefined : calendarDate(at));
    }
    return done;
  }

  #summary = (): string => (this.#plan ? summary(this.#plan, this.#settings, this.#today) : '');

  #draw(): void {
    this.#today = calendarDate(Date.now());
    const plan = makePlan(this.#roadmap, this.#settings, this.#done(), this.#today);
    this.#plan = plan;
    const key = (document.activeElement as HTMLElement | null)?.dataset['key'];
    this.#form.show(this.#settings);
    this.#lede.textContent = this.#summary();
    this.#said.textContent = '';
    this.#again.hidden = this.#settings.start >= this.#today;
    this.#note.replaceChildren(...this.#notes(plan));
    const lineOf = (topic: string): number => this.#roadmap.topics.find(({ slug }) => slug === topic)?.number ?? 0;
    const profile = planProfile(plan, lineOf);
    const isUnderWay = plan.weeks.some(({ when }) => when !== 'ahead');
    const weeks = weekList(plan.weeks, lineOf, {
      setOff: (monday, isOff) => {
        this.#change(withWeekOff(this.#settings, monday, isOff));
      },
      build: this.#settings.projects
        ? (topic) => {
            this.#change({ ...this.#settings, built: [...this.#settings.built, topic] });
          }
        : undefined,
    });
    this.#body.replaceChildren(
      ...(profile ? [profileFigure(profile, isUnderWay)] : []),
      ...(weeks.children.length > 0 ? [weeks] : []),
      ...this.#leftOut(plan),
    );
    // The list is new, and the reader is where they were.
    if (key !== undefined && document.activeElement === document.body)
      (
        this.#body.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? this.root.querySelector('select')
      )?.focus();
  }

  #notes(plan: Plan): HTMLElement[] {
    const notes: HTMLElement[] = [];
    if (this.#problem !== undefined) notes.push(el('p.plan-problem', { role: 'alert' }, this.#problem));
    const keep = button(
      'Keep this plan',
      () => {
        this.#keep();
      },
      { className: 'btn solid' },
    );
    if (this.#owner === 'suggested')
      notes.push(
        note(
          'A suggestion to begin with. The plan is kept in this browser and nowhere else, once you keep it or change it.',
          keep,
        ),
      );
    if (this.#owner === 'shared') {
      const hasOwn = readPlan() !== undefined;
      const words = `This plan came with the link. ${hasOwn ? 'Your own plan is as you left it; keeping this one puts it in the place of yours.' : 'It is not kept yet.'}`;
      const back = button(
        hasOwn ? 'Back to my plan' : 'Begin another',
        () => {
          leaveLink();
          this.#open();
          this.root.querySelector<HTMLElement>('select')?.focus();
        },
        { className: 'btn' },
      );
      notes.push(note(words, keep, back));
    }
    const past = plan.weeks.filter(({ when, isOff }) => when === 'past' && !isOff);
    const idle = past.length - 1 - past.findLastIndex(({ done }) => done.length > 0);
    if (idle > 0 && plan.finish !== undefined)
      notes.push(
        note(
          `No stop of this plan was done in the last ${counted(idle, 'week')} of it. What was planned there has moved on; “Start again from this week” counts the weeks anew.`,
        ),
      );
    return notes;
  }

  #leftOut({ left, inPreparation }: Plan): HTMLElement[] {
    const list = (words: string, lessons: Plan['left']): HTMLElement =>
      el(
        'details.plan-left',
        {},
        el('summary', {}, words),
        el('ul', {}, ...lessons.map(({ title }) => el('li', {}, title))),
      );
    return [
      ...(left.length > 0
        ? [list(`${counted(left.length, 'stop')} left out: no time before the interview`, left)]
        : []),
      ...(inPreparation.length > 0
        ? [list(`${counted(inPreparation.length, 'stop')} in preparation, not planned`, inPreparation)]
        : []),
    ];
  }

  #downloadCalendar(): void {
    const count = calendarWeeks(this.#plan!).length;
    if (count === 0) {
      this.#say('There is no week left for the calendar.');
      return;
    }
    // What a calendar knows this plan by has to be there the next time.
    if (this.#owner === 'suggested') {
      this.#store();
      this.#draw();
    }
    const text = planCalendar(this.#plan!, this.#settings, pageUrl(), Date.now());
    download(`${FILE}.ics`, text, 'text/calendar');
    this.#say(
      `${counted(count, 'week')} saved for the calendar. Importing a later file moves them; weeks past its new end stay and can be deleted.`,
    );
  }

  #checklist(): string {
    return planChecklist(this.#plan!, this.#summary(), (id) => new URL(address(paths.lesson(id)), location.href).href);
  }

  #downloadChecklist(): void {
    download(`${FILE}.md`, this.#checklist(), 'text/markdown');
    this.#say('The checklist is saved, as Markdown.');
  }

  async #copyLink(): Promise<void> {
    await this.#copy(
      `${pageUrl()}#${planHash(this.#settings)}`,
      'The link is copied. It holds the plan, and nothing of what is done.',
    );
  }

  async #copy(text: string, words: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(words);
    } catch {
      const field = el('textarea.plan-copy', { readonly: true, rows: '3', 'aria-label': 'Text to copy' });
      field.value = text;
      this.#said.replaceChildren('The browser did not let this page copy. Here is the text: ', field);
      field.focus();
      field.select();
    }
  }

  #say(words: string): void {
    this.#said.textContent = words;
  }
}

const note = (words: string, ...buttons: HTMLElement[]): HTMLElement =>
  el('div.plan-note', {}, el('p', {}, words), buttons.length > 0 && el('div', {}, ...buttons));

const pageUrl = (): string => new URL(address(paths.plan), location.href).href;

/** Takes a plan out of the address. */
function leaveLink(): void {
  if (holdsPlan(location.hash)) history.replaceState(null, '', location.pathname + location.search);
}
