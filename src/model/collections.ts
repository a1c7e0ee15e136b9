/** The five kinds of entry that have a page each: their folder, address and names. */
export const COLLECTIONS = {
  challenges: { folder: 'challenges', one: 'challenge', title: 'Challenges' },
  mitigations: { folder: 'mitigations', one: 'mitigation', title: 'Mitigations' },
  tools: { folder: 'tools', one: 'tool', title: 'Tools' },
  approaches: { folder: 'approaches', one: 'approach', title: 'Approaches' },
  caseStudies: { folder: 'case-studies', one: 'case study', title: 'Case studies' },
} as const;
export type CollectionName = keyof typeof COLLECTIONS;

export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** The kinds of entry by the name that the command line gives them. */
export const KINDS_OF_ENTRY = {
  'case-study': 'caseStudies',
  challenge: 'challenges',
  mitigation: 'mitigations',
  tool: 'tools',
  approach: 'approaches',
} as const satisfies Record<string, CollectionName>;
export type EntryKind = keyof typeof KINDS_OF_ENTRY;

export const isEntryKind = (name: string): name is EntryKind => Object.hasOwn(KINDS_OF_ENTRY, name);

/**
 * Address of an entry's page from the root of the site, without the base path.
 * @example addressOf('caseStudies', 'firebird') // '/case-studies/firebird/'
 */
export const addressOf = (collection: CollectionName, id: string): string =>
  `/${COLLECTIONS[collection].folder}/${id}/`;
