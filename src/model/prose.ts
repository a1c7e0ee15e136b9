/**
 * A Markdown body with fenced and inline code blanked out: what is left is prose, and every offset stays.
 * A fence that is never closed runs to the end, as it does for readers.
 */
export function withoutCode(body: string): string {
  const blank = (code: string) => code.replace(/[^\r\n]/g, ' ');
  let fence: string | undefined;
  const lines = body.split(/(?<=\n)/).map((line) => {
    const mark = fenceOf(line, fence);
    const isCode = mark !== undefined || fence !== undefined;
    if (mark) fence = fence ? undefined : mark;
    return isCode ? blank(line) : line;
  });
  return lines.join('').replace(/(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\r?\n)[\s\S])*?(?<!`)\1(?!`)/g, blank);
}

/**
 * The run of backticks or tildes by which a line opens a fence, or closes the one that is open; nothing for other lines.
 * Fences in lists and quotations count as well, however deep.
 * @param open the run that opened the fence the line stands in
 */
export function fenceOf(line: string, open?: string): string | undefined {
  const [, mark, rest = ''] = /^[ \t>]*(`{3,}|~{3,})(.*)$/.exec(line.trimEnd()) ?? [];
  if (!mark) return undefined;
  // A closing fence stands alone and is as long as the opening one; words after backticks hold no backtick.
  if (open) return mark.startsWith(open) && !rest ? mark : undefined;
  return mark.startsWith('`') && rest.includes('`') ? undefined : mark;
}
