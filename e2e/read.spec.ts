import type { Locator, Page } from '@playwright/test';
import { repository } from '../src/repository.ts';
import { slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** A labelled section of an entry's page, or the part of a challenge's text that shows the same relation. */
const section = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true }).or(page.locator(`[data-relations="${name}"]`));
/** What such a section lists: its heading is a link too, to itself. */
const listed = (page: Page, name: string) => section(page, name).getByRole('listitem').getByRole('link');
const facts = (page: Page) => page.getByRole('complementary', { name: 'Facts about this entry' });

/** Follows a link, and gives what the page that it led to is called. */
async function follow(page: Page, link: Locator): Promise<string> {
  const before = page.url();
  await link.click();
  await expect(page).not.toHaveURL(before);
  return title(page).innerText();
}

test('a reader goes from home down to a case study, and back up again by the links of the other side', async ({
  page,
}) => {
  await page.goto('/');
  await follow(page, page.getByRole('main').getByRole('link', { name: 'Model deployment', exact: true }));
  await expect(title(page)).toHaveText('Model deployment');
  await follow(page, page.getByRole('link', { name: 'Concept drift', exact: true }).first());
  await expect(title(page)).toHaveText('Concept drift');
  const mitigation = await follow(page, listed(page, 'What to do').first());
  const study = await follow(page, listed(page, 'In the case studies').first());

  await follow(page, section(page, 'Mitigations').getByRole('link', { name: mitigation, exact: true }));
  await expect(title(page)).toHaveText(mitigation);
  await follow(
    page,
    section(page, 'Challenges it helps against').getByRole('link', { name: 'Concept drift', exact: true }),
  );
  await expect(title(page)).toHaveText('Concept drift');
  await expect(section(page, 'Case studies').getByRole('link', { name: study, exact: true })).toBeVisible();
  await follow(
    page,
    page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Model deployment' }),
  );
  await expect(title(page)).toHaveText('Model deployment');
});

test('a challenge and what helps against it name each other', async ({ page }) => {
  await page.goto('/challenges/data-discovery/');
  const helper = await follow(page, listed(page, 'Tools and approaches').first());
  await follow(
    page,
    page.getByRole('main').getByRole('link', { name: 'Data discovery', exact: true }).first(),
  );
  await expect(
    section(page, 'Tools and approaches').getByRole('link', { name: helper, exact: true }),
  ).toBeVisible();

  const study = await follow(page, listed(page, 'Case studies').first());
  await follow(
    page,
    section(page, 'Challenges it illustrates').getByRole('link', { name: 'Data discovery', exact: true }),
  );
  await expect(section(page, 'Case studies').getByRole('link', { name: study, exact: true })).toBeVisible();
});

test('the breadcrumb leads to the stage, and to the step on its page', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link');
  await expect(crumbs).toHaveText(['Stages', 'Model deployment', 'Updating']);
  await crumbs.last().click();

  await expect(title(page)).toHaveText('Model deployment');
  await expect(page.getByRole('heading', { name: 'Updating', exact: true })).toBeInViewport();
});

test('"next" goes through all 44 challenges in the order of the workflow, and "previous" back', async ({
  page,
}) => {
  await page.goto('/challenges/');
  const inOrder = await page
    .getByRole('main')
    .getByRole('list')
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .map((link) => (link as HTMLAnchorElement).pathname)
        .filter((path) => /^\/challenges\/[^/]+\/$/.test(path)),
    );
  expect(inOrder).toHaveLength(44);

  await page.goto(inOrder[0] ?? '');
  const sequence = page.getByRole('navigation', { name: 'Previous and next challenge in the workflow' });
  const visited: string[] = [];
  for (;;) {
    const here = new URL(page.url()).pathname;
    const previous = visited.at(-1);
    const back = sequence.getByRole('link', { name: /^Previous/ });
    if (previous === undefined) await expect(back).toHaveCount(0);
    else await expect(back).toHaveAttribute('href', previous);
    visited.push(here);
    const next = sequence.getByRole('link', { name: /^Next/ });
    if (visited.length > 44 || (await next.count()) === 0) break;
    await next.click();
    await page.waitForURL((url) => url.pathname !== here);
  }

  expect(visited).toEqual(inOrder);
});

for (const path of ['/challenges/concept-drift/', '/stages/data-management/', '/about/'])
  test(`each line of the contents of ${path} leads to its section`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(path);
    const lines = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    expect(await lines.count()).toBeGreaterThan(2);
    for (const line of await lines.all()) {
      const anchor = (await line.getAttribute('href')) ?? '';
      await line.click();
      await expect(page).toHaveURL(new RegExp(`${anchor}$`));
      await expect(page.locator(anchor)).toBeInViewport();
    }
  });

test('a citation opens its reference, which leads on into the list, and the list back to the text', async ({
  page,
}) => {
  await page.goto('/challenges/concept-drift/');
  const citation = page.getByRole('link', { name: 'Reference 1', exact: true }).first();
  await citation.click();
  const note = page.getByRole('note', { name: 'Reference 1', exact: true });
  const reference = section(page, 'Sources').getByRole('listitem').first();
  await expect(note).toBeInViewport();
  await expect(reference).not.toBeInViewport();
  await note.getByRole('link', { name: 'In the list of sources' }).click();
  await expect(reference).toBeInViewport();
  await expect(note).toBeHidden();
  await reference.getByRole('link', { name: 'Back to the text, place 1', exact: true }).click();

  await expect(citation).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`#${(await citation.getAttribute('id')) ?? '?'}$`));
});

