/**
 * The challenge that a page shows, and the catalogue around it, as the page left them for the parts of its text.
 * @throws when a part stands on a page that shows no challenge
 */
export function shown({ challenge, everything }: App.Locals) {
  if (!challenge || !everything)
    throw new Error('this component stands in the text of a challenge, and only there');
  return { challenge, everything };
}
