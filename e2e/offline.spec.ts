import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { workerScript } from '../src/offline/integration.ts';
import { hashOf, releaseInWords, type CopyList } from '../src/offline/list.ts';
import { faultsOf, watch } from './fixtures/hostile-watch.ts';
import { expect, test, type OwnServer } from './fixtures/own-server.ts';
import { GUIDE, HOSTILE_SITE, onePageOfEachKind } from './fixtures/sites.ts';
import { HOSTILE, type HostileCase } from './fixtures/hostile.ts';

const note = (page: Page) => page.locator('.kept-copy');
const status = (page: Page) => page.locator('offline-copy').getByRole('status');
const button = (page: Page, name: string) => page.locator('offline-copy').getByRole('button', { name });

const listOf = async (server: OwnServer, base = '/') =>
  JSON.parse(await server.file(`${base}offline.json`)) as CopyList;

/** A copy of a few pages, so that a test need not fetch them all. */
async function offerSmallCopy(
  server: OwnServer,
  base = '/',
  more: readonly string[] = [],
): Promise<CopyList> {
  const list = await listOf(server, base);
  const paths = ['', 'offline/', 'offline/missing/', 'challenges/concept-drift/', ...more];
  const small = {
    ...list,
    files: list.files.filter(([path]) => paths.includes(path) || /^_astro\/|\.css$|\.svg$/.test(path)),
  };
  server.instead.set(`${base}offline.json`, { body: JSON.stringify(small), type: 'application/json' });
  return small;
}

async function keep(page: Page): Promise<void> {
  await page.goto('./offline/');
  await button(page, 'Keep the guide on this device').click();
  await expect(status(page)).toContainText('This is the guide of today.', { timeout: 120_000 });
}

const withHeading = (html: string, heading: string) => html.replace(/(<h1[^>]*>)[^<]*/, `$1${heading}`);

/** Publishes a later guide, in which one page of the copy has another heading. */
async function publish(server: OwnServer, list: CopyList, path: string, heading: string): Promise<void> {
  const body = withHeading(await server.file(path), heading);
  const bytes = new TextEncoder().encode(body);
  const hash = await hashOf(bytes);
  const later = {
    id: 'later',
    version: '9.9.9',
    date: '2026-12-01T12:00:00Z',
    files: list.files.map((file) => (`/${file[0]}` === path ? [file[0], hash, bytes.length] : file)),
  };
  server.instead.set(path, { body });
  server.instead.set('/offline.json', { body: JSON.stringify(later), type: 'application/json' });
}

/** What axe finds wrong on the page that is open. */
async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What this site has stored in the browser: caches with their contents, and workers. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  }));

/** The browser has nothing to show but its own page for that. */
async function expectUnreachable(page: Page, path: string): Promise<void> {
  await expect(page.goto(path)).rejects.toThrow('ERR_CONNECTION_REFUSED');
  await page.waitForURL(/^chrome-error:/);
}

// What is asked of a host that is not there fails, and the browser says so.
const NO_NETWORK =
  /ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|\b50[23]\b|offline\.json/;

