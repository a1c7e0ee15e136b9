import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './fixtures/accessible.ts';
import { crampedOn } from './fixtures/cramped.ts';
import { faultsOf, watch } from './fixtures/hostile-watch.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { HOSTILE_SITE, onePageOfEachKind } from './fixtures/sites.ts';
import { expect, test } from './fixtures/test.ts';

const DESK = { width: 1440, height: 900 };
const CHALLENGE = '/challenges/concept-drift/';

const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const read = (page: Page) => contents(page).locator('[aria-current=location]');
const scrollTo = (page: Page, top: number) =>
  page.evaluate((y) => {
    window.scrollTo(0, y);
  }, top);
const widthNeeded = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
/** Counts what moves in the contents of a page, also after an act of the reader. */
const countShifts = (page: Page) =>
  page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const moved = (list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[])
        .flatMap(({ sources }) => sources)
        .filter(({ node }) => node?.parentElement?.closest('nav[aria-label="On this page"]'));
      if (moved.length > 0) document.documentElement.dataset['shifts'] = String(moved.length);
    }).observe({ type: 'layout-shift', buffered: true });
  });

test.describe('the contents of a page', () => {
  test.use({ viewport: DESK });

  for (const path of [
    CHALLENGE,
    '/stages/data-management/',
    '/case-studies/zillow-offers-shutdown/',
    '/about/',
  ])
    test(`follow the reader through ${path}`, async ({ page }) => {
      await countShifts(page);
      await page.goto(path);
      const lines = contents(page).getByRole('link');
      const count = await lines.count();
      expect(count).toBeGreaterThan(2);
      await expect(read(page)).toHaveCount(0);
      const passed: string[] = [];
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      for (let top = 0; top < height; top += 60) {
        await scrollTo(page, top);
        const line = await page.evaluate(
          () =>
            new Promise<string>((done) => {
              // One frame for the scrolling, one for what follows it.
              requestAnimationFrame(() =>
                requestAnimationFrame(() =>
                  done(document.querySelector('[aria-current=location]')?.textContent ?? ''),
                ),
              );
            }),
        );
        if (line !== '' && line !== passed.at(-1)) passed.push(line);
      }

      expect(passed).toEqual(await lines.allTextContents());
      await expect(read(page)).toHaveText([(await lines.last().textContent()) ?? '']);
      expect(await page.locator('html').getAttribute('data-shifts')).toBeNull();
    });

  test('mark the section that a link led to, also where the page ends before it', async ({ page }) => {
    await page.goto(CHALLENGE);
    const lines = contents(page).getByRole('link');
    for (let i = (await lines.count()) - 1; i >= 0; i -= 1) {
      await lines.nth(i).click();
      await expect(lines.nth(i)).toHaveAttribute('aria-current', 'location');
      await expect(read(page)).toHaveCount(1);
    }
  });

  test('mark it by a bar in the hue of the stage', async ({ page }) => {
    await page.goto(CHALLENGE);
    const line = contents(page).getByRole('link').nth(1);
    await line.click();
    await expect(line).toHaveAttribute('aria-current', 'location');
    const [style, width, colour] = await line.evaluate((link) => {
      const bar = getComputedStyle(link, '::before');
      return [bar.borderInlineStartStyle, bar.borderInlineStartWidth, bar.borderInlineStartColor];
    });

    expect([style, width]).toEqual(['solid', '3px']);
    expect(colour).toBe(
      await page
        .locator('.stage-mark')
        .first()
        .evaluate((mark) => getComputedStyle(mark).color),
    );
  });
});

test.describe('on a narrow page the contents', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('are folded below the title of a page of prose, and lead on', async ({ page }) => {
    await page.goto('/about/');
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const folded = await contents(page).boundingBox();
    expect(folded?.y).toBeGreaterThan((title?.y ?? Infinity) + (title?.height ?? 0));
    await expect(contents(page).getByRole('link').first()).toBeHidden();
    await contents(page).getByText('On this page').click();
    await contents(page).getByRole('link', { name: 'The two editions' }).click();

    await expect(page.getByRole('heading', { name: 'The two editions' })).toBeInViewport();
  });

  test('and the facts are folded between the head of an entry and its text', async ({ page }) => {
    for (const [path, head] of [
      [CHALLENGE, '.aka'],
      ['/mitigations/shadow-deployment/', '.measures'],
      ['/tools/evidently/', '.lead'],
      ['/case-studies/zillow-offers-shutdown/', '.byline'],
      ['/stages/model-deployment/', '.lead'],
    ] as const) {
      await page.goto(path);
      const [above, facts, folded, text] = await Promise.all(
        [
          page.locator(head),
          page.getByRole('complementary').locator('summary').first(),
          contents(page),
          page.locator('.prose').first(),
        ].map((part) => part.boundingBox()),
      );
      const order = [above?.y, facts?.y, folded?.y, text?.y].map(Number);

      expect(order, path).toEqual(order.toSorted((a, b) => a - b));
      expect(order.every(Number.isFinite), path).toBe(true);
    }
  });
});

