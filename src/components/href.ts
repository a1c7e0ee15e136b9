/**
 * The address of a page or file of the guide as a link needs it, base path included.
 * @param path from the root of the site, such as `/challenges/concept-drift/`
 */
export const href = (path: string): string => `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;
