/**
 * One static route an entry, with the entry as its property.
 * @param keyOf what the page of an entry is made of: one with the key of the build before is not made again
 */
export const routesOf = <T extends { readonly id: string }>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
) => entries.map((entry) => ({ params: { slug: entry.id }, props: { entry }, cacheKey: keyOf(entry) }));
