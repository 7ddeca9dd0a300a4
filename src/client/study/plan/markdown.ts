/** A plan as a Markdown checklist. */
import { dateRange } from './dates.ts';
import { duration } from '../../../shared/duration.ts';
import type { Block, Plan, Week } from './schedule.ts';
import { minutesOf, nameOf, partOf } from './words.ts';

/**
 * @param intro the plan in a sentence
 * @param lessonUrl the address of a lesson's page
 */
export function planChecklist(plan: Plan, intro: string, lessonUrl: (id: string) => string): string {
  const weeks = plan.weeks.filter(
    ({ number, blocks, done }) => number !== undefined && blocks.length + done.length > 0,
  );
  const parts = [`# Study plan\n\n${escaped(intro)}\n`, ...weeks.map((week) => weekSection(week, lessonUrl))];
  if (plan.left.length > 0)
    parts.push(`## Left out\n\n${plan.left.map(({ title }) => `- ${escaped(title)}\n`).join('')}`);
  return parts.join('\n');
}

function weekSection(week: Week, lessonUrl: (id: string) => string): string {
  const item = (isDone: boolean, name: string, more: string): string => `- [${isDone ? 'x' : ' '}] ${name}${more}\n`;
  const link = (title: string, id: string): string => `[${escaped(title)}](${lessonUrl(id)})`;
  const nameAndLink = (block: Block): string =>
    block.stop.lesson?.isWritten ? link(block.stop.lesson.title, block.stop.id) : escaped(nameOf(block));
  const more = (block: Block): string => {
    const part = partOf(block);
    return ` (${part === undefined ? '' : `${part}, `}${duration(block.minutes)})`;
  };
  return [
    `## Week ${week.number!}: ${dateRange(week.from, week.to)}, ${duration(minutesOf(week))}\n\n`,
    ...week.done.map(({ title, id }) => item(true, link(title, id), '')),
    ...week.blocks.map((block) => item(false, nameAndLink(block), more(block))),
    ...week.ends.map(({ number, project }) => `\nEnd of line ${number}. Its project: ${escaped(project.title)}\n`),
  ].join('');
}

/** Text that Markdown shows as it stands: `*args` has no emphasis. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, (char) => `\\${char}`);
