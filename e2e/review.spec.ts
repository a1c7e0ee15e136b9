import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Locator, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { GUIDE } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

test.describe.configure({ mode: 'parallel' });

const REVIEW = '/review/';
const KEY = 'mldfg:review:1';

const sheet = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const sheets = (page: Page) => page.getByRole('article').filter({ visible: true });
const part = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const saved = (page: Page) => page.getByText('Saved in this browser only.', { exact: true });
const answer = (page: Page, question: RegExp, name: string) =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name, exact: true });
const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

/** Downloads the register by a button, and gives the text of the file. */
async function downloaded(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return textOf(download);
}

const DRIFT = 'Concept drift';
const RETRAIN = /written rule for when to retrain/;

/** Describes a system, and fills in one sheet with all that there is. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('What it is called').fill('Claims <b>triage</b>');
  await page.getByLabel('People use it already').check();
  await page.getByLabel('Data about people').check();
  const drift = sheet(page, DRIFT);
  await drift.locator('summary').click();
  await answer(page, RETRAIN, 'Partly').check();
  await drift.getByLabel('Likelihood').selectOption('4');
  await drift.getByLabel('Impact').selectOption('5');
  await drift.getByLabel('Owner', { exact: true }).fill('Mara | Quist');
  await drift.getByLabel('Mitigation chosen').selectOption('drift-monitoring');
  await drift.getByLabel('Link to evidence').fill('https://example.org/drift');
  await drift.getByLabel('Note', { exact: true }).fill('=1+1, said the <script>');
  await expect(saved(page).first()).toBeVisible();
}

/** What a register holds, read off the page as its reader sees it. */
async function expectFilledIn(page: Page, { withProse }: { withProse: boolean }): Promise<void> {
  const drift = sheet(page, DRIFT);
  await expect(page.getByLabel('People use it already')).toBeChecked();
  await expect(page.getByLabel('Data about people')).toBeChecked();
  if (!(await drift.getByLabel('Likelihood').isVisible())) await drift.locator('summary').click();
  await expect(answer(page, RETRAIN, 'Partly')).toBeChecked();
  await expect(drift.getByLabel('Likelihood')).toHaveValue('4');
  await expect(drift.getByLabel('Impact')).toHaveValue('5');
  await expect(drift.getByLabel('Mitigation chosen')).toHaveValue('drift-monitoring');
  await expect(page.getByLabel('What it is called')).toHaveValue(withProse ? 'Claims <b>triage</b>' : '');
  await expect(drift.getByLabel('Owner', { exact: true })).toHaveValue(withProse ? 'Mara | Quist' : '');
  await expect(drift.getByLabel('Note', { exact: true })).toHaveValue(
    withProse ? '=1+1, said the <script>' : '',
  );
  await expect(part(page, 'The register').getByRole('row', { name: DRIFT })).toContainText('High risk, 20');
}

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test('a register of ten challenges is made by the keyboard alone, and taken along as Markdown', async ({
  page,
}) => {
  await page.goto(REVIEW);
  await tabTo(page, page.getByLabel('What it is called'));
  await page.keyboard.type('Claims triage');
  await tabTo(page, page.getByRole('group', { name: 'How far is the project?' }).getByLabel('Not said'));
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('People use it already')).toBeChecked();
  for (const label of ['Data about people', 'Labels that people make']) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.press('Space');
  }
  await expect(page.getByLabel('Labels that people make')).toBeFocused();
  await expect(page.getByText(/^\d+ challenges to look at, listed below\.$/)).toBeVisible();
  expect(await sheets(page).count()).toBeGreaterThanOrEqual(10);
  const titles = (await sheets(page).getByRole('heading').allInnerTexts()).slice(0, 10);
  for (const title of titles) {
    const own = sheet(page, title);
    await tabTo(page, own.locator('summary'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(own.getByRole('radio', { name: 'Yes' }).first()).toBeChecked();
    await tabTo(page, own.getByLabel('Likelihood'));
    await page.keyboard.press('4');
    await page.keyboard.press('Tab');
    await page.keyboard.press('3');
  }
  await tabTo(page, button(page, 'Download Markdown'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const text = await textOf(download);

  expect(text).toContain('# Claims triage');
  for (const title of titles) expect(text).toMatch(new RegExp(`^\\| .*12.*${title}`, 'm'));
});

test('a register is kept over a reload, goes out as CSV and JSON, and comes in again elsewhere', async ({
  page,
  browser,
}) => {
  await page.goto(REVIEW);
  await fillIn(page);
  await page.reload();
  await expectFilledIn(page, { withProse: true });
  const csv = await downloaded(page, 'Download CSV');
  expect(csv).toMatch(/^\uFEFF/);
  expect(csv).toContain("'=1+1, said the <script>");
  const json = await downloaded(page, 'Download JSON');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(new URL(REVIEW, page.url()).href);
  const dropped = await elsewhere.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'mine.json', { type: 'application/json' }));
    files.items.add(new File(['{}'], 'other.json', { type: 'application/json' }));
    return files;
  }, json);
  await elsewhere.getByRole('main').dispatchEvent('drop', { dataTransfer: dropped });
  const opened = elsewhere.getByRole('group', { name: 'Opened: mine.json.' });
  await expect(opened).toBeFocused();
  await expect(opened).toContainText('Not opened: other.json. One register is opened at a time.');
  await expectFilledIn(elsewhere, { withProse: true });
  await elsewhere.context().close();
});

