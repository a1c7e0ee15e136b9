import type { Page } from '@playwright/test';
import { GUIDE } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const TWO = '/compare/?case-studies=air-canada-chatbot,microsoft-tay-chatbot';

const table = (page: Page) => page.getByRole('table');
const status = (page: Page) => page.getByRole('main').getByRole('status');
const remarks = (page: Page) => page.getByRole('list', { name: 'What was not as the address has it' });
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const chosen = (page: Page) => page.getByRole('list', { name: 'Chosen' }).getByRole('listitem');

test('two case studies stand side by side, and what both say is marked', async ({ page }) => {
  await page.goto(TWO);
  await expect(table(page).getByRole('columnheader').getByRole('link')).toHaveCount(2);
  await expect(row(page, 'Organisation').getByRole('cell')).toHaveText([/Air Canada/, /Microsoft/]);
  await expect(row(page, 'Challenges').getByRole('cell').first()).toContainText(
    'Edge case testing also in B',
  );
  await expect(row(page, 'Mitigations').getByRole('cell').nth(1)).toContainText('Did not help; used');
  await expect(status(page)).toHaveText('2 case studies side by side.');
  await table(page).getByRole('columnheader').getByRole('link').first().click();

  await expect(page).toHaveURL('/case-studies/air-canada-chatbot/');
});

test('entries are taken out and added with the keyboard, and the address goes along', async ({ page }) => {
  await page.goto(TWO);
  await chosen(page)
    .nth(1)
    .getByRole('button', { name: /^Remove Microsoft Tay/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/compare/?case-studies=air-canada-chatbot');
  await expect(status(page)).toHaveText(/One case study alone cannot be compared/);
  await expect(table(page)).toBeHidden();
  await expect(chosen(page).getByRole('button')).toBeFocused();
  await page.getByRole('combobox', { name: /Add a case study/ }).fill('tay: coordinated');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(TWO);
  await expect(table(page)).toBeVisible();
  await page.goBack();

  await expect(chosen(page)).toHaveCount(1);
});

test('an address with old, unknown and too many slugs is told what became of each', async ({ page }) => {
  await page.goto(
    '/compare/?mitigations=staged-rollout-auto-rollback,shaddow-deployment,ab-testing,model-cards,red-teaming,feature-store',
  );
  await expect(chosen(page)).toHaveCount(4);
  await expect(remarks(page).getByRole('listitem')).toHaveText([
    /“staged-rollout-auto-rollback” is called “.+” today/,
    /There is no mitigation “shaddow-deployment”/,
    /4 fit side by side; “.+” was left out/,
  ]);
  await page.goto('/compare/?mitigations=ab-testing,shaddow-deployment');
  await remarks(page).getByRole('link', { name: 'Shadow deployment' }).click();

  await expect(page).toHaveURL('/compare/?mitigations=ab-testing,shadow-deployment');
  await expect(table(page).getByRole('rowheader', { name: 'Effort' })).toBeVisible();
});

test('two tools are chosen by typing, and stand side by side with what is known of them', async ({
  page,
}) => {
  await page.goto('/compare/');
  await page
    .getByRole('navigation', { name: 'What to compare' })
    .getByRole('link', { name: 'Tools' })
    .click();
  await expect(status(page)).toHaveText('Choose 2 to 4 tools.');
  for (const typed of ['evidently', 'alibi']) {
    await page.getByRole('combobox', { name: /Add a tool/ }).fill(typed);
    await page.keyboard.press('Enter');
  }

  await expect(page).toHaveURL('/compare/?tools=evidently,alibi-detect');
  await expect(status(page)).toHaveText('2 tools side by side.');
  await expect(row(page, 'What it is for').getByRole('cell').first()).toContainText(
    'Concept drift also in B drift presets compare',
  );
  await expect(row(page, 'Mitigations it supports').getByRole('cell').nth(1)).toContainText(
    'Drift monitoring also in A',
  );
  await expect(row(page, 'Licence').getByRole('cell')).toHaveText([
    /Apache-2\.0 Open source/,
    /BUSL-1\.1.* Not open source/,
  ]);
  await expect(row(page, 'Upkeep').getByRole('cell').first()).toContainText(/Active, as of \d{4}/);
  await row(page, 'Strengths and limits')
    .getByRole('link', { name: /^Limits/ })
    .nth(1)
    .click();

  await expect(page).toHaveURL('/tools/alibi-detect/#limits');
  await expect(page.getByRole('heading', { name: 'Limits' })).toBeInViewport();
});

test('an address names tools, and what is not known of one is left open', async ({ page }) => {
  await page.goto('/compare/?tools=prodigy,evidentl,label-studio');

  await expect(chosen(page)).toHaveCount(2);
  await expect(remarks(page)).toContainText('There is no tool “evidentl”. Add the nearest: Evidently');
  await expect(row(page, 'Newest release seen').getByRole('cell').first()).toHaveText(
    /Nothing in the record/,
  );
});

test('an address with several kinds shows one of them, and says so', async ({ page }) => {
  await page.goto('/compare/?tools=evidently,nannyml&mitigations=ab-testing,shadow-deployment');

  await expect(remarks(page).getByRole('listitem')).toHaveText([
    'A table holds entries of one kind; here are the mitigations.',
  ]);
  await expect(table(page).getByRole('columnheader').getByRole('link')).toHaveCount(2);
});

test('the name of a tool among the mitigations leads to the tools', async ({ page }) => {
  await page.goto('/compare/?mitigations=drift-monitoring');
  await page.getByRole('combobox', { name: /Add a mitigation/ }).fill('evidently');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('“Evidently” is a tool, not a mitigation.');
  await remarks(page).getByRole('link', { name: 'Compare “Evidently” with other tools' }).click();

  await expect(page).toHaveURL('/compare/?tools=evidently');
  await expect(chosen(page)).toHaveText([/Evidently/]);
});

test('words that no title has, or several, are answered with what to do', async ({ page }) => {
  await page.goto('/compare/?mitigations=');
  const input = page.getByRole('combobox', { name: /Add a mitigation/ });
  await input.fill('qwertz');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('No mitigation has “qwertz” in its title.');
  await input.fill('testing');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText(
    /^\d+ mitigations have “testing” in their titles\. Type more of the one you mean\.$/,
  );
  await remarks(page)
    .getByRole('link', { name: /^A\/B testing/ })
    .click();

  await expect(page).toHaveURL('/compare/?mitigations=ab-testing');
});

test('what strangers write into the address is only ever text', async ({ page }) => {
  await page.goto(
    '/compare/?case-studies=%3Cimg src=x onerror=alert(1)%3E,__proto__,..%2F..%2Fdata%2Fcatalogue',
  );

  await expect(remarks(page)).toContainText('There is no case study “<img src=x onerror=alert(1)>”');
  await expect(remarks(page).getByRole('listitem')).toHaveCount(3);
  await expect(status(page)).toHaveText('Choose 2 to 4 case studies.');
});

test('on a phone every row tells what each entry says, and nothing has to be pushed sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const query of [
    'mitigations=shadow-deployment,canary-release,ab-testing,feature-store',
    'tools=evidently,alibi-detect,nannyml,whylogs',
  ]) {
    await page.goto(`/compare/?${query}`);
    await expect(table(page).getByRole('row').nth(1).getByRole('cell')).toHaveText([
      /^A /,
      /^B /,
      /^C /,
      /^D /,
    ]);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const region = page.getByRole('region', { name: 'Side by side' });
    expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  }
});