test('from the map and from the challenges a reader learns what changed between the editions', async ({
  page,
}) => {
  for (const [path, name] of [
    ['/matrix/', 'what changed between the editions'],
    ['/challenges/', 'What changed between the survey’s editions'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('link', { name }).click();

    await expect(page.getByRole('heading', { name: 'The two editions' })).toBeInViewport();
  }
});

test.describe('an address without a page', () => {
  test.use({ expectedComplaints: /concept-drfit|wp-login/ });

  test('with a slip names the pages that may be meant', async ({ page }) => {
    const answer = await page.goto('/challenges/concept-drfit/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('searchbox', { name: 'Search the guide' })).toHaveValue('concept drfit');
    await page.getByRole('status').getByRole('link', { name: 'Concept drift' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Concept drift' })).toBeVisible();
  });

  test('like nothing in the guide names no page, and leads to the search', async ({ page }) => {
    await page.goto('/wp-login.php');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

    await page.waitForURL(/\/search\/\?q=wp/);
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a citation leads to its reference, and the reference back to the text', async ({ page }) => {
    await page.goto('/challenges/concept-drift/');
    const citation = page.getByRole('link', { name: 'Reference 1', exact: true }).first();
    await citation.click();
    const reference = section(page, 'Sources').getByRole('listitem').first();
    await expect(reference).toBeInViewport();
    await reference.getByRole('link', { name: 'Back to the text, place 1', exact: true }).click();

    await expect(citation).toBeInViewport();
    await expect(page).toHaveURL(new RegExp(`#${(await citation.getAttribute('id')) ?? '?'}$`));
  });

  test('a word of the trade tells its meaning, and leads to the glossary', async ({ page }) => {
    await page.goto('/challenges/concept-drift/');
    const term = page.getByRole('main').locator('a.term').first();
    const [meaning, word] = [await term.getAttribute('title'), await term.textContent()];
    await term.click();

    await expect(page).toHaveURL(/\/glossary\/#[\w-]+$/);
    const entry = page.getByRole('listitem').filter({ has: page.locator(':target') });
    await expect(entry).toContainText(word ?? '?', { ignoreCase: true });
    await expect(entry).toContainText(meaning ?? '?');
  });
});

test('the facts of an entry stand open on a desk', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');

  await expect(facts(page).getByText('Editions', { exact: true })).toBeVisible();
});

test('the facts of an entry fold to one line on a phone, and open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/challenges/concept-drift/');
  const editions = facts(page).getByText('Editions', { exact: true });
  await expect(editions).toBeHidden();
  await facts(page)
    .getByText(/case studies, \d+ mitigations/)
    .click();

  await expect(editions).toBeVisible();
});

test('the references can be pointed at, and lead to the pages that rest on them', async ({ page }) => {
  await page.goto('/references/#ref-google-flu-trends');
  await page.waitForURL('/references/case-studies/#ref-google-flu-trends');
  const work = page.locator('#ref-google-flu-trends');
  await expect(work).toBeInViewport();
  await work.getByRole('link', { name: 'Concept drift', exact: true }).click();

  await expect(title(page)).toHaveText('Concept drift');
  await expect(page.locator('#ref-google-flu-trends')).toBeAttached();
});

test('the references have an anchor for the source of every case study', async ({ page }) => {
  await page.goto('/references/case-studies/');
  const anchors = await page.getByRole('listitem').evaluateAll((items) => items.map(({ id }) => id));

  expect(anchors).toEqual(expect.arrayContaining(slugsIn('case-studies').map((slug) => `ref-${slug}`)));
});

test('the map names every challenge in a table of stages and steps', async ({ page }) => {
  await page.goto('/matrix/');
  const table = page.getByRole('table', { name: /Challenges by stage and step/ });
  const links = table.getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  expect(new Set(paths.filter((path) => path.startsWith('/challenges/'))).size).toBe(44);
  await table.getByRole('link', { name: 'Concept drift', exact: true }).click();

  await expect(title(page)).toHaveText('Concept drift');
});

test('a case study says how it was seen, when it was checked, and what its figures cover', async ({
  page,
}) => {
  await page.goto('/case-studies/zillow-offers-shutdown/');

  for (const heading of ['Problem', 'What was done', 'Outcome', 'How we know'])
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  await expect(page.getByText('Scope of the figures')).toBeVisible();
  await expect(page.getByRole('region', { name: 'How we know' })).toContainText(
    /Last\s+compared\s+with\s+its\s+source\s+on\s+\d{4}-\d\d-\d\d/,
  );
  // Only a copy was seen, and copies are not linked.
  await expect(page.getByText(/Only a copy was seen/)).toBeVisible();
});

test('a tool says how it was kept when last seen, and where', async ({ page }) => {
  await page.goto('/tools/snuba/');
  const facts = page.getByRole('complementary', { name: 'Facts about this entry' });

  await expect(facts.getByText('Archived', { exact: true })).toBeVisible();
  await expect(facts.getByText(/as of 2019-01-07/)).toBeVisible();
  await expect(facts.getByRole('link', { name: 'Where it was seen' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\//,
  );
});

test('without a known repository there are no links to edit or report', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');

  await expect(page.getByRole('link', { name: /Edit this page|Report a problem/ })).toHaveCount(
    repository ? 2 : 0,
  );
});
