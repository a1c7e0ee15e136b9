import { z } from 'astro/zod';

/** What a slug looks like: lower-case words of letters and digits, joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The name of an entry in file names and addresses: permanent, never reused, 60 characters at most. */
export const Slug = z
  .string()
  .max(60, { error: 'a slug of 60 characters at most' })
  .regex(SLUG_PATTERN, { error: 'a slug: lower-case words joined by hyphens, such as concept-drift' });
