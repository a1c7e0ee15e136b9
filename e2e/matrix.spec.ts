import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withBookQuotes } from '../src/model/book-quotes.ts';
import { matrixSvg } from '../src/model/matrix-svg.ts';
import { viewOf } from '../src/model/matrix.ts';
import { matrixDataFrom, type EmbeddedMatrix } from '../src/model/packed-cases.ts';
import type { Workflow } from '../src/schema/workflow.ts';
import { GUIDE, PROJECT, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

interface Study {
  readonly industry: string;
  readonly evidence: string;
  readonly kind: string;
  readonly year: number;
  readonly challenges: readonly string[];
  readonly survey?: string;
}
interface Row {
  readonly slug: string;
  readonly title: string;
  readonly step: string;
  readonly order: number;
  readonly editions: readonly (number | string)[];
  readonly relations: { readonly mitigations: readonly unknown[] };
}

const dataOf = <T>(name: string) =>
  (JSON.parse(readFileSync(join(ROOT.folder, 'data', `${name}.json`), 'utf8')) as Record<string, T[]>)[
    name
  ] ?? [];
const studies = dataOf<Study>('case-studies');
const challenges = dataOf<Row>('challenges');
const { stages, moved } = parse(readFileSync(join(PROJECT, 'content/workflow.yaml'), 'utf8')) as Workflow;

/** Case studies of each challenge among some, by a way of counting that the map does not share. */
const recount = (passes: (study: Study) => boolean): Record<string, number> =>
  Object.fromEntries(
    challenges.map(({ slug }) => [
      slug,
      studies.filter((study) => passes(study) && study.challenges.includes(slug)).length,
    ]),
  );

const table = (page: Page) => page.getByRole('table', { name: /Challenges by stage and step/ });
const field = (page: Page, name: string) =>
  page.getByRole('form', { name: 'Lens' }).getByLabel(name, { exact: true });
const status = (page: Page) => page.getByRole('status').first();

/** What the places say: their number of case studies, by the slug of their challenge; places that an edition lacks have none. */
const shown = (page: Page): Promise<Record<string, number>> =>
  table(page)
    .getByRole('listitem')
    .evaluateAll((places) =>
      Object.fromEntries(
        places.flatMap((place) => {
          const slug = new URL(place.querySelector('a')?.href ?? '').pathname.split('/').at(-2) ?? '';
          const count = /(\d+)\s+case stud/.exec((place as HTMLElement).innerText)?.[1];
          return count === undefined ? [] : [[slug, Number(count)]];
        }),
      ),
    );

const textOf = async (download: Download) => readFileSync(await download.path(), 'utf8');

test('a cell knows its stage and its step, and names its challenges', async ({ page }) => {
  await page.goto('/matrix/');
  await expect(table(page).getByRole('columnheader')).toHaveText([
    ...stages.map(({ title }) => title),
    ...stages.flatMap(({ steps }) => steps.map(({ title }) => withBookQuotes(title))),
  ]);
  // As HTML assigns heads to cells: by the columns they span.
  const cells = await table(page).evaluate((element) => {
    const [top, below, body] = [...(element as HTMLTableElement).rows].map(({ cells: all }) => {
      let column = 0;
      return [...all].map((cell) => ({ cell, from: column, to: (column += cell.colSpan) }));
    });
    const over = (heads: typeof top, at: number) =>
      heads?.find(({ from, to }) => from <= at && at < to)?.cell;
    return (body ?? []).map(({ cell, from }) => ({
      stage: [over(top, from)?.scope, over(top, from)?.querySelector('a')?.innerText],
      step: [
        over(below, from)?.scope,
        over(below, from)?.querySelector('a')?.innerText.replaceAll('\u00ad', ''),
      ],
      challenges: [...cell.querySelectorAll('li > a:first-child')].map((link) =>
        (link as HTMLAnchorElement).pathname.split('/').at(-2),
      ),
    }));
  });
  expect(cells).toEqual(
    stages.flatMap((stage) =>
      stage.steps.map((step) => ({
        stage: ['colgroup', stage.title],
        step: ['col', withBookQuotes(step.title)],
        challenges: challenges
          .filter((challenge) => challenge.step === step.slug)
          .toSorted((a, b) => a.order - b.order)
          .map(({ slug }) => slug),
      })),
    ),
  );
});

test('without a lens it counts all there is: case studies, how many were seen in full text, mitigations', async ({
  page,
}) => {
  await page.goto('/matrix/');
  expect(await shown(page)).toEqual(recount(() => true));
  const full = recount(({ evidence }) => evidence === 'full-text');
  for (const { slug, title, relations } of challenges.slice(0, 5)) {
    const place = table(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title, exact: true }) });
    await expect(place).toContainText(`${full[slug] || 'none'} seen in full text`);
    await expect(place).toContainText(new RegExp(`${relations.mitigations.length}\\s+mitigations?`));
  }

  await expect(status(page)).toContainText(`${studies.length} case studies on ${challenges.length} places`);
});