test('the card beside the text leaves the way to the next page free', async ({ page }) => {
  for (const width of [1440, 1000])
    for (const path of [CHALLENGE, '/tools/evidently/', '/case-studies/zillow-offers-shutdown/']) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const next = page.getByRole('link', { name: /^Next/ });
      await next.scrollIntoViewIfNeeded();
      await scrollTo(page, 1_000_000);
      const isFree = await next.evaluate((link) => {
        const { left, top, width: across, height } = link.getBoundingClientRect();
        return link.contains(document.elementFromPoint(left + across / 2, top + height / 2));
      });
      expect.soft(isFree, `${path}, ${width} px wide`).toBe(true);
    }
});

test('the facts and the citation of a page are a key away', async ({ page }) => {
  await page.goto(CHALLENGE);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the facts' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  const facts = page.getByRole('complementary', { name: 'Facts about this entry' });
  await expect(facts).toBeFocused();
  await page.keyboard.press('Tab');

  await expect(facts.getByRole('link').first()).toBeFocused();
});

test.describe('as the guide is built', () => {
  // What scripts write comes from data, which stay as their authors typed them.
  test.use({ javaScriptEnabled: false });

  test('quotes and apostrophes are those of a book on every kind of page', async ({ page }) => {
    for (const path of onePageOfEachKind()) {
      await page.goto(path);
      const texts = await page
        .locator('body :not(script, style, pre, pre *, code, textarea)')
        .evaluateAll((all) =>
          all.flatMap(({ childNodes }) =>
            [...childNodes].flatMap((node) => (node.nodeType === Node.TEXT_NODE ? [node.nodeValue] : [])),
          ),
        );
      expect
        .soft(
          texts.filter((text) => /["']/.test(text ?? '')),
          path,
        )
        .toEqual([]);
    }
  });
});

test.describe('a heading', () => {
  const heading = (page: Page) => page.getByRole('heading', { name: 'What to do', exact: true, level: 2 });
  const status = (page: Page) => page.locator('body > [role=status]');

  test.describe('gives its address', () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
    const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

    test('to whoever clicks it, and says so', async ({ page }) => {
      await page.goto(CHALLENGE);
      await heading(page).getByRole('link').click();

      await expect(status(page)).toHaveText('Link copied');
      await expect(status(page)).toBeInViewport();
      await expect(page).toHaveURL(/#what-to-do$/);
      expect(await copied(page)).toBe(page.url());
      await expect(heading(page)).toBeInViewport();
      await page.keyboard.press('Shift');
      await expect(status(page)).toHaveText('');
    });

    test('to the keyboard, and shows where it is', async ({ page }) => {
      await page.goto(CHALLENGE);
      const link = heading(page).getByRole('link');
      await link.focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await expect(link).toBeFocused();
      expect(await link.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
      expect(await link.evaluate((each) => getComputedStyle(each, '::before').content)).toContain('#');
      await page.keyboard.press('Enter');

      await expect(status(page)).toHaveText('Link copied');
      expect(await copied(page)).toBe(page.url());
    });

    test('not to whoever wants a new tab', async ({ page, context }) => {
      await page.goto(CHALLENGE);
      const opened = context.waitForEvent('page');
      await heading(page)
        .getByRole('link')
        .click({ modifiers: ['ControlOrMeta'] });

      expect((await opened).url()).toMatch(/#what-to-do$/);
      expect(page.url()).not.toContain('#');
      await expect(status(page)).toHaveText('');
    });
  });

  test('says when the browser refuses', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    });
    await page.goto(CHALLENGE);
    await heading(page).getByRole('link').click();

    await expect(status(page)).toHaveText('Copying was refused; the address is in the address bar');
    await expect(page).toHaveURL(/#what-to-do$/);
  });

  test('is called what it says, is large enough for a finger, and moves nothing when pointed at', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(CHALLENGE);
    const link = heading(page).getByRole('link', { name: 'What to do', exact: true });
    await link.scrollIntoViewIfNeeded();
    const before = await link.boundingBox();
    await link.hover();

    expect(await link.evaluate((each) => getComputedStyle(each, '::before').content)).toContain('#');
    expect(await link.boundingBox()).toEqual(before);
    expect(before?.height).toBeGreaterThanOrEqual(24);
    expect(await widthNeeded(page)).toBe(320);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('that leads elsewhere already is left as it is', async ({ page }) => {
    await page.goto('/glossary/');
    const terms = page.getByRole('main').getByRole('heading', { level: 3 });

    expect(await terms.count()).toBeGreaterThan(10);
    await expect(terms.locator('.own-address')).toHaveCount(0);
    await expect(terms.first().getByRole('link')).toHaveCount(1);
  });
});

test.describe('a reference', () => {
  const citation = (page: Page, n = 1) =>
    page.getByRole('link', { name: `Reference ${n}`, exact: true }).first();
  const note = (page: Page, n = 1) => page.getByRole('note', { name: `Reference ${n}`, exact: true });

  /** Opens a note, and waits for it. */
  async function open(mark: Locator, opened: Locator) {
    await mark.click();
    await expect(opened).toBeVisible();
    await expect(mark).toHaveAttribute('aria-expanded', 'true');
  }

  for (const isMeasured of [false, true])
    for (const width of [1440, 820, 320])
      test(`opens beside its mark, ${width} px wide${isMeasured ? ', without anchors' : ''}`, async ({
        page,
      }) => {
        if (isMeasured)
          await page.addInitScript(() => {
            CSS.supports = () => false;
          });
        await page.setViewportSize({ width, height: 700 });
        await page.goto(CHALLENGE);
        for (const n of [1, 2, 3]) {
          await open(citation(page, n), note(page, n));
          const mark = await citation(page, n).boundingBox();
          const box = await note(page, n).boundingBox();
          if (!mark || !box) throw new Error('nothing is there to be measured');
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height).toBeLessThanOrEqual(700);
          if (width === 1440 && !isMeasured) {
            // In the margin, from the line of the mark downwards or upwards.
            const text = await page.getByRole('article').boundingBox();
            expect(box.x).toBeGreaterThan((text?.x ?? Infinity) + (text?.width ?? 0));
            const ends = [box.y - mark.y, box.y + box.height - mark.y - mark.height];
            expect(Math.min(...ends.map(Math.abs))).toBeLessThan(4);
          } else {
            // Right below the mark, or right above it, and not on it.
            const gap = Math.max(box.y - mark.y - mark.height, mark.y - box.y - box.height);
            expect(Math.abs(gap)).toBeLessThan(4);
            expect(box.x).toBeLessThanOrEqual(mark.x + mark.width);
            expect(box.x + box.width).toBeGreaterThanOrEqual(mark.x);
          }
          expect(await widthNeeded(page)).toBe(width);
          await page.keyboard.press('Escape');
          await expect(note(page, n)).toBeHidden();
        }
      });

  test('holds the words and links of the list, and no anchor of it', async ({ page }) => {
    await page.goto(CHALLENGE);
    await open(citation(page), note(page));
    const entry = page.getByRole('region', { name: 'Sources' }).getByRole('listitem').first();
    const source = entry.getByRole('link').first();

    await expect(note(page).getByRole('link').first()).toHaveAttribute(
      'href',
      (await source.getAttribute('href')) ?? '?',
    );
    await expect(note(page)).toContainText((await source.textContent()) ?? '?');
    await expect(note(page).getByRole('link', { name: /^Back to the text/ })).toHaveCount(0);
    await expect(note(page).locator('[id]')).toHaveCount(0);
    expect(
      await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        return ids.filter((id, i) => ids.indexOf(id) !== i);
      }),
    ).toEqual([]);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('opens by keyboard, is next in the order of the page, and closes by Escape', async ({ page }) => {
    await page.goto(CHALLENGE);
    await citation(page).focus();
    await page.keyboard.press('Enter');
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(note(page).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');

    await expect(note(page)).toBeHidden();
    await expect(citation(page)).toBeFocused();
    await expect(citation(page)).toHaveAttribute('aria-expanded', 'false');
  });

  test('closes by its mark, by a click elsewhere, and when another opens', async ({ page }) => {
    await page.setViewportSize(DESK);
    await page.goto(CHALLENGE);
    await open(citation(page), note(page));
    await citation(page).click();
    await expect(note(page)).toBeHidden();

    await open(citation(page), note(page));
    await page.getByRole('heading', { level: 1 }).click();
    await expect(note(page)).toBeHidden();
    await expect(citation(page)).toBeFocused();

    await open(citation(page), note(page));
    // By the keyboard, since the first note may lie on the second mark.
    await citation(page, 2).focus();
    await expect(note(page)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(note(page, 2)).toBeVisible();
    await expect(page.locator('.reference-note:popover-open')).toHaveCount(1);
  });

  test('of a term is its meaning, with the way to the glossary', async ({ page }) => {
    await page.goto('/stages/model-verification/');
    const term = page.getByRole('main').locator('a.term').first();
    const meaning = (await term.getAttribute('title')) ?? '?';
    const opened = page.getByRole('note', { name: await term.innerText() });
    await term.click();
    await expect(opened).toContainText(meaning);
    await page.keyboard.press('Escape');
    await expect(opened).toBeHidden();
    await expect(term).toBeFocused();
    await term.click();
    await opened.getByRole('link', { name: 'In the glossary' }).click();

    await expect(page).toHaveURL(/\/glossary\/#./);
    await expect(page.locator(':target')).toBeInViewport();
  });

  test('opens in a tab of its own for whoever asks for one', async ({ page, context }) => {
    await page.goto(CHALLENGE);
    const opened = context.waitForEvent('page');
    await citation(page).click({ modifiers: ['ControlOrMeta'] });

    expect((await opened).url()).toMatch(/#ref-/);
    await expect(note(page)).toHaveCount(0);
  });

  test('is followed in the list by a browser without popovers', async ({ page }) => {
    await page.addInitScript(() => {
      delete (HTMLElement.prototype as { popover?: unknown }).popover;
    });
    await page.goto(CHALLENGE);
    await citation(page).click();

    await expect(page).toHaveURL(/#ref-/);
    await expect(note(page)).toHaveCount(0);
  });

  test.describe('whose script does not come', () => {
    test.use({ expectedComplaints: /reference-note/ });

    test('is followed in the list', async ({ page }) => {
      await page.route(/reference-note/, (route) => route.abort());
      await page.goto(CHALLENGE);
      await citation(page).click();

      await expect(page).toHaveURL(/#ref-/);
    });
  });

  test('that is open is not printed', async ({ page }) => {
    await page.goto(CHALLENGE);
    await open(citation(page), note(page));
    await page.emulateMedia({ media: 'print' });

    await expect(page.locator('.reference-note')).toBeHidden();
  });
});

test.describe('a footnote that somebody means harm with', () => {
  test.use({ baseURL: HOSTILE_SITE.address });

  test('opens beside its mark as the plain text that it is', async ({ page }) => {
    const harm = await watch(page);
    const { slug = '' } = HOSTILE.find(({ tries }) => tries === 'footnotes') ?? {};
    await page.goto(`/case-studies/${slug}/`);
    const mark = page.locator('[data-footnote-ref]').first();
    await mark.click();
    const note = page.getByRole('note', { name: 'Footnote 1' });
    await expect(note).toContainText('See it');
    await expect(note.locator('[data-footnote-backref]')).toHaveCount(0);
    await expect(note.locator(':is(img, script, [onerror], [id])')).toHaveCount(0);
    // The note itself, and the name of its mark for the style sheet, are the guide's.
    const own = /^attribute (?:popover|style): <(?:div class="reference-note|a [^>]*data-footnote-ref)/;
    expect((await faultsOf(page, 'main')).filter((fault) => !own.test(fault))).toEqual([]);
    await note.getByRole('link', { name: 'In the list of footnotes' }).click();

    await expect(page.locator('.footnotes li').first()).toBeInViewport();
    expect(harm).toEqual({ ran: new Set(), asked: new Set() });
  });
});

for (const reducedMotion of ['no-preference', 'reduce'] as const)
  test(`pages ${reducedMotion === 'reduce' ? 'follow at once' : 'fade into each other'} for who wants ${reducedMotion} in motion`, async ({
    page,
  }) => {
    // Whether a transition comes about in time is the browser's affair, and that of a loaded machine: what it is asked is ours.
    await page.emulateMedia({ reducedMotion });
    await page.goto(CHALLENGE);
    const asked = await page.evaluate(() => {
      const applies = (rule: CSSRule): boolean =>
        rule instanceof CSSMediaRule
          ? matchMedia(rule.media.mediaText).matches && [...rule.cssRules].some(applies)
          : rule instanceof CSSGroupingRule
            ? [...rule.cssRules].some(applies)
            : rule.cssText.startsWith('@view-transition');
      return [...document.styleSheets].some((sheet) => [...sheet.cssRules].some(applies));
    });

    expect(asked).toBe(reducedMotion !== 'reduce');
  });

test('nothing moves for who wants no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of onePageOfEachKind()) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const { transitionDuration, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth' ? [element.outerHTML] : [];
      }),
    );
    expect(moving, path).toEqual([]);
  }
});

const backToTop = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Back to top' });

test('whoever is far down a page on a phone gets back to its top', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(CHALLENGE);
  await scrollTo(page, 3000);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
  await backToTop(page).click();

  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  expect((await backToTop(page).boundingBox())?.height).toBeGreaterThanOrEqual(24);
  await page.setViewportSize(DESK);
  await expect(backToTop(page)).toBeHidden();
});

test('a way back to the top that would take a filter off is not offered', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/case-studies/#industry-finance');
  await expect(page.getByText('Industry: Finance')).toBeVisible();
  await expect(backToTop(page)).toBeHidden();
  await page.goto('/case-studies/');

  await expect(backToTop(page)).toBeVisible();
});

/** Has the browser write letters so many times as large as usual, as a reader may set it. */
async function enlarge(page: Page, times: number) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } });
}

