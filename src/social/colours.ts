/** A colour as OKLCH: lightness from 0 to 1, chroma, and hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];
/** A colour as sRGB: three bytes. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** The ground of a picture: the paper of the light theme. */
export const PAPER: Oklch = [0.985, 0.006, 90];

/**
 * What lies on the paper: the colours of the light theme, by the name of their token. Pictures are read where no style
 * sheet of the guide is, so they stand here once more; a test compares them with `styles/tokens.css`.
 */
export const COLOURS = {
  ink: [0.25, 0.015, 260],
  'ink-soft': [0.46, 0.015, 260],
  'data-management': [0.5, 0.11, 245],
  'model-learning': [0.42, 0.15, 328],
  'model-verification': [0.51, 0.08, 79],
  'model-deployment': [0.33, 0.1, 28],
  'cross-cutting': [0.39, 0.08, 164],
} as const satisfies Readonly<Record<string, Oklch>>;
export type Colour = keyof typeof COLOURS;

/** The hue of a stage; ink for one that has no token. */
export const colourOfStage = ({ slug }: { readonly slug: string }): Colour =>
  Object.hasOwn(COLOURS, slug) ? (slug as Colour) : 'ink';

/** The transfer function of sRGB, from linear light to a byte. */
const byteOf = (light: number): number => {
  const within = Math.min(1, Math.max(0, light));
  return Math.round(255 * (within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055));
};

/** OKLCH as sRGB, clipped to its gamut: https://bottosson.github.io/posts/oklab/ gives the matrices. */
export function rgbOf([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byteOf(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    byteOf(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    byteOf(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
