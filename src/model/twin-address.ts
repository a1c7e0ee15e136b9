/**
 * Address of the Markdown twin of a page, from the root of the site.
 * @param address of the page, such as `/challenges/concept-drift/`
 * @example twinAddress('/challenges/concept-drift/') // '/challenges/concept-drift.md'
 */
export const twinAddress = (address: string): string => `${address.replace(/\/$/, '')}.md`;

/** The Markdown twin of a page as its head tells of it. */
export const twinAlternate = (address: string) =>
  ({ type: 'text/markdown', address: twinAddress(address), title: 'Markdown' }) as const;
