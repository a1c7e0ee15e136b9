/** An icon that is drawn from the mark. */
export interface Icon {
  /** Of its file, without the ending. */
  readonly name: string;
  /** Edge in pixels. */
  readonly size: number;
  /** Whether the system may cut it to a shape of its own. */
  readonly isMaskable: boolean;
}

/** Every icon that is drawn: for the home screens of Apple's devices, and for the manifest. */
export const ICONS: readonly Icon[] = [
  { name: '180', size: 180, isMaskable: false },
  { name: '192', size: 192, isMaskable: false },
  { name: '512', size: 512, isMaskable: false },
  { name: 'maskable-512', size: 512, isMaskable: true },
];

/** The address of an icon from the root of the site. */
export const iconAddress = ({ name }: Pick<Icon, 'name'>): string => `/icons/${name}.png`;

/** A colour of three bytes as a manifest and a drawing may name it: `#fcfaf6`. */
export const hexOf = (bytes: readonly [number, number, number]): string =>
  `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The edge of the mark's own field, in its units. */
const FIELD = 32;
/** How wide the field is with room around the mark. */
const WITH_MARGIN = 38;
/**
 * How wide the field is when a system may cut it: only a circle with a radius of two fifths is sure to be seen
 * (https://www.w3.org/TR/appmanifest/#icon-masks), and the corners of the mark lie 18 units from its centre.
 */
const MASKABLE = 48;

/**
 * The mark as an icon: in ink on paper, since icons follow no colour scheme.
 * @param mark the SVG of the favicon: paths in a field of 32 by 32
 * @throws when the mark is not such a drawing
 */
export function iconSvg(
  mark: string,
  { size, isMaskable }: Pick<Icon, 'size' | 'isMaskable'>,
  { ink, paper }: { readonly ink: string; readonly paper: string },
): string {
  const paths = [...mark.matchAll(/<path d="([^"]+)"\/>/g)].map(([, d]) => d);
  if (paths.length === 0 || !mark.includes(`viewBox="0 0 ${FIELD} ${FIELD}"`))
    throw new Error(`the mark is no drawing of paths in a field of ${FIELD} by ${FIELD}`);
  const width = isMaskable ? MASKABLE : WITH_MARGIN;
  const from = (FIELD - width) / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="${from} ${from} ${width} ${width}">` +
    `<rect x="${from}" y="${from}" width="${width}" height="${width}" fill="${paper}"/>` +
    paths.map((d) => `<path d="${d}" fill="${ink}"/>`).join('') +
    '</svg>'
  );
}