test('a shared link brings the same flags to another browser, and no words', async ({ page, browser }) => {
  await page.goto(REVIEW);
  await fillIn(page);
  const link = await page.getByLabel('Link to this register').inputValue();
  expect(link).not.toMatch(/Mara|triage|example\.org|said/);

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByRole('group', { name: 'The shared register is open.' })).toBeFocused();
  await expectFilledIn(elsewhere, { withProse: false });
  expect(new URL(elsewhere.url()).hash).toBe('');
  // What one has already is not asked about, in whatever order it was said.
  await answer(elsewhere, /fixed reference window/, 'Yes').check();
  await elsewhere.goto(await elsewhere.getByLabel('Link to this register').inputValue());
  await expect(elsewhere.getByRole('group', { name: 'The shared register is open.' })).toBeFocused();
  await expect(elsewhere.getByRole('group', { name: /holds one already/ })).toHaveCount(0);
  await elsewhere.context().close();
});

test('a link never takes the place of a register without being asked to, and can be undone', async ({
  page,
}) => {
  await page.goto(REVIEW);
  await fillIn(page);
  const shared = `${REVIEW}#review.v=1&stage=idea&risk.concept-drift=l1,i1`;
  await page.goto(shared);
  const question = page.getByRole('group', { name: /this browser holds one already/ });
  await expect(question).toBeFocused();
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await expectFilledIn(page, { withProse: true });
  await page.goto(shared);
  await question.getByRole('button', { name: 'Open the shared one' }).click();
  await expect(page.getByLabel('An idea; nothing is built yet')).toBeChecked();
  await button(page, 'Undo').click();

  await expectFilledIn(page, { withProse: true });
});

test('renamed, misspelt and meaningless parts of a link are told, and the rest is read', async ({ page }) => {
  await page.goto(
    `${REVIEW}#review.v=1&stage=model-deployment&risk.concept-drfit=l1&risk.concept-drift=l4,m.alert-burden-budget,n.nonsense&%E0%A4%A&__proto__=x&data=persnal`,
  );
  const told = page.getByRole('group', { name: 'The shared register is open.' });

  await expect(told).toContainText('did you mean "concept-drift"?');
  await expect(told).toContainText('did you mean "personal"?');
  await expect(told).toContainText('has no question "nonsense"');
  await expect(told).toContainText('The link names "__proto__", which means nothing here.');
  await expect(told).toContainText('A part of the link cannot be read: "%E0%A4%A"');
  const drift = sheet(page, DRIFT);
  await drift.locator('summary').click();
  await expect(drift.getByLabel('Likelihood')).toHaveValue('4');
  await expect(drift.getByLabel('Mitigation chosen')).toHaveValue('alert-budget');
});

const REGISTER = {
  format: 'mldfg-review',
  version: 1,
  title: '',
  made: { asOf: '2026-11-23' },
  changed: '2026-11-23T10:00:00.000Z',
  context: {},
  entries: [],
  known: { challenges: [], questions: [] },
};

