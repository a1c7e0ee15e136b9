import type { Placed } from './layout.ts';
import type { Box, Stamp } from './picture.ts';
import { levelsOf } from './picture.ts';
import type { Outline } from './typeface.ts';

/** Draws an SVG; gives its alpha channel, one byte a pixel. */
export type Rasterise = (svg: string, width: number, height: number) => Promise<Uint8Array>;

/** Forms stand on whole pixels from top to bottom, and on halves from left to right, so that letters keep their distance. */
const FRACTIONS = 2;

/** A form to be drawn once, however often it is placed. */
interface Form {
  readonly outline: Outline;
  /** How many pixels its unit has. */
  readonly scale: number;
  /** How far it is moved to the right, below one pixel. */
  readonly fraction: number;
  /** The pixels it may touch, from its origin. */
  readonly box: Box;
}

/** The whole pixel at which a form is stamped, and the rest to the right of it. */
export function cellOf({ x, y }: Pick<Placed, 'x' | 'y'>): { column: number; row: number; fraction: number } {
  const parts = Math.round(x * FRACTIONS);
  const column = Math.floor(parts / FRACTIONS);
  return { column, row: Math.round(y), fraction: parts / FRACTIONS - column };
}

const boxOf = ({ minX, minY, maxX, maxY }: Outline, scale: number, fraction: number): Box => {
  const left = Math.floor(minX * scale + fraction);
  const top = Math.floor(minY * scale);
  return {
    left,
    top,
    width: Math.ceil(maxX * scale + fraction) - left,
    height: Math.ceil(maxY * scale) - top,
  };
};

/** Width and height at most of a sheet of forms, in pixels: enough for hundreds, and little memory. */
const SHEET = 2000;
/** Pixels between forms on a sheet, so that none touches the edge of another. */
const APART = 1;

interface Sheet {
  readonly height: number;
  readonly forms: readonly { readonly form: Form; readonly x: number; readonly y: number }[];
}

/** Lays forms in rows on sheets, so that each sheet is drawn at one go. */
function sheetsOf(forms: readonly Form[]): Sheet[] {
  const sheets: { height: number; forms: { form: Form; x: number; y: number }[] }[] = [];
  let [x, y, rowHeight] = [SHEET, 0, 0];
  // The highest first, so that rows are full.
  for (const form of forms.toSorted((a, b) => b.box.height - a.box.height)) {
    if (x + form.box.width > SHEET) {
      y += rowHeight;
      if (sheets.length === 0 || y + form.box.height > SHEET) {
        sheets.push({ height: 0, forms: [] });
        y = 0;
      }
      [x, rowHeight] = [0, form.box.height + APART];
    }
    const sheet = sheets.at(-1);
    sheet?.forms.push({ form, x, y });
    if (sheet) sheet.height = Math.max(sheet.height, y + form.box.height);
    x += form.box.width + APART;
  }
  return sheets;
}

const svgOf = ({ height, forms }: Sheet): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SHEET}" height="${height}">${forms
    .map(({ form: { outline, scale, fraction, box }, x, y }) => {
      const [right, down] = [x - box.left + fraction, y - box.top];
      return `<path transform="translate(${right} ${down}) scale(${scale})" d="${outline.path}"/>`;
    })
    .join('')}</svg>`;

function cut(alpha: Uint8Array, x: number, y: number, box: Box): Stamp {
  const levels = new Uint8Array(box.width * box.height);
  for (let row = 0; row < box.height; row += 1) {
    const from = (y + row) * SHEET + x;
    levels.set(alpha.subarray(from, from + box.width), row * box.width);
  }
  return { ...box, levels };
}

/** Finds the stamp of a form that was among those drawn. */
export type StampOf = (form: Placed) => Stamp | undefined;

/**
 * Draws every form that occurs, each once at its size: letters come back on picture after picture, and drawing is
 * what takes long.
 */
export async function stampsOf(placed: readonly Placed[], rasterise: Rasterise): Promise<StampOf> {
  const forms = new Map<Outline, Map<string, Form>>();
  const keyOf = (size: number, fraction: number) => `${size} ${fraction}`;
  for (const each of placed) {
    const { outline, size } = each;
    const scale = size / outline.units;
    const { fraction } = cellOf(each);
    const ofOutline = forms.get(outline) ?? new Map<string, Form>();
    forms.set(outline, ofOutline);
    const key = keyOf(size, fraction);
    if (ofOutline.has(key)) continue;
    ofOutline.set(key, { outline, scale, fraction, box: boxOf(outline, scale, fraction) });
  }
  const all = [...forms.values()]
    .flatMap((each) => [...each.values()])
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const stamps = new Map<Form, Stamp>();
  await Promise.all(
    sheetsOf(all).map(async (sheet) => {
      const alpha = levelsOf(await rasterise(svgOf(sheet), SHEET, sheet.height));
      for (const { form, x, y } of sheet.forms) stamps.set(form, cut(alpha, x, y, form.box));
    }),
  );
  return (each) => {
    const form = forms.get(each.outline)?.get(keyOf(each.size, cellOf(each).fraction));
    return form && stamps.get(form);
  };
}
