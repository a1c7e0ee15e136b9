import { z } from 'astro/zod';
import { eachOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A whole page of the guide, from the root of the site; a path leads to pages, not to other paths. */
const PageAddress = Line.regex(/^\/(?!paths\/)(?:[^/\s#?][^\s#?]*\/)?$/, {
  error:
    'the address of a whole page of the guide that is no path itself, such as /challenges/concept-drift/',
});

/** A page that a path leads to, and why it comes at this place. */
export const Stop = z.strictObject({
  page: PageAddress.describe('The address of the page, such as /challenges/concept-drift/.'),
  why: Line.max(200).describe(
    'What it adds after the stop before it, in a sentence or two, 200 characters at most.',
  ),
  discuss: Line.max(160)
    .optional()
    .describe('A question for people who read together, 160 characters at most; most paths need none.'),
});
export type Stop = z.infer<typeof Stop>;

/** A hand-picked order of pages for a reader in one situation. */
export const ReadingPath = z.strictObject({
  id: Slug.describe('Its address under /paths/: permanent, since readers keep their progress by it.'),
  title: Line.max(40).describe('The situation, in 40 characters at most.'),
  for: Line.max(160).describe('Who it is for: one sentence of 160 characters at most.'),
  leaves: Line.max(160).describe(
    'What its reader can do afterwards: one sentence of 160 characters at most.',
  ),
  stops: z
    .array(Stop)
    .min(5)
    .max(8)
    .superRefine(eachOnce(({ page }) => page, 'page'))
    .describe('The pages in the order in which they are read: 5 to 8, each once.'),
});
export type ReadingPath = z.infer<typeof ReadingPath>;

/** The whole of `paths.yaml`, in the order in which readers see the paths. */
export const Paths = z.array(ReadingPath).min(1);
export type Paths = z.infer<typeof Paths>;
