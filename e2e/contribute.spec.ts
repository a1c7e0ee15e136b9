import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invitationOf } from '../src/model/coverage.ts';
import { repository } from '../src/repository.ts';
import { fieldAnchor, fieldsOf } from '../src/schema/fields.ts';
import { SCHEMAS } from '../src/schema/index.ts';
import { GUIDE, PROJECT, slugsIn } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const FORM = '/contribute/case-study/';

/** One of the three doors, by its heading. */
const door = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** How many case studies name a challenge, by the files. */
function casesOf(challenge: string): number {
  const cases = slugsIn('case-studies').map((slug) => {
    const text = readFileSync(join(PROJECT, 'content/case-studies', `${slug}.md`), 'utf8');
    return (parse(text.split(/^---$/m)[1] ?? '') as { challenges: string[] }).challenges;
  });
  return cases.filter((challenges) => challenges.includes(challenge)).length;
}

for (const javaScriptEnabled of [true, false])
  test.describe(`three doors, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled });

    test('each says how long it takes and what happens then', async ({ page }) => {
      await page.goto('/contribute/');
      for (const [name, time] of [
        ['A link', '2 minutes'],
        ['A case', 'An hour'],
        ['A correction', '5 minutes'],
      ] as const) {
        await expect(door(page, name)).toContainText(time);
        await expect(door(page, name)).toContainText('Then:');
      }

      await expect(page.getByRole('heading', { name: 'What happens then' })).toBeVisible();
    });

    test('a case leads to the form and to its fields', async ({ page }) => {
      await page.goto('/contribute/');

      await expect(
        door(page, 'A case').getByRole('link', { name: 'Fill in the form', exact: true }),
      ).toHaveAttribute('href', FORM);
      await door(page, 'A case').getByRole('link', { name: 'Look up what each field takes' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fields of a case study');
    });

    test('a link and a correction lead to the code host, or say whom to write to', async ({ page }) => {
      await page.goto('/contribute/');
      for (const [name, link, form] of [
        ['A link', 'Suggest a case', 'case'],
        ['A correction', 'Report a mistake', 'mistake'],
        ['A correction', 'Tell us a word you did not find', 'word'],
      ] as const)
        if (repository)
          await expect(door(page, name).getByRole('link', { name: link, exact: true })).toHaveAttribute(
            'href',
            repository.issue(form),
          );
        else await expect(door(page, name)).toContainText('whoever keeps this copy of the guide');
    });

    test('every field has its anchor, and an address with one shows the field', async ({ page }) => {
      await page.goto('/contribute/fields/#sourcedoi');
      const heading = page.getByRole('heading', { name: 'source.doi', exact: true });
      await expect(heading).toBeInViewport();
      const anchors = await page
        .getByRole('main')
        .getByRole('heading')
        .evaluateAll((all) => all.map(({ id }) => id));

      expect(anchors.filter((id) => id !== '')).toEqual(
        fieldsOf(SCHEMAS.caseStudies).map(({ name }) => fieldAnchor(name)),
      );
    });

    test('a challenge with few cases asks for one, and the form knows for which', async ({ page }) => {
      const challenge = 'model-stealing';
      await page.goto(`/challenges/${challenge}/`);
      const invitation = invitationOf(casesOf(challenge)) ?? 'it has enough by now';

      await expect(page.getByRole('link', { name: invitation, exact: true })).toHaveAttribute(
        'href',
        `${FORM}?challenge=${challenge}`,
      );
    });
  });

test('challenges with few cases ask for more, and no others', ({ documents }) => {
  const asking = documents
    .filter(({ links }) => links.some(({ href }) => href.startsWith(`${FORM}?challenge=`)))
    .map(({ path }) => path);
  const few = slugsIn('challenges').filter((slug) => invitationOf(casesOf(slug)) !== undefined);

  expect(few.length).toBeGreaterThan(0);
  expect(few.length).toBeLessThan(slugsIn('challenges').length);
  expect(asking.filter((path) => path.startsWith('/challenges/')).toSorted()).toEqual(
    few.map((slug) => `/challenges/${slug}/`),
  );
});

test('the fields of the page can be jumped to by the list beside them', async ({ page }) => {
  await page.goto('/contribute/fields/');
  await page.getByRole('navigation', { name: 'Fields' }).getByRole('link', { name: 'evidence' }).click();

  await expect(page).toHaveURL('/contribute/fields/#evidence');
  await expect(page.getByRole('heading', { name: 'evidence', exact: true })).toBeInViewport();
  await expect(page.getByText('Another source tells it; the original was not read.')).toBeInViewport();
});

test('whoever sent a case is thanked by name, and nobody else', async ({ page }) => {
  await page.goto('/contribute/');
  const thanks = page.getByRole('region', { name: 'Thanks' });
  const names = slugsIn('case-studies').flatMap((slug) => {
    const text = readFileSync(join(PROJECT, 'content/case-studies', `${slug}.md`), 'utf8');
    return /^contributor: *(.+)$/m.exec(text)?.[1] ?? [];
  });

  if (names.length === 0) await expect(thanks).toContainText('No case study names a contributor yet.');
  for (const name of names) await expect(thanks).toContainText(name);
});

test('the pages print without their navigation, and fit the paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 987 });
  for (const path of ['/contribute/', '/contribute/fields/']) {
    await page.goto(path);

    await expect(page.getByRole('main').getByRole('navigation')).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  }
});

test.describe('under a base path', () => {
  test.use({ baseURL: GUIDE.address });

  test('doors and invitations stay within it', async ({ page }) => {
    await page.goto('./contribute/');
    await expect(door(page, 'A case').getByRole('link', { name: 'Fill in the form' })).toHaveAttribute(
      'href',
      `/guide${FORM}`,
    );
    await page.goto('./challenges/authorship/');

    await expect(page.getByRole('link', { name: /case (study|studies)( yet)?; yours\?$/ })).toHaveAttribute(
      'href',
      `/guide${FORM}?challenge=authorship`,
    );
  });
});
