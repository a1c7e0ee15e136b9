import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

/*
 * The search for people who do not know the name of their problem: other words, slips of the fingers, filters, reasons,
 * and what stands in when something is missing.
 */

const main = (page: Page) => page.getByRole('main');
const list = (page: Page) => page.getByRole('list', { name: 'Search results' });
const rows = (page: Page) => list(page).locator('> li');
/** The link of each result to its page. */
const hits = (page: Page) => list(page).locator('> li > :first-child > a');
const message = (page: Page) => main(page).getByRole('status');
const box = (page: Page) => main(page).getByRole('searchbox');
const asked = (words: string, more: Record<string, string> = {}) =>
  `/search/?${new URLSearchParams({ q: words, ...more }).toString()}`;
/** Waits until a search has come to its end. */
const done = (page: Page) =>
  expect(page.locator('search-page')).toHaveAttribute('data-state', /^(done|nothing|failed)$/);

test.describe('other words', () => {
  const WORDS: Record<string, string> = {
    'covariate shift': '/challenges/concept-drift/',
    labelling: '/challenges/labeling-large-volumes/',
    'hyper-parameter tuning cost': '/challenges/resource-heavy-techniques/',
    'LLM judge': '/mitigations/llm-as-judge/',
    guardrails: '/mitigations/output-guardrails/',
    'silent trial': '/mitigations/shadow-deployment/',
  };
  for (const [words, path] of Object.entries(WORDS))
    test(`"${words}" leads to ${path} among the first three`, async ({ page }) => {
      await page.goto(asked(words));
      await done(page);
      const first = await hits(page).evaluateAll((links) =>
        links.slice(0, 3).map((link) => link.getAttribute('href')),
      );

      expect(first).toContain(path);
    });

  test('the page says what else it searched for, and searches for the very words on demand', async ({
    page,
  }) => {
    await page.goto(asked('covariate shift'));
    await expect(message(page)).toHaveText(/Also searched for “concept drift”/);
    const all = await message(page).innerText();
    await main(page).getByRole('link', { name: 'Search only for “covariate shift”' }).click();
    await expect(page).toHaveURL(/[?&]words=as-typed/);
    await done(page);
    await expect(message(page)).not.toHaveText(/Also searched/);
    await expect(box(page)).toHaveValue('covariate shift');
    expect(Number.parseInt(await message(page).innerText())).toBeLessThan(Number.parseInt(all));

    await main(page).getByRole('link', { name: 'Search for what is meant, too' }).click();
    await expect(message(page)).toHaveText(/Also searched for “concept drift”/);
  });
});

test.describe('words that say nothing', () => {
  test('are neither asked for nor marked', async ({ page }) => {
    await page.goto(asked('model works offline but not in production'));
    await done(page);
    await expect(rows(page).nth(5)).toBeVisible();
    const marks = await list(page).locator('.why mark').allInnerTexts();

    expect(marks.length).toBeGreaterThan(5);
    expect(marks.filter((mark) => /^(but|not|in)/i.test(mark))).toEqual([]);
  });

  test('and words that a page shares by chance do not make it count', async ({ page }) => {
    for (const words of [
      'model works offline but not in production',
      'accuracy dropped after launch',
      'labels nobody trusts',
    ]) {
      await page.goto(asked(words));
      await done(page);
      // A quarter of the guide was found by such a question, and more.
      expect(Number.parseInt(await message(page).innerText()), words).toBeLessThan(100);
    }
  });
});

test.describe('a symptom in nearly its words', () => {
  const SYMPTOMS: Record<string, string> = {
    'labels nobody trusts': '/challenges/labeling-large-volumes/',
    'works in the notebook but not in production': '/challenges/mixed-team-dynamics/',
    'offline scores excellent, live test shows nothing': '/challenges/business-driven-metrics/',
    'model works offline but not in production': '/challenges/data-validation-routines/',
  };
  for (const [words, path] of Object.entries(SYMPTOMS))
    test(`"${words}" leads to ${path} first`, async ({ page }) => {
      await page.goto(asked(words));
      await done(page);

      await expect(hits(page).first()).toHaveAttribute('href', path);
    });
});

