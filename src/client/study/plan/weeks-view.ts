/** The weeks of a plan as a ruled list. */
import { paths } from '../../../shared/paths.ts';
import type { LessonFacts, TopicFacts } from '../../../shared/roadmap-file.ts';
import { button, el, iconOf } from '../../dom.ts';
import { address } from '../roadmap.ts';
import { dateRange } from './dates.ts';
import { duration } from '../../../shared/duration.ts';
import type { Block, Week } from './schedule.ts';
import { minutesOf, nameOf, partOf } from './words.ts';

export interface WeekActions {
  /** Takes a week off, or takes that back. */
  setOff: (monday: string, isOff: boolean) => void;
  /** Says that a topic's project is built; undefined when projects take no hours. */
  build: ((topic: string) => void) | undefined;
}

/** @param lineOf number of a topic's line */
export function weekList(
  weeks: readonly Week[],
  lineOf: (topic: string) => number,
  actions: WeekActions,
): HTMLOListElement {
  const shown = weeks.filter(({ when, done }) => when !== 'past' || done.length > 0);
  return el('ol.weeks', {}, ...shown.map((week) => weekItem(week, lineOf, actions)));
}

function weekItem(week: Week, lineOf: (topic: string) => number, { setOff, build }: WeekActions): HTMLLIElement {
  const { number, monday, from, to, isOff, when, done, blocks, ends } = week;
  const dates = dateRange(from, to);
  const toggle = isOff
    ? button(
        'Study this week',
        () => {
          setOff(monday, false);
        },
        { className: 'wk-off', label: `Study this week: ${dates}` },
      )
    : button(
        'Take it off',
        () => {
          setOff(monday, true);
        },
        { className: 'wk-off', label: `Take it off: ${dates}` },
      );
  toggle.dataset['key'] = `off-${monday}`;
  const nothing = isOff ? 'Nothing is planned.' : when === 'now' && done.length === 0 && blocks.length === 0;
  return el(
    'li.wk',
    {
      class: `wk ${{ past: 'past', now: 'cur', ahead: '' }[when]}${isOff ? ' off' : ''}`.trim(),
      'aria-current': when === 'now' && 'step',
    },
    el(
      'div.wk-when',
      {},
      el('b', {}, number === undefined ? 'Week off' : `Week ${number}`),
      el('span', {}, dates),
      when === 'now' && el('b.next-tag', {}, 'This week'),
      when !== 'past' && toggle,
    ),
    el(
      'div.wk-what',
      {},
      ...runsOf(done, blocks).map(({ topic, stops }) => run(lineOf(topic), stops, build)),
      ...ends.map(lineEnd),
      nothing !== false &&
        el('p.wk-none', {}, typeof nothing === 'string' ? nothing : 'Nothing is left for this week.'),
    ),
    el('div.wk-time', {}, blocks.length + done.length > 0 ? duration(minutesOf(week)) : undefined),
  );
}

type Stop = { topic: string } & ({ done: LessonFacts; block?: never } | { block: Block; done?: never });

/** Stops in order, cut where the line changes. */
function runsOf(done: readonly LessonFacts[], blocks: readonly Block[]): { topic: string; stops: Stop[] }[] {
  const all: Stop[] = [
    ...done.map((lesson) => ({ topic: lesson.topic, done: lesson })),
    ...blocks.map((block) => ({ topic: block.stop.topic, block })),
  ];
  const runs: { topic: string; stops: Stop[] }[] = [];
  for (const stop of all) {
    const last = runs.at(-1);
    if (last?.topic === stop.topic) last.stops.push(stop);
    else runs.push({ topic: stop.topic, stops: [stop] });
  }
  return runs;
}

function run(line: number, stops: readonly Stop[], build: WeekActions['build']): HTMLElement {
  const badge = el(
    'span.badge',
    { 'data-line': String(line), role: 'img', 'aria-label': `Line ${line}` },
    String(line),
  );
  const list = el('span', {});
  stops.forEach((stop, index) => {
    const item = el('span', {}, ...(stop.done ? [doneLink(stop.done)] : blockParts(stop.block, build)));
    if (index < stops.length - 1) item.append(el('i', { 'aria-hidden': 'true' }, '·'));
    // A space between them lets the row break.
    list.append(item, ' ');
  });
  return el('p', { 'data-line': String(line) }, badge, list);
}

const doneLink = ({ id, title }: LessonFacts): HTMLElement =>
  el('a.d', { href: address(paths.lesson(id)) }, iconOf('check'), title, el('span.vh', {}, ' (done)'));

function blockParts(block: Block, build: WeekActions['build']): (Node | string)[] {
  const { lesson, project, topic } = block.stop;
  const part = partOf(block);
  const notes = [part, lesson && !lesson.isWritten ? 'in preparation' : undefined, duration(block.minutes)];
  const href = lesson ? paths.lesson(lesson.id) : paths.project(project.project.slug);
  const name =
    lesson && !lesson.isWritten ? el('span', {}, nameOf(block)) : el('a', { href: address(href) }, nameOf(block));
  const meta = el('small', {}, notes.filter((note) => note !== undefined).join(', '));
  if (!project || !build) return [name, ' ', meta];
  const built = button(
    'It is built',
    () => {
      build(topic);
    },
    { className: 'wk-off', label: `It is built: ${project.project.title}` },
  );
  built.dataset['key'] = `built-${topic}`;
  return [name, ' ', meta, ' ', built];
}

function lineEnd({ number, project }: TopicFacts): HTMLElement {
  const words = project.isWritten
    ? el(
        'span',
        {},
        `End of line ${number}: `,
        el('a', { href: address(paths.project(project.slug)) }, 'build its project'),
      )
    : el('span', {}, `End of line ${number}: its project is in preparation`);
  return el('p.wk-end', { 'data-line': String(number) }, iconOf('flag'), words);
}
