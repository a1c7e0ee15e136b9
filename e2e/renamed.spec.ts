import type { Page } from '@playwright/test';
import { OLD_ANCHORS, RENAMED_CASE, RENAMED_CHALLENGE, RENAMED_KEY } from './fixtures/renamed.ts';
import { HOSTILE_SITE } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/*
 * The hostile site has some entries, a key and anchors under other names than the guide, as somebody would rename them:
 * see fixtures/renamed.ts. These tests follow what was written down before.
 */

const addressOf = ({ folder }: typeof RENAMED_CASE, slug: string) => `/${folder}/${slug}/`;
const OLD_CASE = addressOf(RENAMED_CASE, RENAMED_CASE.from);
const NEW_CASE = addressOf(RENAMED_CASE, RENAMED_CASE.to);
const NEW_CHALLENGE = addressOf(RENAMED_CHALLENGE, RENAMED_CHALLENGE.to);

/** Old places on pages and where a reader sees them today: the text that stands there. */
const PLACES: readonly (readonly [old: string, text: RegExp])[] = [
  [`${NEW_CASE}#how-it-ended`, /^Outcome$/],
  [`${NEW_CHALLENGE}#why-it-hurts`, /^Why it is hard$/],
  [`${NEW_CHALLENGE}#ref-${RENAMED_CASE.from}`, /Case study/],
  [`${NEW_CHALLENGE}#${RENAMED_CHALLENGE.from}-gaming`, /how a person would behave/],
  [`/references/#ref-${RENAMED_KEY.from}`, /Challenges in Deploying Machine Learning/],
  [`/about/#ref-${RENAMED_KEY.from}`, /Challenges in Deploying Machine Learning/],
  ['/stages/model-deployment/#upkeep', /^Updating$/i],
  ['/glossary/#renamed-term', /concept drift/],
  ['/statistics/#what-it-hides', /./],
];

/** Old addresses of a work that another page of the references lists. */
const ELSEWHERE = [
  `/references/#ref-${RENAMED_CASE.from}`,
  '/references/#ref-microsoft-tay-online-learning-poisoning',
];

/** The element that an anchor leads to, as a reader sees it: what holds the empty mark of an old anchor. */
const placeOf = (page: Page) => {
  const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
  return page.locator(`[id="${id}"]`).locator('xpath=..');
};

test.use({ baseURL: HOSTILE_SITE.address });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const old of ELSEWHERE)
    test(`an old anchor leads to the name of the page that has its place: ${old}`, async ({ page }) => {
      await page.goto(old);
      const item = page.getByRole('listitem').filter({ has: page.locator('i :target') });
      await expect(item).toBeInViewport();
      await item.getByRole('link').click();

      await expect(page.getByRole('heading', { level: 1 })).toContainText('Sources of the case studies');
      await expect(page.locator(`[id="ref-${RENAMED_CASE.to}"]`)).toContainText('Case study');
    });
});

for (const javaScriptEnabled of [true, false])
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('an old address leads to the page of today', async ({ page }) => {
      await page.goto(OLD_CASE);
      await page.waitForURL(NEW_CASE);

      await expect(page.getByRole('heading', { level: 1 })).toContainText(/\w/);
      await expect(page.getByRole('heading', { name: 'Outcome' })).toBeVisible();
    });

    test('an old address that was old already leads there too', async ({ page }) => {
      await page.goto('/case-studies/microsoft-tay-online-learning-poisoning/');
      await page.waitForURL(NEW_CASE);

      await expect(page.getByRole('heading', { name: 'Outcome' })).toBeVisible();
    });

    // With scripts the review shows a challenge only once it matters to the project.
    const places = javaScriptEnabled
      ? [...PLACES, ...ELSEWHERE.map((old) => [old, /Case study/] as const)]
      : [...PLACES, [`/review/#${RENAMED_CHALLENGE.from}`, /Feedback loops/] as const];
    for (const [old, text] of places)
      test(`an old anchor leads to its place: ${old}`, async ({ page }) => {
        await page.goto(old);

        await expect(placeOf(page)).toHaveText(text);
        await expect(placeOf(page)).toBeInViewport();
      });

    test('a part that moved to another page says where it is', async ({ page }) => {
      await page.goto('/glossary/');
      const note = page.getByText('What stood here is now at');
      await expect(note).toBeHidden();

      await page.goto('/glossary/#moved-term');
      await expect(note).toBeInViewport();
      await note.getByRole('link', { name: 'Feedback loops' }).click();
      await page.waitForURL(`${NEW_CHALLENGE}#evidence`);

      await expect(page.getByRole('heading', { name: 'Evidence' })).toBeInViewport();
    });
  });