test('files that are no register are told apart, change nothing and run nothing', async ({ page }) => {
  await page.goto(REVIEW);
  await fillIn(page);
  await page.getByText('Paste its text', { exact: true }).click();
  const refused: [text: string, why: RegExp][] = [
    ['', /empty/],
    ['{"format": "mldfg-review",\n  oops', /line 2, column 3/],
    ['[]', /holds a list/],
    ['{"format":"<img src=x onerror=alert(1)>"}', /"<img src=x onerror=alert\(1\)>"/],
    [JSON.stringify({ ...REGISTER, version: 99 }), /newer version/],
  ];
  for (const [text, why] of refused) {
    await page.getByLabel('Text of the file').fill(text);
    await button(page, 'Open it').click();
    await expect(page.getByRole('group', { name: 'Not opened: the pasted text.' })).toContainText(why);
  }
  await expectFilledIn(page, { withProse: true });

  const hostile = `{"__proto__":{"polluted":1},${JSON.stringify({
    ...REGISTER,
    title: '<img src=x onerror=alert(1)>',
    entries: [
      { challenge: 'concept-drift', evidence: 'javascript:alert(1)', note: '<script>alert(1)</script>' },
      { challenge: 'data-cleaning', answers: { 'long-gone-question': 'yes' } },
      { challenge: 'long-gone', note: 'still here', answers: { 'long-gone-question': 'no' } },
    ],
  }).slice(1)}`;
  await page.getByLabel('Text of the file').fill(hostile);
  await button(page, 'Open it').click();
  const opened = page.getByRole('group', { name: 'Opened: the pasted text.', exact: true });
  await expect(opened).toContainText('It is kept in the note.');
  await expect(opened).toContainText('The challenge "long-gone" is not in the guide');
  const gone = sheet(page, 'long-gone');
  await gone.locator('summary').click();
  await expect(gone.getByLabel('Note', { exact: true })).toHaveValue('still here');
  await expect(answer(page, /No longer asked: long-gone-question/, 'No')).toBeChecked();
  // The same id under another challenge is another question.
  const stray = sheet(page, 'Data cleaning').getByRole('radiogroup', { name: /No longer asked/ });
  await sheet(page, 'Data cleaning').locator('summary').click();
  await expect(stray.getByRole('radio', { name: 'Yes' })).toBeChecked();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await button(page, 'Undo').click();
  await expectFilledIn(page, { withProse: true });
});

test('what the guide has got since a register was made is listed, and can be added', async ({ page }) => {
  await page.goto(REVIEW);
  await fillIn(page);
  const json = JSON.parse(await downloaded(page, 'Download JSON')) as typeof REGISTER & {
    entries: { challenge: string }[];
    known: { challenges: string[]; questions: string[] };
  };
  const old = {
    ...json,
    entries: json.entries.filter(({ challenge }) => challenge !== 'operational-support'),
    known: {
      challenges: json.known.challenges.filter((slug) => slug !== 'operational-support'),
      questions: json.known.questions.filter((id) => id !== 'concept-drift-retrain-rule'),
    },
  };
  await page.getByLabel('A file').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(old)),
  });
  await expect(page.getByText('New challenge: Operational support, which matters here')).toBeVisible();
  await expect(page.getByText(/New question on Concept drift: .*when to retrain/)).toBeVisible();
  await expect(sheet(page, 'Operational support')).toBeHidden();
  await button(page, 'Add Operational support').click();
  await expect(button(page, 'Seen')).toBeFocused();

  await expect(sheet(page, 'Operational support')).toBeVisible();
  await button(page, 'Seen').click();
  await expect(page.getByText('New challenge')).toBeHidden();
});

for (const [what, words] of [
  ['denied', /lets the page save nothing/],
  ['full', /storage of this browser is full/],
] as const)
  test(`with storage that is ${what}, the review goes on in memory and says so`, async ({ page }) => {
    await page.addInitScript((how) => {
      if (how === 'denied')
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('not here', 'SecurityError');
          },
        });
      else
        Storage.prototype.setItem = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
    }, what);
    await page.goto(REVIEW);
    await page.getByLabel('What it is called').fill('Claims triage');
    const told = page.getByRole('alert', { name: words });
    await expect(told).toBeVisible();
    await expect(page.getByText('Not saved.', { exact: true }).first()).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      told.getByRole('button', { name: 'Download JSON' }).click(),
    ]);

    expect(await textOf(download)).toContain('Claims triage');
  });

