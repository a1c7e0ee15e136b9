import {
  casesInWords,
  mitigationsInWords,
  shareOf,
  statusOf,
  wordsOf,
  type Lens,
  type MatrixData,
  type MatrixView,
  type PlaceView,
} from './matrix.ts';
import { hyphenated } from './hyphens.ts';
import { SHAPE_PATHS } from './shapes.ts';
import { escapedText } from './xml.ts';

/** Colours of the picture, as `#rrggbb`: it is read where no style sheet of the guide is. */
export interface MatrixColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  /** The hue of each stage, by its slug. */
  readonly stages: Readonly<Record<string, string>>;
}

/** What goes into the picture besides the view. */
export interface MatrixPicture {
  readonly title: string;
  /** Full address of the view, for whoever has only the picture. */
  readonly address: string;
  readonly colours: MatrixColours;
}

/** How strong the hue of a place is, by its weight. */
const STRENGTH = [0, 0.07, 0.15, 0.25, 0.38] as const;

/** Measures in the units of the picture. Letters are reckoned by their mean width, since nothing measures text here. */
const MARGIN = 28;
const COLUMN = 98;
const BETWEEN_STAGES = 12;
const PLACE = 118;
const GAP = 10;
const TOP = 186;
const LETTER = 0.62;

const SEGMENTER = new Intl.Segmenter('en');

/** A text by what readers take for letters, so that none is cut in half. */
const lettersOf = (text: string): string[] => Array.from(SEGMENTER.segment(text), ({ segment }) => segment);

/** Where a word may be broken: what then stands in front, with the hyphen that is seen, and how much of the word that is. */
function breaksOf(word: string): { front: string; length: number }[] {
  let soft = 0;
  return Array.from(hyphenated(word).matchAll(/[\u00ad-]/g), ({ 0: sign, index }) => {
    const length = index - soft + (sign === '-' ? 1 : 0);
    if (sign !== '-') soft += 1;
    return { front: `${word.slice(0, length)}${sign === '-' ? '' : '-'}`, length };
  });
}

/** A word that is longer than a line in pieces that fit, parted at its hyphens as far as they go. */
function piecesOf(word: string, width: number): string[] {
  const letters = lettersOf(word);
  if (letters.length <= width) return [word];
  const cut = letters.slice(0, width).join('');
  const { front, length } = breaksOf(word).findLast((each) => lettersOf(each.front).length <= width) ?? {
    front: cut,
    length: cut.length,
  };
  return [front, ...piecesOf(word.slice(length), width)];
}

/**
 * Breaks a text into lines.
 * @param width how many letters a line holds
 * @param most how many lines there may be; what is left over ends in an ellipsis
 */
