import type { Page } from '@playwright/test';
import { onePageOfEachKind } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/** What the policy of the open page allows, by directive. */
async function policyOf(page: Page): Promise<Map<string, string[]>> {
  const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
  return new Map(
    (policy ?? '')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

/** Names of the cascade layers of the open page, in the order that the browser goes by. */
const layersOf = (page: Page) =>
  page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    return [
      ...new Set(
        rules.flatMap((rule) =>
          rule instanceof CSSLayerStatementRule
            ? [...rule.nameList]
            : rule instanceof CSSLayerBlockRule
              ? [rule.name]
              : [],
        ),
      ),
    ];
  });

/** Writes scripts into the open page, as an element and as an attribute, and tells which of them ran. */
const injectedThatRan = (page: Page) =>
  page.evaluate(async () => {
    const ran: string[] = [];
    addEventListener('injected', (event) => ran.push((event as CustomEvent<string>).detail));
    const call = (what: string) => `window.dispatchEvent(new CustomEvent('injected', { detail: '${what}' }))`;
    const script = document.createElement('script');
    script.textContent = call('element');
    document.head.append(script);
    const button = document.createElement('button');
    button.setAttribute('onclick', call('attribute'));
    document.body.append(button);
    button.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return ran;
  });

test('every kind of page has a policy that lets nothing in from elsewhere', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    const policy = await policyOf(page);
    expect.soft(policy.get('default-src'), path).toEqual(["'self'"]);
    expect.soft(policy.get('object-src'), path).toEqual(["'none'"]);
    expect.soft(policy.get('base-uri'), path).toEqual(["'none'"]);
    expect.soft(policy.get('form-action'), path).toEqual(["'self'"]);
    expect.soft(policy.get('style-src'), path).toEqual(["'self'"]);
    expect.soft(policy.get('script-src'), path).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    const sources = [...policy.values()].flat();
    const known = /^('self'|'none'|'wasm-unsafe-eval'|data:|blob:)$/;
    expect
      .soft(
        sources.filter((source) => !known.test(source)),
        path,
      )
      .toEqual([]);
  }
});

test.describe('a script that gets into a page', () => {
  test.use({ expectedComplaints: /inline (script|event handler).*Content Security Policy/i });

  test('does not run', async ({ page }) => {
    await page.goto('about:blank');
    expect(await injectedThatRan(page)).toEqual(['element', 'attribute']);
    for (const path of onePageOfEachKind()) {
      await page.goto(path);
      expect.soft(await injectedThatRan(page), path).toEqual([]);
    }
  });
});

test('a page asks for one style sheet, and has no inline style', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    expect.soft(await page.locator('link[rel="stylesheet"]').count(), path).toBe(1);
    expect.soft(await page.locator('style, [style]').count(), path).toBe(0);
  }
});

test('the layers of the style sheets stand in the order that the house fixes', async ({ page }) => {
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    expect
      .soft(await layersOf(page), path)
      .toEqual(['tokens', 'reset', 'base', 'prose', 'components', 'utilities']);
  }
});
