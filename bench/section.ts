/**
 * Puts the section of a bench into a README, between the markers with its name.
 * @throws on use, when the README lacks them
 */
export function sectionWriter(name: string): (readme: string, section: string) => string {
  const [START, END] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  return (readme, section) => {
    const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
    if (start < 0 || end < start) throw new Error(`the README lacks ${START} and ${END}`);
    return `${readme.slice(0, start + START.length)}\n\n${section}\n\n${readme.slice(end)}`;
  };
}
