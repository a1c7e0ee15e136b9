import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVIDENCE, INDUSTRIES, KINDS, OUTCOMES } from '../src/schema/vocabulary.ts';
import { GUIDE, ROOT, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

interface Study {
  readonly industry: keyof typeof INDUSTRIES;
  readonly kind: keyof typeof KINDS;
  readonly evidence: keyof typeof EVIDENCE;
  readonly year: number;
  readonly challenges: readonly string[];
  readonly mitigations: readonly {
    readonly id: string;
    readonly basis: string;
    readonly outcome: keyof typeof OUTCOMES;
  }[];
}
interface Named {
  readonly slug: string;
  readonly title: string;
}
interface Data {
  readonly stages: readonly (Named & {
    readonly steps: readonly (Named & { readonly challenges: readonly string[] })[];
  })[];
  readonly challenges: readonly Named[];
  readonly mitigations: readonly Named[];
  readonly 'case-studies': readonly Study[];
}

const dataOf = ({ folder }: Site) =>
  JSON.parse(readFileSync(join(folder, 'data/catalogue.json'), 'utf8')) as Data;
const data = dataOf(ROOT);
const studies = data['case-studies'];

const count = (holds: (study: Study) => boolean) => studies.filter(holds).length;
const meets = (slugs: readonly string[]) => (study: Study) =>
  study.challenges.some((slug) => slugs.includes(slug));
const percent = (part: number, whole: number) => (whole === 0 ? '–' : Math.round((100 * part) / whole));
const challengesOfStage = ({ steps }: Data['stages'][number]) =>
  steps.flatMap(({ challenges }) => challenges);
const inOrder = data.stages.flatMap(challengesOfStage);
const titleOf = new Map(data.challenges.map(({ slug, title }) => [slug, title]));
const applied = studies.flatMap(({ mitigations }) =>
  mitigations.filter(({ basis }) => ['used', 'ordered', 'evaluated'].includes(basis)),
);
const outcomesOf = (slug: string) =>
  Object.keys(OUTCOMES).map(
    (outcome) => applied.filter((each) => each.id === slug && each.outcome === outcome).length,
  );
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const counted = <Word extends string>(
  words: Readonly<Record<Word, string>>,
  wordOf: (study: Study) => Word,
) => (Object.keys(words) as Word[]).map((word) => [words[word], count((study) => wordOf(study) === word)]);
const seen = (title: string, holds: (study: Study) => boolean) => {
  const own = studies.filter(holds);
  const levels = Object.keys(EVIDENCE).map(
    (level) => own.filter(({ evidence }) => evidence === level).length,
  );
  return [title, own.length, ...levels, percent(levels[0] ?? 0, own.length)];
};
const years = studies.map(({ year }) => year);
const first = Math.min(...years);
const fewOf = (what: string, rows: readonly (readonly (string | number)[])[]) =>
  rows.filter(([, cases]) => Number(cases) <= 5).map((row) => [what, ...row, 'Tell of it']);

/** What each table must say, worked out from the catalogue that anybody can take away. */
const EXPECTED: Readonly<Record<string, readonly (readonly (string | number)[])[]>> = {
  stages: data.stages.flatMap((stage) => [
    [stage.title, 'All steps', count(meets(challengesOfStage(stage)))],
    ...stage.steps.map(({ title, challenges }) => [stage.title, title, count(meets(challenges))]),
  ]),
  industries: counted(INDUSTRIES, ({ industry }) => industry),
  years: Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => [
    first + i,
    count(({ year }) => year === first + i),
  ]),
  kinds: counted(KINDS, ({ kind }) => kind),
  evidence: [
    seen('All stages', () => true),
    ...data.stages.map((stage) => seen(stage.title, meets(challengesOfStage(stage)))),
  ],
  outcomes: Object.entries(OUTCOMES).map(([outcome, title]) => {
    const times = applied.filter((each) => each.outcome === outcome).length;
    return [title, times, percent(times, applied.length)];
  }),
  mitigations: data.mitigations.map(({ slug, title }) => [title, sum(outcomesOf(slug)), ...outcomesOf(slug)]),
  pairs: inOrder
    .flatMap((one, i) => inOrder.slice(i + 1).map((two) => [one, two] as const))
    .map(([one, two]) => [
      titleOf.get(one) ?? '',
      titleOf.get(two) ?? '',
      count(({ challenges }) => challenges.includes(one) && challenges.includes(two)),
    ])
    .filter(([, , cases]) => cases !== 0),
  'thin-spots': [
    ...fewOf(
      'Challenge',
      inOrder.map((slug) => [titleOf.get(slug) ?? '', count(meets([slug]))]),
    ),
    ...fewOf(
      'Industry',
      counted(INDUSTRIES, ({ industry }) => industry),
    ),
    ...data.mitigations
      .filter(({ slug }) => sum(outcomesOf(slug)) === 0)
      .map(({ title }) => ['Mitigation', title, 0, 'Tell of it']),
  ],
};
const IDS = Object.keys(EXPECTED);

