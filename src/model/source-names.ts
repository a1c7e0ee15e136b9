/** A name by which a work is known, and the field that gives it. */
export interface SourceName {
  readonly field: 'doi' | 'arxiv' | 'isbn' | 'url';
  /** As it is written. */
  readonly value: string;
  /** The same for each way of writing it: `doi 10.1145/3533378`, `arxiv 2011.09926`, `url example.org/report`. */
  readonly name: string;
}

const doiName = (doi: string) => {
  const arxiv = /^10\.48550\/arxiv\.(.+)$/i.exec(doi)?.[1];
  return arxiv === undefined ? `doi ${doi.toLowerCase()}` : arxivName(arxiv);
};
const arxivName = (number: string) => `arxiv ${number.toLowerCase().replace(/v\d+$/, '')}`;

/** Parameters that only say where a reader came from. */
const isTracking = (name: string) => /^(?:utm_|fbclid$|gclid$|ref$|ref_src$|mc_[ce]id$)/i.test(name);

function urlName(address: string): string {
  if (!URL.canParse(address)) return `url ${address}`;
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '');
  if (/^(?:dx\.)?doi\.org$/.test(host)) return doiName(decoded(url.pathname.slice(1)));
  const arxiv = /^arxiv\.org$/.test(host) && /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(url.pathname);
  if (arxiv) return arxivName(arxiv[1] ?? '');
  for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name);
  return `url ${host}${url.port && `:${url.port}`}${url.pathname.replace(/\/+$/, '')}${url.search}`.toLowerCase();
}

/** A part of an address in plain signs; as it is, where a percent sign in it encodes nothing. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const NAMES = {
  doi: doiName,
  arxiv: arxivName,
  isbn: (isbn: string) => `isbn ${isbn.replace(/[\s-]/g, '').toUpperCase()}`,
  url: urlName,
} as const;

/**
 * All names of the work that a case study rests on, so that two entries about one source are told however they write it.
 * An address at doi.org or arxiv.org counts as the number it leads to.
 * @param study its fields, which need not be sound
 */
export function sourceNames(study: unknown): SourceName[] {
  const source = (study as { source?: unknown } | null | undefined)?.source;
  if (source === null || typeof source !== 'object') return [];
  return (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((field) => {
    const value: unknown = Object.hasOwn(source, field)
      ? (source as Record<string, unknown>)[field]
      : undefined;
    return typeof value === 'string' && value !== '' ? [{ field, value, name: NAMES[field](value) }] : [];
  });
}
