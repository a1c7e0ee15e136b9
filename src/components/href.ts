/**
 * The address of a page or file of the guide as a link needs it, base path included.
 * @param path from the root of the site, such as `/challenges/concept-drift/`
 */
export const href = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;

/**
 * Gives full addresses, for files that are read elsewhere.
 * @param site where the guide lives, as Astro hands it to endpoints
 * @throws on use, when no site is configured
 */
export const locateFrom =
  (site: URL | undefined) =>
  (path: string): string =>
    new URL(href(path), site).href;
