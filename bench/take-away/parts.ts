/** The sizes of the files of a built site in bytes, by their path from its root. */
export type Files = ReadonlyMap<string, number>;

/** What the take-away is made of, and the paths that belong to each part; the first that fits counts. */
const PARTS: readonly (readonly [part: string, paths: RegExp])[] = [
  ['data', /^data\//],
  ['Markdown twins and llms.txt', /\.md$|^llms[^/]*\.txt$/],
  ['feeds and changelog', /(^|\/)feed\.xml$|^changelog\//],
  ['social images', /^social\//],
  ['manifest, icons and OpenSearch', /^icons\/|\.webmanifest$|^favicon\.ico$|^opensearch\.xml$/],
  ['reading offline', /^offline|^service-worker/],
  ['search index', /^pagefind\//],
  ['scripts and styles', /\.(js|css)$/],
  ['pages', /\.html$/],
];
const REST = 'other files';

/** What one part adds to a site. */
export interface Addition {
  readonly part: string;
  /** How many files there are more. */
  readonly files: number;
  /** How many bytes there are more: of new files, and of those that were there before. */
  readonly bytes: number;
}

const partOf = (path: string): string => PARTS.find(([, paths]) => paths.test(path))?.[0] ?? REST;

/**
 * What each part adds to a site, in a fixed order; parts that change nothing are left out. Pages and index are among
 * them, since the take-away leaves its mark there too.
 */
export function additionsOf(without: Files, with_: Files): Addition[] {
  const sums = new Map<string, { files: number; bytes: number }>();
  const add = (files: Files, sign: 1 | -1) => {
    for (const [path, bytes] of files) {
      const sum = sums.get(partOf(path)) ?? { files: 0, bytes: 0 };
      sums.set(partOf(path), { files: sum.files + sign, bytes: sum.bytes + sign * bytes });
    }
  };
  add(with_, 1);
  add(without, -1);
  return [...PARTS.map(([part]) => part), REST].flatMap((part) => {
    const sum = sums.get(part);
    return sum && (sum.files !== 0 || sum.bytes !== 0) ? [{ part, ...sum }] : [];
  });
}
