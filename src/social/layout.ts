import { SHAPE_PATHS, SITE_MARK } from '../model/shapes.ts';
import { GUIDE } from '../model/guide.ts';
import type { Card, StageSign } from './cards.ts';
import { colourOfStage, type Colour } from './colours.ts';
import { setTitle, type Setting } from './lines.ts';
import { WIDTH, type Box } from './picture.ts';
import type { Outline, Typeface } from './typeface.ts';

/** A form at its place: where the origin of its outline lies, and how large its `units` are; in pixels. */
export interface Placed {
  readonly outline: Outline;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
}

/** Everything that lies on the paper of a picture. */
export interface Layout {
  readonly boxes: readonly (Box & { readonly colour: Colour })[];
  readonly forms: readonly Placed[];
}

/** The two weights of the guide's typeface. */
export interface Typefaces {
  readonly regular: Typeface;
  readonly semibold: Typeface;
}

/*
 * A title page: all of it stands on the middle line, and what matters within the middle square, since some readers of
 * links cut the picture to one. Measures are in pixels.
 */
const MIDDLE = WIDTH / 2;
const BAND = 18;
/** Where there is no sign of a stage below it, the label stands alone. */
const LABEL = { baseline: 92, alone: 150, size: 24, spacing: 0.14 };
const SIGNS = { centre: 156, gap: 26 };
const TITLE_CENTRE = 326;
const RULE = { top: 470, width: 72, height: 3 };
const FACTS = { baseline: 520, lineHeight: 44 };
/** One line above the foot; two within the middle square where there is none. */
const FACTS_SET: Setting = { size: 32, width: 1040, lines: 1 };
const PROMISE_SET: Setting = { size: 32, width: 610, lines: 2 };
const FOOT = { baseline: 589, size: 27, mark: 128, gap: 16 };

/** How titles are set: within the middle square where they fit, wider where they are long. */
const SETTINGS: readonly [Setting, ...Setting[]] = [
  { size: 104, width: 610, lines: 1 },
  { size: 88, width: 610, lines: 2 },
  { size: 76, width: 610, lines: 2 },
  { size: 70, width: 610, lines: 3 },
  { size: 64, width: 900, lines: 3 },
  { size: 54, width: 1000, lines: 4 },
  { size: 42, width: 1080, lines: 5 },
];
/** Distance between baselines, and height of a capital above its baseline, in parts of the size. */
const LEADING = 1.14;
const CAPITAL = 0.7;

const SHAPE_UNITS = 16;
/** A sign whose box begins at 0, 0 and is as high as a shape. */
const signOf = (path: string, width: number): Outline => ({
  path,
  units: width,
  minX: 0,
  minY: 0,
  maxX: width,
  maxY: SHAPE_UNITS,
});
const SHAPES = Object.fromEntries(
  Object.entries(SHAPE_PATHS).map(([shape, path]) => [shape, signOf(path, SHAPE_UNITS)]),
) as Record<keyof typeof SHAPE_PATHS, Outline>;
const MARK = SITE_MARK.paths.map(({ stage, path }) => ({
  outline: signOf(path, SITE_MARK.width),
  colour: colourOfStage({ slug: stage }),
}));

interface Line {
  readonly text: string;
  readonly typeface: Typeface;
  readonly size: number;
  readonly colour: Colour;
  /** Added after each letter, in parts of an em. */
  readonly spacing?: number;
}

const SPACE = ' ';

/** The width of a text that stands in a line, in parts of an em. */
const measureOf =
  (typeface: Typeface, spacing = 0) =>
  (text: string): number => {
    const words = text.split(SPACE).map((word) => typeface.word(word));
    const space = typeface.word(SPACE).width + spacing;
    return (
      words.reduce((sum, { width, glyphs }) => sum + width + spacing * glyphs.length, -spacing) +
      space * (words.length - 1)
    );
  };

/** Glyphs of a line that begins at `x`. */
function placed({ text, typeface, size, colour, spacing = 0 }: Line, x: number, baseline: number): Placed[] {
  const forms: Placed[] = [];
  let from = x;
  for (const word of text.split(SPACE)) {
    const { glyphs, width } = typeface.word(word);
    glyphs.forEach((glyph, i) => {
      const at = from + (glyph.x + spacing * i) * size;
      forms.push({ outline: glyph.outline, x: at, y: baseline, size, colour });
    });
    from += (width + spacing * (glyphs.length + 1) + typeface.word(SPACE).width) * size;
  }
  return forms;
}

const widthOf = ({ text, typeface, size, spacing }: Line): number =>
  measureOf(typeface, spacing)(text) * size;

const centred = (line: Line, baseline: number): Placed[] =>
  placed(line, MIDDLE - widthOf(line) / 2, baseline);

/**
 * A text without what the typeface cannot show; undefined when that leaves less than three quarters of its letters and
 * digits, or none.
 */
