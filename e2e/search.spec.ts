import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

const results = (page: Page) => page.getByRole('list', { name: 'Search results' });
/** The link of each result to its page; others in a row lead on from it. */
const hits = (page: Page) => results(page).locator('> li > :first-child > a');
const message = (page: Page) => page.getByRole('main').getByRole('status');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const asked = (words: string) => `/search/?${new URLSearchParams({ q: words }).toString()}`;

/** Entries of every kind that someone may look up by name. */
const ENTRIES = [
  '/challenges/concept-drift/',
  '/challenges/data-discovery/',
  '/challenges/labeling-large-volumes/',
  '/mitigations/shadow-deployment/',
  '/mitigations/ab-testing/',
  '/tools/mlflow/',
  '/tools/snuba/',
  '/approaches/data-mesh/',
  '/case-studies/air-canada-chatbot/',
  '/case-studies/bloom-carbon-footprint/',
];

test('a challenge is the first hit for its name', async ({ page }) => {
  await page.goto(asked('concept drift'));
  await expect(hits(page).first()).toHaveText('Concept drift');

  await expect(hits(page).first()).toHaveAttribute('href', '/challenges/concept-drift/');
  expect(await page.locator('ol[aria-label="Search results"]').count()).toBe(1);
});

test('a reader finds a challenge by words from its text', async ({ page }) => {
  await page.goto(asked('accuracy fell after launch'));
  await hits(page).getByText('Concept drift', { exact: true }).click();

  await expect(title(page)).toHaveText('Concept drift');
});

for (const path of ENTRIES)
  test(`${path} comes first for its exact name`, async ({ page }) => {
    await page.goto(path);
    const name = await title(page).innerText();
    await page.goto(asked(name));

    await expect(hits(page).first()).toHaveText(name);
    await expect(hits(page).first()).toHaveAttribute('href', path);
  });

test.describe('the pages of the guide itself', () => {
  const CHECKLIST = '/stages/model-verification/checklist/';
  const PAGES: Record<string, readonly string[]> = {
    checklist: ['/review/', CHECKLIST],
    'print checklist': ['/review/', CHECKLIST],
    'checklist model verification': [CHECKLIST],
    'pre-deployment review': ['/review/'],
    'risk register': ['/review/'],
    statistics: ['/statistics/'],
    editions: ['/about/#the-two-editions'],
    'what changed between 2021 and 2022': ['/about/#the-two-editions'],
  };
  for (const [words, wanted] of Object.entries(PAGES))
    test(`"${words}" leads to ${wanted.join(' and ')}`, async ({ page }) => {
      await page.goto(asked(words));
      await expect(message(page)).toHaveText(/found/);
      const first = await hits(page).evaluateAll((all) =>
        all.slice(0, 8).map((link) => link.getAttribute('href') ?? ''),
      );

      expect(first).toEqual(expect.arrayContaining([...wanted]));
      expect(first.slice(0, 2)).toContain(wanted[0]);
    });

  test('a part of a page is led to, not its top', async ({ page }) => {
    await page.goto(asked('editions'));
    await hits(page).first().click();

    await expect(page).toHaveURL('/about/#the-two-editions');
    await expect(page.getByRole('heading', { name: 'The two editions' })).toBeInViewport();
  });

  test('pages whose text is not indexed pass the filters that they belong to', async ({ page }) => {
    await page.goto('/search/?q=checklist&type=page&stage=model-learning');

    await expect(message(page)).toHaveText('1 page found.');
    await expect(hits(page)).toHaveAttribute('href', '/stages/model-learning/checklist/');
  });
});