test('on the smallest phone the bars are of one length, so that their shares can be compared', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/matrix/?industry=healthcare');
  const widths = await page
    .locator('.share:visible')
    .evaluateAll((bars) => bars.map((bar) => Math.round(bar.getBoundingClientRect().width)));

  expect(new Set(widths)).toEqual(new Set([56]));
});

for (const height of [600, 400])
  test(`backwards by keyboard, no place hides behind the heads, ${height} px high`, async ({ page }) => {
    await page.setViewportSize({ width: 820, height });
    await page.goto('/matrix/?edition=2021&industry=healthcare');
    const links = table(page).getByRole('listitem').getByRole('link');
    await links.last().focus();
    const hidden = [];
    for (let left = await links.count(); left > 1; left -= 1) {
      await page.keyboard.press('Shift+Tab');
      const seen = await page.evaluate(() => {
        const link = document.activeElement;
        // Sideways a part of it may be out of sight; above all it must not be covered.
        const isSeen = [...(link?.getClientRects() ?? [])].some(({ x, y, width, height: high }) =>
          [0.1, 0.5, 0.9].some((part) =>
            link?.contains(document.elementFromPoint(x + width * part, y + high / 2)),
          ),
        );
        return isSeen ? '' : (link?.textContent.trim() ?? 'nothing');
      });
      if (seen) hidden.push(seen);
    }

    expect(hidden).toEqual([]);
  });

test('the heads of stages and steps stay in sight, and the name of a stage within its columns', async ({
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 480 });
  await page.goto('/matrix/');
  const region = page.getByRole('region', { name: /Challenges by stage and step/ });
  await region.focus();
  await expect(region).toBeFocused();
  await region.evaluate((element) => element.scrollTo({ left: 120, top: 200, behavior: 'instant' }));
  expect(await region.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([200, 120]);
  const box = await region.boundingBox();
  const stage = await table(page).getByRole('link', { name: 'Data management', exact: true }).boundingBox();
  const step = await table(page).getByRole('link', { name: 'Data augmentation', exact: true }).boundingBox();
  for (const head of [stage, step]) {
    expect(head?.y).toBeGreaterThanOrEqual(box?.y ?? Infinity);
    expect(head?.x).toBeGreaterThanOrEqual(box?.x ?? Infinity);
    expect(head?.y).toBeLessThan((box?.y ?? 0) + 120);
  }
  // The page itself does not scroll sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(820);
});

