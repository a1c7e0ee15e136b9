/** Files whose name changes with what they hold, below the base path; `*` stands for any name. */
export const NAMED_BY_CONTENT = [
  '_astro/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/filter/*',
] as const;

/** A year: what bears another name when it changes need not be asked for again. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Headers for hosts that read a file `_headers` at the root of a site, such as Netlify and Cloudflare Pages: what is named
 * by its contents may be kept for ever, and all else is asked for again. Nobody may guess types or frame pages elsewhere.
 * @param base the base path, such as `/` or `/guide/`
 */
export function hostHeaders(base: string): string {
  const rule = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule(`${base}*`, {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Content-Security-Policy': "frame-ancestors 'self'",
    }),
    ...NAMED_BY_CONTENT.map((path) => rule(`${base}${path}`, { 'Cache-Control': FOR_EVER })),
  ].join('\n');
}