for (const path of onePageOfEachKind()) {
  test(`${path} can be read with letters twice as large`, async ({ page }) => {
    await enlarge(page, 2);
    for (const width of [1280, 640, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      expect.soft(await widthNeeded(page), `${width} px wide`).toBe(width);
      expect.soft(await crampedOn(page), `${width} px wide`).toEqual([]);
    }
  });

  test(`${path} can be read in a window enlarged to 400 %`, async ({ page }) => {
    // 1280 by 1024 px, four times enlarged.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(path);
    expect(await widthNeeded(page)).toBe(320);
    expect(await crampedOn(page)).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`who asks for more contrast gets 7:1 on one page of each kind, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, contrast: 'more' });
    const weak: string[] = [];
    for (const path of onePageOfEachKind()) {
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .withRules(['color-contrast-enhanced'])
        .setLegacyMode()
        .analyze();
      weak.push(
        ...violations.flatMap(({ nodes }) =>
          nodes.map(({ target, failureSummary = '' }) => `${path} ${target.join(' ')} ${failureSummary}`),
        ),
      );
    }

    expect(weak).toEqual([]);
  });

test('controls look alike while they are pointed at, and while they have the focus', async ({ page }) => {
  const ink = await page.goto('/').then(() => page.evaluate(() => getComputedStyle(document.body).color));
  for (const [path, name] of [
    ['/', 'Search'],
    ['/404.html', 'Search'],
    ['/paths/after-an-incident/', 'Clear progress'],
    ['/offline/', /^Keep/],
  ] as const) {
    await page.goto(path);
    if (name === 'Clear progress') await page.getByRole('checkbox').first().check();
    const button = page.getByRole('main').getByRole('button', { name }).first();
    await button.hover();
    await expect(button, path).toHaveCSS('border-block-start-color', ink);
    await expect(button, path).toHaveCSS('cursor', 'pointer');
    expect(await button.evaluate((each) => getComputedStyle(each).boxShadow), path).toContain('inset');
  }
  await page.goto('/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 4; i += 1) {
    const focused = page.locator(':focus');
    await expect(focused).toHaveCSS('outline-style', 'solid');
    await expect(focused).toHaveCSS('outline-width', '2px');
    await page.keyboard.press('Tab');
  }
});