test('the whole plate fits a screen of 1440 px', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto('/matrix/');
  const region = page.getByRole('region', { name: /Challenges by stage and step/ });

  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('every value that is offered leaves at least one place with a case study', async ({ page }) => {
  await page.goto('/matrix/');
  for (const select of await page.getByRole('form', { name: 'Lens' }).getByRole('combobox').all()) {
    const values = await select
      .locator('option')
      .evaluateAll((all) => (all as HTMLOptionElement[]).map(({ value, text }) => [value, text] as const));
    expect(values.length).toBeGreaterThan(2);
    for (const [value, text] of values.slice(1)) {
      await select.selectOption(value);
      const counts = Object.values(await shown(page));
      expect.soft(Math.max(...counts), text).toBeGreaterThan(0);
      await expect(status(page)).toContainText(`${/\((\d+)\)$/.exec(text)?.[1] ?? '?'} of ${studies.length}`);
    }
    await select.selectOption('');
  }
});

test('a lens counts what passes it, says so in words, and stands in the address', async ({ page }) => {
  await page.goto('/matrix/');
  await field(page, 'Industry').selectOption('healthcare');
  await field(page, 'Evidence').selectOption('full-text');
  await field(page, 'From').selectOption('2017');
  await field(page, 'To').selectOption('2023');
  const passes = ({ industry, evidence, year }: Study) =>
    industry === 'healthcare' && evidence === 'full-text' && year >= 2017 && year <= 2023;
  const expected = recount(passes);
  const empty = Object.values(expected).filter((count) => count === 0).length;

  expect(await shown(page)).toEqual(expected);
  await expect(status(page)).toHaveText(
    `${studies.filter(passes).length} of ${studies.length} case studies: healthcare, full text, 2017 to 2023; ${empty} places have none.`,
  );
  await expect(page).toHaveURL('/matrix/?industry=healthcare&evidence=full-text&from=2017&to=2023');
  await page.goBack();
  await expect(page).toHaveURL('/matrix/?industry=healthcare&evidence=full-text&from=2017');
  await expect(field(page, 'To')).toHaveValue('');
  expect(await shown(page)).toEqual(
    recount(
      (study) => study.industry === 'healthcare' && study.evidence === 'full-text' && study.year >= 2017,
    ),
  );
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL('/matrix/');
  await expect(field(page, 'Edition')).toBeFocused();
  expect(await shown(page)).toEqual(recount(() => true));
});

test('a loaded address restores form and view, and choices work by keyboard', async ({ page }) => {
  await page.goto('/matrix/?kind=incident&from=2016');
  await expect(field(page, 'Kind')).toHaveValue('incident');
  await expect(field(page, 'From')).toHaveValue('2016');
  expect(await shown(page)).toEqual(recount(({ kind, year }) => kind === 'incident' && year >= 2016));
  await field(page, 'Kind').focus();
  await page.keyboard.press('ArrowUp');

  await expect(field(page, 'Kind')).not.toHaveValue('incident');
  await expect(field(page, 'Kind')).toBeFocused();
  await expect(page).not.toHaveURL(/kind=incident/);
});

test('a change is announced once', async ({ page }) => {
  await page.goto('/matrix/');
  await status(page).evaluate((line) => {
    new MutationObserver((records) => {
      line.dataset['changes'] = String(Number(line.dataset['changes'] ?? 0) + records.length);
    }).observe(line, { childList: true, characterData: true, subtree: true });
  });
  await field(page, 'Industry').selectOption('finance');

  await expect(status(page)).toHaveAttribute('data-changes', '1');
});

test('unknown values are said and left out; years that run backwards are turned round', async ({ page }) => {
  await page.goto(
    '/matrix/?industry=%3Cimg+src%3Dx%3E&kind=incident&from=2023&to=2019&edition=1999&utm_source=mail',
  );

  await expect(status(page)).toContainText(
    'Not on this map and left out: edition “1999”, industry “<img src=x>”.',
  );
  await expect(status(page)).toContainText('The years are read as 2019 to 2023.');
  expect(await shown(page)).toEqual(
    recount(({ kind, year }) => kind === 'incident' && year >= 2019 && year <= 2023),
  );
  await expect(field(page, 'Industry')).toHaveValue('');
});

test('in the edition of 2021 challenges stand under their former step, and later ones are absent', async ({
  page,
}) => {
  await page.goto('/matrix/?edition=2021');
  const steps = stages.flatMap((stage) => stage.steps);
  const cellOf = (slug: string) =>
    table(page)
      .getByRole('cell')
      .nth(steps.findIndex((step) => step.slug === slug));
  expect(moved.length).toBeGreaterThan(0);
  for (const move of moved) {
    const challenge = challenges.find(({ slug }) => slug === move.challenge);
    const place = cellOf(move.step)
      .getByRole('listitem')
      .filter({ hasText: challenge?.title ?? '?' });
    await expect(place).toContainText('moved since, to Law');
  }
  const absent = challenges.filter(({ editions }) => !editions.includes(2021));
  for (const { title } of absent) {
    const place = table(page).getByRole('listitem').filter({ hasText: title });
    await expect(place).toContainText('not in the 2021 slides');
    await expect(place).not.toContainText(/case stud(y|ies),/);
  }
  await expect(table(page).getByRole('columnheader', { name: /^Law/ })).toContainText(
    'not a step in the 2021 slides',
  );
  await expect(status(page)).toContainText(
    `In the 2021 slides: ${challenges.length - absent.length} of the ${challenges.length} challenges, ${moved.length} of them under another step than today.`,
  );
  await field(page, 'Edition').selectOption('');
  await expect(cellOf('law').getByRole('listitem')).toHaveCount(
    challenges.filter(({ step }) => step === 'law').length,
  );
});

test("later additions are the case studies that are not the survey's, on the challenges of today", async ({
  page,
}) => {
  await page.goto('/matrix/?edition=community');
  const isLater = ({ survey }: Study) => survey === undefined;

  expect(await shown(page)).toEqual(recount(isLater));
  await expect(status(page)).toContainText(
    `${studies.filter(isLater).length} of ${studies.length} case studies: later additions`,
  );
});

test('an empty place invites a case study of its challenge, from the industry that is looked at', async ({
  page,
}) => {
  await page.goto('/matrix/?industry=healthcare');
  const counts = recount(({ industry }) => industry === 'healthcare');
  const [empty] = challenges.filter(({ slug }) => counts[slug] === 0);
  await page
    .getByRole('link', {
      name: `No case study from healthcare yet. Yours? Add a case study of ${empty?.title ?? '?'}`,
    })
    .click();

  await expect(page).toHaveURL(`/contribute/case-study/?challenge=${empty?.slug ?? '?'}`);
});

test('a thin place invites one too, while everything is seen', async ({ page }) => {
  await page.goto('/matrix/');

  await expect(page.getByRole('link', { name: 'Add yours Add a case study of Authorship' })).toHaveAttribute(
    'href',
    '/contribute/case-study/?challenge=authorship',
  );
});

test.describe('a view is taken away', () => {
  test('as CSV that equals what is seen', async ({ page }) => {
    await page.goto('/matrix/?industry=finance&edition=2021');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download this view: CSV' }).click();
    expect((await download).suggestedFilename()).toBe('map-2021-finance.csv');
    const rows = (await textOf(await download))
      .trimEnd()
      .split('\r\n')
      .map((line) =>
        // A field in quotes, or one without.
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
          ([, quoted, bare]) => quoted ?? bare ?? '',
        ),
      );
    const [head = [], ...lines] = rows;
    const at = (line: string[], name: string) => line[head.indexOf(name)] ?? '';

    expect(lines).toHaveLength(challenges.length);
    expect(
      Object.fromEntries(
        lines
          .filter((line) => at(line, 'case_studies') !== '')
          .map((line) => [at(line, 'address').split('/').at(-2), Number(at(line, 'case_studies'))]),
      ),
    ).toEqual(await shown(page));
    expect(new Set(lines.map((line) => at(line, 'seen_through')))).toEqual(new Set(['2021 slides, finance']));
  });

  test('as a picture that stands by itself', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/matrix/?industry=finance');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download this view: SVG' }).click();
    const text = await textOf(await download);
    const picture = await page.evaluate((svg) => {
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const own = (name: string) => parsed.querySelector(`svg > ${name}`);
      return {
        error: parsed.querySelector('parsererror')?.textContent,
        title: own('title')?.textContent,
        desc: own('desc')?.textContent,
        ground: own('rect')?.getAttribute('fill'),
        places: [...parsed.querySelectorAll('g > title')].map((title) => title.textContent),
        strange: [...parsed.querySelectorAll('*')]
          .map(({ localName }) => localName)
          .filter((name) => !['svg', 'title', 'desc', 'rect', 'path', 'text', 'tspan', 'g'].includes(name)),
      };
    }, text);
    const counts = recount(({ industry }) => industry === 'finance');

    expect(picture.error).toBeUndefined();
    expect(picture.title).toContain('finance');
    expect(picture.desc).toContain(await status(page).innerText());
    expect(picture.desc).toContain(`${new URL(ROOT.address).protocol}//`);
    expect(picture.desc).toContain('/matrix/?industry=finance');
    // By day, whatever the screen.
    expect(parseInt(picture.ground?.slice(1, 3) ?? '0', 16)).toBeGreaterThan(240);
    expect(picture.strange).toEqual([]);
    expect(text).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg|localhost)/);
    for (const { slug, title } of challenges)
      expect(
        picture.places.some((place) => place.startsWith(`${title}: ${counts[slug] ?? '?'} case stud`)),
      ).toBe(true);
  });

  test('as a link, or a link to copy by hand', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/matrix/?kind=incident');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('the link is selected')).toBeVisible();

    await expect(page.getByLabel('Link to this view')).toHaveValue(page.url());
    await expect(page.getByLabel('Link to this view')).toBeFocused();
  });
});

