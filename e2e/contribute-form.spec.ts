import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import budgets from './budgets.json' with { type: 'json' };
import { GUIDE, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';
import { slipsOf, typedCases, type TypedCase } from './fixtures/typed-cases.ts';

test.describe.configure({ mode: 'parallel' });

const FORM = '/contribute/case-study/';
const DRAFT = 'case-study-draft';

const count = (page: Page) => page.getByRole('group', { name: 'Progress' }).getByRole('status');
const file = (page: Page) => page.getByRole('region', { name: 'The file' });
const text = (page: Page) => file(page).locator('pre');
const control = (page: Page, label: string) => page.getByRole('form').getByLabel(label, { exact: true });
/** A control by its label, whether or not "optional" stands behind it. */
const box = (page: Page, label: string) =>
  page.getByRole('form').getByRole('textbox', { name: new RegExp(`^${label}( optional| one of four)?$`) });
const row = (page: Page, label: string) =>
  page.getByRole('form').getByRole('combobox', { name: label, exact: true });
const next = (page: Page) => page.getByRole('button', { name: 'Go to the next one' });
/** What a control is described by, as far as it says what is wrong. */
const slipOf = async (page: Page, of: Locator) => {
  const ids = (await of.getAttribute('aria-describedby'))?.split(' ') ?? [];
  return page.locator(
    ids
      .filter((id) => id.includes('-slip'))
      .map((id) => `#${id}`)
      .join(', '),
  );
};

const SHADOW: TypedCase = {
  values: {
    'source.title': 'How we found drift',
    'source.url': 'https://example.org/drift',
    title: 'Shadow traffic catches a ranking regression',
    industry: 'e-commerce',
    kind: 'case-study',
    year: '2024',
    task: 'product ranking',
    problem: 'A new model looked better offline.',
    whatWasDone: 'The team sent a copy of live traffic to it.',
    outcome: 'The release was stopped.',
    evidence: 'full-text',
    checked: '2026-01-02',
  },
  rows: { challenges: [{ challenges: 'concept-drift' }], mitigations: [], tools: [] },
};

/** Types a case as fast as the page takes it, by the events that typing brings about. */
async function typeCase(page: Page, { values, rows }: TypedCase): Promise<void> {
  await page.getByRole('form').evaluate(
    (form, typed) => {
      const type = (name: string, index: number, value: string) => {
        const element = form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)[index];
        if (!element) throw new Error(`there is no ${name} ${index}`);
        element.value = value;
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
        element.dispatchEvent(new Event('change', { bubbles: true }));
      };
      for (const [name, value] of Object.entries(typed.values)) type(name, 0, value);
      for (const [name, list] of Object.entries(typed.rows))
        for (const [i, fields] of list.entries()) {
          const rowsOf = form.querySelector<HTMLElement>(`[data-rows="${name}"]`);
          if (i > 0) rowsOf?.querySelector<HTMLElement>('.add')?.click();
          for (const [field, value] of Object.entries(fields)) type(field, i, value);
        }
    },
    { values, rows },
  );
}

/** Opens the form with a case in it that has nothing left to mend. */
async function openComplete(page: Page, path = FORM): Promise<void> {
  await page.goto(path);
  await typeCase(page, SHADOW);
  await expect(count(page)).toHaveText('Nothing left to mend.');
}

