import british from 'dictionary-en-gb';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { historyOf } from '../history.ts';
import { fileSlug } from '../model/file-slug.ts';
import { publishedSlugs } from '../model/published.ts';
import { inReadingOrder } from '../reading/order.ts';
import type { Slip } from '../reading/slip.ts';
import { repository } from '../repository.ts';
import { findingsOf } from '../rules/index.ts';
import type { Content } from '../rules/rule.ts';
import { unknownWords, type Dictionary } from '../rules/spelling.ts';
import { TEXT_PARTS, type TextPart } from '../rules/unread.ts';
import { collectionNamed, collectionOf, readContent } from './read-content.ts';
import { REPORTERS, WARNERS, type Format, type Warned } from './reporters.ts';

const USAGE = `usage: npm run check -- [path…] [--format text|json|github] [--as case-study|challenge|mitigation|tool|approach]
  path      a file or folder of entries; all of content/ when left out
  --format  how to print the slips (text)
  --as      what a file is that lies in no folder of content/`;

/** Words that the guide uses and the dictionary does not know. */
const WORDS = 'content/words.txt';

/** Files that are judged by all texts: they ask who cites what, and which headings there are. */
const WITH_ALL_TEXTS = ['references.bib', 'redirects.yaml'];

const isInside = (folder: string, file: string) => file === folder || file.startsWith(`${folder}${sep}`);

/** Files under a path: itself, or all files of a folder. */
const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [path];

/**
 * The content without the texts that nobody asks about: reading them is most of the work, and slips in them are not told.
 */
function withTextsOf(content: Content, root: string, wanted: readonly string[]): Content {
  if (
    wanted.length === 0 ||
    wanted.some((path) =>
      WITH_ALL_TEXTS.some((name) => path.endsWith(name) || isInside(path, join(root, name))),
    )
  )
    return content;
  const isWanted = ({ filePath }: { filePath?: string | undefined }) =>
    filePath === undefined || wanted.some((path) => isInside(path, resolve(filePath)));
  const texts = TEXT_PARTS.map((name) => [
    name,
    content[name].map((entry) => (isWanted(entry) ? entry : { ...entry, body: '' })),
  ]);
  return { ...content, ...(Object.fromEntries(texts) as Pick<Content, TextPart>) };
}

/**
 * Checks content and says what is wrong with it.
 * @param paths files or folders to report on; none means all
 * @returns slips in reading order, how many files were read, and a way to ask for words that may be misspelt
 */
export function check(
  paths: readonly string[],
  as?: string,
  root = 'content',
): { slips: Slip[]; files: number; misspelt: (dictionary: Dictionary) => Slip[] } {
  const content = resolve(root);
  const wanted = paths.map((path) => resolve(path));
  const wantedFiles = wanted.flatMap(filesUnder);
  const outside = wantedFiles.filter((file) => !isInside(content, file));
  const kind = as === undefined ? undefined : collectionNamed(as);
  const overlay = new Map(
    outside.map((file) => [file, kind ?? collectionOf(file) ?? 'caseStudies'] as const),
  );
  const reading = readContent(root, overlay);
  const judged = wantedFiles.flatMap((file) => {
    const collection = overlay.get(file) ?? collectionOf(file);
    return collection ? [{ collection, id: fileSlug(file) }] : [];
  });
  const published = publishedSlugs(historyOf(dirname(content)));
  const asked = { ...withTextsOf(reading.content, content, wanted), judged, published };
  const all = [...reading.slips, ...reading.slipsOf(findingsOf(asked))];
  const ofWanted = (slips: readonly Slip[]) =>
    inReadingOrder(
      wanted.length === 0
        ? slips
        : slips.filter(({ path }) => wanted.some((each) => isInside(each, resolve(path)))),
    );
  const files = wanted.length === 0 ? reading.files : wantedFiles.length;
  return {
    slips: ofWanted(all),
    files,
    misspelt: (dictionary) =>
      ofWanted(
        reading.slipsOf(
          unknownWords(asked, dictionary).map(({ word, ...where }) => ({
            ...where,
            rule: 'spelling',
            message: `"${word}" is in no word list; if it is right, add it to content/words.txt`,
            found: word,
          })),
        ),
      ),
  };
}

/** Runs the command; gives its exit status: 0 no slip, 1 slips, 2 bad usage. */
export function main(args: string[]): number {
  let options;
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        as: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    console.error(`check: ${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { format, as, help } = options.values;
  if (help) {
    console.log(USAGE);
    return 0;
  }
  const missing = options.positionals.filter((path) => !existsSync(path));
  const problem = !Object.hasOwn(REPORTERS, format)
    ? `there is no format "${format}"`
    : as !== undefined && !collectionNamed(as)
      ? `there is no kind of entry "${as}"`
      : missing.length > 0
        ? `there is no file or folder "${missing.join('", "')}"`
        : undefined;
  if (problem) {
    console.error(`check: ${problem}\n${USAGE}`);
    return 2;
  }
  const { slips, files, misspelt } = check(options.positionals, as);
  console.log(REPORTERS[format as Format](slips, files, repository?.read('CONTRIBUTING.md')));
  // Spelling warns and never fails; scripts that read JSON get the slips alone.
  if (format !== 'json') {
    const own = existsSync(WORDS) ? readFileSync(WORDS, 'utf8') : '';
    for (const warning of misspelt({ ...british, own })) console.error(WARNERS[format as Warned](warning));
  }
  return slips.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