test('case studies and mitigations lead to a table with their likes', async ({ page }) => {
  for (const path of ['/case-studies/air-canada-chatbot/', '/mitigations/shadow-deployment/']) {
    await page.goto(path);
    await page
      .getByRole('region', { name: /^Similar/ })
      .getByRole('link', { name: /^Compare with/ })
      .first()
      .click();
    await expect(table(page).getByRole('columnheader').getByRole('link')).toHaveCount(2);
  }
});

test('a tool says why another is an alternative, and leads to a table with it', async ({ page }) => {
  await page.goto('/tools/evidently/');
  const alternatives = page.getByRole('region', { name: 'Alternatives' });
  await expect(alternatives.getByRole('listitem').filter({ hasText: 'Alibi Detect' })).toContainText(
    'shares concept drift',
  );
  await alternatives.getByRole('link', { name: 'Compare with Alibi Detect' }).click();

  await expect(page).toHaveURL('/compare/?tools=evidently,alibi-detect');
  await expect(table(page).getByRole('columnheader').getByRole('link')).toHaveText([
    'Evidently',
    'Alibi Detect',
  ]);
});

test('an alternative that is an approach says why, and cannot be set beside a tool', async ({ page }) => {
  await page.goto('/tools/fairlearn/');
  const approach = page
    .getByRole('region', { name: 'Alternatives' })
    .getByRole('listitem')
    .filter({ has: page.locator('a[href^="/approaches/"]') });

  await expect(approach).toContainText('shares ');
  await expect(approach.getByRole('link')).toHaveCount(1);
});

test('the list of tools leads to comparing them', async ({ page }) => {
  await page.goto('/tools/');
  await page.getByRole('main').getByRole('link', { name: 'Compare tools side by side' }).click();

  await expect(page.getByRole('combobox', { name: /Add a tool/ })).toBeVisible();
});

test('a mitigation that turned out differently leads to the two cases', async ({ page }) => {
  await page.goto('/mitigations/red-teaming/');
  const differently = page.getByRole('region', { name: 'Where it turned out differently' });
  await expect(differently).toContainText('A different outcome does not prove a cause');
  await differently
    .getByRole('link', { name: /^Compare/ })
    .first()
    .click();

  await expect(table(page)).toContainText('Did not help; used');
});

