/** A file of the guide that a copy holds: its path below the base path, the hash of its bytes, and their number. */
export type ListedFile = readonly [path: string, hash: string, bytes: number];

/** Everything that belongs to a copy of one build of the guide. */
export interface CopyList {
  /** Another one for every build that differs. */
  readonly id: string;
  /** The version of the guide, and when its last commit was made; unknown without Git. */
  readonly version: string;
  readonly date?: string | undefined;
  readonly files: readonly ListedFile[];
}

/** The first 96 bits of the SHA-256 of some bytes, as 16 signs that may stand in an address. */
export async function hashOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 12);
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

/** The list of some files of one build; the same files of the same version and date have the same list. */
export async function listOf(
  release: Omit<CopyList, 'id' | 'files'>,
  files: readonly ListedFile[],
): Promise<CopyList> {
  const { version, date } = release;
  const sorted = files.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const id = await hashOf(new TextEncoder().encode(JSON.stringify([version, date, sorted])));
  return { id, version, ...(date !== undefined && { date }), files: sorted };
}

/** Number and bytes of files. */
export interface Extent {
  readonly files: number;
  readonly bytes: number;
}

/** How many files a list has, and how many bytes they are. */
export const extentOf = (files: readonly ListedFile[]): Extent => ({
  files: files.length,
  bytes: files.reduce((sum, [, , bytes]) => sum + bytes, 0),
});

/**
 * The files of a list whose bytes are not there yet, each content once: pages that moved need not be fetched.
 * @param here hashes of what is there
 */
export function missingFrom(here: ReadonlySet<string>, { files }: Pick<CopyList, 'files'>): ListedFile[] {
  const byHash = new Map(files.map((file) => [file[1], file]));
  return [...byHash.values()].filter(([, hash]) => !here.has(hash));
}

const COUNT = new Intl.NumberFormat('en-GB');
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A number of bytes as readers weigh it: `412 kB`, `6.1 MB`, `22 MB`; decimal, as devices and networks are sold. */
export function sizeInWords(bytes: number): string {
  if (bytes < 999_500) return `${Math.ceil(bytes / 1000)} kB`;
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : COUNT.format(Math.round(megabytes))} MB`;
}

/** A number of files: `1 file`, `1,388 files`. */
export const filesInWords = (files: number): string =>
  `${COUNT.format(files)} ${files === 1 ? 'file' : 'files'}`;

/** How much of something is there: `822 of 1,392 files, 16 MB of 22 MB`. */
export const progressInWords = (here: Extent, all: Extent): string =>
  `${COUNT.format(here.files)} of ${filesInWords(all.files)}, ${sizeInWords(here.bytes)} of ${sizeInWords(all.bytes)}`;

/** Which guide it is: `28 November 2026, version 0.1.0`; the date is left out where it is unknown. */
export const releaseInWords = ({ version, date }: Pick<CopyList, 'version' | 'date'>): string =>
  date === undefined ? `version ${version}` : `${DATE.format(new Date(date))}, version ${version}`;