test.describe('a reader who keeps the guide', () => {
  test.use({ expectedComplaints: NO_NETWORK });

  test('reads every kind of page, searches and follows an old address without a network', async ({
    page,
    server,
  }) => {
    await page.goto('/offline/');
    await expect(status(page)).toHaveText('Nothing of the guide is kept on this device.');
    expect(await stored(page)).toEqual({ caches: [], workers: [] });
    await keep(page);
    const list = await listOf(server);
    const line = `this is the copy of ${releaseInWords(list)}.`;
    await server.stop();

    for (const path of onePageOfEachKind()) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(note(page)).toContainText(`Opened without a network: ${line}`);
    }
    await page.goto('/search/?q=concept+drift');
    const results = page.getByRole('list', { name: 'Search results' }).getByRole('link');
    await expect(results.first()).toHaveText('Concept drift');
    await page.goto('/search/?q=loan&type=case-study');
    await expect(page.getByRole('main').getByRole('status').first()).toContainText('found');
    await page.goto('/challenges/concept-drift/');
    await page.keyboard.press('/');
    await page.keyboard.type('shadow');
    await page
      .getByRole('dialog')
      .getByRole('list', { name: 'Quick results' })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/shadow/i);
    await page.goto('/case-studies/air-canada-chatbot-liability/');
    await page.waitForURL('/case-studies/air-canada-chatbot/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.goto('/compare/?case-studies=air-canada-chatbot-liability,microsoft-tay-chatbot');
    await expect(page.getByRole('table')).toBeVisible();
  });

  test('learns of a page that the copy does not hold, and is led on', async ({ page, server }) => {
    await offerSmallCopy(server);
    await keep(page);
    await server.stop();
    await page.goto('/data/catalogue.json?x');

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not in the copy');
    await expect(note(page)).toContainText('Opened without a network');
    expect(await violationsOf(page)).toEqual([]);
    await page.goto('/challenges/concept-drift?x=1');
    await expect(page).toHaveURL('/challenges/concept-drift/?x=1');
  });

  test('reads the guide of today while there is a network, and the copy with its date when there is none', async ({
    page,
    server,
  }) => {
    const { date = '', version } = await offerSmallCopy(server);
    await keep(page);
    const path = '/challenges/concept-drift/';
    const heading = page.getByRole('heading', { level: 1 });
    server.instead.set(path, { body: withHeading(await server.file(path), 'Concept drift, revised') });
    await page.goto(path);
    await expect(heading).toHaveText('Concept drift, revised');
    await expect(note(page)).toHaveCount(0);

    await server.stop();
    await page.goto(path);
    await expect(heading).toHaveText('Concept drift');
    await expect(note(page)).toHaveText(
      `Opened without a network: this is the copy of ${releaseInWords({ date, version })}. About this copy`,
    );
    await expect(page.locator('body > .skip-link ~ .kept-copy + header')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page)).toEqual([]);
    }

    await server.start();
    await page.goto(path);
    await expect(heading).toHaveText('Concept drift, revised');
    await expect(note(page)).toHaveCount(0);
  });

  test('gets the copy, and is told, when the host is silent or at fault', async ({ page, server }) => {
    await offerSmallCopy(server);
    await keep(page);
    server.instead.set('/challenges/concept-drift/', { status: 502, body: 'Bad gateway' });
    await page.goto('/challenges/concept-drift/');
    await expect(note(page)).toContainText('Opened while the host of the guide had a fault');

    server.instead.set('/challenges/concept-drift/', { isSilent: true });
    await page.goto('/challenges/concept-drift/');
    await expect(note(page)).toContainText('Opened while the network did not answer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
    // What the copy lacks is waited for, and shown as the host answers.
    server.instead.set('/about/', { status: 502, body: 'Bad gateway' });
    await page.goto('/about/');
    await expect(page.getByText('Bad gateway')).toBeVisible();
  });

  test('gets pages and their data from one build, whatever the network does', async ({ page, server }) => {
    await offerSmallCopy(server, '/', ['search/names.json']);
    await keep(page);
    const names = () =>
      page.evaluate(async () => {
        const answer = await fetch('/search/names.json').catch(() => undefined);
        return answer ? (await answer.text()).slice(0, 10) : 'none';
      });
    const before = (await server.file('/search/names.json')).slice(0, 10);
    server.instead.set('/search/names.json', { body: 'Of another build', type: 'application/json' });

    await page.goto('/challenges/concept-drift/');
    expect(await names()).toBe('Of another');
    await server.stop();
    expect(await names()).toBe('none');
    await page.goto('/challenges/concept-drift/');
    expect(await names()).toBe(before);
    await server.start();
    expect(await names()).toBe(before);
  });

  test('updates it by fetching what has changed, once the page has told how much', async ({
    page,
    server,
  }) => {
    const list = await offerSmallCopy(server);
    await keep(page);
    const path = '/challenges/concept-drift/';
    await publish(server, list, path, 'Concept drift, revised');
    await page.goto('/offline/');
    await expect(status(page)).toContainText(
      /The guide has changed since, and is now that of 1 December 2026, version 9\.9\.9: 1 file to fetch, \d+ kB\./,
    );
    server.asked.length = 0;
    await button(page, 'Update now').click();
    await expect(status(page)).toHaveText(
      'Kept on this device: the guide of 1 December 2026, version 9.9.9. This is the guide of today.',
    );
    await expect(button(page, 'Remove from this device')).toBeFocused();
    expect([...new Set(server.asked)].toSorted()).toEqual([path, '/offline-worker.js', '/offline.json']);

    await server.stop();
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift, revised');
    await expect(note(page)).toContainText('1 December 2026, version 9.9.9');
    await page.goto('/offline/');
    await expect(status(page)).toContainText(
      'Whether the guide has changed since cannot be told without a network.',
    );
  });

  test('removes it, and nothing stays', async ({ page, server }) => {
    await offerSmallCopy(server);
    await keep(page);
    expect((await stored(page)).workers).toEqual(['/']);
    await server.stop();
    await page.goto('/challenges/concept-drift/');
    await server.start();
    await page.goto('/offline/');
    await button(page, 'Remove from this device').click();
    await expect(status(page)).toHaveText('Removed: nothing of the guide is kept on this device.');
    await expect(button(page, 'Keep the guide on this device')).toBeFocused();
    expect(await stored(page)).toEqual({ caches: [], workers: [] });

    await page.goto('/about/');
    await server.stop();
    await expectUnreachable(page, '/challenges/concept-drift/');
  });

  test('loses it where the site offers copies no more', async ({ page, server }) => {
    await offerSmallCopy(server);
    await keep(page);
    server.instead.set('/offline-worker.js', {
      body: await workerScript('farewell'),
      type: 'text/javascript',
    });
    server.instead.set('/offline.json', { status: 404, body: '' });
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations())
        await registration.update();
    });
    await expect.poll(() => stored(page)).toEqual({ caches: [], workers: [] });

    await page.goto('/offline/');
    await button(page, 'Keep the guide on this device').click();
    await expect(status(page)).toContainText('This site offers no copy at present.');
  });
});

