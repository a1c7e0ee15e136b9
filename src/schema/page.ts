import { z } from 'astro/zod';
import { Line, Summary } from './text.ts';

/** A page of prose that is no entry of the catalogue, such as "About this guide". */
export const Page = z.strictObject({ title: Line, summary: Summary });
export type Page = z.infer<typeof Page>;
