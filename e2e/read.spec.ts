import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Workflow } from '../src/schema/workflow.ts';
import { PROJECT, slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const { stages } = parse(readFileSync(join(PROJECT, 'content/workflow.yaml'), 'utf8')) as Workflow;

test('a reader goes from home by stage to a challenge, a mitigation, a case and back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Model deployment', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Model deployment');
  await page.getByRole('region', { name: 'Updating' }).getByRole('link', { name: 'Concept drift' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
  await page.getByRole('main').getByRole('link', { name: 'Drift monitoring', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drift monitoring');
  await page.getByRole('region', { name: 'In the case studies' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/case-studies\/.+\//);
  await page.getByRole('region', { name: 'Mitigations' }).getByRole('link', { name: 'Drift monitoring' }).click();
  await page
    .getByRole('region', { name: 'Challenges it helps against' })
    .getByRole('link', { name: 'Concept drift' })
    .click();
  await expect(page).toHaveURL('/challenges/concept-drift/');
});

test('the breadcrumb leads to the stage and to the step', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
  await crumbs.getByRole('link', { name: 'Updating' }).click();
  await expect(page).toHaveURL('/stages/model-deployment/#updating');
  await expect(page.getByRole('heading', { name: 'Updating' })).toBeInViewport();
  await page.goBack();
  await crumbs.getByRole('link', { name: 'Model deployment' }).click();
  await expect(page).toHaveURL('/stages/model-deployment/');
});

test('"next" walks through every challenge once, stage after stage', async ({ page }) => {
  await page.goto('/challenges/data-discovery/');
  const walked: string[] = [];
  const stagesWalked: string[] = [];
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
  const sequence = page.getByRole('navigation', { name: 'Previous and next challenge in the workflow' });
  for (;;) {
    walked.push(new URL(page.url()).pathname.split('/')[2] ?? '');
    const stage = (await crumbs.getByRole('link').nth(1).textContent()) ?? '';
    if (stagesWalked.at(-1) !== stage) stagesWalked.push(stage);
    const next = sequence.getByRole('link', { name: /^Next/ });
    if ((await next.count()) === 0) break;
    expect(walked.length).toBeLessThanOrEqual(slugsIn('challenges').length);
    await next.click();
    await expect(sequence.getByRole('link', { name: /^Previous/ })).toBeVisible();
  }

  expect(walked.toSorted()).toEqual(slugsIn('challenges'));
  expect(stagesWalked).toEqual(stages.map(({ title }) => title));
});

test('the contents of a page lead to its sections', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/challenges/concept-drift/');
  const links = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  for (const name of await links.allTextContents()) {
    await links.filter({ hasText: name }).first().click();
    await expect(page.getByRole('heading', { level: 2, name: name.trim(), exact: true })).toBeInViewport();
  }
});

test('a citation leads to its reference, and the reference back to the citation', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');
  await page.getByRole('link', { name: 'Reference 1', exact: true }).first().click();
  await expect(page).toHaveURL(/#ref-/);
  const reference = page.locator(':target');
  await expect(reference).toBeInViewport();
  await expect(reference.getByRole('link', { name: /doi\.org|arxiv\.org|\./ }).first()).toBeVisible();
  await reference.getByRole('link', { name: 'Back to the text, place 1' }).click();
  await expect(page).toHaveURL(/#cite-.+-1$/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('the bibliography has an anchor for every case study', async ({ page }) => {
  await page.goto('/references/#ref-zillow-offers-shutdown');

  await expect(page.locator(':target')).toContainText('Zillow');
  for (const slug of slugsIn('case-studies')) await expect(page.locator(`[id="ref-${slug}"]`)).toHaveCount(1);
});

test('a case study says how it was seen, when it was checked, and what its figures cover', async ({ page }) => {
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
  await expect(facts.getByRole('link', { name: 'seen here' })).toHaveAttribute('href', /^https:\/\/github\.com\//);
});

test('without a known repository there are no links to edit or report', async ({ page }) => {
  await page.goto('/challenges/concept-drift/');

  await expect(page.getByRole('link', { name: /Edit this page|Report a problem/ })).toHaveCount(
    process.env['REPOSITORY'] || process.env['GITHUB_REPOSITORY'] ? 2 : 0,
  );
});
