import { z } from 'astro/zod';
import { Slug } from './slug.ts';

/** Slugs that were renamed or merged, by collection folder: old slug to the slug that answers for it today. */
export const Redirects = z.record(
  z.string(),
  z.record(Slug, Slug).describe('Old slug to the slug that answers for it today.'),
);
export type Redirects = z.infer<typeof Redirects>;
