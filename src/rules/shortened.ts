/**
 * The beginning of a text for a message: authors, and strangers, write texts of any length.
 * @param most signs that are shown
 */
export const shortened = (text: string, most = 60): string =>
  text.length > most ? `${text.slice(0, most)}…` : text;
