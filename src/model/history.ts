/** What one commit did to one file of the content. */
export interface FileChange {
  /** The full hash of the commit. */
  readonly commit: string;
  /** When it was committed: ISO 8601 in UTC, to the second. */
  readonly date: string;
  readonly kind: 'added' | 'changed' | 'renamed' | 'removed';
  /** Path of the file from the root of the project, after the change. */
  readonly path: string;
  /** The path before, of a file that was renamed. */
  readonly from?: string;
}

/** What Git knows about the content, as far as this copy of the repository goes. */
export interface History {
  /** The commit that the copy stands at, and its date. */
  readonly commit?: string;
  readonly date?: string;
  /** Whether it reaches back to the first commit; a shallow clone does not. */
  readonly isWhole: boolean;
  /** Newest first. */
  readonly changes: readonly FileChange[];
}

/** When an entry came and when it last changed; nothing of what the history does not know. */
export interface Dates {
  readonly added?: string;
  readonly changed?: string;
  /** The commit of the last change. */
  readonly commit?: string;
}

/** The history of a copy without Git. */
export const EMPTY_HISTORY: History = { isWhole: false, changes: [] };

/** A moment in seconds since 1970, as Git gives it, in ISO 8601. */
export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000', '');

/** A commit begins with this sign, which stands in no status and no hash. */
export const COMMIT_SIGN = '\x1e';

const HEAD = new RegExp(`^${COMMIT_SIGN}([0-9a-f]{40,64}) (\\d+)$`);
const KINDS: Readonly<Record<string, FileChange['kind']>> = {
  A: 'added',
  M: 'changed',
  T: 'changed',
  R: 'renamed',
  D: 'removed',
};

/**
 * Changes of files from `git log -z --format='<COMMIT_SIGN>%H %ct' --name-status -M`.
 * @param log what the command prints
 * @param boundary commits whose parents a shallow clone left out: what they seem to add may be older, so it is no change
 */
export function changesFrom(log: string, boundary: ReadonlySet<string> = new Set()): FileChange[] {
  const changes: FileChange[] = [];
  const words = log.split('\0');
  let commit = '';
  let date = '';
  for (let i = 0; i < words.length; i += 1) {
    const word = (words[i] as string).replace(/^\n/, '');
    const head = HEAD.exec(word);
    if (head) {
      commit = head[1] as string;
      date = isoOf(Number(head[2]));
      continue;
    }
    const kind = KINDS[word.charAt(0)];
    if (kind === undefined) continue;
    const first = words[(i += 1)] ?? '';
    const change = kind === 'renamed' ? { path: words[(i += 1)] ?? '', from: first } : { path: first };
    if (!boundary.has(commit)) changes.push({ commit, date, kind, ...change });
  }
  return changes;
}

/** When each file of today came and last changed, by its path; a renamed file came when it first did. */
export function datesByPath({ changes }: Pick<History, 'changes'>): ReadonlyMap<string, Dates> {
  const dates = new Map<string, Dates>();
  for (const { kind, path, from, date, commit } of changes.toReversed()) {
    const before = dates.get(from ?? path);
    if (from !== undefined) dates.delete(from);
    if (kind === 'removed') dates.delete(path);
    else {
      const added = kind === 'added' ? date : before?.added;
      dates.set(path, { ...(added !== undefined && { added }), changed: date, commit });
    }
  }
  return dates;
}

/** When anything in the content last changed, and by which commit; nothing where the history does not tell. */
export function lastChangeOf({ changes: [latest] }: Pick<History, 'changes'>): Dates {
  return latest ? { changed: latest.date, commit: latest.commit } : {};
}

const ADDED_KEY = /^\+[ \t]+['"]?([a-z0-9-]+)['"]?:/;

/**
 * When each key of an indented YAML file was first written, from `git log -p --format='<COMMIT_SIGN>%H %ct'` of the file.
 * @param log what the command prints, newest commit first
 * @param boundary commits whose parents a shallow clone left out: what they seem to add may be older, so it has no date
 */
export function keysWritten(log: string, boundary: ReadonlySet<string> = new Set()): Map<string, string> {
  const written = new Map<string, string>();
  let commit = '';
  let date = '';
  for (const line of log.split('\n')) {
    const head = HEAD.exec(line);
    if (head) {
      commit = head[1] as string;
      date = isoOf(Number(head[2]));
    }
    const key = ADDED_KEY.exec(line)?.[1];
    if (key === undefined) continue;
    if (boundary.has(commit)) written.delete(key);
    else written.set(key, date);
  }
  return written;
}
