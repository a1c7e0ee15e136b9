import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '../../src/cli/check.ts';
import { AROUND, ZOO, ZOO_PATH } from '../../src/cli/fixtures/small-content.ts';
import { readContent } from '../../src/cli/read-content.ts';
import type { Entry } from '../../src/model/catalogue.ts';
import { fileSlug } from '../../src/model/file-slug.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../../src/model/collections.ts';
import { citedKeys } from '../../src/model/citations.ts';
import { knownContent, type KnownContent } from '../../src/reading/known-content.ts';
import type { Slip } from '../../src/reading/slip.ts';
import type { Mutant, Seed } from './mutations.ts';

/** A content folder into which one mutant after the other is put, and what is known in it. */
export interface World {
  readonly seeds: readonly Seed[];
  /** What stands around the file of a seed. */
  readonly around: (of: string) => KnownContent;
  /** What the command says of a mutant that stands in place of its seed, with the milliseconds that it took. */
  readonly check: (mutant: Mutant) => { readonly slips: Slip[]; readonly milliseconds: number };
  readonly remove: () => void;
}

/** The keys that texts cite, which the small bibliography of the world must know. */
const worksOf = (keys: readonly string[]) =>
  keys.map((key) => `@misc{${key},\n  title = {A work},\n  url = {https://example.org/${key}}\n}\n`).join('');

/**
 * The world of the fuzzing: the small content of the tables of bad files, and real case studies, evenly spread over the
 * list, with all that they name. Entries that are only named are empty files, since nothing but their slug matters, and reading them all for each
 * of thousands of mutants would take hours.
 * @param most real case studies at most
 */
export function worldOf(most = 40, content = 'content'): World {
  const all = readContent(content).content;
  const step = Math.max(1, all.caseStudies.length / most);
  const caseStudies = all.caseStudies.filter(
    (_study, i) => Math.floor(i / step) !== Math.floor((i - 1) / step),
  );
  const text = caseStudies.map(({ data, body }) => JSON.stringify(data) + (body ?? '')).join('');
  const words = new Set(text.match(/[\w-]+/g));
  const namedIn = <T>(entries: readonly Entry<T>[]) => entries.filter(({ id }) => words.has(id));
  const real = {
    caseStudies: [
      ...caseStudies,
      ...namedIn(all.caseStudies).filter((study) => !caseStudies.includes(study)),
    ],
    challenges: namedIn(all.challenges),
    mitigations: namedIn(all.mitigations),
    tools: namedIn(all.tools),
    approaches: namedIn(all.approaches),
  };
  const zoo: Seed = { slug: fileSlug(ZOO_PATH), text: ZOO };
  const seeds = [
    zoo,
    ...caseStudies.map(({ id }) => ({
      slug: id,
      text: readFileSync(join(content, COLLECTIONS.caseStudies.folder, `${id}.md`), 'utf8'),
    })),
  ];
  const stage = dirname(Object.keys(AROUND).find((path) => path.startsWith('challenges/')) ?? '');
  const folderOf = (name: (typeof COLLECTION_NAMES)[number]) =>
    name === 'challenges' ? stage : COLLECTIONS[name].folder;
  const ending = (name: string) => (name === 'caseStudies' ? '.md' : '.mdx');
  const named = COLLECTION_NAMES.flatMap((name) =>
    real[name].map(({ id }): [string, string] => [`${folderOf(name)}/${id}${ending(name)}`, '']),
  );
  const slugs = new Set(real.caseStudies.map(({ id }) => id));
  const cited = [...new Set(caseStudies.flatMap(({ body = '' }) => citedKeys(body)))];
  const files: Record<string, string> = {
    ...Object.fromEntries(named),
    ...AROUND,
    [ZOO_PATH]: '',
    'references.bib':
      (AROUND['references.bib'] ?? '') +
      worksOf(cited.filter((key) => key !== 'smith2020' && !slugs.has(key))),
  };

  const root = mkdtempSync(join(tmpdir(), 'mutants-'));
  const put = (path: string, file: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), file);
  };
  for (const [path, text] of Object.entries(files)) put(path, text);

  const read = readContent(root).content;
  const unread = (name: string) =>
    (read.unread ?? []).filter(({ collection }) => collection === name).map(({ id }) => id);
  const whole = knownContent(read);
  const withUnread = (name: Exclude<(typeof COLLECTION_NAMES)[number], 'caseStudies'>) => [
    ...whole[name],
    ...unread(name).map((id) => [id, id] as const),
  ];
  const known: KnownContent = {
    ...whole,
    challenges: withUnread('challenges'),
    mitigations: withUnread('mitigations'),
    tools: withUnread('tools'),
    approaches: withUnread('approaches'),
    caseStudies: [...whole.caseStudies, ...unread('caseStudies').map((id) => [id, id, {}] as const)],
  };

  const folder = COLLECTIONS.caseStudies.folder;
  return {
    seeds,
    around: (of) => ({ ...known, caseStudies: known.caseStudies.filter(([id]) => id !== of) }),
    check: ({ of, name, bytes }) => {
      const own = join(root, folder, name);
      rmSync(join(root, folder, `${of}.md`));
      put(`${folder}/${name}`, bytes);
      try {
        const start = performance.now();
        const { slips } = check([own], undefined, root);
        return { slips, milliseconds: performance.now() - start };
      } finally {
        rmSync(own);
        put(`${folder}/${of}.md`, files[`${folder}/${of}.md`] ?? '');
      }
    },
    remove: () => rmSync(root, { recursive: true }),
  };
}
