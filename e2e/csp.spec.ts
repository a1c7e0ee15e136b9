import { onePageOfEachKind } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

test('pages of every kind allow only what the guide itself serves', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    const policy =
      (await page.locator('meta[http-equiv="content-security-policy" i]').getAttribute('content')) ?? '';
    const directives = new Map(
      policy
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name = '', ...sources]) => [name, sources]),
    );

    expect(directives.get('default-src'), path).toEqual(["'self'"]);
    expect(directives.get('object-src'), path).toEqual(["'none'"]);
    expect(directives.get('base-uri'), path).toEqual(["'none'"]);
    expect(directives.get('script-src'), path).not.toContain("'unsafe-inline'");
    expect(directives.get('script-src'), path).not.toContain("'unsafe-eval'");
    expect(policy, path).not.toMatch(/https?:/);
  }
});

test.describe('an injected script', () => {
  test.use({ expectedComplaints: /Content Security Policy|no-such-image|404/ });

  test('does not run', async ({ page }) => {
    await page.goto('/challenges/concept-drift/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'document.title = "owned"');
      image.src = '/no-such-image';
      document.body.append(image);
    });
    await page.waitForTimeout(300);

    await expect(page).toHaveTitle(/^Concept drift/);
  });
});

test('the layers of style stand in their order on pages of every kind', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    const layers = await page.evaluate(() => {
      const names: string[] = [];
      const walk = (rules: CSSRuleList) => {
        for (const rule of rules) {
          if (rule instanceof CSSLayerStatementRule) names.push(...rule.nameList);
          else if (rule instanceof CSSLayerBlockRule) names.push(rule.name);
        }
      };
      for (const sheet of document.styleSheets) walk(sheet.cssRules);
      return [...new Set(names)];
    });

    expect(layers, path).toEqual(['tokens', 'reset', 'base', 'prose', 'components', 'utilities']);
  }
});