test.describe('misspelt words', () => {
  const SLIPS: Record<string, string> = {
    'concpet drift': '/challenges/concept-drift/',
    'hyperparamter search': '/mitigations/bayesian-optimization/',
    gaurdrails: '/mitigations/output-guardrails/',
    'shaddow deployment': '/mitigations/shadow-deployment/',
    mlfow: '/tools/mlflow/',
  };
  for (const [words, path] of Object.entries(SLIPS))
    test(`"${words}" is mended, visibly`, async ({ page }) => {
      await page.goto(asked(words));
      await done(page);
      const first = await hits(page).evaluateAll((links) =>
        links.slice(0, 3).map((link) => link.getAttribute('href')),
      );

      expect(first).toContain(path);
      await expect(message(page)).toHaveText(/No page says “\w+”.*; searched for “\w+”/);
      await expect(main(page).getByRole('link', { name: /^Search only for/ })).toBeVisible();
    });

  test('words that are right are left alone, however rare', async ({ page }) => {
    for (const words of ['zillow', 'snuba', 'concept drift', 'air canada']) {
      await page.goto(asked(words));
      await done(page);
      await expect(message(page)).not.toHaveText(/No page says/);
    }
  });

  test('what nothing is near to finds nothing, and leads on', async ({ page }) => {
    await page.goto(asked('qqqzzzxxx'));
    await expect(message(page)).toHaveText(/^Nothing found\./);
    await expect(rows(page)).toHaveCount(0);
    await expect(main(page).getByRole('heading', { name: 'Other ways to find it' })).toBeVisible();
    await expect(main(page).getByRole('heading', { name: 'Everything from A to Z' })).toBeVisible();
    await main(page)
      .getByRole('link', { name: /^What people say when something is wrong/ })
      .click();

    await expect(page).toHaveURL('/symptoms/');
  });
});

test.describe('filters', () => {
  test('every value of every filter leads to something', async ({ page }) => {
    await page.goto('/search/?type=challenge');
    await done(page);
    const names = await main(page)
      .getByRole('combobox')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''));
    expect(names).toEqual([
      'type',
      'stage',
      'step',
      'industry',
      'year',
      'outcome',
      'kind',
      'evidence',
      'edition',
      'strength',
    ]);
    for (const name of names) {
      const field = page.locator(`select[name="${name}"]`);
      const [value = ''] = await field
        .locator('option:not([value=""])')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      await page.goto(`/search/?${name}=${value}`);
      // With one filter set, its own values are counted over the whole guide.
      await expect(field.locator('option:not([value=""])').last()).toHaveText(/\(\d+\)$/);
      const counts = await field
        .locator('option:not([value=""])')
        .evaluateAll((options) => options.map(({ textContent }) => /\((\d+)\)$/.exec(textContent)?.[1]));
      expect(
        counts.map(Number).filter((count) => !(count > 0)),
        name,
      ).toEqual([]);
    }
  });

  test('tell how many pages each value would leave', async ({ page }) => {
    await page.goto(asked('drift'));
    const tools = page.locator('select[name="type"] option[value="tool"]');
    await expect(tools).toHaveText(/^Tool \(\d+\)$/);
    const promised = Number(/\d+/.exec(await tools.innerText())?.[0]);
    await page.getByLabel('Type').selectOption('tool');
    await expect(message(page)).toHaveText(new RegExp(`^${promised} pages? found`));
    await expect(rows(page)).toHaveCount(Math.min(promised, 20));
  });

  test('can be combined, are all in the address, and one button clears them', async ({ page }) => {
    await page.goto('/search/?q=drift');
    await page.getByLabel('Type').selectOption('case-study');
    await page.getByLabel('Industry').selectOption('healthcare');
    await page.getByLabel('Evidence', { exact: true }).selectOption('full-text');
    await expect(page).toHaveURL('/search/?q=drift&type=case-study&industry=healthcare&evidence=full-text');
    await expect(message(page)).toHaveText(/found/);
    await main(page).getByRole('button', { name: 'Clear all filters' }).click();

    await expect(page).toHaveURL('/search/?q=drift');
    await expect(main(page).getByRole('button', { name: 'Clear all filters' })).toBeHidden();
  });

  test('a shared address restores everything, titles instead of slugs too', async ({ page, context }) => {
    const address = '/search/?q=monitoring&type=mitigation&stage=Model+deployment&strength=measured';
    await page.goto(address);
    await done(page);
    await expect(page.getByLabel('Stage')).toHaveValue('model-deployment');
    await expect(page.getByLabel('Strength of evidence')).toHaveValue('measured');
    const other = await context.newPage();
    await other.goto(page.url());
    await done(other);

    expect(await hits(other).allInnerTexts()).toEqual(await hits(page).allInnerTexts());
    for (const row of await rows(other).all()) await expect(row).toContainText('Evidence: measured');
  });
});