test('whoever adds faster than the files come loses nothing', async ({ page }) => {
  const held: (() => void)[] = [];
  await page.route('**/compare/mitigations/*.json', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.goto('/compare/?mitigations=');
  for (const [at, title] of ['Shadow deployment', 'Drift monitoring', 'Feature store'].entries()) {
    await page.getByRole('combobox', { name: /Add a mitigation/ }).fill(title);
    await page.keyboard.press('Enter');
    await expect(chosen(page)).toHaveCount(at + 1);
  }
  await expect.poll(() => held.length).toBe(3);
  for (const release of held) release();

  await expect(page).toHaveURL(/\?mitigations=shadow-deployment,drift-monitoring,feature-store$/);
  await expect(table(page).getByRole('columnheader').getByRole('link')).toHaveCount(3);
});

test.describe('when the files do not come', () => {
  test.use({ expectedComplaints: /case-studies\.json|google-flu-trends\.json|Failed to load/ });

  test('the page says so', async ({ page }) => {
    await page.route('**/compare/case-studies.json', (route) => route.abort());
    await page.goto(TWO);

    await expect(status(page)).toHaveText(/could not be loaded/);
  });

  test('nothing is said of names that cannot be known, and the list comes with the next try', async ({
    page,
  }) => {
    await page.route('**/compare/case-studies.json', (route) => route.abort());
    await page.goto(TWO);
    await expect(status(page)).toHaveText(/could not be loaded/);
    await page.getByRole('combobox', { name: /Add a case study/ }).fill('google flu');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(status(page)).toHaveText(/could not be loaded/);
    await expect(remarks(page).getByRole('listitem')).toHaveCount(0);
    await page.unroute('**/compare/case-studies.json');
    await page.getByRole('button', { name: 'Add' }).click();

    await expect(chosen(page)).toHaveCount(2);
  });

  test('the table of an earlier choice does not stay under another', async ({ page }) => {
    await page.goto(TWO);
    await expect(table(page)).toBeVisible();
    await page.route('**/compare/case-studies/google-flu-trends.json', (route) => route.abort());
    await page.getByRole('combobox', { name: /Add a case study/ }).fill('google flu');
    await page.keyboard.press('Enter');

    await expect(status(page)).toHaveText(/could not be loaded/);
    await expect(chosen(page)).toHaveCount(3);
    await expect(table(page)).toBeHidden();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('pairs of tools stand there, and the list of tools is within reach', async ({ page }) => {
    await page.goto('/compare/');
    const pairs = page
      .getByRole('region', { name: 'Tools for the same challenges' })
      .getByRole('listitem')
      .filter({ hasText: 'Concept drift' });
    await expect(pairs.getByRole('link', { name: / and / })).toHaveAttribute(
      'href',
      /^\/compare\/\?tools=[a-z0-9-]+,[a-z0-9-]+$/,
    );
    // The notice on what the table needs.
    await page.locator('noscript').getByRole('link', { name: 'tool', exact: true }).click();

    await expect(page).toHaveURL('/tools/');
  });

  test('the pairs of opposite outcomes stand there, and the page says what the table needs', async ({
    page,
  }) => {
    await page.goto('/compare/');
    // Playwright reads no text of <noscript>, but finds what is in it.
    await expect(page.getByRole('main').getByRole('link', { name: 'mitigation', exact: true })).toBeVisible();
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    const pairs = page.getByRole('region', { name: /helped here, did not help there/ }).getByRole('listitem');
    await expect(pairs.first()).toContainText('The records differ in');

    await expect(pairs.first().getByRole('link', { name: /^Compare/ })).toHaveAttribute(
      'href',
      /^\/compare\/\?case-studies=[a-z0-9-]+,[a-z0-9-]+$/,
    );
  });
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('the table is filled, and its links stay inside', async ({ page }) => {
    await page.goto(`.${TWO}`);

    await expect(table(page).getByRole('columnheader').getByRole('link').first()).toHaveAttribute(
      'href',
      '/guide/case-studies/air-canada-chatbot/',
    );
  });
});

test('a challenge shows its neighbours, with who names whom', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  const plate = page.getByRole('figure').filter({ hasText: 'neighbours in' });
  await expect(plate.getByRole('listitem').filter({ hasText: 'Outlier detection' })).toContainText(
    'both ways',
  );
  await expect(plate.getByRole('listitem').filter({ hasText: 'Data cleaning' })).toContainText('names it');
  await plate.getByRole('link', { name: 'Data cleaning' }).click();

  await expect(page).toHaveURL('/challenges/data-cleaning/');
});

test('a stage shows where it stands in the workflow, and leads to the steps of every stage', async ({
  page,
}) => {
  await page.goto('/stages/model-verification/');
  const workflow = page.getByRole('navigation', { name: 'Workflow' });
  await expect(workflow.getByRole('link', { name: /Model verification/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await workflow.getByRole('link', { name: 'Monitoring' }).click();

  await expect(page).toHaveURL('/stages/model-deployment/#monitoring');
});