export function linesOf(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  const words = text.split(/\s+/).filter(Boolean);
  for (const piece of words.flatMap((word) => piecesOf(word, width))) {
    const last = lines.at(-1);
    if (last !== undefined && lettersOf(`${last} ${piece}`).length <= width)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  const cut = lettersOf(lines[most - 1] ?? '').slice(0, width - 1);
  return [...lines.slice(0, most - 1), `${cut.join('')}…`];
}

interface Type {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly family?: 'serif';
}

/** Lines of text, one below the other, from the base line of the first. */
const textOf = (lines: readonly string[], x: number, y: number, { size, fill, weight, family }: Type) =>
  lines.length === 0
    ? ''
    : `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${weight ? ` font-weight="${weight}"` : ''}${family ? ` font-family="Literata, Georgia, ${family}"` : ''}>${lines
        .map(
          (line, i) => `<tspan x="${x}" y="${y + i * Math.round(size * 1.25)}">${escapedText(line)}</tspan>`,
        )
        .join('')}</text>`;

const lettersIn = (width: number, size: number) => Math.floor(width / (size * LETTER));

/** One place: its title, how many case studies it has, how much of them was seen in full text, its mitigations. */
function placeOf(
  place: PlaceView,
  x: number,
  y: number,
  hue: string,
  { ink, soft }: MatrixColours,
  data: MatrixData,
) {
  const width = COLUMN - 8;
  const isAbsent = place.standing === 'absent';
  const room = width - 12;
  const advice = `${place.mitigations} ${mitigationsInWords(place)}`;
  const says = isAbsent
    ? place.note
    : `${place.caseStudies} ${casesInWords(place, data)}; ${advice}${place.note ? `; ${place.note}` : ''}`;
  const edge = isAbsent ? ' stroke-dasharray="1 3"' : place.weight === 0 ? ' stroke-dasharray="4 3"' : '';
  const name = linesOf(place.title, lettersIn(room, 11), 4);
  const note = linesOf(place.note ?? '', lettersIn(room, 9), isAbsent ? 3 : 2);
  const bar = `x="${x + 36}" y="${y + 90}" height="6"`;
  return [
    `<g><title>${escapedText(`${place.title}: ${says ?? ''}`)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${PLACE}" fill="${hue}" fill-opacity="${isAbsent ? 0 : STRENGTH[place.weight]}" stroke="${hue}"${edge}/>`,
    textOf(name, x + 6, y + 16, { size: 11, fill: isAbsent ? soft : ink, weight: 600 }),
    textOf(note, x + 6, y + 18 + name.length * 14, { size: 9, fill: soft }),
    ...(isAbsent
      ? []
      : [
          textOf([String(place.caseStudies)], x + 6, y + 99, { size: 15, fill: ink, weight: 600 }),
          textOf([advice], x + 6, y + 112, { size: 9, fill: ink }),
        ]),
    ...(place.caseStudies === 0
      ? []
      : [
          `<rect ${bar} width="${width - 42}" fill="none" stroke="${hue}"/>`,
          `<rect ${bar} width="${Math.round(((width - 42) * shareOf(place, data)) / 100)}" fill="${hue}"/>`,
        ]),
    '</g>',
  ].join('');
}

/**
 * The view as a picture that stands by itself: an SVG document in light colours with title and description, what it
 * is seen through in words, and its address. Texts of the catalogue go in escaped; nothing in it runs or loads.
 */
export function matrixSvg(
  view: MatrixView,
  lens: Lens,
  data: MatrixData,
  { title, address, colours }: MatrixPicture,
): string {
  const { paper, ink, soft } = colours;
  const xOf = (step: number) => MARGIN + step * COLUMN + (data.steps[step]?.stage ?? 0) * BETWEEN_STAGES;
  const width = xOf(data.steps.length - 1) + COLUMN + MARGIN - 8;
  const rows = Math.max(1, ...view.steps.map(({ places }) => places.length));
  const bottom = TOP + rows * (PLACE + GAP) + 6;
  const height = bottom + 62;
  const status = statusOf(view, lens, data);
  const seen = wordsOf(lens, data);
  const hueOf = (stage: number) => colours.stages[data.stages[stage]?.slug ?? ''] ?? ink;
  const stages = data.stages.map((stage, at) => {
    const own = data.steps.flatMap((step, i) => (step.stage === at ? [i] : []));
    const x = xOf(own[0] ?? 0);
    const end = xOf(own.at(-1) ?? 0) + COLUMN - 8;
    return [
      `<rect x="${x - 4}" y="92" width="${end - x + 8}" height="${bottom - 92}" fill="${hueOf(at)}" fill-opacity="0.045"/>`,
      `<rect x="${x - 4}" y="92" width="${end - x + 8}" height="4" fill="${hueOf(at)}"/>`,
      `<path d="${SHAPE_PATHS[stage.shape]}" transform="translate(${x} 103)" fill="${hueOf(at)}"/>`,
      textOf(linesOf(stage.title, lettersIn(end - x - 24, 15), 1), x + 24, 117, {
        size: 15,
        fill: ink,
        weight: 600,
        family: 'serif',
      }),
    ].join('');
  });
  const steps = view.steps.map(({ step, note, places }, at) => {
    const x = xOf(at);
    const hue = hueOf(step.stage);
    const last = TOP + (places.length - 1) * (PLACE + GAP);
    const name = linesOf(step.title, lettersIn(COLUMN - 8, 11), 3);
    const said = linesOf(note ?? '', lettersIn(COLUMN - 8, 9), 2);
    return [
      textOf(name, x, 138, { size: 11, fill: ink, weight: 600 }),
      textOf(said, x, 138 + name.length * 14, { size: 9, fill: soft }),
      ...(places.length > 0
        ? [
            `<path d="M${x + 12} ${TOP - 6}V${last}" stroke="${hue}" stroke-width="2" stroke-dasharray="2 3"/>`,
          ]
        : []),
      ...places.map(
        (place, i) =>
          `<rect x="${x}" y="${TOP + i * (PLACE + GAP)}" width="${COLUMN - 8}" height="${PLACE}" fill="${paper}"/>` +
          placeOf(place, x, TOP + i * (PLACE + GAP), hue, colours, data),
      ),
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif">`,
    `<title id="title">${escapedText(seen ? `${title}: ${seen}` : title)}</title>`,
    `<desc id="desc">${escapedText(`${status} ${address}`)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    textOf([title], MARGIN, 48, { size: 26, fill: ink, weight: 600, family: 'serif' }),
    textOf(linesOf(status, lettersIn(width - 2 * MARGIN, 14), 1), MARGIN, 74, { size: 14, fill: ink }),
    ...stages,
    ...steps,
    textOf(
      [
        'The figure is the number of case studies; the bar shows how many of them were seen in full text. A dashed place has none. Content CC BY 4.0.',
      ],
      MARGIN,
      bottom + 26,
      { size: 11, fill: soft },
    ),
    textOf([address], MARGIN, bottom + 44, { size: 11, fill: soft }),
    '</svg>\n',
  ].join('\n');
}