/** Rows that a table of the page shows; the file has all. */
const MOST_ROWS = 120;

/** Rows as text, in an order of their own: which of two equals comes first is no matter here. */
const sorted = (rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => row.join(' | ')).toSorted();

/** Opens what stands below every plate. */
async function openTables(page: Page) {
  for (const summary of await page.getByText('The numbers as a table').all())
    if (!(await summary.evaluate((element) => element.closest('details')?.open))) await summary.click();
}

interface Table {
  readonly id: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The addresses behind the cells of each row. */
  readonly links: readonly (readonly string[])[];
  readonly rowsWithHeader: number;
}

/** The tables of the page in their order, as they are read out. */
const tablesOf = (page: Page): Promise<Table[]> =>
  page.getByRole('table').evaluateAll((tables) =>
    (tables as HTMLTableElement[]).map((table) => {
      const words = (row: HTMLTableRowElement) =>
        // The page sets quotes as books do.
        [...row.cells].map((cell) => cell.textContent.trim().replace(/[‘’]/g, "'").replace(/[“”]/g, '"'));
      const rows = [...(table.tBodies[0]?.rows ?? [])];
      return {
        id: (table.caption?.id ?? '').replace('-caption', ''),
        head: [...(table.tHead?.rows ?? [])].flatMap(words),
        rows: rows.map(words),
        links: rows.map((row) => [...row.querySelectorAll('a')].map(({ href }) => href)),
        rowsWithHeader: rows.filter((row) => row.querySelector('th[scope=row]')).length,
      };
    }),
  );

test('each table says what the catalogue says, in rows with headers, most first where rows are ranked', async ({
  page,
}) => {
  await page.goto('/statistics/');
  await openTables(page);
  const tables = await tablesOf(page);

  expect(tables.map(({ id }) => id)).toEqual(IDS);
  for (const { id, head, rows, rowsWithHeader } of tables) {
    const expected = sorted(EXPECTED[id] ?? []);
    expect.soft(rows, id).toHaveLength(Math.min(MOST_ROWS, expected.length));
    expect.soft(expected, id).toEqual(expect.arrayContaining(sorted(rows)));
    expect.soft(rows.filter((row) => row.length !== head.length)).toEqual([]);
    expect.soft(rowsWithHeader, id).toBe(rows.length);
  }
  for (const id of ['industries', 'kinds', 'mitigations', 'pairs']) {
    const { rows = [] } = tables.find((table) => table.id === id) ?? {};
    const numbers = rows.map((row) => Number(row[id === 'pairs' ? 2 : 1]));
    expect.soft(numbers, id).toEqual(numbers.toSorted((a, b) => b - a));
  }
});

