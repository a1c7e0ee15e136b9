import { z } from 'astro/zod';
import { Line, Summary } from './text.ts';

/** A page of prose that is no entry of the catalogue, such as "About this guide". */
export const Page = z.strictObject({
  title: Line.describe('The heading of the page.'),
  summary: Summary.describe('What search results and link previews show of it, 160 characters at most.'),
});
export type Page = z.infer<typeof Page>;