test('what cannot be saved is told once, and the focus stays where it is', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await page.goto(REVIEW);
  await page.getByLabel('What it is called').fill('Claims');
  const told = page.getByRole('alert', { name: /storage of this browser is full/ });
  const first = await told.elementHandle();
  await page.getByLabel('What it is called').fill('Claims triage');
  await told.getByRole('button').focus();
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));

  await expect(told.getByRole('button')).toBeFocused();
  expect(await first.evaluate((element) => element.isConnected)).toBe(true);
});

test('it says how many challenges were left out of a long list', async ({ page }) => {
  await page.goto(`${REVIEW}#review.v=1&data=personal,text,tabular,rare-cases&users=public,customers`);
  await expect(page.getByText(/^20 challenges, .* \d+ more may matter, and can be added/)).toBeHidden();
  await page.getByLabel('Images, video or sound').check();
  await page.getByLabel('Labels that people make').check();
  await page.getByLabel('Yes', { exact: true }).first().check();

  await expect(page.getByText(/^20 challenges, .* \d+ more may matter, and can be added/)).toBeVisible();
});

test('what is kept and cannot be read is never written over without being asked to', async ({
  page,
  context,
}) => {
  await page.goto(REVIEW);
  await page.getByLabel('What it is called').fill('Mine');
  await expect(saved(page).first()).toBeVisible();
  const other = await context.newPage();
  await other.goto(REVIEW);
  const theirs = '99999999999999\n{"format":"mldfg-review","version":2}';
  await other.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, theirs] as const);
  const asked = page.getByRole('alert', { name: /cannot be read/ });
  await expect(asked).toContainText('newer version');
  await expect(page.getByRole('button', { name: 'Take theirs' })).toHaveCount(0);
  await page.getByLabel('What it is called').fill('Mine as well');
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe(theirs);
  await asked.getByRole('button', { name: 'Go on without it' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(saved(page).first()).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain('Mine as well');
});

test('nothing that has the focus lies under what the page tells', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(REVIEW);
  await page.getByLabel('A file').setInputFiles({
    name: 'old.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        ...REGISTER,
        entries: Array.from({ length: 12 }, (_, i) => ({ challenge: `gone-${i}`, owner: 'A' })),
      }),
    ),
  });
  await expect(page.getByRole('group', { name: 'Opened: old.json.' })).toBeFocused();
  await button(page, 'Start anew').focus();
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Shift+Tab');
    const [focus, notices] = await page.evaluate(() =>
      [document.activeElement, document.querySelector('.notices')].map(
        (each) => each?.getBoundingClientRect().bottom ?? NaN,
      ),
    );
    expect(focus).toBeGreaterThan(notices ?? NaN);
  }
});

test('two tabs never write over each other without being asked', async ({ page, context }) => {
  await page.goto(REVIEW);
  await fillIn(page);
  const other = await context.newPage();
  await other.goto(REVIEW);
  await other.getByLabel('What it is called').fill('Theirs');
  const asked = page.getByRole('alert', { name: /changed in another tab/ });
  await expect(asked).toBeVisible();
  // What is typed meanwhile is kept out of the storage, and not lost.
  await sheet(page, DRIFT).getByLabel('Owner', { exact: true }).fill('Mine');
  await asked.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByLabel('What it is called')).toHaveValue('Theirs');
  await button(page, 'Undo').click();
  await expect(sheet(page, DRIFT).getByLabel('Owner', { exact: true })).toHaveValue('Mine');
  await other.getByRole('alert').getByRole('button', { name: 'Keep mine' }).click();
  await expect(other.getByLabel('What it is called')).toHaveValue('Theirs');
  await asked.getByRole('button', { name: 'Take theirs' }).click();

  await expect(page.getByLabel('What it is called')).toHaveValue('Theirs');
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain('Theirs');
});