/** Presses Tab until a control has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

test('a case is written by the keyboard alone, and the check takes it', async ({ page }) => {
  await page.goto(FORM);
  const typed: [Locator, string][] = [
    [box(page, 'Paste a DOI, an arXiv number or a link'), 'https://example.org/by-keyboard'],
    [box(page, 'Title of the source'), 'How we found drift'],
    [box(page, 'Title'), 'A shop finds drift: by "keys" alone'],
    [control(page, 'Industry'), 'E-commerce'],
    [control(page, 'Kind of report'), 'Incident'],
    [box(page, 'Year of the report'), '2024'],
    [box(page, 'Task of the model'), 'product ranking'],
    [box(page, 'Problem'), 'It fell.'],
    [box(page, 'What was done'), 'They looked.'],
    [box(page, 'Outcome'), 'It rose.'],
    [row(page, 'Challenge 1'), 'Concept drift'],
  ];
  for (const [target, words] of typed) {
    await tabTo(page, target);
    await page.keyboard.type(words);
  }
  await tabTo(page, page.getByRole('button', { name: 'Add a challenge' }));
  await page.keyboard.press('Enter');
  await expect(row(page, 'Challenge 2')).toBeFocused();
  await page.keyboard.type('feedback-loops');
  await tabTo(page, row(page, 'Mitigation 1'));
  await page.keyboard.type('shadow-deployment');
  await tabTo(page, row(page, 'How it turned out 1'));
  await page.keyboard.type('Helped');
  await tabTo(page, control(page, 'How you saw the source'));
  await page.keyboard.type('Full');
  await page.keyboard.press('Tab');

  await expect(count(page)).toHaveText('Nothing left to mend.');
  await expect(row(page, 'Challenge 1')).toHaveValue('concept-drift');
  await expect(text(page)).toContainText('url: https://example.org/by-keyboard');
  const slug = 'a-shop-finds-drift-by-keys-alone';
  await expect(file(page)).toContainText(`content/case-studies/${slug}.md`);
  expect(slipsOf({ [slug]: (await text(page).textContent()) ?? '' })).toEqual([]);
});

test('the file passes the check unchanged, whatever was typed', async ({ page }) => {
  await page.goto(FORM);
  const texts: Record<string, string> = {};
  for (const typed of typedCases(50)) {
    await page.getByRole('button', { name: 'Clear the form' }).click();
    await typeCase(page, typed);
    const slug = typed.values['slug'] ?? '';
    await expect(file(page).getByText(`content/case-studies/${slug}.md`).first()).toBeVisible();
    await expect(count(page), JSON.stringify(typed)).toHaveText('Nothing left to mend.');
    texts[slug] = (await text(page).textContent()) ?? '';
  }

  expect(Object.keys(texts)).toHaveLength(50);
  expect(slipsOf(texts)).toEqual([]);
});

test.describe('an address that is pasted', () => {
  for (const [pasted, label, value] of [
    ['10.5555/abc.1', 'DOI', '10.5555/abc.1'],
    ['https://doi.org/10.5555/abc.1', 'DOI', '10.5555/abc.1'],
    ['doi: 10.5555/abc.1', 'DOI', '10.5555/abc.1'],
    ['https://arxiv.org/abs/2101.99999v3', 'arXiv number', '2101.99999'],
    ['arXiv:2101.99999', 'arXiv number', '2101.99999'],
    ['https://example.org/a?b=c', 'Web address', 'https://example.org/a?b=c'],
  ] as const)
    test(`goes into its field: ${pasted}`, async ({ page }) => {
      await page.goto(FORM);
      await box(page, 'Paste a DOI').or(page.locator('#f-identifier')).first().fill(pasted);

      await expect(box(page, label)).toHaveValue(value);
      await expect(page.getByRole('status').filter({ hasText: 'Taken as' })).toBeVisible();
    });

  test('leaves nothing behind in another field while it is typed', async ({ page }) => {
    await page.goto(FORM);
    await page.locator('#f-identifier').pressSequentially('https://doi.org/10.5555/abc.1');
    await page.keyboard.press('Tab');

    await expect(box(page, 'DOI')).toHaveValue('10.5555/abc.1');
    await expect(box(page, 'Web address')).toHaveValue('');
  });

  test('tells at once what the guide tells already', async ({ page }) => {
    const known = JSON.parse(readFileSync(`${ROOT.folder}/contribute/known.json`, 'utf8')) as {
      caseStudies: [string, string, { doi?: string; url?: string }][];
    };
    const [slug = '', , source] = known.caseStudies.find(([, , { doi }]) => doi !== undefined) ?? [];
    await page.goto(FORM);
    await page.locator('#f-identifier').fill(`https://doi.org/${source?.doi?.toUpperCase()}`);
    const message = await slipOf(page, box(page, 'DOI'));
    await expect(message).toContainText('tells this source already');
    await message.getByRole('link', { name: 'Read that case' }).click();

    await expect(page).toHaveURL(`/case-studies/${slug}/`);
  });
});

test.describe('slugs', () => {
  test('one in use as the name of the file is told, with the case that has it', async ({ page }) => {
    const [slug = ''] =
      (
        JSON.parse(readFileSync(`${ROOT.folder}/contribute/known.json`, 'utf8')) as {
          caseStudies: [string][];
        }
      ).caseStudies[0] ?? [];
    await page.goto(FORM);
    await box(page, 'Name of the file').fill(slug);
    const message = await slipOf(page, box(page, 'Name of the file'));

    await expect(message).toContainText('already');
    await expect(message.getByRole('link')).toHaveAttribute('href', `/case-studies/${slug}/`);
  });

  test('one that is misspelt is mended by a button, also when the pointer comes from the field', async ({
    page,
  }) => {
    await page.goto(FORM);
    await row(page, 'Challenge 1').fill('concept-drfit');
    await row(page, 'Challenge 1').blur();
    const message = await slipOf(page, row(page, 'Challenge 1'));
    await expect(message).toContainText('There is no challenge "concept-drfit"');
    await row(page, 'Challenge 1').focus();
    await message.getByRole('button', { name: 'Use concept-drift' }).click();

    await expect(row(page, 'Challenge 1')).toHaveValue('concept-drift');
    await expect(row(page, 'Challenge 1')).toBeFocused();
    await expect(message).toBeHidden();
    await expect(text(page)).toContainText('challenges: [concept-drift]');
  });

  test('a title becomes the slug', async ({ page }) => {
    await page.goto(FORM);
    await row(page, 'Tool or approach 1').fill('mlflow'.toUpperCase());
    await row(page, 'Tool or approach 1').blur();

    await expect(row(page, 'Tool or approach 1')).toHaveValue('mlflow');
  });

  test('the name of the file follows the title until it is the author’s own', async ({ page }) => {
    await page.goto(FORM);
    await box(page, 'Title').fill('Größe: what helped?');
    await expect(box(page, 'Name of the file')).toHaveValue('grosse-what-helped');
    await box(page, 'Name of the file').fill('My name');
    await box(page, 'Name of the file').blur();
    const message = await slipOf(page, box(page, 'Name of the file'));
    await message.getByRole('button', { name: 'Use my-name' }).click();
    await box(page, 'Title').fill('Another title of it');

    await expect(file(page)).toContainText('title: Another title of it');
    await expect(box(page, 'Name of the file')).toHaveValue('my-name');
    await page.reload();
    await box(page, 'Title').fill('A third title of it');
    await expect(file(page)).toContainText('title: A third title of it');
    await expect(box(page, 'Name of the file')).toHaveValue('my-name');
  });

  test('a title in letters that no address holds asks for a name', async ({ page }) => {
    await page.goto(FORM);
    await box(page, 'Title').fill('模型在冬天以后不再准确了');
    await box(page, 'Title').blur();

    await expect(await slipOf(page, box(page, 'Name of the file'))).toHaveText(
      /^This is needed: the name becomes/,
    );
  });
});

test.describe('slips', () => {
  test('are told beside their controls, once somebody was there', async ({ page }) => {
    await page.goto(FORM);
    const year = box(page, 'Year of the report');
    await expect(year).not.toHaveAttribute('aria-invalid');
    await year.fill('last year');
    await year.blur();

    await expect(await slipOf(page, year)).toHaveText(
      'This takes a year such as 2024. What held then may not hold now.',
    );
    await expect(year).toHaveAttribute('aria-invalid', 'true');
    await expect(year).toHaveAccessibleDescription(/This takes a year/);
    await expect(page.getByRole('form').locator('.slip:visible')).toHaveCount(1);
    await year.fill('2024');
    await expect(year).not.toHaveAttribute('aria-invalid');
    await expect(page.getByRole('form').locator('.slip:visible')).toHaveCount(0);
  });

  test('are counted, and the button goes from one to the next and around', async ({ page }) => {
    await page.goto(FORM);
    await typeCase(page, {
      ...SHADOW,
      values: { ...SHADOW.values, task: '', outcome: '', 'source.title': '' },
    });
    await expect(count(page)).toHaveText('3 things to fill in or mend.');
    for (const label of ['Title of the source', 'Task of the model', 'Outcome', 'Title of the source']) {
      await next(page).click();
      await expect(box(page, label)).toBeFocused();
      await expect(await slipOf(page, box(page, label))).toHaveText(/^This is needed: /);
    }
    // Enter goes on too.
    await page.keyboard.type('How we found drift');
    await page.keyboard.press('Enter');
    await expect(box(page, 'Task of the model')).toBeFocused();
    await expect(count(page)).toHaveText('2 things to fill in or mend.');
    await page.keyboard.type('ranking');
    await page.keyboard.press('Enter');
    await expect(box(page, 'Outcome')).toBeFocused();
    await page.keyboard.type('It rose.');
    await expect(count(page)).toHaveText('Nothing left to mend.');
    await expect(next(page)).toBeHidden();
    await box(page, 'Title').focus();
    await page.keyboard.press('Enter');
    await expect(file(page)).toBeFocused();
  });

  test('of every kind have a control to go to', async ({ page }) => {
    await page.goto(FORM);
    await typeCase(page, {
      values: {
        ...SHADOW.values,
        task: 'rank\u202eing',
        problem: '```\nnever closed',
        lessons: '<b>bold</b> [a](javascript:alert(1)) ![b](c.png) [@nobody] [^9]',
        status: 'finding',
      },
      rows: {
        ...SHADOW.rows,
        mitigations: [
          {
            'mitigations.id': 'ab-testing',
            'mitigations.outcome': 'helped',
            'mitigations.basis': 'proposed',
          },
          { 'mitigations.id': 'ab-testing', 'mitigations.outcome': '', 'mitigations.note': 'x'.repeat(241) },
        ],
      },
    });
    await expect(count(page)).toHaveText(/things to fill in or mend/);
    await next(page).click();

    await expect(await slipOf(page, box(page, 'Task of the model'))).toContainText('U+202E');
    await expect(await slipOf(page, box(page, 'Problem'))).toHaveText(/^This text swallows the heading/);
    await expect(await slipOf(page, row(page, 'Mitigation 2'))).toContainText(
      'How it turned out. This is needed',
    );
    await expect(await slipOf(page, row(page, 'How it turned out 1'))).toContainText('Use not-reported');
    await expect(await slipOf(page, control(page, 'Legal state optional'))).toContainText('statusAsOf');
  });
});

test.describe('the draft', () => {
  test('outlives a reload, is cleared, and comes back', async ({ page }) => {
    await page.goto(FORM);
    const [typed] = typedCases(9).slice(-1);
    if (!typed) throw new Error('nothing was typed');
    await typeCase(page, typed);
    await expect(count(page)).toHaveText('Nothing left to mend.');
    const before = await text(page).textContent();
    await page.reload();
    await expect(text(page)).toHaveText(before ?? '');
    await page.getByRole('button', { name: 'Clear the form' }).click();
    await expect(box(page, 'Title')).toHaveValue('');
    await expect(page.getByText('the draft is gone')).toBeVisible();
    expect(await page.evaluate((key) => localStorage.getItem(key), DRAFT)).toBeNull();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect(text(page)).toHaveText(before ?? '');
    await expect(page.getByText('The draft is kept in this browser.')).toBeVisible();
  });

  test('that is cleared stays away', async ({ page }) => {
    await openComplete(page);
    await page.getByRole('button', { name: 'Clear the form' }).click();
    await expect(page.getByText('the draft is gone')).toBeVisible();
    await page.reload();

    await expect(box(page, 'Title')).toHaveValue('');
    await expect(page.getByText('The file grows here as you type.')).toBeVisible();
  });

  test('is kept even when the reader leaves in the middle of a word', async ({ page }) => {
    await page.goto(FORM);
    await box(page, 'Task of the model').fill('half a wo');
    await page.goto('/about/');
    await page.goBack();

    await expect(box(page, 'Task of the model')).toHaveValue('half a wo');
  });

  test('cannot be kept where the browser denies it, and the form says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await openComplete(page);

    await expect(page.getByText('This browser keeps no draft')).toBeVisible();
  });

  for (const broken of ['{', '[["title"]]', '[["\\"]x","y"],["constructor","z"]]', '"<img src=x>"'])
    test(`that is broken is ignored: ${broken}`, async ({ page }) => {
      await page.addInitScript(
        ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
        [DRAFT, broken],
      );
      await openComplete(page);
    });
});

test.describe('the file leaves', () => {
  test('before it is finished, with a word on what is left', async ({ page }) => {
    await page.goto(FORM);
    await page.getByLabel('Title', { exact: true }).fill('Shadow traffic catches a ranking regression');
    await page.getByRole('button', { name: 'Download' }).click();

    await expect(
      page.getByText(/^Downloaded as .+\.md\. It is not finished: \d+ things to fill in/),
    ).toBeVisible();
  });

  test('by copy', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openComplete(page);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();

    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text(page).textContent());
  });

  test('by hand where the browser does not let it copy', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
    });
    await openComplete(page);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('the text is selected')).toBeVisible();

    expect((await page.evaluate(() => String(getSelection()))).trim()).toBe(
      (await text(page).textContent())?.trim(),
    );
  });

  test('by download, with what was typed a moment before', async ({ page }) => {
    await openComplete(page);
    await box(page, 'Task of the model').fill('Größenwahn 🙂');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const path = await (await download).path();

    expect((await download).suggestedFilename()).toBe('shadow-traffic-catches-a-ranking-regression.md');
    expect(readFileSync(path, 'utf8')).toBe(await text(page).textContent());
    expect(readFileSync(path, 'utf8')).toContain('task: Größenwahn 🙂');
  });

  test('by a clone where no code host is known', async ({ page }) => {
    await openComplete(page);

    await expect(page.getByRole('link', { name: 'Open a pull request' })).toBeHidden();
    await expect(file(page)).toContainText('Put the file at content/case-studies/shadow-traffic-catches');
  });

  for (const { host, attributes, takesText } of [
    {
      host: 'GitHub',
      attributes:
        'data-new-file="https://github.com/a/b/new/main" data-new-file-name="filename" data-new-file-text="value"',
      takesText: 'value',
    },
    {
      host: 'GitLab',
      attributes: 'data-new-file="https://gitlab.com/a/b/-/new/main" data-new-file-name="file_name"',
      takesText: undefined,
    },
  ])
    test(`by a pull request on ${host}`, async ({ page }) => {
      await page.route(FORM, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.text()).replace(/ data-new-file[\w-]*="[^"]*"/g, '');
        await route.fulfill({
          response: answer,
          body: body.replace('<case-study-form', `<case-study-form ${attributes}`),
        });
      });
      await page.goto(FORM);
      const link = page.getByRole('link', { name: 'Open a pull request' });
      await typeCase(page, { ...SHADOW, values: { ...SHADOW.values, task: '' } });
      await expect(count(page)).toHaveText('1 thing to fill in or mend.');
      await expect(link).toBeHidden();
      await box(page, 'Task of the model').fill('ranking & more');
      await expect(link).toBeVisible();
      const parameters = new URL((await link.getAttribute('href')) ?? '').searchParams;

      expect([...parameters.values()]).toEqual([
        'content/case-studies/shadow-traffic-catches-a-ranking-regression.md',
        ...(takesText ? [await text(page).textContent()] : []),
      ]);
      await box(page, 'Lessons').fill('A long lesson. '.repeat(600));
      if (takesText) {
        await expect(file(page)).toContainText('too long for the address of the code host');
        await expect(link).toBeHidden();
      } else await expect(link).toBeVisible();
    });
});

test.describe('the preview', () => {
  test('shows the case as readers will see it', async ({ page }) => {
    await openComplete(page);
    await page.getByText('How it will look').click();
    await box(page, 'Outcome').fill(
      'It **rose** [@airbnb-guardrails].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote.[^1]\n\n[^1]: So.',
    );
    const shown = file(page).getByRole('group').filter({ hasText: 'How it will look' });

    await expect(
      shown.getByRole('heading', { name: 'Shadow traffic catches a ranking regression' }),
    ).toBeVisible();
    await expect(shown.getByRole('heading', { name: 'What was done' })).toBeVisible();
    await expect(shown.locator('strong')).toHaveText('rose');
    await expect(shown.getByRole('table')).toBeVisible();
    await expect(shown).toContainText('Organisation not named');
    await expect(shown).toContainText('Illustrates Concept drift.');
    await box(page, 'Organisation').fill('anonymous');
    await expect(text(page)).toContainText('organisation: anonymous');
    await expect(shown).toContainText('Organisation not named');
  });

  test('runs nothing that somebody typed', async ({ page }) => {
    const hostile = [
      '<script>window.ran=1</script><img src=x onerror="window.ran=2"><svg onload="window.ran=3">',
      '[a](javascript:window.ran=4) [b](JaVa&#x09;Script:window.ran=5) <javascript:window.ran=6>',
      '<a href="javascript:window.ran=7" id="x">c</a> <iframe srcdoc="<script>parent.ran=8</script>"></iframe>',
      '![d](https://evil.example/x.png) <style>*{display:none}</style>',
    ].join('\n\n');
    await openComplete(page);
    await page.getByText('How it will look').click();
    await typeCase(page, {
      values: {
        problem: hostile,
        title: '<img src=x onerror="window.ran=9">',
        organisation: '<b>x</b>',
        lessons: hostile,
      },
      rows: { challenges: [{ challenges: '<script>window.ran=10</script>' }], mitigations: [], tools: [] },
    });
    await expect(count(page)).toHaveText(/to fill in or mend/);
    const shown = page.locator('.preview .shown');
    await expect(shown.getByRole('heading', { name: '<img src=x' })).toBeVisible();
    for (const link of await shown.getByRole('link').all()) await link.click({ noWaitAfter: true });

    expect(await page.evaluate(() => (window as { ran?: unknown }).ran)).toBeUndefined();
    await expect(
      shown.locator('script, img, svg, iframe, style, [onerror], [href^="javascript" i]'),
    ).toHaveCount(0);
  });
});

test.describe('an invitation', () => {
  test('fills in its challenge', async ({ page }) => {
    await page.goto(`${FORM}?challenge=concept-drift`);

    await expect(row(page, 'Challenge 1')).toHaveValue('concept-drift');
    await expect(text(page)).toContainText('challenges: [concept-drift]');
  });

  test('fills in its mitigation, or its industry', async ({ page }) => {
    await page.goto(`${FORM}?mitigation=model-rollback&industry=agriculture`);

    await expect(row(page, 'Mitigation 1')).toHaveValue('model-rollback');
    await expect(control(page, 'Industry')).toHaveValue('agriculture');
    await expect(text(page)).toContainText('industry: agriculture');
    await page.goto(`${FORM}?industry=moon-mining`);
    await expect(control(page, 'Industry')).toHaveValue('agriculture');
  });

  test('keeps a draft, and adds to it once', async ({ page }) => {
    await openComplete(page);
    for (let i = 0; i < 2; i += 1) await page.goto(`${FORM}?challenge=monitoring`);

    await expect(text(page)).toContainText(/challenges: \[concept-drift(, monitoring)?\]/);
    await expect(box(page, 'Task of the model')).toHaveValue('product ranking');
  });

  for (const value of ['no-such-challenge', '', '"><script>alert(1)</script>', '__proto__', 'mlflow'])
    test(`to something else is ignored: "${value}"`, async ({ page }) => {
      await page.goto(`${FORM}?challenge=${encodeURIComponent(value)}`);

      await expect(row(page, 'Challenge 1')).toHaveValue('');
    });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains the file, with a whole example that the check takes', async ({ page }) => {
    await page.goto(FORM);
    await expect(page.getByText('The form needs JavaScript.')).toBeVisible();
    await expect(page.getByRole('form')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
    const example = (await page.getByLabel('An invented case study').textContent()) ?? '';

    expect(slipsOf({ 'an-example': example })).toEqual([]);
  });
});

test.describe('without a network', () => {
  test.use({ expectedComplaints: /ERR_INTERNET_DISCONNECTED|Failed to (?:fetch|load)/ });

  test('nothing is lost, the form says so, and it goes on once the network is back', async ({
    page,
    context,
  }) => {
    await page.goto(FORM);
    await context.setOffline(true);
    await box(page, 'Task of the model').fill('product ranking');
    await expect(page.getByRole('alert')).toContainText('The check could not be loaded');
    expect(await page.evaluate((key) => localStorage.getItem(key), DRAFT)).toContain('product ranking');
    await context.setOffline(false);
    await box(page, 'Task of the model').fill('product ranking again');

    await expect(text(page)).toContainText('task: product ranking again');
    await expect(page.getByRole('alert')).toBeHidden();
  });

  test('the preview says that it cannot be shown', async ({ page, context }) => {
    await openComplete(page);
    await context.setOffline(true);
    await page.getByText('How it will look').click();

    await expect(page.getByText('The preview could not be loaded')).toBeVisible();
  });
});

for (const width of [390, 320])
  test(`everything fits a screen ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openComplete(page);
    await page.getByRole('button', { name: 'Add a mitigation' }).click();
    await row(page, 'Mitigation 2').fill('a'.repeat(80));
    await row(page, 'Mitigation 2').blur();
    await next(page).click();
    await page.getByText('How it will look').click();

    await expect(await slipOf(page, row(page, 'Mitigation 2'))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test('what has the focus is not below the bar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(FORM);
  await box(page, 'Title').focus();
  await next(page).or(count(page)).first().waitFor();
  await typeCase(page, { ...SHADOW, values: { ...SHADOW.values, task: '' } });
  await page.evaluate(() => {
    scrollTo(0, document.body.scrollHeight);
  });
  await next(page).click();
  const [bar, target] = [
    await page.getByRole('group', { name: 'Progress' }).boundingBox(),
    await box(page, 'Task of the model').boundingBox(),
  ];

  expect(target?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('the form checks, and its links lead to pages of the guide', async ({ page }) => {
    await openComplete(page, `.${FORM}`);
    await box(page, 'Problem').fill('See [drift](/challenges/concept-drift/).');
    await page.getByText('How it will look').click();

    await expect(page.locator('.preview').getByRole('link', { name: 'drift' })).toHaveAttribute(
      'href',
      '/guide/challenges/concept-drift/',
    );
    const [slug = ''] =
      (
        JSON.parse(readFileSync(`${GUIDE.folder}/contribute/known.json`, 'utf8')) as {
          caseStudies: [string][];
        }
      ).caseStudies[0] ?? [];
    await box(page, 'Name of the file').fill(slug);
    await page.getByRole('link', { name: 'Read that case' }).click();
    await expect(page).toHaveURL(`./case-studies/${slug}/`);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the form is accessible with slips and a preview, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(FORM);
    await typeCase(page, {
      values: {
        ...SHADOW.values,
        year: 'last year',
        task: '',
        outcome: 'It fell.[^1]\n\n[^1]: So [@airbnb-guardrails].',
      },
      rows: {
        ...SHADOW.rows,
        challenges: [{ challenges: 'concept-drfit' }],
        mitigations: [{ 'mitigations.id': 'x' }],
      },
    });
    await next(page).click();
    await page.getByText('Law and incidents; what was compared').click();
    await page.getByText('How it will look').click();
    await expect(page.locator('.preview').getByRole('heading', { name: 'Outcome' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .setLegacyMode()
      .analyze();

    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });

test('the check is loaded when somebody begins, within its budget of bytes', async ({ page }) => {
  const bytes = { script: 0, data: 0 };
  const bodies: Promise<void>[] = [];
  await page.goto(FORM, { waitUntil: 'networkidle' });
  page.on('response', (response) => {
    const part = { script: 'script', fetch: 'data' }[response.request().resourceType()] as
      'script' | 'data' | undefined;
    if (part)
      bodies.push(
        response.body().then((body) => {
          bytes[part] += brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
        }),
      );
  });
  await typeCase(page, SHADOW);
  await box(page, 'Title').focus();
  await expect(count(page)).toHaveText('Nothing left to mend.');
  await Promise.all(bodies);
  test.info().annotations.push({
    type: 'bytes',
    description: JSON.stringify({ kind: 'check of the form', ...bytes }),
  });

  expect(bytes.script, 'the check was not there before').toBeGreaterThan(50_000);
  expect.soft(bytes.script, 'bytes of scripts').toBeLessThanOrEqual(budgets['check of the form'].script);
  expect
    .soft(bytes.data, 'bytes of what the guide holds')
    .toBeLessThanOrEqual(budgets['check of the form'].data);
});
