/** One static route an entry, with the entry as its property. */
export const routesOf = <T extends { readonly id: string }>(entries: readonly T[]) =>
  entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
