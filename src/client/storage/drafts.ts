/**
 * Drafts of exercises. A draft hangs on the exercise's permanent id, so that it survives a new wording and a new
 * starter; what another tab wrote meanwhile is kept beside it.
 *
 * Stored: `roadmap.draft.<topic>/<exercise>` = { version: 1, code, starter, other?, result? }.
 */
import { DRAFT_PREFIX } from '../../shared/storage-keys.ts';
import { openBox, type Box, type Refusal } from './box.ts';

export interface Draft {
  code: string;
  /** Hash of the starter that the draft began from. */
  starter: string;
  /** A different draft that another tab wrote. */
  other?: string | undefined;
  /** What the tests said last. */
  result?: { passed: number; total: number } | undefined;
}

export interface Drafts {
  /** What is stored now, if anything. */
  read(): Draft | undefined;
  /** The same, for the editor of this tab: what it writes next builds on it. */
  open(): Draft | undefined;
  /** Stores the draft of this tab; a draft that another tab stored since is kept as `other`. */
  write(draft: Draft): Refusal | undefined;
  /** Removes the draft of this tab. One that another tab stored since stays. */
  remove(): void;
  /** Calls back when another tab has stored a draft, or removed it. */
  watch(changed: (draft: Draft | undefined) => void): () => void;
}

type Stored = Draft | { code: undefined };

/** @param exercise `topic/exercise` */
export function draftsOf(exercise: string): Drafts {
  const box: Box<Stored> = openBox<Stored>({
    key: `${DRAFT_PREFIX}${exercise}`,
    version: 1,
    parse: parseDraft,
    empty: { code: undefined },
  });
  const draftIn = (stored: Stored): Draft | undefined => (stored.code === undefined ? undefined : stored);
  /** The draft that this tab has opened or stored last. */
  let seen = draftIn(box.read())?.code;
  return {
    read: () => draftIn(box.read()),
    open: () => {
      const draft = draftIn(box.read());
      seen = draft?.code;
      return draft;
    },
    write: (draft) => {
      const stored = draftIn(box.read());
      const isForeign = stored !== undefined && stored.code !== seen && stored.code !== draft.code;
      const refused = box.write({ ...draft, ...(isForeign ? { other: stored.code } : {}) });
      if (!refused) seen = draft.code;
      return refused;
    },
    remove: () => {
      const stored = draftIn(box.read());
      if (stored === undefined || stored.code === seen) box.write(undefined);
      seen = undefined;
    },
    watch: (changed) =>
      box.watch((stored) => {
        changed(draftIn(stored));
      }),
  };
}

/** @returns undefined for what is not a draft */
export function parseDraft({ code, starter, other, result }: Readonly<Record<string, unknown>>): Draft | undefined {
  if (typeof code !== 'string' || typeof starter !== 'string') return undefined;
  const { passed, total } = (typeof result === 'object' && result !== null ? result : {}) as Record<string, unknown>;
  return {
    code,
    starter,
    ...(typeof other === 'string' ? { other } : {}),
    ...(isCount(passed) && isCount(total) && total > 0 && passed <= total ? { result: { passed, total } } : {}),
  };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
