/**
 * `<site-continue>` on the home page and on topics: once something is marked, its link leads to the next lesson, and
 * the map shows that stop. `data-needs` holds, stop by stop, the places of its prerequisites among them (-1 for one of
 * another topic, which is not waited for), `data-labels` the stops' names where the page has no map to read them from.
 */
import { paths } from '../../shared/paths.ts';
import { address } from '../study/roadmap.ts';
import { nextLesson, type NextFacts } from '../study/next-lesson.ts';
import { chooseNext } from './site-progress.ts';

class SiteContinue extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const words = this.querySelector('span');
    if (!link || !words) return;
    const first = { href: link.href, words: words.textContent };
    const stops = [...document.querySelectorAll<HTMLElement>(':is(.lines, .route.full) .stop[data-stop]')];
    const needs = JSON.parse(this.dataset['needs'] ?? '[]') as number[][];
    const labels = JSON.parse(this.dataset['labels'] ?? '[]') as string[];
    const labelOf = (id: string): string =>
      labels[stops.findIndex(({ dataset }) => dataset['stop'] === id)] ??
      document.querySelector(`.map [data-stop="${id}"] text`)?.textContent ??
      id;
    const lessons = stops.map((stop, index): NextFacts => ({
      id: stop.dataset['stop']!,
      prerequisites: (needs[index] ?? []).map((place) => stops[place]?.dataset['stop'] ?? ''),
      isWritten: stop.dataset['state'] !== 'planned',
    }));
    const lead = (href: string, text: string): void => {
      if (link.href !== href) link.href = href;
      if (words.textContent !== text) words.textContent = text;
    };
    chooseNext((progress) => {
      const isBegun = lessons.some(({ id }) => (progress.marks[`lesson:${id}`]?.state ?? 'none') !== 'none');
      const next = isBegun ? nextLesson(lessons, progress) : undefined;
      if (!isBegun) lead(first.href, first.words);
      else if (next) lead(address(paths.lesson(next.id)), `Continue: ${labelOf(next.id)}`);
      else lead(address(paths.review), 'All stops are done: review');
      return next?.id;
    });
  }
}
customElements.define('site-continue', SiteContinue);