test.describe('a result answers', () => {
  test('a challenge offers its first mitigations', async ({ page }) => {
    await page.goto(asked('concept drift', { type: 'challenge' }));
    const first = rows(page).first();
    await expect(first).toContainText('Try first:');
    const link = first.locator('.answers a').first();
    const name = await link.innerText();
    await link.click();

    await expect(page).toHaveURL(/\/mitigations\//);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  test('a mitigation says what it helps against, and how strong the evidence is', async ({ page }) => {
    await page.goto(asked('shadow deployment'));
    await expect(rows(page).first()).toContainText(
      /Helps against: .+ Evidence: (measured|narrative|no case yet)/,
    );
  });

  test('each says why it is there, with the words marked', async ({ page }) => {
    await page.goto(asked('dark launch'));
    await expect(rows(page).first()).toContainText('Also called: dark launch');
    await expect(rows(page).first().locator('.why mark')).toHaveText(['dark', 'launch']);
    await page.goto(asked('concept drift'));
    await expect(hits(page).first().locator('mark')).toHaveText(['Concept', 'drift']);
    await expect(rows(page).first().locator('.why')).toHaveCount(0);
  });

  test('each says what it is and its stages, in words', async ({ page }) => {
    await page.goto(asked('concept drift'));

    await expect(rows(page).first().locator('.type')).toHaveText('Challenge · Model deployment');
  });

  test('an excerpt begins with a sentence, or shows that it is cut', async ({ page }) => {
    await page.goto(asked('labels nobody trusts'));
    await done(page);
    const excerpts = await rows(page)
      .locator('.why:not(:has(b))')
      .evaluateAll((all) => all.map(({ textContent }) => textContent));

    expect(excerpts.length).toBeGreaterThan(5);
    expect(excerpts.filter((text) => !/^(["“‘(]?\p{Lu}|… )/u.test(text))).toEqual([]);
    expect(excerpts.filter((text) => !/[.?!…]["”’)]*$/.test(text))).toEqual([]);
  });

  test('a text leads to the part that holds the words', async ({ page }) => {
    await page.goto(asked('zillow', { type: 'challenge' }));
    await rows(page).first().locator('.sections a').first().click();

    await expect(page).toHaveURL(/\/challenges\/.+\/#.+/);
  });

  test('a symptom leads to the symptoms of its challenge', async ({ page }) => {
    await page.goto(asked('Accuracy collapsed in a week and nobody had changed the code'));
    await rows(page).first().locator('.why a').click();

    await expect(page).toHaveURL('/challenges/concept-drift/#how-you-notice');
  });
});

test.describe('by keyboard and by ear', () => {
  test('words, a filter, a result: no pointer needed, and the focus stays where it is', async ({ page }) => {
    await page.goto('/search/');
    await box(page).focus();
    await page.keyboard.type('drift');
    await done(page);
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(main(page).getByRole('link', { name: 'Skip to the results' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Type')).toBeFocused();
    await page.keyboard.type('Mit');
    await expect(page).toHaveURL(/type=mitigation/);
    await done(page);
    await expect(page.getByLabel('Type')).toBeFocused();
    await hits(page).first().focus();
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/\/mitigations\//);
  });

  test('the results are two steps from the field, and no step back in the history', async ({ page }) => {
    await page.goto(asked('drift'));
    await done(page);
    await box(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const skip = main(page).getByRole('link', { name: 'Skip to the results' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(list(page)).toBeFocused();
    await page.keyboard.press('Tab');

    await expect(hits(page).first()).toBeFocused();
    await expect(page).toHaveURL('/search/?q=drift');
  });

  test('without results there is nothing to skip to', async ({ page }) => {
    await page.goto('/search/');
    await expect(page.locator('search-page')).toHaveAttribute('data-state', 'idle');

    await expect(main(page).getByRole('link', { name: 'Skip to the results' })).toHaveCount(0);
  });

  test('the number of results is told politely, once', async ({ page }) => {
    await page.goto('/search/');
    await page.evaluate(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const line = document.querySelector('main [role="status"]');
      if (line) new MutationObserver(() => told.push(line.textContent)).observe(line, { childList: true });
    });
    await box(page).fill('drift');
    await done(page);
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);

    expect(told.filter((text) => text !== 'Searching…')).toEqual([expect.stringMatching(/^\d+ pages found/)]);
  });

  test('fields and lists have names', async ({ page }) => {
    await page.goto(asked('drift'));
    await done(page);
    await expect(box(page)).toHaveAccessibleName('Words');
    await expect(list(page)).toHaveAccessibleName('Search results');
    for (const field of await main(page).getByRole('combobox').all())
      await expect(field).toHaveAccessibleName(/\S/);
    await expect(main(page).getByRole('search')).toHaveCount(1);
  });

  test('the dialog keeps the place of whoever walks through it while more comes', async ({ page }) => {
    await page.goto('/about/');
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    const quick = page.getByRole('dialog').getByRole('list', { name: 'Quick results' }).getByRole('link');
    await expect(quick.first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(quick.last()).toHaveText(/^See all \d+ results$/);

    await expect(quick.first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('who has gone to a result stays there when more comes', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/pagefind.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(asked('concept drift'));
  await hits(page).first().focus();
  release();
  await done(page);

  await expect(message(page)).toHaveText(/found/);
  await expect(hits(page).first()).toBeFocused();
});

test('while the texts are on their way, the page says so, though not at once', async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/pagefind/pagefind.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.goto(asked('covariate shift'));
  await expect(hits(page).first()).toHaveText('Concept drift');
  await page.clock.runFor(400);
  await expect(message(page)).toBeEmpty();
  await page.clock.runFor(200);
  await expect(message(page)).toHaveText('Searching…');
  release();

  await expect(message(page)).toHaveText(/^\d+ pages found\. Also searched for “Concept drift”\.$/i);
});

test('the name of the guide and the heading have our typeface from the first visit on', async ({ page }) => {
  await page.goto('/search/', { waitUntil: 'load' });
  const weights = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ weight }) => weight);
  });

  expect(weights).toEqual(['600']);
  await expect(page.locator('link[rel="preload"][as="font"]')).toHaveCount(1);
});

test('nothing moves while results come', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(asked('concept drift'));
  await done(page);
  await page.waitForLoadState('networkidle');
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);

  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
});

test('it fits a screen of 320 pixels, filters and long words included', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(asked('drift'));
  await done(page);
  await main(page).getByText('Filters', { exact: true }).click();
  await expect(page.getByLabel('Type')).toBeVisible();
  await box(page).fill('x'.repeat(200));
  await expect(message(page)).toHaveText(/^Nothing found/);

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.describe('when a part is missing', () => {
  test.use({
    expectedComplaints:
      /_astro|pagefind|names\.json|phrases\.json|words\.json|ERR_INTERNET_DISCONNECTED|Failed to load/,
  });
  const names = '**/search/names.json';
  const index = '**/pagefind/**';

  test('without the full index the names still answer, and the page says so', async ({ page }) => {
    await page.route(index, (route) => route.abort());
    await page.goto(asked('concept drift'));
    await expect(message(page)).toHaveText(
      /^The search index could not be loaded\..*by their names alone\.$/,
    );
    await expect(hits(page).first()).toHaveText('Concept drift');
    await expect(main(page).getByRole('heading', { name: 'Everything from A to Z' })).toBeVisible();
  });

  test('an index that is no index is told, and the list from A to Z stands in', async ({ page }) => {
    await page.route(index, (route) => route.fulfill({ body: '<!doctype html><p>Not found' }));
    await page.route(names, (route) => route.fulfill({ body: '<!doctype html><p>Not found' }));
    await page.goto(asked('concept drift'));
    await expect(message(page)).toHaveText(/^The search index could not be loaded\./);
    await expect(rows(page)).toHaveCount(0);
    await expect(
      main(page).locator('.a-to-z').getByRole('link', { name: 'Concept drift', exact: true }),
    ).toBeVisible();
  });

  test('without the names the full index still answers', async ({ page }) => {
    await page.route(names, (route) => route.abort());
    await page.goto(asked('concept drift'));
    await done(page);
    await expect(message(page)).toHaveText(/^\d+ pages found/);
  });

  test('without the phrases and the list of words it answers all the same', async ({ page }) => {
    await page.route('**/search/phrases.json', (route) => route.abort());
    await page.goto(asked('concept drift'));
    await done(page);
    await expect(hits(page).first()).toHaveText('Concept drift');
  });

  test('a network that is lost after the page has loaded is told', async ({ page, context }) => {
    await page.goto('/search/', { waitUntil: 'networkidle' });
    await context.setOffline(true);
    await box(page).fill('concept drift');
    await expect(message(page)).toHaveText(/^The search index could not be loaded\. You are offline/);
    await context.setOffline(false);
    await main(page).getByRole('button', { name: 'Search' }).click();

    await expect(hits(page).first()).toHaveText('Concept drift');
  });

  test('an index that never answers leaves no one waiting', async ({ page }) => {
    await page.route(index, () => undefined);
    await page.goto(asked('zillow lost money on houses'));
    await expect(message(page)).toHaveText(/slow to load/);
    await expect(main(page).getByRole('heading', { name: 'Everything from A to Z' })).toBeVisible();
  });

  test('a script that does not come leaves the list from A to Z', async ({ page }) => {
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.goto(asked('concept drift'));

    await expect(main(page).getByRole('heading', { name: 'Everything from A to Z' })).toBeVisible();
  });
});

test('nothing of the search is loaded by the search page before somebody asks', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/search/', { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /pagefind|\.json$/.test(path))).toEqual([]);
  await box(page).focus();

  await expect.poll(() => loaded).toContain('/search/names.json');
});
