import { z } from 'astro/zod';
import { SLUG_PATTERN } from './slug-pattern.ts';

/** The name of an entry in file names and addresses: permanent, never reused, 60 characters at most. */
export const Slug = z
  .string()
  .max(60, { error: 'a slug of 60 characters at most' })
  .regex(SLUG_PATTERN, { error: 'a slug: lower-case words joined by hyphens, such as concept-drift' });
