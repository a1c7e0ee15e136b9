/** What a reader sees of a page, in px: the height of the window, and how much of the page lies above and below it. */
export interface Sight {
  readonly height: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Which section of a page is being read: the last one whose top lies above a line a quarter down the window. In the last
 * screenful that line sinks to the lower edge, so that short sections at the end have their turn. A section that the
 * address names is the one while it stands where a jump leaves it: near the top, or as high as the page lets it.
 * @param tops how far each section begins below the upper edge of the window, in px, in the order of the page
 * @param named place in `tops` of the section that the address names; -1 where it names none
 * @returns its place in `tops`; -1 before the first
 */
export function sectionRead(tops: readonly number[], named: number, { height, above, below }: Sight): number {
  const line = height / 4;
  const top = tops[named] ?? -1;
  if (top >= 0 && top < (below < 1 ? height : line)) return named;
  const last = Math.min(height, above + below);
  const sunk = last > 0 ? Math.max(0, 1 - below / last) : 0;
  return tops.findLastIndex((each) => each < line + sunk * (height - line));
}