test('an old address keeps what was asked and the place on the page, old places too', async ({ page }) => {
  await page.goto(`${OLD_CASE}?from=a%20letter#outcome`);
  await page.waitForURL(`${NEW_CASE}?from=a%20letter#outcome`);
  await expect(page.getByRole('heading', { name: 'Outcome' })).toBeInViewport();

  await page.goto(`${OLD_CASE}#how-it-ended`);
  await page.waitForURL(`${NEW_CASE}#how-it-ended`);
  await expect(placeOf(page)).toHaveText('Outcome');
});

test('the way back leads to where the reader came from, not round in a circle', async ({ page }) => {
  await page.goto('/about/');
  await page.goto(`${OLD_CASE}#outcome`);
  await page.waitForURL(`${NEW_CASE}#outcome`);
  await page.goBack();

  await expect(page).toHaveURL('/about/');
});

test('the page of an old address can be read, and is for no search engine', async ({ request, browser }) => {
  const html = await (await request.get(OLD_CASE)).text();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  // Without its refresh, to see what stands there.
  await page.route('**/old', (route) =>
    route.fulfill({ contentType: 'text/html', body: html.replace(/<noscript>.*?<\/noscript>/s, '') }),
  );
  await page.goto(`${HOSTILE_SITE.address}old`);

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has moved');
  await expect(page.getByRole('main').getByRole('link').first()).toHaveAttribute('href', NEW_CASE);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`^https?://[^/]+${NEW_CASE}$`),
  );
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  await context.close();
});

test('an old anchor changes nothing that is seen or read out', async ({ page }) => {
  await page.goto(NEW_CASE);
  const heading = page.getByRole('heading', { name: 'Outcome', exact: true });
  const before = await heading.boundingBox();
  await page.locator('.old-anchor').evaluateAll((all) => {
    for (const each of all) each.remove();
  });

  await expect(heading).toHaveText('Outcome');
  expect(await heading.boundingBox()).toEqual(before);
});

test('the search and the lists know the entry by its address of today alone', async ({ page, request }) => {
  await page.goto('/search/?q=Tay+chatbot');
  const results = page.getByRole('list', { name: 'Search results' });
  await expect(results.getByRole('link').first()).toBeVisible();
  const hits = await results
    .getByRole('link')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  expect(hits.some((href) => href?.startsWith(NEW_CASE))).toBe(true);
  expect(hits.filter((href) => href?.includes(RENAMED_CASE.from))).toEqual([]);

  await page.goto(`/references/#ref-${RENAMED_CASE.to}`);
  await page.waitForURL(/\/references\/case-studies\//);
  for (const path of ['/case-studies/', page.url(), '/llms.txt', '/sitemap-0.xml']) {
    const text = await (await request.get(path)).text();
    expect(text, path).toContain(`/case-studies/${RENAMED_CASE.to}`);
    expect(text, path).not.toContain(`/case-studies/${RENAMED_CASE.from}`);
  }
});

test('the data holds the entry once, and says what it was called', async ({ request }) => {
  const data = (await (await request.get('/data/catalogue.json')).json()) as Record<string, unknown>;
  const { folder, from, to } = RENAMED_CASE;

  expect(
    (data[folder] as { slug: string }[]).map(({ slug }) => slug).filter((slug) => [from, to].includes(slug)),
  ).toEqual([to]);
  expect(data['redirects']).toContainEqual(expect.objectContaining({ collection: folder, from, to }));
});

test('the Markdown under an old address says where the entry is', async ({ request }) => {
  const text = await (await request.get(`/case-studies/${RENAMED_CASE.from}.md`)).text();

  expect(text).toContain(NEW_CASE);
  expect(text).toContain(`/case-studies/${RENAMED_CASE.to}.md`);
});

test('every old anchor of the file is tried here', () => {
  const tried = [...PLACES.map(([old]) => old), '/glossary/#moved-term'];
  const stated = Object.entries(OLD_ANCHORS).flatMap(([page, anchors]) =>
    Object.keys(anchors).map((anchor) => `${page}#${anchor}`),
  );
  expect(stated.filter((each) => !tried.includes(each))).toEqual([]);
});
