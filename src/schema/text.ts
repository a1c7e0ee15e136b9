import { z } from 'astro/zod';
import { hiddenSignsIn } from './hidden-signs.ts';

/** Whether a text holds no sign that nobody sees: YAML can write those as `"\\u200b"`, which the file itself does not show. */
export const isSeen = (text: string): boolean => hiddenSignsIn(text).length === 0;

/** One line of text that says something: not empty, no line break, no sign that nobody sees. */
export const Line = z
  .string()
  .trim()
  .min(1, { error: 'some text' })
  .regex(/^[^\r\n]*$/, { error: 'text on one line' })
  .refine(isSeen, { error: 'text without signs that nobody sees' });

/** What lists, cards and search results show of an entry: one or two sentences, 160 characters at most. */
export const Summary = Line.max(160, { error: 'a summary of 160 characters at most' });

/** Other words people use for the same thing; searched, not shown as headings. */
export const Aliases = z.array(Line).default([]);

/** Whether an address leads to a host that everybody can reach: a name with a dot, nobody's password. */
function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.username === '' && url.password === '' && /\.(?:\p{L}{2,}|xn--[\w-]+)\.?$/u.test(url.hostname);
}

/** An address on the open web. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'a web address that starts with https:// or http://' })
  .refine((text) => !/\s/.test(text), { error: 'a web address without spaces' })
  .refine(isSeen, { error: 'a web address without signs that nobody sees' })
  .refine(isPublic, { error: 'a web address that everybody can open: a public host, no password' });
