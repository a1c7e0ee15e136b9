import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import budgets from './budgets.json' with { type: 'json' };
import { fileOf, kindOf, onePageOfEachKind, pathsOf, ROOT } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/** Bytes that a server sends for a file, compressed as servers do on the fly. */
const sent = (body: Buffer | string) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const limitsOf: Record<string, { html?: number; css?: number; script: number }> = budgets;

for (const example of onePageOfEachKind()) {
  const kind = kindOf(example);
  test(`${kind} stays within its budget of bytes`, async ({ page }) => {
    const bytes = { html: 0, css: 0, script: 0 };
    const paths = [...pathsOf(ROOT), '/404.html'].filter((path) => kindOf(path) === kind);
    bytes.html = Math.max(...paths.map((path) => sent(readFileSync(fileOf(ROOT, path)))));
    const bodies: Promise<void>[] = [];
    page.on('response', (response) => {
      const part = { stylesheet: 'css', script: 'script' }[response.request().resourceType()] as
        'css' | 'script' | undefined;
      if (part) bodies.push(response.body().then((body) => void (bytes[part] += sent(body))));
    });
    await page.goto(example, { waitUntil: 'networkidle' });
    await Promise.all(bodies);
    // Stands in the JSON report, for whoever sets the budgets anew.
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify({ kind, ...bytes }) });
    const { html = 0, css = 0, script = 0 } = limitsOf[kind] ?? {};

    expect.soft(bytes.html, 'bytes of HTML of the heaviest page').toBeLessThanOrEqual(html);
    expect.soft(bytes.css, 'bytes of style sheets').toBeLessThanOrEqual(css);
    expect.soft(bytes.script, 'bytes of scripts before anyone searches').toBeLessThanOrEqual(script);
  });
}
