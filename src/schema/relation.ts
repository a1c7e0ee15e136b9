import { z } from 'astro/zod';
import { Slug } from './slug.ts';
import { Line } from './text.ts';

/** A challenge and how the entry helps against it, in half a sentence. */
export const HelpsChallenge = z.strictObject({
  challenge: Slug.describe('The slug of a challenge.'),
  how: Line.describe('How the entry helps against it, in half a sentence.'),
});
export type HelpsChallenge = z.infer<typeof HelpsChallenge>;

/**
 * A check for lists: names each item that the list holds already, at the item.
 * @param nameOf what must differ from item to item
 * @param path where the name stands in an item
 */
export const eachOnce =
  <T>(nameOf: (item: T) => string, ...path: string[]) =>
  (items: readonly T[], context: z.RefinementCtx): void => {
    const first = new Map<string, number>();
    for (const [i, item] of items.entries()) {
      const name = nameOf(item);
      const before = first.get(name);
      if (before === undefined) first.set(name, i);
      else
        context.addIssue({
          code: 'custom',
          path: [i, ...path],
          message: `"${name}" stands in this list already, as number ${before + 1}; remove one of the two`,
          params: { rule: 'once' },
        });
    }
  };

/** A check for lists of slugs or other words, each once. */
export const namesOnce = eachOnce((name: string) => name);

/** The challenges an entry helps against, each once. */
export const HelpsChallenges = z
  .array(HelpsChallenge)
  .min(1)
  .superRefine(eachOnce(({ challenge }) => challenge, 'challenge'));
