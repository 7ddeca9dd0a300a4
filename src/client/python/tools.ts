/** The door to the page's Python: what the page script loads when a reader first uses it. */
import { blockOf, restore as restoreBlocks, use } from './blocks.ts';
import { exerciseOf } from './exercise.ts';

export { openAddress } from './blocks.ts';

/** A tool was pressed: Run or Edit of a program, Edit of an exercise's starter, Check. */
export function press(tool: HTMLElement): void {
  const section = tool.closest<HTMLElement>('[data-exercise]');
  const figure = tool.closest<HTMLElement>('figure.code');
  const isStarter = section && (figure === null || figure.matches('.role-starter'));
  if (tool.dataset['do'] === 'check') void exerciseOf(section!).check();
  else if (isStarter) {
    const { block } = exerciseOf(section);
    if (block.editor) block.reset();
    else void block.edit();
  } else if (figure) use(figure, tool.dataset['do'] as 'run' | 'edit' | 'step');
}

/** Marks a line of a program whose editor is open, from 1, and brings it into view. */
export function seekLine(figure: HTMLElement, line: number): void {
  const section = figure.closest<HTMLElement>('[data-exercise]');
  const isStarter = section && figure.matches('.role-starter');
  (isStarter ? exerciseOf(section).block : blockOf(figure)).markLine(line, true);
}

/** A solution is about to be shown. */
export function openSolution(details: HTMLDetailsElement): void {
  const section = details.closest<HTMLElement>('[data-exercise]');
  if (!section || exerciseOf(section).confirmSolution(details)) details.open = true;
}

/** Opens what an earlier visit left in a part of the page. */
export function restore(within: ParentNode): void {
  void restoreBlocks(within);
  for (const section of within.querySelectorAll<HTMLElement>('[data-exercise]')) void exerciseOf(section).restore();
}
