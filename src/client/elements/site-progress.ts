/**
 * Shows what is done wherever it is drawn: stops (`data-stop`) get their state, strips and `data-done-of` their
 * count, and the ring in the header its share. Only fills and words change, so that nothing moves.
 */
import { stateOf, type Progress } from '../../shared/progress.ts';
import { el, iconOf } from '../dom.ts';
import { readProgress, watchProgress } from '../storage/progress.ts';

/** The ring in the header and the checks on prerequisites are drawn with their first state; their place is kept. */
function draw(): void {
  for (const place of all('.facts .ok:empty')) place.append(iconOf('check'), el('span.vh', {}, 'done'));
  for (const ring of document.querySelectorAll('.tally svg:empty'))
    for (const name of ['', 'fill']) {
      const circle = document.createElementNS(ring.namespaceURI, 'circle');
      for (const [key, value] of Object.entries({ cx: '10', cy: '10', r: '8', pathLength: '100', class: name }))
        circle.setAttribute(key, value);
      ring.append(circle);
    }
}

let choose: ((progress: Progress) => string | undefined) | undefined;

/**
 * Lets a page say which stop is the next one.
 * @param chosen is asked with each change; gives a lesson's id, or undefined for no sign
 */
export function chooseNext(chosen: (progress: Progress) => string | undefined): void {
  choose = chosen;
  show();
}

function show(): void {
  draw();
  const progress = readProgress();
  const next = choose?.(progress);
  const isDone = (id: string): boolean => stateOf(progress, 'lesson', id) === 'done';
  for (const stop of all('[data-stop]:not([data-state=planned])')) {
    const id = stop.dataset['stop']!;
    const marked = stateOf(progress, 'lesson', id);
    const state = id === next ? 'next' : marked === 'none' ? undefined : marked;
    if (state === stop.dataset['state']) continue;
    if (state) stop.dataset['state'] = state;
    else delete stop.dataset['state'];
  }
  for (const strip of all('.strip')) {
    const stops = [...strip.querySelectorAll<SVGElement>('[data-stop]')];
    const count = `${stops.filter(({ dataset }) => isDone(dataset['stop']!)).length} of ${stops.length}`;
    strip.ariaLabel = `${count} stops done`;
    // The line that the strip stands for says the same in words.
    const words = strip.closest('summary')?.querySelector<HTMLElement>('[data-stops]');
    if (words) words.textContent = count.startsWith('0 ') ? words.dataset['stops']! : `${count} done`;
  }
  const done = Object.keys(progress.marks)
    .filter((key) => key.startsWith('lesson:'))
    .map((key) => key.slice(7))
    .filter(isDone);
  for (const place of all('[data-done-of]')) {
    const { doneOf = '', total = '' } = place.dataset;
    const count = Math.min(done.filter((id) => id.startsWith(doneOf)).length, Number(total));
    const words = place.querySelector('b') ?? place;
    words.textContent = place.matches('.tally') ? `${count}/${total}` : `${count} of ${total}`;
    place.querySelector('.fill')?.setAttribute('stroke-dasharray', `${(100 * count) / Number(total)} 100`);
    place.dataset['shown'] = '';
  }
}

const all = (selector: string): NodeListOf<HTMLElement> => document.querySelectorAll(selector);

watchProgress(show);
// A page that comes back as it was left has missed what happened meanwhile.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) show();
});
show();