for (const [site, where, origin] of [
  [ROOT, 'at the root', 'http://localhost:4321/'],
  [GUIDE, 'under a base path', 'https://guide.example/guide/'],
] as const)
  test.describe(where, () => {
    test.use({ baseURL: site.address });

    test('each file holds the table, with the addresses that the table links to', async ({
      page,
      request,
    }) => {
      await page.goto('./statistics/');
      await openTables(page);
      for (const { id, rows, links } of await tablesOf(page)) {
        const link = page.getByRole('link', { name: /^(?:The same|All rows) as CSV/ }).nth(IDS.indexOf(id));
        await expect(link).toHaveAttribute('href', `${site.base}statistics/${id}.csv`);
        const answer = await request.get(`./statistics/${id}.csv`);
        const [head = [], ...lines] = parse(await answer.text());
        const isAddress = head.map((name) => name.endsWith('Address'));
        const words = lines.map((line) => line.filter((_, i) => !isAddress[i]).map((cell) => cell || '–'));
        const addresses = lines.map((line) => line.filter((cell, i) => isAddress[i] && cell !== ''));

        expect(answer.headers()['content-type']).toMatch(/^text\/csv/);
        expect.soft(sorted(words), id).toEqual(sorted(EXPECTED[id] ?? []));
        expect.soft(words.slice(0, MOST_ROWS), id).toEqual(rows);
        expect
          .soft(addresses.slice(0, MOST_ROWS), id)
          .toEqual(links.map((row) => row.map((address) => address.replace(site.address, origin))));
      }
    });
  });

interface Drawing {
  readonly words: string;
  readonly shapes: Readonly<Record<'rect' | 'path' | 'circle', number>>;
}

