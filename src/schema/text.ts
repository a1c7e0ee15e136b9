import { z } from 'astro/zod';

/** One line of text that says something: not empty, no line break. */
export const Line = z
  .string()
  .trim()
  .min(1, { error: 'some text' })
  .regex(/^[^\r\n]*$/, { error: 'text on one line' });

/** What lists, cards and search results show of an entry: one or two sentences, 160 characters at most. */
export const Summary = Line.max(160, { error: 'a summary of 160 characters at most' });

/** Other words people use for the same thing; searched, not shown as headings. */
export const Aliases = z.array(Line).default([]);

/** An address on the open web. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'a web address that starts with https:// or http://' })
  .refine((text) => !/\s/.test(text), { error: 'a web address without spaces' });
