/**
 * The two sides of each card, from the pages of the finished site. They are the ones that the site itself shows, see
 * client/study/cards.ts.
 */
import { parse } from 'parse5';
import { paths } from '../../shared/paths.ts';
import { cardParts, type CardKind, type RoadmapFile } from '../../shared/roadmap-file.ts';
import type { CardSide, DeckCard } from './card.ts';
import {
  attribute,
  closest,
  find,
  findAll,
  forCard,
  hasClass,
  isElement,
  toHtml,
  toText,
  wrap,
  type Element,
  type Node,
} from './html.ts';

export interface Pages {
  /** The HTML of a page by its path on the site. */
  read: (path: string) => string;
  /** The absolute address of a path. */
  absolute: (path: string) => string;
  /** When a file of content/ changed last, in seconds since 1970. */
  changed: (file: string) => number;
}

/**
 * All cards of the roadmap, in its order.
 * @throws when a page does not have a card that the roadmap names
 */
export function deckCards(roadmap: RoadmapFile, pages: Pages): DeckCard[] {
  const cards: DeckCard[] = [];
  for (const lesson of roadmap.lessons) {
    const parsed = new Map<string, Node>();
    for (const { id, level = '' } of lesson.cards) {
      const parts = cardParts(id);
      if (parts?.lesson !== lesson.id) throw new Error(`"${id}" is no card of ${lesson.id}`);
      const { kind, part } = parts;
      const path = kind === 'question' ? paths.questions(lesson.id) : paths.lesson(lesson.id);
      const page = parsed.get(path) ?? parse(pages.read(path));
      parsed.set(path, page);
      const sides = SIDES[kind](page, part);
      if (!sides) throw new Error(`${path} has no card "${id}"`);
      const address = pages.absolute(path);
      const [topic, name] = lesson.id.split('/') as [string, string];
      cards.push({
        id,
        kind,
        topic,
        lesson: name,
        level,
        front: side(sides.front, address),
        back: side(sides.back, address),
        link: `${address}#${kind === 'question' ? 'q-' : ''}${part}`,
        position: cards.length + 1,
        changed: pages.changed(
          kind === 'question' ? `content/questions/${lesson.id}.yaml` : `content/lessons/${lesson.id}.mdx`,
        ),
      });
    }
  }
  return cards;
}

function side(nodes: readonly Node[], address: string): CardSide {
  const fragment = forCard(nodes, address);
  return { html: toHtml(fragment), text: toText(fragment) };
}

interface Sides {
  front: Node[];
  back: Node[];
}

const SIDES: Record<CardKind, (page: Node, part: string) => Sides | undefined> = {
  question: (page, part) => {
    const question = byId(page, `q-${part}`);
    const words = question && find(question, (element) => hasClass(element, 'q'));
    const answer = question?.childNodes.find((node): node is Element => isElement(node) && hasClass(node, 'a'));
    if (!words || !answer) return undefined;
    return { front: [wrap('p', 'ask', ...words.childNodes)], back: answer.childNodes };
  },
  prediction: (page, part) => {
    const place = byId(page, part);
    const block = place && closest(place, (element) => hasClass(element, 'predict-block'));
    const figure = block && find(block, isProgram);
    const choice = block && find(block, (element) => hasClass(element, 'choice') && hasClass(element, 'right'));
    const right = choice && divIn(choice) && divIn(divIn(choice)!);
    if (!figure || !right) return undefined;
    return {
      front: [wrap('p', 'ask', 'What does it print, and why?'), program(figure)],
      back: [...findAll(figure, (element) => hasClass(element, 'out')), wrap('div', 'why', ...right.childNodes)],
    };
  },
  pitfall: (page, part) => {
    const figure = byId(page, part);
    const note = figure && closest(figure, (element) => hasClass(element, 'note'));
    if (!note) return undefined;
    return {
      front: [wrap('p', 'ask', 'What goes wrong here, and what would you write?'), program(figure)],
      back: note.childNodes,
    };
  },
};

const byId = (page: Node, id: string): Element | undefined => find(page, (element) => attribute(element, 'id') === id);
const isProgram = (element: Element): boolean => element.tagName === 'figure' && hasClass(element, 'code');
const divIn = (element: Element): Element | undefined =>
  element.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'div');

/** A program without its caption and its output. */
const program = (figure: Element): Element =>
  wrap('figure', 'code', ...findAll(figure, (element) => element.tagName === 'pre').slice(0, 1));
