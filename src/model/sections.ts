import { fenceOf } from './prose.ts';

/** A second-level heading of a Markdown body: its text, its line (from 0) and whether anything stands below it. */
export interface Section {
  readonly title: string;
  readonly line: number;
  readonly isEmpty: boolean;
}

/** Second-level sections of a Markdown body in order; headings inside fenced code do not count. */
export function sectionsOf(body: string): Section[] {
  const sections: { title: string; line: number; isEmpty: boolean }[] = [];
  let fence: string | undefined;
  for (const [line, text] of body.split(/\r?\n/).entries()) {
    const mark = fenceOf(text, fence);
    if (mark) fence = fence ? undefined : mark;
    const heading = fence ? undefined : titleOf(text);
    if (heading) sections.push({ title: heading, line, isEmpty: true });
    else if (text.trim()) {
      const last = sections.at(-1);
      if (last) last.isEmpty = false;
    }
  }
  return sections;
}

/** The Markdown below the second-level heading with a title, up to the next one; empty where there is none. */
export function textOfSection(title: string, body: string): string {
  const sections = sectionsOf(body);
  const at = sections.findIndex((section) => section.title === title);
  const section = sections[at];
  if (!section) return '';
  return body
    .split(/\r?\n/)
    .slice(section.line + 1, sections[at + 1]?.line)
    .join('\n')
    .trim();
}

/**
 * The title of a second-level heading, without the signs that may close it; nothing for other lines.
 * One expression for all of it would try every way to share out the blanks of a line, and never end on a long one.
 */
function titleOf(line: string): string | undefined {
  const title = /^ {0,3}##[ \t](.*)$/s.exec(line)?.[1]?.trim();
  if (!title) return undefined;
  let end = title.length;
  while (title[end - 1] === '#') end -= 1;
  return end < title.length && /[ \t]/.test(title[end - 1] ?? '') ? title.slice(0, end).trimEnd() : title;
}
