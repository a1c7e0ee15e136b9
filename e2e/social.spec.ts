import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { fileOf, GUIDE, kindOf, pathsOf, ROOT, type Site } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

/** What a page tells those who show links to it; read from its file, since there are many. */
function toldBy(site: Site, path: string) {
  const html = readFileSync(fileOf(site, path), 'utf8');
  const valueOf = (property: string) =>
    new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1] ?? '';
  return { path, image: valueOf('og:image'), alt: valueOf('og:image:alt') };
}

const KINDS_WITH_A_CARD_EACH = ['challenges', 'mitigations', 'tools', 'approaches', 'stages'];

for (const [site, root, name] of [
  [ROOT, 'http://localhost:4321/social/', 'at the root'],
  [GUIDE, 'https://guide.example/guide/social/', 'under a base path'],
] as const)
  test(`every page of the guide ${name} names a picture by its full address, and says what it shows`, () => {
    const pages = pathsOf(site).map((path) => toldBy(site, path));
    const drawn = new Set(
      readdirSync(join(site.folder, 'social'), { recursive: true, encoding: 'utf8' }).map((file) =>
        file.replaceAll('\\', '/'),
      ),
    );

    expect(pages.filter(({ image }) => !image.startsWith(root))).toEqual([]);
    expect(pages.filter(({ image }) => !drawn.has(image.slice(root.length)))).toEqual([]);
    expect(pages.filter(({ alt }) => !alt.startsWith('Card of the ML Deployment Field Guide'))).toEqual([]);
  });

test('each entry has a card of its own, and case studies one a kind', () => {
  const byKind = Map.groupBy(pathsOf(ROOT), (path) => kindOf(path));
  const imagesOf = (kind: string) =>
    (byKind.get(`/${kind}/*/`) ?? []).map((path) => [path, new URL(toldBy(ROOT, path).image).pathname]);

  for (const kind of KINDS_WITH_A_CARD_EACH)
    expect(imagesOf(kind)).toEqual(
      (byKind.get(`/${kind}/*/`) ?? []).map((path) => [path, `/social${path.slice(0, -1)}.png`]),
    );
  const ofCases = new Set(imagesOf('case-studies').map(([, image]) => image));
  expect(ofCases.size).toBeGreaterThan(1);
  expect(ofCases.size).toBeLessThanOrEqual(6);
});

test('every picture is a PNG of 1200 by 630 pixels that can be read to its end, and none is heavy', async () => {
  const folder = join(ROOT.folder, 'social');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes('.'),
  );
  const pictures = await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(join(folder, file));
      const { format, width, height } = await sharp(bytes).metadata();
      await sharp(bytes).stats();
      return { file, kind: `${format} ${width} × ${height}`, bytes: bytes.length, hash: hashOf(bytes) };
    }),
  );

  expect(pictures.filter(({ kind }) => kind !== 'png 1200 × 630')).toEqual([]);
  expect(pictures.filter(({ bytes }) => bytes >= 30_000)).toEqual([]);
  expect(new Set(pictures.map(({ hash }) => hash)).size).toBe(pictures.length);
});

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the picture of a page is what its server sends', async ({ page, request }) => {
  await page.goto('/challenges/concept-drift/');
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  const answer = await request.get(new URL(image ?? '').pathname);

  expect(answer.headers()['content-type']).toBe('image/png');
  expect(await sharp(await answer.body()).metadata()).toMatchObject({ width: 1200, height: 630 });
});
