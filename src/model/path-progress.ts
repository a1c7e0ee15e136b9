/** Pages that a reader has marked as read, by the id of the reading path; addresses from the root of the site. */
export type Progress = ReadonlyMap<string, ReadonlySet<string>>;

/** More than any guide has, and little enough for a browser to keep. */
const MOST = 200;

// The pattern of the schema would bring all of Zod along.
const isSlug = (text: string) => /^[a-z0-9-]{1,60}$/.test(text);
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^\/[\w/-]{0,140}$/.test(value);

/**
 * Progress as a browser has kept it. Anybody may have written there, so what is not sound is left out.
 * @param text JSON; null where nothing is kept
 * @returns what is sound, and whether that is all there was
 */
export function readProgress(text: string | null): { progress: Progress; isSound: boolean } {
  const progress = new Map<string, ReadonlySet<string>>();
  let isSound = true;
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    isSound = typeof kept === 'object' && kept !== null && !Array.isArray(kept);
    const paths = Object.entries(isSound ? (kept as object) : {});
    if (paths.length > MOST) isSound = false;
    for (const [path, pages] of paths.slice(0, MOST)) {
      const list: unknown[] = Array.isArray(pages) ? pages : [];
      const sound = list.slice(0, MOST).filter(isAddress);
      if (!isSlug(path) || !Array.isArray(pages) || sound.length < list.length) isSound = false;
      if (isSlug(path) && sound.length > 0) progress.set(path, new Set(sound));
    }
  } catch {
    isSound = false;
  }
  return { progress, isSound };
}

/** The text that keeps progress: what `readProgress` reads. */
export const progressText = (progress: Progress): string =>
  JSON.stringify(Object.fromEntries([...progress].map(([path, pages]) => [path, [...pages]])));

/** Progress with a page of a path marked as read, or as unread; what is known of other paths stays. */
export function withPage(progress: Progress, path: string, page: string, isRead: boolean): Progress {
  const pages = new Set(progress.get(path));
  if (isRead) pages.add(page);
  else pages.delete(page);
  return pages.size > 0 ? new Map([...progress, [path, pages]]) : withoutPath(progress, path);
}

/** Progress without a path. */
export const withoutPath = (progress: Progress, path: string): Progress =>
  new Map([...progress].filter(([id]) => id !== path));
