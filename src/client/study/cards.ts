/**
 * The two sides of a card. Their text stands on the site's pages, once, and is taken from there: from the lesson, or
 * from the page of its questions. A page that was visited is there without a network, too.
 */
import { el } from '../dom.ts';
import { loadPage } from '../load-page.ts';
import { paths } from '../../shared/paths.ts';
import { cardParts, type CardKind } from '../../shared/roadmap-file.ts';
import { address } from './roadmap.ts';

export interface Card {
  id: string;
  kind: CardKind;
  /** `topic/lesson` */
  lesson: string;
  front: DocumentFragment;
  back: DocumentFragment;
  /** Where it stands on the site. */
  href: string;
}

/** @throws when the page cannot be had, or no longer has the card */
export async function loadCard(id: string): Promise<Card> {
  const parts = cardParts(id);
  if (!parts) throw new Error(`"${id}" is no card`);
  const { kind, lesson, part } = parts;
  const path = kind === 'question' ? paths.questions(lesson) : paths.lesson(lesson);
  const page = await loadPage(address(path));
  const sides = SIDES[kind](page, part);
  if (!sides) throw new Error(`${path} has no card "${id}"`);
  const anchor = kind === 'question' ? `q-${part}` : part;
  return { id, kind, lesson, ...sides, href: `${address(path)}#${anchor}` };
}

interface Sides {
  front: DocumentFragment;
  back: DocumentFragment;
}

// Parsed documents run no scripts, and the policy of this page binds what is adopted from them.
const SIDES: Record<CardKind, (page: Document, part: string) => Sides | undefined> = {
  question: (page, part) => {
    const question = page.getElementById(`q-${part}`);
    const words = question?.querySelector('summary .q');
    const answer = question?.querySelector(':scope > .a');
    if (!words || !answer) return undefined;
    return {
      front: fragment(el('p.card-ask', {}, ...copies(words))),
      back: fragment(...copies(answer)),
    };
  },
  prediction: (page, part) => {
    const block = page.getElementById(part)?.closest('.predict-block');
    const figure = block?.querySelector('figure.code');
    const right = block?.querySelector('.choice.right > div > div');
    if (!figure || !right) return undefined;
    return {
      front: fragment(el('p.card-ask', {}, 'What does it print, and why?'), program(figure)),
      back: fragment(...outputs(figure), ...copies(right)),
    };
  },
  pitfall: (page, part) => {
    const figure = page.getElementById(part);
    const note = figure?.closest('.note');
    if (!figure || !note) return undefined;
    return {
      front: fragment(el('p.card-ask', {}, 'What goes wrong here, and what would you write?'), program(figure)),
      back: fragment(...copies(note)),
    };
  },
};

const copies = (element: Element): Node[] => [...element.childNodes].map((node) => document.importNode(node, true));

function fragment(...nodes: Node[]): DocumentFragment {
  const made = document.createDocumentFragment();
  made.append(...nodes);
  return made;
}

/** A program without its output and its tools. */
function program(figure: Element): Element {
  const code = document.importNode(figure.querySelector('pre')!, true);
  return el('figure.code.card-code', {}, code);
}

const outputs = (figure: Element): Node[] =>
  [...figure.querySelectorAll('.out')].map((output) => document.importNode(output, true));