test('a challenge is put aside and brought back, another one added, and all of it begun anew', async ({
  page,
}) => {
  await page.goto(REVIEW);
  await fillIn(page);
  const drift = sheet(page, DRIFT);
  await drift.getByRole('button', { name: 'Put this challenge aside' }).click();
  await expect(drift.getByLabel('Put aside, because')).toBeFocused();
  await expect(drift.getByLabel('Likelihood')).toBeHidden();
  await drift.getByLabel('Put aside, because').fill('Not now.\nAsk Mara.');
  await drift.getByRole('button', { name: 'Bring it back' }).click();
  await expect(drift.getByLabel('Note', { exact: true })).toHaveValue('Not now.\nAsk Mara.');
  await drift.getByLabel('Note', { exact: true }).fill('=1+1, said the <script>');
  await drift.locator('summary').focus();
  await expect(drift.locator('summary')).toBeFocused();
  await drift.getByLabel('Link to evidence').fill('wiki/drift');
  await expect(drift.getByText(/Not kept yet: an address begins with/)).toBeVisible();
  await expect(drift.getByLabel('Link to evidence')).toHaveAccessibleDescription(/Not kept yet/);
  const missing = sheet(page, 'Data poisoning');
  await expect(missing).toBeHidden();
  await page.getByLabel('Another challenge that matters here').selectOption({ label: 'Data poisoning' });
  await button(page, 'Add it').click();
  await expect(missing).toContainText('Added by hand.');
  await expect(drift.getByLabel('Link to evidence')).toHaveValue('wiki/drift');
  await button(page, 'Start anew').click();
  await expect(missing).toBeHidden();
  await expect(page.getByLabel('What it is called')).toHaveValue('');
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
  await button(page, 'Undo').click();
  await expect(missing).toBeVisible();
  await expectFilledIn(page, { withProse: true });
});

test('the link and the Markdown are copied, or shown to be copied by hand', async ({ page, context }) => {
  await page.goto(REVIEW);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await button(page, 'Copy Markdown').click();
  const text = page.getByLabel('The register as Markdown');
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/## Risk register/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.reload();
  await button(page, 'Copy the link').click();
  await expect(page.getByText('Copied.')).toBeVisible();

  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/review/#review.v=1');
});

test('a register prints without controls: the table first, then the sheets', async ({ page }) => {
  await page.goto(REVIEW);
  await fillIn(page);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 987 });

  for (const control of await page
    .getByRole('main')
    .locator('button, select, textarea, input:not([type="radio"])')
    .all())
    await expect(control).toBeHidden();
  const top = async (locator: Locator) => (await locator.boundingBox())?.y ?? NaN;
  expect(await top(part(page, 'The register'))).toBeLessThan(await top(part(page, 'The challenges')));
  await expect(page.getByText('Claims <b>triage</b>')).toBeVisible();
  await expect(sheet(page, DRIFT).getByText('=1+1, said the <script>')).toBeVisible();
  await expect(sheet(page, DRIFT).getByText('Partly').filter({ visible: true })).toHaveCount(8);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
});

test('a register in which nothing is written yet is not printed: the sheets begin on the first page', async ({
  page,
}) => {
  await page.goto(REVIEW);
  await expect(part(page, 'The register')).toBeVisible();
  await page.emulateMedia({ media: 'print' });

  await expect(part(page, 'The register')).toBeHidden();
  await expect(part(page, 'The challenges')).toBeVisible();
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('links, addresses and files lead to the guide under it', async ({ page }) => {
    await page.goto(`${GUIDE.address}review/`);
    await fillIn(page);
    await expect(sheet(page, DRIFT).getByRole('link', { name: DRIFT })).toHaveAttribute(
      'href',
      '/guide/challenges/concept-drift/',
    );
    await expect(sheet(page, DRIFT).getByRole('link').nth(1)).toHaveAttribute(
      'href',
      /^\/guide\/case-studies\//,
    );
    expect(await page.getByLabel('Link to this register').inputValue()).toContain(`${GUIDE.address}review/#`);
    expect(await downloaded(page, 'Download Markdown')).toContain(
      `${GUIDE.address}challenges/concept-drift/`,
    );
  });
});

test('the filled register is accessible, light and dark, on a desk and on a narrow phone', async ({
  page,
}) => {
  await page.goto(REVIEW);
  await fillIn(page);
  await page.goto(`${REVIEW}#review.v=1&stage=idea&risk.concept-drfit=l1`);
  await expect(page.getByRole('group', { name: /this browser holds one already/ })).toBeFocused();
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .setLegacyMode()
      .analyze();
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a checklist by stage, with each question and a link to each challenge', async ({ page }) => {
    await page.goto(REVIEW);

    await expect(
      page.getByText(/This is the whole checklist: \d+ questions on \d+ challenges/),
    ).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Stages' }).getByRole('link')).toHaveCount(5);
    await expect(sheet(page, DRIFT).getByRole('link', { name: DRIFT })).toBeVisible();
    await expect(sheet(page, DRIFT).getByRole('listitem')).toHaveCount(8);
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Reviewed by')).toBeVisible();
  });
});
