/** Under an opened interview question: whether the reader knew it. Pressing the same again takes it back. */
import { stateOf, type StateOf } from '../../shared/progress.ts';
import { setMark } from '../marks.ts';
import { readProgress, watchProgress } from '../storage/progress.ts';

const CHOICES: [StateOf<'question'>, string][] = [
  ['known', 'I knew it'],
  ['unsure', 'Not yet'],
];

document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open && target.matches('.qa') && !target.querySelector('.knew'))
      offer(target);
  },
  true,
);

// Opened before this was fetched.
for (const question of document.querySelectorAll<HTMLDetailsElement>('details.qa[open]')) offer(question);

function offer(question: HTMLDetailsElement): void {
  const lesson = question.closest<HTMLElement>('.qas')?.dataset['lesson'];
  if (!lesson) return;
  const id = `${lesson}#${question.id.slice(2)}`;
  const place = document.createElement('div');
  place.className = 'knew';
  place.role = 'group';
  place.ariaLabel = 'Did you know the answer?';
  const buttons = CHOICES.map(([state, words]) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn';
    button.textContent = words;
    button.addEventListener('click', () => {
      setMark('question', id, stateOf(readProgress(), 'question', id) === state ? 'none' : state);
    });
    return button;
  });
  const show = (): void => {
    const now = stateOf(readProgress(), 'question', id);
    buttons.forEach((button, index) => (button.ariaPressed = String(CHOICES[index]![0] === now)));
  };
  place.append(...buttons);
  question.append(place);
  watchProgress(show);
  show();
}