test.describe('a copy that cannot be made whole', () => {
  test.use({ expectedComplaints: NO_NETWORK });

  /** Nothing is served from a copy. */
  async function expectNoCopy(page: Page, server: OwnServer) {
    expect((await stored(page)).workers).toEqual([]);
    expect((await stored(page)).caches.filter((name) => !name.endsWith('files'))).toEqual([]);
    await server.stop();
    await expectUnreachable(page, '/challenges/concept-drift/');
    await server.start();
    await page.goto('/offline/');
  }

  test('is none, and goes on from what is there', async ({ page, server }) => {
    const { files } = await offerSmallCopy(server);
    server.instead.set('/challenges/concept-drift/', { isBroken: true });
    await page.goto('/offline/');
    await button(page, 'Keep the guide on this device').click();
    await expect(status(page)).toContainText('The network failed.');
    await expect(button(page, 'Go on')).toBeFocused();
    await expectNoCopy(page, server);
    await expect(status(page)).toContainText('They are of no use until all of it is here.');
    expect(await violationsOf(page)).toEqual([]);

    server.instead.delete('/challenges/concept-drift/');
    server.asked.length = 0;
    await button(page, 'Go on').click();
    await expect(status(page)).toContainText('This is the guide of today.');
    expect(server.asked).toContain('/challenges/concept-drift/');
    expect(server.asked.length).toBeLessThan(files.length);
  });

  test('is none where the device is full', async ({ page, server }) => {
    await offerSmallCopy(server);
    await page.goto('/offline/');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(server.address).origin,
      quotaSize: 90_000,
    });
    await button(page, 'Keep the guide on this device').click();
    await expect(status(page)).toContainText('This device has no room for all of it.');
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(server.address).origin });
    await expectNoCopy(page, server);
    await button(page, 'Remove what was fetched').click();
    await expect(status(page)).toHaveText('Removed: nothing of the guide is kept on this device.');
    expect(await stored(page)).toEqual({ caches: [], workers: [] });
  });

  test('is none where the host sends something else than was built', async ({ page, server }) => {
    await offerSmallCopy(server);
    server.instead.set('/challenges/concept-drift/', { body: '<p>Something else' });
    await page.goto('/offline/');
    await button(page, 'Keep the guide on this device').click();
    await expect(status(page)).toContainText(
      'The host sends “/challenges/concept-drift/” otherwise than the guide was built',
    );
    await expectNoCopy(page, server);
  });

  test('is none when the reader stops it', async ({ page, server }) => {
    await offerSmallCopy(server);
    server.instead.set('/challenges/concept-drift/', { isSilent: true });
    await page.goto('/offline/');
    await button(page, 'Keep the guide on this device').click();
    await expect(page.getByRole('progressbar', { name: 'The guide on this device' })).toBeVisible();
    await expect(page.locator('offline-copy .count')).toContainText(/^\d+ of \d+ files, .* of .*$/);
    await button(page, 'Stop').click();
    await expect(status(page)).toContainText('Stopped.');
    await expectNoCopy(page, server);
  });

  test('is begun anew when the guide is published while it is fetched', async ({ page, server }) => {
    const list = await offerSmallCopy(server);
    await page.goto('/offline/');
    // The list is of before, and the page is of now already.
    await page.route('**/offline.json', (route) => route.fulfill({ json: list }), { times: 1 });
    await publish(server, list, '/challenges/concept-drift/', 'Concept drift, revised');
    await button(page, 'Keep the guide on this device').click();
    await expect(status(page)).toContainText(
      'Kept on this device: the guide of 1 December 2026, version 9.9.9.',
    );
  });

  test('is explained where the browser has no service workers', async ({ page, server }) => {
    await page.addInitScript('delete Navigator.prototype.serviceWorker');
    await page.goto('/offline/');
    await expect(status(page)).toContainText('This browser cannot keep the guide');
    await expect(page.locator('offline-copy').getByRole('button')).toHaveCount(0);
    expect(server.asked).not.toContain('/offline.json');
  });
});

