/**
 * The slug of an entry from the path of its file: the name without folder and ending.
 * @example fileSlug('model-deployment/concept-drift.mdx') // 'concept-drift'
 */
export const fileSlug = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.mdx?$/, '');
