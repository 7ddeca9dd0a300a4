/** The door to the page's Python: what the page script loads when a reader first uses it. */
import { restore as restoreBlocks, use } from './blocks.ts';
import { exerciseOf } from './exercise.ts';

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

/** A solution is about to be shown. */
export function openSolution(details: HTMLDetailsElement): void {
  const section = details.closest<HTMLElement>('[data-exercise]');
  if (!section || exerciseOf(section).confirmSolution(details)) details.open = true;
}

/** Opens what an earlier visit left, and what the address brings. */
export function restore(): void {
  void restoreBlocks();
  for (const section of document.querySelectorAll<HTMLElement>('[data-exercise]')) void exerciseOf(section).restore();
}