test('who asks for no copy loads neither a worker nor a list', async ({ page, server }) => {
  for (const path of ['/', '/challenges/concept-drift/', '/offline/'])
    await page.goto(path, { waitUntil: 'networkidle' });

  expect(await stored(page)).toEqual({ caches: [], workers: [] });
  expect(server.asked.filter((path) => /offline(-|\.)/.test(path))).toEqual([]);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says what can be done instead', async ({ page }) => {
    await page.goto('/offline/');

    // Playwright reads no text of <noscript>, but finds what is in it.
    await page.locator('offline-copy noscript').getByRole('link', { name: 'Other ways' }).click();
    await expect(page).toHaveURL('/offline/#instead');
    await expect(page.locator('offline-copy').getByRole('button')).toHaveCount(0);
    await expect(page.locator('#what p')).toContainText(
      /[\d,]+ files, \d+ MB on the device, about [\d.]+ MB to fetch/,
    );
  });
});

test.describe('under a base path', () => {
  // The page of the other site has no icon, so the browser asks its host for one.
  test.use({ site: GUIDE, expectedComplaints: new RegExp(`${NO_NETWORK.source}|/favicon\\.ico`) });

  test('a copy works, and leaves other sites of the host alone', async ({ page, server }) => {
    // Somebody else's site, with a worker and a cache of its own, has the rest of the host.
    const other = `addEventListener('install', () => skipWaiting());
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('fetch', (event) => event.respondWith(new Response('Other site', { headers: { 'content-type': 'text/html' } })));`;
    server.instead.set('/', { body: '<!doctype html><title>Other</title>', type: 'text/html' });
    server.instead.set('/other.js', { body: other, type: 'text/javascript' });
    await page.goto(new URL('/', server.address).href);
    await page.evaluate(async () => {
      await (await caches.open('other')).put('/x', new Response('x'));
    });
    await offerSmallCopy(server, GUIDE.base);
    await keep(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/other.js', { scope: '/' });
    });
    await expect.poll(async () => (await stored(page)).workers.toSorted()).toEqual(['/', '/guide/']);

    await server.stop();
    await page.goto('./challenges/concept-drift/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Concept drift');
    await note(page).getByRole('link').click();
    await expect(page).toHaveURL('./offline/');
    await page.goto(new URL('/guidebook/', server.address).href);
    await expect(page.getByText('Other site')).toBeVisible();
    await page.goto('./offline/');
    await button(page, 'Remove from this device').click();
    await expect(status(page)).toContainText('Removed');
    expect(await stored(page)).toEqual({ caches: ['other'], workers: ['/'] });
  });
});

test.describe('where somebody means harm', () => {
  test.use({ site: HOSTILE_SITE, expectedComplaints: NO_NETWORK });

  test('the note stands in its place on every page, and nothing runs', async ({ page, server }) => {
    const pathOf = ({ slug }: HostileCase) => `case-studies/${slug}/`;
    await offerSmallCopy(server, '/', HOSTILE.map(pathOf));
    await keep(page);
    await server.stop();
    const harm = await watch(page);
    for (const study of HOSTILE) {
      await page.goto(`/${pathOf(study).split('/').map(encodeURIComponent).join('/')}`);
      await expect(page.locator('body > .skip-link + link + .kept-copy + header')).toHaveCount(1);
      await expect(note(page)).toContainText('Opened without a network: this is the copy of');
      expect(await faultsOf(page, 'main')).toEqual([]);
    }
    expect(harm).toEqual({ ran: new Set(), asked: new Set() });
  });
});
