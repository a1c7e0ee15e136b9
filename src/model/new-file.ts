/** A code host's page for a new file: its address, and the names of its parameters. */
export interface NewFilePage {
  readonly address: string;
  /** The parameter that takes the path. */
  readonly name: string;
  /** The parameter that takes the text; nothing where the host takes none. */
  readonly text?: string | undefined;
}

/** The most characters of an address: HTTP asks all programs for request lines of 8,000 octets at least, and of no more (RFC 9112, section 3). */
export const LONGEST_ADDRESS = 8000;

/**
 * The address of a code host's page for a new file, filled in as far as the host takes it.
 * @param path of the file in the repository
 * @returns nothing when the text makes the address longer than hosts take
 */
export function newFileAddress(page: NewFilePage, path: string, text: string): string | undefined {
  const parameters = new URLSearchParams({ [page.name]: path, ...(page.text && { [page.text]: text }) });
  const address = `${page.address}?${parameters.toString()}`;
  return address.length <= LONGEST_ADDRESS ? address : undefined;
}