test('a browser reads the picture whatever the titles hold', async ({ page }) => {
  await page.goto('/matrix/');
  const json = await page.locator('matrix-lenses script[type="application/json"]').textContent();
  const data = matrixDataFrom(JSON.parse(json ?? '') as EmbeddedMatrix);
  const titles = [
    '</title><script>alert(1)</script>',
    '" onload="alert(1)',
    ']]> & &amp; <!--',
    '\u0000\ud800 \ufffe 🙂',
  ];
  const hostile = {
    ...data,
    places: data.places.map((place, i) => ({ ...place, title: titles[i % titles.length] ?? '' })),
    stages: data.stages.map((stage, i) => ({ ...stage, title: titles[i % titles.length] ?? '' })),
  };
  const colours = { paper: '#ffffff', ink: '#000000', soft: '#444444', stages: {} };
  const svg = matrixSvg(viewOf({}, hostile), {}, hostile, {
    title: '<&">',
    address: 'https://x.example/?a&b',
    colours,
  });
  const found = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      errors: parsed.querySelectorAll('parsererror').length,
      scripts: parsed.querySelectorAll('script').length,
      handlers: [...parsed.querySelectorAll('*')].filter((each) => each.hasAttribute('onload')).length,
      title: parsed.querySelector('g > title')?.textContent,
    };
  }, svg);

  expect(found).toMatchObject({ errors: 0, scripts: 0, handlers: 0 });
  expect(found.title).toContain('</title><script>alert(1)</script>');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole table stands, and the filters that work without script stand in for the lens', async ({
    page,
  }) => {
    await page.goto('/matrix/?industry=healthcare');
    await expect(table(page).getByRole('listitem')).toHaveCount(challenges.length);
    await expect(page.getByRole('form', { name: 'Lens' })).toBeHidden();
    await expect(page.getByRole('button', { name: /Copy|Download|Show/ })).toHaveCount(0);
    await page.getByRole('main').getByRole('link', { name: 'Healthcare', exact: true }).click();

    await expect(page).toHaveURL('/case-studies/#industry-healthcare');
    await expect(page.getByText(/Industry: Healthcare/)).toBeVisible();
  });
});

