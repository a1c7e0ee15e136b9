import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import { nearest } from '../model/nearest.ts';
import { slugOf } from '../model/slug-of.ts';
import { isList, wordsOf } from '../schema/fields.ts';
import { TITLES_OF_WORDS } from '../schema/vocabulary.ts';

const hyphened = (text: string) => slugOf(text, Infinity) ?? '';

/** The last day of a month, for days that the month does not have. */
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const twoDigits = (number: number) => String(number).padStart(2, '0');

/** A date in another order, or with other signs between its parts, or a day that its month does not have. */
function dates(text: string): string[] {
  const parts = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/.exec(text.trim());
  if (!parts) return [];
  const [first, month, last] = parts.slice(1).map(Number) as [number, number, number];
  const [year, day] = first > 31 ? [first, last] : [last, first];
  if (month < 1 || month > 12) return [];
  return [`${year}-${twoDigits(month)}-${twoDigits(Math.min(day, lastDay(year, month)))}`];
}

/** Addresses and prefixes that people copy along with an identifier. */
const identifiers = (text: string): string[] => [
  text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, ''),
  text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\//i, '')
    .replace(/^arxiv:\s*/i, '')
    .replace(/\.pdf$/i, '')
    .replace(/v\d+$/i, ''),
];

const addresses = (text: string): string[] =>
  text.startsWith('//')
    ? [`https:${text}`]
    : /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text)
      ? [`https://${text}`]
      : /^https?:\/\//i.test(text)
        ? [text.replaceAll(/\s/g, '%20')]
        : [];

/** Values that may have been meant, likeliest first. */
function meant(schema: z.ZodType, value: unknown, typed: string | undefined): unknown[] {
  if (isList(schema) && !Array.isArray(value) && value !== null && value !== undefined)
    return [[value], ...(typeof value === 'string' ? [value.split(/[,;]\s*/), [hyphened(value)]] : [])];
  const words = wordsOf(schema);
  if (words.length > 0 && (typeof value === 'string' || typeof value === 'number')) {
    const plain = hyphened(String(value));
    const titled = words.filter((word) =>
      TITLES_OF_WORDS.get(word)?.some((title) => hyphened(title) === plain),
    );
    return [plain, ...titled, nearest(plain, words), nearest(String(value), words)].flatMap((word) =>
      word !== undefined && /^\d+$/.test(word) ? [word, Number(word)] : [word],
    );
  }
  if (typeof value === 'boolean' || typeof value === 'number') return [typed ?? String(value)];
  if (typeof value !== 'string') return [];
  return [
    value.trim(),
    ...(/^\d+$/.test(value.trim()) ? [Number(value)] : []),
    ...(/^(?:yes|true)$/i.test(value) ? [true] : /^(?:no|false)$/i.test(value) ? [false] : []),
    ...dates(value),
    ...identifiers(value),
    ...addresses(value),
    hyphened(value),
  ];
}

/** As it would be written in YAML: text that YAML would take for something else stands in quotes. */
const written = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

/**
 * The valid value nearest to a wrong one, as it would be written; nothing when none is near.
 * Every suggestion has passed the schema of the field.
 * @param typed the value as it stands in the file, where YAML may have read more into it
 */
export function mendOf(schema: z.ZodType, value: unknown, typed?: string): string | undefined {
  for (const each of meant(schema, value, typed))
    if (each !== undefined && each !== value && each !== '' && schema.safeParse(each).success)
      return written(each);
  return undefined;
}
