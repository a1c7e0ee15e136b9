import { AxeBuilder } from '@axe-core/playwright';
import { parse } from '@retorquere/bibtex-parser';
import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { history } from '../src/history.ts';
import { release } from '../src/release.ts';
import { partOf } from './fixtures/part.ts';
import {
  fileOf,
  GUIDE,
  HOSTILE_SITE,
  kindOf,
  pathsOf,
  ROOT,
  sitemapOf,
  type Site,
} from './fixtures/sites.ts';
import { typed } from './fixtures/typed.ts';
import { expect, test } from './fixtures/test.ts';

interface CslItem {
  readonly title: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly version?: string;
}

/** What a page offers for one work. */
interface Offer {
  readonly text: string;
  readonly bibtex: string;
  readonly csl: readonly CslItem[];
}

interface CitablePage {
  readonly path: string;
  readonly h1: string;
  readonly canonical: string;
  readonly offers: readonly Offer[];
}

const KINDS = ['challenges', 'mitigations', 'tools', 'approaches', 'case-studies', 'stages'].map(
  (folder) => `/${folder}/*/`,
);

const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The pages of entries and stages as their files say them. */
const citablePages = (site: Site): CitablePage[] =>
  pathsOf(site)
    .filter((path) => KINDS.includes(kindOf(path.slice(site.base.length - 1))))
    .map((path) => {
      const html = readFileSync(fileOf(site, path), 'utf8');
      const citations = partOf(html, 'copy-text');
      return {
        path,
        h1: words(partOf(html, 'h1')),
        canonical: /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '',
        offers: [...(citations?.querySelectorAll('section') ?? [])].map((section) => {
          const [text = '', bibtex = '', csl = '[]'] = [...section.querySelectorAll('.copied-text')].map(
            (each) => each.textContent,
          );
          return { text, bibtex, csl: JSON.parse(csl) as CslItem[] };
        }),
      };
    });

/** The entry that an independent reader finds in BibTeX. */
function readBack(bibtex: string) {
  const { entries, errors } = parse(bibtex, { sentenceCase: false });
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(1);
  return entries[0]?.fields;
}

for (const [site, name] of [
  [ROOT, 'the guide'],
  [GUIDE, 'the guide under a base path'],
  [HOSTILE_SITE, 'a guide with hostile case studies'],
] as const)
  test(`every entry of ${name} is cited by its title and permanent address, in each form`, () => {
    const pages = citablePages(site);
    expect(pages.length).toBeGreaterThan(400);
    for (const { path, h1, canonical, offers } of pages) {
      const [own, source, ...more] = offers;
      const fields = readBack(own?.bibtex ?? '');

      expect(typed(own?.text ?? ''), path).toContain(typed(h1));
      expect(own?.text.endsWith(` ${canonical}`), path).toBe(true);
      expect(
        [fields?.title, fields?.url].map((text) => typed(text?.replace(/\s+/g, ' ') ?? '')),
        path,
      ).toEqual([typed(h1), canonical]);
      expect(own?.csl, path).toEqual([expect.objectContaining({ URL: canonical })]);
      expect(typed(own?.csl[0]?.title.replace(/\s+/g, ' ').trim() ?? ''), path).toBe(typed(h1));
      expect(more, path).toEqual([]);
      if (source) expect(readBack(source.bibtex)?.title, path).toBeTruthy();
      expect(own?.csl[0]?.version?.replace(/, commit .*/, ''), path).toBe(release.version);
    }
  });

test('the work behind an entry is cited as the references have it', () => {
  const { document } = parseHTML(readFileSync(fileOf(ROOT, '/references/case-studies/'), 'utf8'));
  const references = [...document.querySelectorAll('main li[id]')].map((item) =>
    item.textContent.replace(/\s+/g, ' ').trim(),
  );
  const cases = citablePages(ROOT).filter(({ path }) => path.startsWith('/case-studies/'));

  for (const { path, offers } of cases) {
    const text = (offers[1]?.text ?? '').replace(/\s*https?:\/\/\S+$/, '').replace(/\s+/g, ' ');
    expect(text.length, path).toBeGreaterThan(10);
    expect(
      references.some((reference) => reference.startsWith(text)),
      `${path}: ${text}`,
    ).toBe(true);
  }
});

test.describe('a reader who copies', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('follows the card to the citations, copies one, and is told', async ({ page }) => {
    await page.goto('/tools/tfx/');
    await expect(page.getByText('@misc{field-guide-tool-tfx')).toBeHidden();
    await page.getByRole('link', { name: 'Cite this page' }).click();
    const copy = page.getByRole('button', { name: 'Copy BibTeX of this page' });
    await expect(copy).toBeInViewport();
    await copy.click();
    await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);

    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(readBack(copied)?.title).toBe('TensorFlow Extended (TFX)');
    await page.getByRole('button', { name: 'Copy CSL-JSON of the source' }).click();
    await expect
      .poll(async () => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('"TFX: A TensorFlow-Based Production-Scale Machine Learning Platform"');
    await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);
  });

  test('cites the guide as a whole from the page about it', async ({ page }) => {
    await page.goto('/about/#how-to-cite');
    await page.getByRole('button', { name: 'Copy APA of the guide' }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Copied$/ })).toHaveCount(1);

    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^The contributors of the ML Deployment Field Guide\. .*\[Dataset\]\. http\S+\/$/,
    );
  });
});

test('a reader whose browser refuses is told to select the text', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  });
  await page.goto('/approaches/data-mesh/#cite');
  await page.getByRole('button', { name: 'Copy APA of the source' }).click();

  await expect(page.getByRole('status').filter({ hasText: 'select the text instead' })).toHaveCount(1);
});

test('an entry without a work behind it says so', async ({ page }) => {
  await page.goto('/mitigations/shadow-deployment/');
  await page.getByText('Cite this page', { exact: true }).last().click();

  await expect(page.getByText('No single work stands behind a mitigation.')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the citations open and can be read, and there is no button', async ({ page }) => {
    await page.goto('/case-studies/knight-capital-router-incident/');
    await page.getByText('Cite this page', { exact: true }).last().click();

    await expect(page.getByText('@misc{field-guide-case-study-knight-capital-router-incident')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });
});

test.describe('where the repository is known', () => {
  test.use({ baseURL: GUIDE.address });

  test('an entry leads to its very text at the commit', async ({ page }) => {
    await page.goto('./challenges/concept-drift/#cite');
    const exact = page.getByRole('link', { name: /^The text at commit/ });

    // A shallow copy may not know who wrote the page.
    const known = history.changes.find(
      ({ path }) => path === 'content/challenges/model-deployment/concept-drift.mdx',
    );
    if (known)
      await expect(exact).toHaveAttribute(
        'href',
        `https://github.com/example/guide/blob/${known.commit}/${known.path}`,
      );
    else await expect(exact).toHaveCount(0);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`open citations are accessible and fit a small phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    for (const path of ['/tools/guardrails/', '/case-studies/nvidia-puzzle-hardware-aware-llm/', '/about/']) {
      await page.goto(`${path}#cite`);
      await expect(page.getByRole('button', { name: /^Copy BibTeX of th/ }).first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('.citations').setLegacyMode().analyze();

      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });

test('every entry of the sitemap has its citations', () => {
  expect(citablePages(ROOT).map(({ canonical }) => canonical)).toEqual(
    sitemapOf(ROOT).filter((url) => KINDS.includes(kindOf(new URL(url).pathname))),
  );
});