for (const width of [1280, 390])
  test(`each plate draws the rows of its table at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/statistics/');
    const drawings = await page
      .getByRole('main')
      .getByRole('img')
      .evaluateAll((all): Drawing[] =>
        all
          .filter((svg) => svg.checkVisibility())
          .map((svg) => ({
            words: [...svg.querySelectorAll('text')]
              .map((text) => text.textContent)
              .join('')
              .replace(/\s/g, '')
              .replace(/[‘’]/g, "'")
              .replace(/[“”]/g, '"'),
            shapes: {
              rect: svg.querySelectorAll('rect').length,
              path: svg.querySelectorAll('path').length,
              circle: svg.querySelectorAll('circle').length,
            },
          })),
      );
    const drawingOf = new Map(IDS.map((id, i) => [id, drawings[i]]));
    const shapes = (id: string) => drawingOf.get(id)?.shapes;
    const names = (id: string, column: number, rows = EXPECTED[id] ?? []) => {
      const words = drawingOf.get(id)?.words ?? '';
      return rows
        .map((row) => String(row[column]).replace(/\s/g, ''))
        .filter((name) => !words.includes(name));
    };

    expect(drawings).toHaveLength(IDS.length);
    for (const id of ['stages', 'industries', 'years', 'kinds'])
      expect.soft(shapes(id)?.rect, id).toBe(EXPECTED[id]?.length);
    const parts = (EXPECTED['evidence'] ?? []).flatMap(([, , ...rest]) => rest.slice(0, 3));
    const isFilled = (part: string | number, i: number) => part !== 0 && i % 3 < 2;
    expect
      .soft(shapes('evidence')?.rect)
      .toBe(parts.filter((part) => part !== 0).length + parts.filter(isFilled).length);
    expect.soft(shapes('outcomes')?.path).toBe(applied.length);
    const most = data.mitigations.map(({ slug }) => sum(outcomesOf(slug))).toSorted((a, b) => b - a);
    expect.soft(shapes('mitigations')?.path).toBe(sum(most.slice(0, 15)));
    const thin = (EXPECTED['thin-spots'] ?? []).map(([, , cases]) => Number(cases));
    expect.soft(shapes('thin-spots')?.circle).toBe(sum(thin.map((cases) => Math.max(1, cases))));
    for (const [id, column] of [
      ['stages', 0],
      ['stages', 1],
      ['industries', 0],
      ['kinds', 0],
      ['evidence', 0],
      ['outcomes', 0],
      ['thin-spots', 1],
    ] as const)
      expect
        .soft(
          names(
            id,
            column,
            (EXPECTED[id] ?? []).filter((row) => row[column] !== 'All steps'),
          ),
          id,
        )
        .toEqual([]);
    const pairs = (EXPECTED['pairs'] ?? []).toSorted((a, b) => Number(b[2]) - Number(a[2]));
    for (const column of [0, 1, 2]) expect.soft(names('pairs', column, pairs.slice(0, 1))).toEqual([]);
  });

test('what is drawn can be read on a phone, and nothing is wider than it', async ({ page }) => {
  for (const [width, least] of [
    [390, 12],
    [320, 10],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/statistics/');
    await openTables(page);
    const sizes = await page
      .getByRole('main')
      .getByRole('img')
      .evaluateAll((all) =>
        (all as unknown as SVGSVGElement[])
          .filter((svg) => svg.checkVisibility())
          .map((svg) => Number(svg.getAttribute('font-size')) * (svg.getScreenCTM()?.a ?? 0)),
      );

    expect(sizes).toHaveLength(IDS.length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('a plate has a title, and says its finding in the picture and below it', async ({ page }) => {
  await page.goto('/statistics/');
  const figures = page.getByRole('figure');
  const titles = await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

  expect(titles).toHaveLength(IDS.length + 1);
  for (const [i, figure] of (await figures.all()).entries()) {
    const caption = (await figure.innerText()).split(`Plate ${i + 1}. `)[1] ?? '';
    expect(caption).toMatch(/^[^<]+\.$/);
    await expect(figure.getByRole('img')).toHaveAccessibleName(`${titles[i] ?? ''} ${caption}`);
  }
});

test('the page needs no script, so none is there, and the search is a link', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url());
  });
  await page.goto('/statistics/', { waitUntil: 'networkidle' });

  expect(asked).toEqual([]);
  // What it says to search engines is data, and runs nowhere.
  await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await expect(page).toHaveURL('/search/');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader goes from the contents to a plate, opens its table and follows a row', async ({ page }) => {
    await page.goto('/statistics/');
    await page
      .getByRole('navigation', { name: 'On this page' })
      .getByRole('link', { name: 'Case studies by industry' })
      .click();
    await expect(page.getByRole('heading', { name: 'Case studies by industry' })).toBeInViewport();
    await page.getByText('The numbers as a table: Case studies by industry').click();
    const [industry = '', cases = 0] =
      [...(EXPECTED['industries'] ?? [])].toSorted((a, b) => Number(b[1]) - Number(a[1]))[0] ?? [];
    await page
      .getByRole('table')
      .getByRole('link', { name: String(industry), exact: true })
      .first()
      .click();

    await expect(page).toHaveURL(/\/case-studies\/#industry-/);
    await expect(
      page
        .getByRole('main')
        .locator('a[href^="/case-studies/"]:not([href*="#"], [href$=".xml"])')
        .filter({ visible: true }),
    ).toHaveCount(Number(cases));
  });
});

test('a thin spot leads to the form for a case study, and names its challenge there', async ({ page }) => {
  await page.goto('/statistics/');
  const [what, title] = EXPECTED['thin-spots']?.[0] ?? [];
  expect(what).toBe('Challenge');
  await page
    .getByRole('row')
    .filter({ hasText: String(title) })
    .getByRole('link', { name: 'Tell of it' })
    .click();
  const slug = inOrder.find((each) => titleOf.get(each) === title) ?? '';

  await expect(page).toHaveURL(new RegExp(`/contribute/case-study/\\?challenge=${slug}$`));
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`plates and open tables are accessible from a ${colorScheme} screen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/statistics/');
    await openTables(page);
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

test('plates print whole, black on white, and leave out what nobody opened', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  // A4 less its margins, in pixels of CSS.
  await page.setViewportSize({ width: 673, height: 987 });
  await page.goto('/statistics/');
  const pictures = page.getByRole('main').getByRole('img');

  await expect(pictures.filter({ visible: true })).toHaveCount(IDS.length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  await expect(page.getByText('The numbers as a table: Case studies by industry')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
  await expect(pictures.filter({ visible: true }).first().locator('text').first()).toHaveCSS(
    'fill',
    'rgb(0, 0, 0)',
  );
});