test.describe('filters', () => {
  test('narrow the hits, and stand in the address', async ({ page }) => {
    await page.goto(asked('drift'));
    await expect(message(page)).toHaveText(/^\d+ pages found/);
    const before = Number.parseInt(await message(page).innerText());
    await page.getByLabel('Type').selectOption('mitigation');
    await expect(page).toHaveURL(/[?&]type=mitigation(&|$)/);
    await expect(message(page)).not.toHaveText(new RegExp(`^${before} pages found`));
    await page.getByLabel('Stage').selectOption('model-deployment');
    await expect(page).toHaveURL(/[?&]stage=model-deployment(&|$)/);

    await expect(hits(page).first()).toHaveAttribute('href', /^\/mitigations\//);
    // The list of the choice before may still stand there for a moment, so all hits are asked at once, and again.
    const others = () =>
      hits(page).evaluateAll((all) =>
        all.flatMap((hit) => hit.getAttribute('href') ?? '').filter((to) => !to.startsWith('/mitigations/')),
      );
    await expect.poll(others).toEqual([]);
    expect(Number.parseInt(await message(page).innerText())).toBeLessThan(before);
  });

  test('are taken from the address', async ({ page }) => {
    await page.goto('/search/?q=drift&type=tool&stage=model-deployment');

    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('drift');
    await expect(page.getByLabel('Type')).toHaveValue('tool');
    await expect(page.getByLabel('Stage')).toHaveValue('model-deployment');
    await expect(hits(page).first()).toHaveAttribute('href', /^\/tools\//);
  });

  test('come back with the back button, from another choice and from a hit', async ({ page }) => {
    await page.goto(asked('drift'));
    await page.getByLabel('Type').selectOption('case-study');
    await expect(hits(page).first()).toHaveAttribute('href', /^\/case-studies\//);
    await hits(page).first().click();
    await expect(page).toHaveURL(/\/case-studies\//);
    await page.goBack();
    await expect(page.getByLabel('Type')).toHaveValue('case-study');
    await expect(hits(page).first()).toHaveAttribute('href', /^\/case-studies\//);
    await page.goBack();

    await expect(page.getByLabel('Type')).toHaveValue('');
    await expect(page).not.toHaveURL(/type=/);
    await expect(message(page)).toHaveText(/found/);
  });

  test('work without words', async ({ page }) => {
    await page.goto('/search/?type=approach');
    await expect(message(page)).toHaveText(/^\d+ pages found/);

    for (const hit of await hits(page).all()) await expect(hit).toHaveAttribute('href', /^\/approaches\//);
  });

  test('that do not exist are left aside', async ({ page }) => {
    await page.goto('/search/?q=drift&type=unicorn');

    await expect(page.getByLabel('Type')).toHaveValue('');
    await expect(hits(page).first()).toBeVisible();
  });
});

test('more hits are shown on demand, without repeating any', async ({ page }) => {
  await page.goto(asked('data'));
  await expect(message(page)).toHaveText(/found/);
  const before = await hits(page).count();
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => hits(page).count()).toBeGreaterThan(before);
  await expect(hits(page).nth(before)).toBeFocused();

  const paths = await hits(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(new Set(paths).size).toBe(paths.length);
});

test('the search box of the home page leads to the hits', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('searchbox').fill('concept drift');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

  await expect(page).toHaveURL('/search/?q=concept+drift');
  await expect(hits(page).first()).toHaveText('Concept drift');
});

test('typing keeps the address in step without filling the history', async ({ page }) => {
  await page.goto('/');
  await page.goto('/search/');
  await page.getByRole('main').getByRole('searchbox').pressSequentially('snuba');
  await expect(page).toHaveURL('/search/?q=snuba');
  await expect(hits(page).first()).toHaveAttribute('href', '/tools/snuba/');
  await page.goBack();

  await expect(page).toHaveURL('/');
});

test.describe('strange questions get a sensible answer', () => {
  const STRANGE: Record<string, string> = {
    'a script': '<script>alert(1)</script>',
    'a picture with a script': '<img src=x onerror=alert(1)>',
    quotes: `"'"''""\\"`,
    'an emoji': '🦄',
    'Arabic words': 'انحراف المفهوم',
    'Hebrew words': 'סחיפת מושג',
    'Chinese words': '概念漂移',
    __proto__: '__proto__',
    constructor: 'constructor',
    'a percent sign': '100% %00 %zz',
    'a mark of direction': '\u202econcept drift',
    'a null character': 'a\u0000b',
  };
  for (const [name, words] of Object.entries(STRANGE))
    test(name, async ({ page }) => {
      await page.goto(asked(words));

      await expect(message(page)).toHaveText(/^(Nothing found\.|\d+ pages? found)/);
      await expect(title(page)).toHaveText('Search');
    });

  test('10,000 characters in the address', async ({ page }) => {
    await page.goto(asked('drift '.repeat(1667)));

    await expect(message(page)).toHaveText(/^(Nothing found\.|\d+ pages? found)/);
  });

  test('10,000 characters in the box', async ({ page }) => {
    await page.goto('/search/');
    await page.getByRole('main').getByRole('searchbox').fill('x'.repeat(10_000));

    await expect(message(page)).toHaveText(/^(Nothing found\.|\d+ pages? found)/);
  });

  for (const words of ['', '   '])
    test(`nothing but "${words}"`, async ({ page }) => {
      await page.goto(asked(words));

      await expect(message(page)).toHaveText('Type a name, or what you see happening.');
      await expect(hits(page)).toHaveCount(0);
    });
});

test.describe('the search dialog', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the guide' });
  const box = (page: Page) => dialog(page).getByRole('searchbox');
  const rows = (page: Page) => dialog(page).getByRole('list', { name: 'Quick results' }).getByRole('link');

  test.beforeEach(async ({ page }) => {
    await page.goto('/about/');
  });

  test('opens by its button, ready to type, and gives the focus back', async ({ page }) => {
    const button = page.getByRole('banner').getByRole('button', { name: 'Search' });
    await button.click();
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');

    await expect(dialog(page)).toBeHidden();
    await expect(button).toBeFocused();
  });

  for (const key of ['/', 'Control+k', 'Meta+k'])
    test(`opens by ${key}`, async ({ page }) => {
      await page.keyboard.press(key);

      await expect(box(page)).toBeFocused();
      await expect(box(page)).toHaveValue('');
    });

  test('closes by its button, and by a click beside it', async ({ page }) => {
    await page.keyboard.press('/');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press('/');
    await expect(dialog(page)).toBeVisible();
    await page.mouse.click(5, 5);

    await expect(dialog(page)).toBeHidden();
  });

  test('is walked through with the arrows, and Enter goes to a hit', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('concept drift');
    await expect(rows(page).first()).toContainText('Concept drift');
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(title(page)).toHaveText('Concept drift');
  });

  test('leads on to all results by its last row, and by Enter in its box', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    await expect(rows(page).last()).toHaveText(/^See all \d+ results$/);
    await rows(page).last().click();
    await expect(page).toHaveURL('/search/?q=drift');
    await expect(hits(page).first()).toBeVisible();

    await page.goto('/about/');
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=drift');
  });

  test('leaves its key to the field of the search page', async ({ page }) => {
    await page.goto(asked('drift'));
    await expect(message(page)).toHaveText(/found/);
    await page.keyboard.press('/');
    const field = page.getByRole('main').getByRole('searchbox');
    await expect(field).toBeFocused();
    await page.keyboard.type('snuba');

    await expect(field).toHaveValue('snuba');
    await expect(dialog(page)).toBeHidden();
  });

  test('says when it finds nothing', async ({ page }) => {
    await page.keyboard.press('/');
    await page.keyboard.type('qqqqzzzz');

    await expect(dialog(page).getByRole('status')).toHaveText(/^Nothing found\./);
    await expect(rows(page)).toHaveCount(0);
  });

  test('stays closed for a "/" that is typed into a box', async ({ page }) => {
    await page.goto('/search/');
    await page.getByRole('main').getByRole('searchbox').focus();
    await page.keyboard.type('a/b');

    await expect(dialog(page)).toBeHidden();
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('a/b');
  });

  test('loads nothing of the index before someone wants to search', async ({ page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (/\/pagefind\/|names\.json|phrases\.json|words\.json|client\./.test(request.url()))
        loaded.push(request.url());
    });
    await page.reload({ waitUntil: 'networkidle' });
    expect(loaded).toEqual([]);
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).hover();

    await expect.poll(() => loaded.some((url) => url.includes('/search/names.json'))).toBe(true);
    expect(loaded.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.keyboard.press('/');
    await expect.poll(() => loaded.some((url) => url.includes('/pagefind/'))).toBe(true);
  });
});

test.describe('without its index', () => {
  test.use({ expectedComplaints: /\/pagefind\/.*ERR_FAILED|ERR_FAILED.*\/pagefind\// });

  test.beforeEach(async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
  });

  test('the search page says so', async ({ page }) => {
    await page.goto(asked('concept drift'));

    await expect(message(page)).toHaveText(/^The search index could not be loaded\./);
  });

  test('the search dialog says so', async ({ page }) => {
    await page.goto('/about/');
    await page.keyboard.press('/');
    await page.keyboard.type('concept drift');

    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
      /^The search index could not be loaded\./,
    );
  });

  test('the search page works again once the index is back', async ({ page }) => {
    await page.goto(asked('concept drift'));
    await expect(message(page)).toHaveText(/^The search index could not be loaded\./);
    await page.unroute('**/pagefind/**');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();

    await expect(hits(page).first()).toHaveText('Concept drift');
  });
});
