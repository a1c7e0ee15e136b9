import { create, type Font } from 'fontkit';

/** A form to be drawn: its outline as SVG path data, y downwards, and the box around it, in units of its own. */
export interface Outline {
  readonly path: string;
  /** How many of its units make the size at which it is drawn: an em of a letter, the width of a sign. */
  readonly units: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A word, set: its glyphs, each with its distance from the beginning of the word, and its width, in parts of an em. */
export interface SetWord {
  readonly glyphs: readonly { readonly outline: Outline; readonly x: number }[];
  readonly width: number;
}

/** One weight of a typeface, whose letters may be spread over several files. */
export interface Typeface {
  /** Whether it can show a character. */
  readonly has: (character: string) => boolean;
  /** Sets a word with its kerning and ligatures; characters that it cannot show are left out. */
  readonly word: (text: string) => SetWord;
}

function memoised<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** A font whose file is only read once a character is asked for, with its outlines. */
function lazyFont(read: () => Uint8Array) {
  let opened: Font | undefined;
  const outlines = new Map<number, Outline>();
  const font = () => {
    if (opened) return opened;
    const made = create(Buffer.from(read()));
    if (!('glyphForCodePoint' in made)) throw new Error('a file of a typeface holds several fonts');
    return (opened = made);
  };
  return {
    has: (character: string) => font().hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    set: (text: string): SetWord => {
      const { unitsPerEm } = font();
      const { glyphs, positions } = font().layout(text, ['kern', 'liga']);
      let x = 0;
      const placed = glyphs.map((glyph, i) => {
        let outline = outlines.get(glyph.id);
        if (!outline) {
          // In the units of the font, since path data is written with two decimals.
          const path = glyph.path.scale(1, -1);
          const { minX, minY, maxX, maxY } = path.cbox;
          outline = { path: path.toSVG(), units: unitsPerEm, minX, minY, maxX, maxY };
          outlines.set(glyph.id, outline);
        }
        const { xAdvance = 0, xOffset = 0 } = positions[i] ?? {};
        const at = x + xOffset / unitsPerEm;
        x += xAdvance / unitsPerEm;
        return { outline, x: at };
      });
      return { glyphs: placed, width: x };
    },
  };
}

/**
 * A typeface from its files.
 * @param files read when a character is in none of those before; the first must hold the space
 */
export function typefaceOf(files: readonly (() => Uint8Array)[]): Typeface {
  const fonts = files.map(lazyFont);
  const fontOf = memoised((character) => fonts.find(({ has }) => has(character)) ?? 'none');
  return {
    has: (character) => fontOf(character) !== 'none',
    word: memoised((text) => {
      const runs: { font: (typeof fonts)[number]; text: string }[] = [];
      for (const character of text) {
        const font = fontOf(character);
        if (font === 'none') continue;
        const last = runs.at(-1);
        if (last?.font === font) last.text += character;
        else runs.push({ font, text: character });
      }
      let width = 0;
      const glyphs = runs.flatMap((run) => {
        const set = run.font.set(run.text);
        const from = width;
        width += set.width;
        return set.glyphs.map(({ outline, x }) => ({ outline, x: from + x }));
      });
      return { glyphs, width };
    }),
  };
}
