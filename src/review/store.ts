/** Where the review of a browser is kept. */
export const STORE_KEY = 'mldfg:review:1';

/** As much of `Storage` as the store needs. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Why the browser did not keep or give back a register: no room, not allowed. */
export type StoreProblem = 'full' | 'denied';

/** What is kept: the JSON of a register, and the number of its state; no state has the number 0. */
export interface Stored {
  readonly text?: string;
  readonly revision: number;
  readonly problem?: StoreProblem;
}

/** How writing went. */
export type Written =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly problem: StoreProblem }
  /** Another tab wrote in the meantime; what it wrote, and the number of that state. Nothing is kept where it deleted. */
  | { readonly ok: false; readonly problem: 'changed-elsewhere'; readonly theirs: Stored };

export interface Store {
  readonly read: () => Stored;
  /** Keeps a text, unless what is kept is no longer the state that was read last. */
  readonly write: (text: string, expectedRevision: number) => Written;
  /** Deletes what is kept; nothing stays behind. */
  readonly clear: () => StoreProblem | undefined;
}

/** The storage of a browser; asking for it can be forbidden. */
export function storageOf(ask: () => Storage): Storage | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** Browsers name a full storage in two ways. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && /^(?:QuotaExceededError|NS_ERROR_DOM_QUOTA_REACHED)$/.test(error.name);

/** A number, a line break, and the JSON. */
function storedIn(kept: string | null): Stored {
  const [, revision, text] = /^(\d{1,15})\n([^]*)$/.exec(kept ?? '') ?? [];
  // What somebody else put there is no state of ours, and is not lost without a word.
  if (revision === undefined || text === undefined)
    return kept ? { revision: 0, text: kept } : { revision: 0 };
  return { revision: Number(revision), text };
}

/**
 * A store of one register in a browser. Each state has a number, so that a second tab never overwrites the work of a
 * first one: it is told instead. Numbers are times, so that they also differ from those of deleted states.
 * @param storage nothing where the browser forbids it
 * @param clock milliseconds since 1970
 */
export function openStore(storage: Kept | undefined, clock: () => number): Store {
  const read = (): Stored => {
    try {
      return storage ? storedIn(storage.getItem(STORE_KEY)) : { revision: 0, problem: 'denied' };
    } catch {
      return { revision: 0, problem: 'denied' };
    }
  };
  return {
    read,
    write(text, expectedRevision) {
      const theirs = read();
      if (!storage || theirs.problem) return { ok: false, problem: 'denied' };
      if (theirs.revision !== expectedRevision) return { ok: false, problem: 'changed-elsewhere', theirs };
      const revision = Math.max(Math.floor(clock()), theirs.revision + 1);
      try {
        storage.setItem(STORE_KEY, `${revision}\n${text}`);
        return { ok: true, revision };
      } catch (error) {
        return { ok: false, problem: isFull(error) ? 'full' : 'denied' };
      }
    },
    clear() {
      try {
        if (!storage) return 'denied';
        storage.removeItem(STORE_KEY);
        return undefined;
      } catch {
        return 'denied';
      }
    },
  };
}
