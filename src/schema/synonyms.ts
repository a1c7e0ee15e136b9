import { z } from 'astro/zod';
import { namesOnce } from './relation.ts';

/** One word as people type it into a search. */
export const SearchWord = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'a single word of lower-case letters, digits and hyphens',
});

/** Words that mean the same to somebody who searches. */
export const SynonymGroup = z
  .array(SearchWord)
  .min(2)
  .superRefine(namesOnce)
  .describe('Single lower-case words that mean the same, each in one group.');

/** The whole of `synonyms.yaml`: groups of words that the search takes for one another. */
export const Synonyms = z.array(SynonymGroup);
export type Synonyms = z.infer<typeof Synonyms>;