test('on a phone it is a list by stage and step, without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/matrix/?industry=healthcare');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2 })).toHaveText(stages.map(({ title }) => title));
  await expect(main.getByRole('heading', { level: 3 })).toHaveText(
    stages.flatMap(({ steps }) => steps.map(({ title }) => withBookQuotes(title))),
  );
  expect(await shown(page)).toEqual(recount(({ industry }) => industry === 'healthcare'));
});

test('on paper it is a list with the lens in words, on few pages', async ({ page }) => {
  await page.goto('/matrix/?industry=finance');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 987 });
  await expect(status(page)).toBeVisible();
  await expect(page.getByRole('form', { name: 'Lens' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 2, name: 'Data management' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(673);
  const pages = (await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    .toString('latin1')
    .match(/\/Type\s*\/Page[^s]/g);

  expect(pages?.length).toBeLessThanOrEqual(2);
});

test('it is accessible through a lens, by day and by night, on a desk and a phone', async ({ page }) => {
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/matrix/?edition=2021&industry=healthcare');
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .setLegacyMode()
      .analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
    ).toEqual([]);
  }
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('links, addresses and files lead to the guide', async ({ page }) => {
    await page.goto('./matrix/?industry=finance');
    await field(page, 'Kind').selectOption('incident');
    await expect(page).toHaveURL('./matrix/?industry=finance&kind=incident');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download this view: CSV' }).click();
    expect(await textOf(await download)).toContain('https://guide.example/guide/challenges/concept-drift/');
    await table(page).getByRole('link', { name: 'Concept drift', exact: true }).click();

    await expect(page).toHaveURL('./challenges/concept-drift/');
  });
});
