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
    const heading = fence ? undefined : /^ {0,3}##[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/.exec(text)?.[1];
    if (heading) sections.push({ title: heading, line, isEmpty: true });
    else if (text.trim()) {
      const last = sections.at(-1);
      if (last) last.isEmpty = false;
    }
  }
  return sections;
}
