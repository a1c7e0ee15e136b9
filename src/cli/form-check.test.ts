import * as fc from 'fast-check';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CASE_STUDY_EXAMPLE } from '../model/case-study-example.ts';
import { fieldsOfForm, type FormEntries } from '../model/case-study-form.ts';
import { caseStudyText } from '../model/case-study-text.ts';
import { decoded } from '../reading/bytes.ts';
import { checkCaseStudy } from '../reading/check-case-study.ts';
import { knownContent, type KnownContent } from '../reading/known-content.ts';
import type { Slip } from '../reading/slip.ts';
import { hiddenSignsIn } from '../schema/hidden-signs.ts';
import { INDUSTRIES, KINDS, keysOf } from '../schema/vocabulary.ts';
import { check } from './check.ts';
import { MARK } from './fixtures/bad-file.ts';
import { BAD_FILES } from './fixtures/bad-files.ts';
import { GOOD_FILES } from './fixtures/good-files.ts';
import { AROUND, ZOO, ZOO_PATH } from './fixtures/small-content.ts';
import { readContent } from './read-content.ts';

/* The form checks in the browser what the command checks in the files: both must say the same. */

/** Slips by what they say, since the two name the file by different paths. */
const said = (slips: readonly Slip[]) => slips.map((slip) => ({ ...slip, path: '' }));
const real = knownContent(readContent('content').content);

/** A folder of right content into which files are put, and what is known of it without them. */
let around = '';
let known: KnownContent;

beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'form-check-'));
  for (const [path, text] of Object.entries(AROUND)) {
    mkdirSync(dirname(join(around, path)), { recursive: true });
    writeFileSync(join(around, path), text);
  }
  known = knownContent(readContent(around).content);
});

afterAll(() => {
  rmSync(around, { recursive: true });
});

test('of every case study of the guide both say nothing', () => {
  const folder = 'content/case-studies';
  const slips = readdirSync(folder).flatMap((file) => {
    const slug = basename(file, '.md');
    const others = {
      ...real,
      caseStudies: real.caseStudies.filter(([id]) => id !== slug),
    };
    return checkCaseStudy(readFileSync(join(folder, file), 'utf8'), slug, others);
  });

  expect(slips).toEqual([]);
}, 30_000);

/** Case studies of the table whose text a form could hold: their name is a slug, their bytes are text. */
const inTable = Object.values(BAD_FILES)
  .flat()
  .flatMap(({ what, path = ZOO_PATH, from, to = '', text = ZOO }) => {
    const file = typeof text === 'string' && from !== undefined ? text.replace(from, () => to) : text;
    const bytes = typeof file === 'string' ? Buffer.from(file.replace(MARK, '')) : Buffer.from(file);
    const read = decoded(bytes);
    return path === ZOO_PATH && 'text' in read ? [{ what, file: read.text }] : [];
  });

test('the table holds enough of them', () => {
  expect(inTable.length).toBeGreaterThan(100);
});

describe('both say the same of', () => {
  test.each([
    ...inTable,
    ...GOOD_FILES.flatMap(({ what, path, text }) => (path === ZOO_PATH ? [{ what, file: text }] : [])),
  ])('$what', ({ file }) => {
    const own = join(around, ZOO_PATH);
    writeFileSync(own, file);
    try {
      const { slips } = check([own], undefined, around);
      const read = decoded(Buffer.from(file));
      const text = 'text' in read ? read.text : '';

      expect(said(checkCaseStudy(text, 'zoo', known))).toEqual(said(slips));
    } finally {
      rmSync(own);
    }
  });
});

describe('the name of the file', () => {
  test.each([
    ['', 'file-name'],
    ['Zoo', 'file-name'],
    ['constructor', 'file-name'],
    ['a'.repeat(61), 'file-name'],
    ['shop', 'once'],
    ['smith2020', 'once'],
  ])('"%s" is refused, whatever else is wrong', (slug, rule) => {
    expect(checkCaseStudy(ZOO, slug, known).map((slip) => slip.rule)).toEqual([rule]);
    expect(
      checkCaseStudy(ZOO.replace('year: 2021\nkind', 'kind'), slug, known).map((slip) => slip.rule),
    ).toEqual([rule, 'missing-key']);
  });

  test('that is in use is told once, with the case that uses it', () => {
    const [slip, ...more] = checkCaseStudy(ZOO, 'shop', known);

    expect(slip?.message).toContain('case study "shop"');
    expect(more).toEqual([]);
  });
});

/** Files in a copy of the real content, checked all at once. */
function slipsInGuide(files: Readonly<Record<string, string>>): Slip[] {
  const root = mkdtempSync(join(tmpdir(), 'form-guide-'));
  try {
    cpSync('content', root, { recursive: true });
    const paths = Object.entries(files).map(([slug, text]) => {
      const path = join(root, 'case-studies', `${slug}.md`);
      writeFileSync(path, text);
      return path;
    });
    return check(paths, undefined, root).slips;
  } finally {
    rmSync(root, { recursive: true });
  }
}

test.each(['', 'aaa', 'zzz'])(
  'a source or a title that is told already is told of a new case named "%s"',
  (slug) => {
    const file = ZOO.replace('10.1234/zoo', '10.5678/fish.2020').replace(
      'A zoo counts its animals at night',
      'AN AQUARIUM counts its fish',
    );
    const rules = checkCaseStudy(file, slug, known).map(({ rule, field }) => `${rule} ${field ?? ''}`.trim());

    expect(rules).toEqual([...(slug === '' ? ['file-name'] : []), 'once title', 'source-once source.doi']);
  },
);

