/** The controls of a plan: goal, hours, start, switches. */
import type { TopicFacts } from '../../../shared/roadmap-file.ts';
import { el } from '../../dom.ts';
import { addDays, isDate } from './dates.ts';
import type { Goal, PlanSettings } from './settings.ts';

const HOURS = [3, 5, 8, 12, 20];
/** Days until an interview whose date nobody has said yet. */
const INTERVIEW_DAYS = 42;

/** Controls that show settings and tell when the reader changes them. */
export class PlanForm {
  /** Hours and start. */
  readonly pace = el('form.pace');
  /** Goal and switches. */
  readonly goal = el('form.plan-goal');
  readonly #hours = el('div.seg-ctl');
  readonly #start = el('input', { type: 'date', name: 'start', required: true });
  readonly #kind = el(
    'select',
    { name: 'goal' },
    el('option', { value: 'all' }, 'The whole roadmap'),
    el('option', { value: 'topic' }, 'One line, with what it needs'),
    el('option', { value: 'interview' }, 'An interview on a date'),
  );
  readonly #topic = el('select', { name: 'topic' });
  readonly #date = el('input', { type: 'date', name: 'interview', required: true });
  readonly #drafts = el('input', { type: 'checkbox', name: 'drafts' });
  readonly #projects = el('input', { type: 'checkbox', name: 'projects' });
  readonly #topicField = field('Line', this.#topic);
  readonly #dateField = field('Date of the interview', this.#date);
  readonly #today: () => string;
  readonly #changed: (change: Partial<PlanSettings>) => void;

  /** @param changed is told what the reader has changed */
  constructor(topics: readonly TopicFacts[], today: () => string, changed: (change: Partial<PlanSettings>) => void) {
    this.#today = today;
    this.#changed = changed;
    this.#topic.append(
      ...topics.map(({ slug, number, title }) => el('option', { value: slug }, `${number}. ${title}`)),
    );
    this.pace.append(el('fieldset', {}, el('legend', {}, 'Hours a week'), this.#hours), field('Start', this.#start));
    this.goal.append(
      field('Goal', this.#kind),
      this.#topicField,
      this.#dateField,
      el('label.switch', {}, this.#drafts, el('span', {}, 'Plan lessons in preparation')),
      el('label.switch', {}, this.#projects, el('span', {}, 'Plan hours for projects')),
    );
    for (const form of [this.pace, this.goal]) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
      });
      form.addEventListener('change', (event) => {
        this.#read(event.target);
      });
    }
  }

  /** Shows settings. */
  show({ goal, hours, start, drafts, projects }: PlanSettings): void {
    const all = [...new Set([...HOURS, hours])].sort((a, b) => a - b);
    const shown = [...this.#hours.querySelectorAll('input')].map(({ value }) => Number(value));
    if (shown.join() !== all.join())
      this.#hours.replaceChildren(
        ...all.map((count) =>
          el(
            'label',
            {},
            el('input', { type: 'radio', name: 'hours', value: String(count) }),
            el('span', {}, String(count)),
          ),
        ),
      );
    for (const input of this.#hours.querySelectorAll('input')) input.checked = Number(input.value) === hours;
    // A date that is being typed is left alone.
    if (document.activeElement !== this.#start) this.#start.value = start;
    this.#kind.value = goal.kind;
    this.#topicField.hidden = goal.kind !== 'topic';
    this.#dateField.hidden = goal.kind !== 'interview';
    if (goal.kind === 'topic') this.#topic.value = goal.topic;
    if (goal.kind === 'interview' && document.activeElement !== this.#date) this.#date.value = goal.date;
    this.#drafts.checked = drafts;
    this.#projects.checked = projects;
  }

  #read(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.name === 'hours') this.#changed({ hours: Number(target.value) });
    else if (target === this.#start) {
      // With a start in the past, what was done since then belongs to the plan.
      if (isDate(this.#start.value))
        this.#changed({ start: this.#start.value, ...(this.#start.value < this.#today() ? { since: 0 } : {}) });
    } else if (target === this.#drafts) this.#changed({ drafts: this.#drafts.checked });
    else if (target === this.#projects) this.#changed({ projects: this.#projects.checked });
    else {
      const goal = this.#goalNow();
      if (goal) this.#changed({ goal });
    }
  }

  #goalNow(): Goal | undefined {
    if (this.#kind.value === 'topic') return { kind: 'topic', topic: this.#topic.value };
    if (this.#kind.value !== 'interview') return { kind: 'all' };
    const date = this.#date.value || addDays(this.#today(), INTERVIEW_DAYS);
    return isDate(date) ? { kind: 'interview', date } : undefined;
  }
}

const field = (words: string, control: HTMLElement): HTMLLabelElement =>
  el('label.field', {}, el('span', {}, words), control);
