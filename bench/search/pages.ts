import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright';
import { Failure } from '../../src/cli/failure.ts';

/** What the libraries index of a page. */
export interface Document {
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

const BODY = 'data-pagefind-body';

/** The attributes that tell Pagefind what to weigh, leave out or show: all but the one that says where the text is. */
const SETTINGS = /\sdata-pagefind-(?!body[\s=>/])[a-z-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?(?=[\s>/])/g;

/** A page as someone would write it who reads only the first page of Pagefind's documentation. */
export const withoutSettings = (html: string): string =>
  html.replace(/<[a-z][^\s>]*(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?>/gi, (tag) => tag.replace(SETTINGS, ''));

/**
 * The pages of a built site that its search can find, by address.
 * @throws Failure when there is no built site
 */
export async function pagesOf(dist: string): Promise<Map<string, string>> {
  if (!existsSync(join(dist, 'index.html')))
    throw new Failure(`there is no built site in ${dist}/: run without --no-build`);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('index.html'),
  );
  const pages = await Promise.all(
    files.toSorted().map(async (file) => {
      const address = `/${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`;
      return [address, await readFile(join(dist, file), 'utf8')] as const;
    }),
  );
  return new Map(pages.filter(([, html]) => html.includes(BODY)));
}

/** Writes the pages without settings into a folder, and indexes them with Pagefind's defaults. */
export async function writeWithDefaults(pages: ReadonlyMap<string, string>, folder: string): Promise<void> {
  for (const [address, html] of pages) {
    const file = join(folder, address, 'index.html');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, withoutSettings(html));
  }
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind could not be started: ${errors.join('; ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`Pagefind could not index the pages: ${failures.join('; ')}`);
  if (added.page_count !== pages.size)
    throw new Error(`Pagefind indexed ${added.page_count} pages of ${pages.size}`);
}

/** Title and text of pages as a browser shows them, folded parts opened. */
export const documentsOf = (page: Page, pages: ReadonlyMap<string, string>): Promise<Document[]> =>
  page.evaluate(
    ([all, selector]) =>
      all.map(([address, html]) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const body = document.importNode(parsed.querySelector<HTMLElement>(selector) ?? parsed.body, true);
        for (const folded of body.querySelectorAll('details')) folded.open = true;
        // Only what stands in a page has a text with its line breaks.
        document.body.replaceChildren(body);
        const title = (parsed.querySelector('h1') ?? parsed.querySelector('title'))?.textContent ?? '';
        const text = body.innerText;
        body.remove();
        return { address, title: title.replace(/\s+/g, ' ').trim(), text };
      }),
    [[...pages], `[${BODY}]`] as const,
  );
