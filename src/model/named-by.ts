/**
 * Looks up the entries that name a slug, in the order of the entries. Built in one pass: asking for every slug of a
 * huge catalogue costs no more than reading it once.
 * @param slugsOf the slugs that an entry names; one that it names twice counts once
 */
export function namedBy<T>(
  entries: readonly T[],
  slugsOf: (entry: T) => readonly string[],
): (slug: string) => readonly T[] {
  const naming = new Map<string, T[]>();
  for (const entry of entries)
    for (const slug of new Set(slugsOf(entry))) {
      const found = naming.get(slug);
      if (found) found.push(entry);
      else naming.set(slug, [entry]);
    }
  return (slug) => naming.get(slug) ?? [];
}
