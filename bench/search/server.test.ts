import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PIECE, type Network } from '../network.ts';
import { serve } from './server.ts';

let folder = '';
const picture = Buffer.alloc(PIECE * 3 + 1, 7);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  writeFileSync(join(folder, 'index.html'), '<p>Hello</p>'.repeat(100));
  writeFileSync(join(folder, 'picture.png'), picture);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test.each<[string, Network | undefined]>([
  ['at once', undefined],
  ['over a slow network', { roundTrip: 1, bytesPerSecond: 1_000_000 }],
])('files are served whole and counted, %s', async (_, network) => {
  const site = await serve(folder, network);
  try {
    const page = await fetch(`${site.address}/`, { headers: { 'sec-fetch-dest': 'document' } });
    expect(await page.text()).toBe('<p>Hello</p>'.repeat(100));
    const image = await fetch(`${site.address}/picture.png`);
    expect(Buffer.from(await image.arrayBuffer()).equals(picture)).toBe(true);
    expect((await fetch(`${site.address}/missing`)).status).toBe(404);

    await expect.poll(() => site.responses.length).toBe(3);
    const [first, second] = site.responses;
    expect(first).toMatchObject({ path: '/', destination: 'document' });
    expect(first?.bytes).toBeLessThan(600);
    expect(second?.bytes).toBeGreaterThan(picture.length);
    for (const { asked, at } of site.responses) expect(at).toBeGreaterThanOrEqual(asked);
  } finally {
    site.close();
  }
});