test('the example on the page has no slip in the guide as it is', () => {
  const text = caseStudyText(CASE_STUDY_EXAMPLE);

  expect(checkCaseStudy(text, 'shadow-traffic-catches-a-ranking-regression', real)).toEqual([]);
  expect(slipsInGuide({ 'shadow-traffic-catches-a-ranking-regression': text })).toEqual([]);
});

/** Signs that YAML, Markdown and other programs read more into than an author means. */
const SIGNS = [
  ...[
    'a',
    'Z',
    ' ',
    '0',
    '7',
    '.',
    ':',
    ': ',
    ' #',
    '#',
    '-',
    '- ',
    '? ',
    '!',
    '&',
    '*',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"',
    "'",
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '=',
    '~',
    '\\',
    '/',
    '<',
    '$',
    '_',
    'yes',
    'null',
    'true',
    '1e3',
    '0x1F',
    '---',
    '...',
    '<<',
  ],
  ...['é', 'ß', '中文', 'العربية', 'हिन्दी', '🙂', '👩‍🚀', '2026-11-23', '12:30:45', '\u00a0', '\u2003'],
];
/** Words that YAML takes for something other than text. */
const WORDS = ['yes', 'no', 'null', '~', 'true', '1.0', '.inf', '0o17', "it's", 'a: b', '# no', '- no'];

/** A line as somebody types it; the form cuts what is around it. */
const line = (shortest: number, longest: number) =>
  fc
    .oneof(
      fc
        .array(fc.constantFrom(...SIGNS), { minLength: shortest, maxLength: longest })
        .map((signs) => signs.join('')),
      fc.string({ unit: 'grapheme', minLength: shortest, maxLength: longest }),
      fc.constantFrom(...WORDS).map((word) => word.padEnd(shortest, ' so')),
    )
    .map((text) => text.trim())
    .filter(
      (text) =>
        // Signs beyond the first plane count as one, or as two.
        Array.from(text).length >= shortest &&
        text.length <= longest &&
        !/[\r\n]/.test(text) &&
        hiddenSignsIn(text).length === 0,
    );
/** Plain sentences of a section: what Markdown may hold is the check's own business. */
const prose = (section: string) =>
  fc
    .uniqueArray(
      fc.constantFrom(
        'It fell.',
        'Über 中文 🙂.',
        '*Soft* and `code`.',
        '- one\n- two',
        '1. a\n2. b',
        '> said',
        '| a | b |\n|---|--:|\n| 1 | 2 |',
        '```\n## Outcome\n<b>\n```',
        '    indented',
        `Text.[^${section}]\n\n[^${section}]: Note.`,
        '[a report](https://example.org/a)',
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join('\n\n'));
const slugs = (names: KnownContent['challenges'], least: number, most: number) =>
  fc.uniqueArray(fc.constantFrom(...names.map(([slug]) => slug)), { minLength: least, maxLength: most });

const ENTRIES: fc.Arbitrary<FormEntries> = fc
  .record({
    title: line(10, 120),
    task: line(1, 60),
    organisation: fc.option(line(1, 60)),
    scope: fc.option(line(1, 60)),
    sourceTitle: line(1, 80),
    authors: fc.array(line(1, 30), { maxLength: 3 }),
    industry: fc.constantFrom(...keysOf(INDUSTRIES)),
    kind: fc.constantFrom(...keysOf(KINDS)),
    problem: prose('problem'),
    whatWasDone: prose('whatWasDone'),
    outcome: prose('outcome'),
    lessons: fc.option(prose('lessons')),
    challenges: slugs(real.challenges, 1, 8),
    tools: slugs(real.tools, 0, 10),
    mitigations: slugs(real.mitigations, 0, 10),
    note: fc.option(line(1, 100)),
  })
  .map((typed): FormEntries => [
    ['title', typed.title],
    ['task', typed.task],
    ['organisation', typed.organisation ?? ''],
    ['scope', typed.scope ?? ''],
    ['source.title', typed.sourceTitle],
    ['source.authors', typed.authors.join('\r\n')],
    ['source.url', 'https://example.org/of-this-test'],
    ['industry', typed.industry],
    ['kind', typed.kind],
    ['year', '2024'],
    ['evidence', 'full-text'],
    ['checked', '2026-01-02'],
    ['problem', typed.problem],
    ['whatWasDone', typed.whatWasDone],
    ['outcome', typed.outcome],
    ['lessons', typed.lessons ?? ''],
    ...typed.challenges.map((slug) => ['challenges', slug] as const),
    ...typed.tools.map((slug) => ['tools', slug] as const),
    ...typed.mitigations.flatMap((slug, i) => [
      ['mitigations.id', slug] as const,
      ['mitigations.outcome', 'not-reported'] as const,
      ['mitigations.basis', 'used'] as const,
      ['mitigations.note', i === 0 ? (typed.note ?? '') : ''] as const,
    ]),
  ]);

test('whatever is typed, the file of a form that is filled in rightly has no slip', () => {
  fc.assert(
    fc.property(ENTRIES, (entries) => {
      expect(checkCaseStudy(caseStudyText(fieldsOfForm(entries)), 'of-this-test', real)).toEqual([]);
    }),
    { numRuns: 400, seed: 5 },
  );
}, 60_000);

test('the command says so too', () => {
  const files = fc.sample(ENTRIES, { numRuns: 40, seed: 7 }).map((entries, i) => {
    const own = entries.map(([name, value]): readonly [string, string] =>
      name === 'source.url'
        ? [name, `${value}-${i}`]
        : [name, name === 'title' ? `${value.slice(0, 110)} ${i}` : value],
    );
    return [`of-this-test-${i}`, caseStudyText(fieldsOfForm(own))] as const;
  });

  expect(slipsInGuide(Object.fromEntries(files))).toEqual([]);
}, 60_000);
