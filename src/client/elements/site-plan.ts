/** `<site-plan>`: the study plan. What it needs comes when the page stands. */
import { button, el } from '../dom.ts';
import { loadRoadmap } from '../study/roadmap.ts';

class SitePlan extends HTMLElement {
  connectedCallback(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    const problem = this.querySelector<HTMLElement>('.plan-failed')!;
    try {
      const [roadmap, { PlanPage }] = await Promise.all([loadRoadmap(), import('../study/plan/page.ts')]);
      const page = new PlanPage(
        roadmap,
        this.querySelector<HTMLElement>('.plan-head')!,
        this.querySelector<HTMLElement>('.lede')!,
      );
      const hadFocus = problem.contains(document.activeElement);
      problem.replaceChildren();
      this.append(page.root);
      this.dataset['ready'] = '';
      if (hadFocus) page.root.querySelector('select')?.focus();
    } catch {
      const again = button('Try again', () => void this.#load(), { className: 'btn' });
      const hadFocus = problem.contains(document.activeElement);
      problem.replaceChildren(
        el(
          'p',
          { role: 'alert' },
          'The plan could not be loaded. Check the connection and try again. This is the order of the whole roadmap:',
        ),
        again,
      );
      this.dataset['failed'] = '';
      if (hadFocus) again.focus();
    }
  }
}
customElements.define('site-plan', SitePlan);
