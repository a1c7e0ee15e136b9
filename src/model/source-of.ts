import { DOI_PATTERN } from '../schema/source.ts';
import { decoded, sourceNames } from './source-names.ts';

/** Where a work is found, by its kind of address. */
export interface WorkAddress {
  readonly doi?: string | null | undefined;
  readonly arxiv?: string | null | undefined;
  readonly url?: string | null | undefined;
}

const DOI_ADDRESS = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)(10\..+)$/i;
const ARXIV_ADDRESS =
  /^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*|https?:\/\/(?:dx\.)?doi\.org\/10\.48550\/arxiv\.|(?:doi:\s*)?10\.48550\/arxiv\.)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?\/?$/i;

/**
 * What somebody pasted to name a work, as the field of a source that holds it: a DOI or an arXiv number, bare or as
 * an address, and everything else as a web address. Whether it is well formed is for the schema to say.
 * @example sourceOf('https://arxiv.org/abs/2011.09926v3') // { arxiv: '2011.09926' }
 */
export function sourceOf(
  text: string,
): { readonly doi: string } | { readonly arxiv: string } | { readonly url: string } {
  const pasted = text.trim();
  const arxiv = ARXIV_ADDRESS.exec(pasted)?.[1];
  if (arxiv !== undefined) return { arxiv };
  const doi = DOI_ADDRESS.exec(pasted)?.[1];
  if (doi !== undefined) return { doi: decoded(doi.replace(/[?#].*$/, '')) };
  return DOI_PATTERN.test(pasted) ? { doi: pasted } : { url: pasted };
}

/** The entry that rests on the same work: the same DOI, arXiv number or address, however each is written. */
export function sameSource<T extends { readonly source?: WorkAddress | undefined }>(
  source: WorkAddress,
  entries: readonly T[],
): T | undefined {
  const wanted = new Set(sourceNames({ source }).map(({ name }) => name));
  return entries.find((entry) => sourceNames(entry).some(({ name }) => wanted.has(name)));
}