export function shownIn(text: string, { has }: Typeface): string | undefined {
  const isLetter = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const characters = Array.from(text.normalize('NFC').replace(/\s+/gu, SPACE));
  const shown = characters.filter((character) => has(character));
  const letters = characters.filter(isLetter).length;
  const left = shown.filter(isLetter).length;
  if (left === 0 || left < letters * 0.75) return undefined;
  return shown
    .join('')
    .replace(/\(\s*\)/g, '')
    .replace(/ {2,}/g, SPACE)
    .trim();
}

/** The signs of the stages in a row: shape and two-letter mark, and the number of a challenge. */
function signsOf({ stages, number, label }: Card, { semibold }: Typefaces): Placed[] {
  const [shape, size, between] =
    label === undefined ? [76, 0, 40] : stages.length === 1 ? [66, 52, 18] : [42, 31, 9];
  const gap = label === undefined ? between : SIGNS.gap;
  const lineOf = (stage: StageSign): Line => ({
    text: number === undefined ? stage.mark : `${stage.mark} · ${number}`,
    typeface: semibold,
    size,
    colour: colourOfStage(stage),
  });
  const widthOfSign = (stage: StageSign) => shape + (size === 0 ? 0 : between + widthOf(lineOf(stage)));
  const all = stages.reduce((sum, stage) => sum + widthOfSign(stage), gap * (stages.length - 1));
  let x = MIDDLE - all / 2;
  return stages.flatMap((stage) => {
    const from = x;
    x += widthOfSign(stage) + gap;
    const sign: Placed = {
      outline: SHAPES[stage.shape],
      x: from,
      y: SIGNS.centre - shape / 2,
      size: shape,
      colour: colourOfStage(stage),
    };
    if (size === 0) return [sign];
    return [sign, ...placed(lineOf(stage), from + shape + between, SIGNS.centre + (size * CAPITAL) / 2)];
  });
}

function titleOf(card: Card, { semibold }: Typefaces): Placed[] {
  const text = shownIn(card.title, semibold) ?? card.plainTitle;
  const { size, lines } = setTitle(text, SETTINGS, measureOf(semibold));
  const leading = size * LEADING;
  const height = leading * (lines.length - 1) + size * CAPITAL;
  const first = TITLE_CENTRE - height / 2 + size * CAPITAL;
  return lines.flatMap((line, i) =>
    centred({ text: line, typeface: semibold, size, colour: 'ink' }, first + i * leading),
  );
}

function factsOf({ facts, label }: Card, { regular }: Typefaces): Placed[] {
  const { baseline, lineHeight } = FACTS;
  const setting = label === undefined ? PROMISE_SET : FACTS_SET;
  const { size, lines } = setTitle(facts, [setting], measureOf(regular));
  return lines.flatMap((text, i) =>
    centred({ text, typeface: regular, size, colour: 'ink' }, baseline + i * lineHeight),
  );
}

/** The mark and the name of the guide. */
function footOf({ regular }: Typefaces): Placed[] {
  const { baseline, size, mark, gap } = FOOT;
  const name: Line = { text: GUIDE.title, typeface: regular, size, colour: 'ink-soft' };
  const from = MIDDLE - (mark + gap + widthOf(name)) / 2;
  const height = (mark * SHAPE_UNITS) / SITE_MARK.width;
  const y = baseline - (size * CAPITAL) / 2 - height / 2;
  return [
    ...MARK.map((form) => ({ ...form, x: from, y, size: mark })),
    ...placed(name, from + mark + gap, baseline),
  ];
}

/** The band over the upper edge, parted evenly among the stages: the thumb index of a field guide. */
const bandOf = (colours: readonly Colour[]): Layout['boxes'] =>
  colours.map((colour, i) => {
    const left = Math.round((WIDTH * i) / colours.length);
    return {
      left,
      top: 0,
      width: Math.round((WIDTH * (i + 1)) / colours.length) - left,
      height: BAND,
      colour,
    };
  });

/** Lays a card out on a picture of 1200 by 630 pixels; everything lies within it, whatever the title is. */
export function layoutOf(card: Card, typefaces: Typefaces): Layout {
  const hues = card.stages.map(colourOfStage);
  const [hue = 'ink', another] = hues;
  const rule = {
    left: MIDDLE - RULE.width / 2,
    ...RULE,
    colour: another === undefined ? hue : ('ink' as const),
  };
  const label =
    card.label === undefined
      ? []
      : centred(
          {
            text: card.label.toUpperCase(),
            typeface: typefaces.semibold,
            size: LABEL.size,
            colour: 'ink-soft',
            spacing: LABEL.spacing,
          },
          card.stages.length > 0 ? LABEL.baseline : LABEL.alone,
        );
  return {
    boxes: [...bandOf(hues.length > 0 ? hues : MARK.map(({ colour }) => colour)), rule],
    forms: [
      ...label,
      ...signsOf(card, typefaces),
      ...titleOf(card, typefaces),
      ...factsOf(card, typefaces),
      ...(card.label === undefined ? [] : footOf(typefaces)),
    ],
  };
}
