import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Card } from './social/cards.ts';
import { layoutOf } from './social/layout.ts';
import { blankPixels, fill, pngOf, stampOn } from './social/picture.ts';
import { isWholePng } from './social/png.ts';
import { cellOf, stampsOf, type Rasterise } from './social/stamps.ts';
import { typefaceOf } from './social/typeface.ts';

/** The files of the guide's typeface, the most likely first; the package parts them by script. */
const SCRIPTS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];
const weight = (of: number) =>
  typefaceOf(
    SCRIPTS.map(
      (script) => () =>
        readFileSync(`node_modules/@fontsource/literata/files/literata-${script}-${of}-normal.woff`),
    ),
  );

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Readonly<Record<string, string>>;
};

/** What a picture depends on besides its card: the code that draws it, and the packages that it draws with. */
const DRAWN_BY = JSON.stringify([
  import.meta.glob(['./social/*.ts', '!./social/*.test.ts', './model/shapes.ts', './social-images.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  ['fontkit', 'sharp', '@fontsource/literata'].map((name) => devDependencies[name]),
]);

const nameOf = (card: Card): string =>
  `${createHash('sha256').update(DRAWN_BY).update(JSON.stringify(card)).digest('hex')}.png`;

/** The picture that a build before has kept; nothing when there is none, or only a part of it. */
async function kept(path: string): Promise<Uint8Array | undefined> {
  const file = await readFile(path).catch(() => undefined);
  return file && isWholePng(file) ? file : undefined;
}

/** Keeps a picture for later builds. One that cannot be kept is drawn again next time, so nobody need know. */
async function keep(path: string, file: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, file);
    await rename(half, path);
  } catch {
    await rm(half, { force: true }).catch(() => undefined);
  }
}

async function rasteriser(): Promise<Rasterise> {
  const { default: sharp } = await import('sharp');
  return async (svg) => sharp(Buffer.from(svg), { unlimited: true }).extractChannel('alpha').raw().toBuffer();
}

/** Draws cards together, since they share their letters; gives the files in the same order. */
async function drawn(cards: readonly Card[]): Promise<Uint8Array[]> {
  if (cards.length === 0) return [];
  const typefaces = { regular: weight(400), semibold: weight(600) };
  const layouts = cards.map((card) => layoutOf(card, typefaces));
  const stampOf = await stampsOf(
    layouts.flatMap(({ forms }) => forms),
    await rasteriser(),
  );
  const files: Uint8Array[] = [];
  // One after the other: all of them at once would take hundreds of megabytes.
  for (const { boxes, forms } of layouts) {
    const pixels = blankPixels();
    for (const box of boxes) fill(pixels, box, box.colour);
    for (const form of forms) {
      const { column, row } = cellOf(form);
      const stamp = stampOf(form);
      if (stamp) stampOn(pixels, stamp, column, row, form.colour);
    }
    files.push(await pngOf(pixels));
  }
  return files;
}

/** Draws the pictures of cards, each once as long as it stays the same. */
export interface SocialImages {
  /** Begins to draw what no build before has kept, so that it is done by the time the pages are made. */
  readonly drawAhead: (cards: readonly Card[]) => void;
  /**
   * The picture of a card as PNG.
   * @throws when the typeface cannot be read, or nothing can be drawn on this machine
   */
  readonly of: (card: Card) => Promise<Uint8Array>;
}

/**
 * Social images that are kept from build to build.
 * @param folder where; it holds nothing else, and need not be there yet
 */
export function socialImagesIn(folder: string): SocialImages {
  let ahead: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  /** The pictures of cards, those that are kept and those drawn now, by the name under which they are kept. */
  async function picturesOf(cards: readonly Card[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const names = new Map(cards.map((card) => [nameOf(card), card]));
    const found = await Promise.all(
      [...names.keys()].map(async (name) => [name, await kept(join(folder, name))] as const),
    );
    const pictures = new Map(found.flatMap(([name, file]) => (file ? [[name, file] as const] : [])));
    const missing = [...names].filter(([name]) => !pictures.has(name));
    const files = await drawn(missing.map(([, card]) => card));
    for (const [i, [name]] of missing.entries()) {
      const file = files[i];
      if (!file) continue;
      pictures.set(name, file);
      await keep(join(folder, name), file);
    }
    return pictures;
  }

  /** Lets go of what no card asks for any more, and of halves that a build left behind when it was stopped. */
  async function forgetAllBut(cards: readonly Card[]): Promise<void> {
    const names = new Set(cards.map(nameOf));
    const found = await readdir(folder).catch(() => []);
    await Promise.all(
      found.filter((name) => !names.has(name)).map((name) => rm(join(folder, name), { force: true })),
    );
  }

  return {
    drawAhead: (cards) => {
      ahead = forgetAllBut(cards).then(() => picturesOf(cards));
      // Whoever asks for a picture is told.
      ahead.catch(() => undefined);
    },
    of: async (card) => {
      const name = nameOf(card);
      const picture = (await ahead)?.get(name) ?? (await picturesOf([card])).get(name);
      if (!picture) throw new Error(`no picture was drawn for ${card.address}`);
      return picture;
    },
  };
}
