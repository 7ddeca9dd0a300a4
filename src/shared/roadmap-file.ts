/** `/roadmap.json`: topics and lessons as the tools of the learner need them. */

export interface RoadmapFile {
  topics: TopicFacts[];
  /** In the order of the lines. */
  lessons: LessonFacts[];
}

export interface TopicFacts {
  slug: string;
  /** Of the line, from 1. */
  number: number;
  title: string;
  short: string;
  /** `hours` are those of a written project. */
  project: { slug: string; title: string; isWritten: boolean; hours?: number | undefined };
}

export interface LessonFacts {
  /** `topic/lesson` */
  id: string;
  topic: string;
  title: string;
  /** 0 foundation to 3 expert. */
  level: number;
  minutes: number;
  /** Ids of lessons. */
  prerequisites: string[];
  /** Whether its page is written; without it, the rest is empty. */
  isWritten: boolean;
  exercises: { id: string; title: string; level: string }[];
  cards: CardFacts[];
}

/** Something to be asked about. Its text stands on a page and is taken from there. */
export interface CardFacts {
  /**
   * Permanent: `question:<topic>/<lesson>#<question>`, `prediction:<topic>/<lesson>#<block>` or
   * `pitfall:<topic>/<lesson>#<block>`, where the block is the figure of its program.
   */
  id: string;
  /** Of a question. */
  level?: string;
  /** Of a question, its words without marks of code. */
  title?: string;
}

export type CardKind = 'question' | 'prediction' | 'pitfall';

/** Takes a card's id apart. @returns undefined for what is no such id */
export function cardParts(id: string): { kind: CardKind; lesson: string; part: string } | undefined {
  const match = /^(?<kind>question|prediction|pitfall):(?<lesson>[\w-]+\/[\w-]+)#(?<part>[\w-]+)$/.exec(id);
  return match?.groups as { kind: CardKind; lesson: string; part: string } | undefined;
}
