import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { datesOf } from './history.ts';
import type { Catalogue } from './model/catalogue.ts';
import type { Dates } from './model/history.ts';
import { onceFor } from './model/once.ts';
import { release } from './release.ts';
import { repository } from './repository.ts';

const CONTENT = 'content';
const CASE_STUDIES = join(CONTENT, 'case-studies');

const digestOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Every file of the content but case studies, as it is, and when it came and last changed. */
const otherFiles = (): (readonly [path: string, text: string, dates: Dates])[] =>
  readdirSync(CONTENT, { recursive: true, withFileTypes: true })
    .map((file) => [file, join(file.parentPath, file.name)] as const)
    .filter(([file, path]) => file.isFile() && !path.startsWith(CASE_STUDIES + sep))
    .map(([, path]) => path.split(sep).join('/'))
    .map((path) => [path, readFileSync(path, 'utf8'), datesOf(path)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** All that any of the pages with a key may show, but the texts of case studies, and when one of these last changed. */
const surroundings = onceFor(({ caseStudies }: Catalogue): string =>
  digestOf(
    otherFiles(),
    caseStudies.map(({ id, data, filePath }) => [id, data, datesOf(filePath).added]),
    release.version,
    repository?.read('README.md'),
  ),
);

/**
 * What a page is made of, besides the code: Astro takes a page from the build before when its key is still the same.
 * For pages that show of every case study but their own no more than its fields, which are nearly all; one that reads
 * the texts of others, such as the list of references, has no key, and is made anew each time.
 * @param everything the whole catalogue
 * @returns the key of the page of an entry; without an entry, of a page that belongs to none
 */
export const pageKeys =
  (everything: Catalogue) =>
  (entry?: { readonly body?: string | undefined; readonly filePath?: string | undefined }): string =>
    // Somebody who writes gets each page anew anyway.
    import.meta.env.DEV ? '' : digestOf(surroundings(everything), entry?.body, datesOf(entry?.filePath));
