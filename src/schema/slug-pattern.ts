/*
 * Apart from the schema, so that a script of a page that needs the pattern does not bring all of Zod.
 */

/** What a slug looks like: lower-case words of letters and digits, joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
