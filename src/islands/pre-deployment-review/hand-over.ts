import { toCsv } from '../../review/csv.ts';
import { toJson } from '../../review/file.ts';
import type { ReviewKnowledge } from '../../review/knowledge.ts';
import { toMarkdown } from '../../review/markdown.ts';
import type { Register } from '../../review/register.ts';
import { download } from '../download.ts';
import { partOf, say } from './parts.ts';

/** What a register can be downloaded as, by the ending of the file. */
const TYPES = { md: 'text/markdown', csv: 'text/csv', json: 'application/json' } as const;
export type FileType = keyof typeof TYPES;
const isFileType = (ending: string): ending is FileType => Object.hasOwn(TYPES, ending);

/**
 * The register as the text of a file.
 * @param base the base path of the guide, for the addresses of its pages
 */
export function textOf(type: FileType, register: Register, knowledge: ReviewKnowledge, base: string): string {
  const locate = (folder: string, slug: string) => new URL(`${base}${folder}/${slug}/`, location.href).href;
  switch (type) {
    case 'md':
      return toMarkdown(register, knowledge, locate);
    case 'csv':
      return toCsv(register, knowledge, locate);
    case 'json':
      return toJson(register);
  }
}

/** Hands a register to the reader as a file named after the day. @returns its name */
export function downloadRegister(text: string, ending: FileType): string {
  const name = `risk-register-${new Date().toISOString().slice(0, 10)}.${ending}`;
  download(text, TYPES[ending], name);
  return name;
}

/** Copies what stands in a field; where the browser does not allow it, selects it, so that a reader can. */
async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'Copied.';
  } catch {
    field.hidden = false;
    field.select();
    return 'The browser does not allow copying. The text is selected, so that you can copy it.';
  }
}

/**
 * Does what a button of the part "Keep and share" says, and says that it is done.
 * @param what the value of the button
 * @param textAs gives the register as the text of a file
 */
export async function handOver(
  part: HTMLElement,
  what: string,
  textAs: (type: FileType) => string,
): Promise<void> {
  const said = partOf(part, '.handed');
  if (isFileType(what)) say(said, `Downloaded: ${downloadRegister(textAs(what), what)}`);
  else if (what === 'print') window.print();
  else if (what === 'copy-link') say(said, await copy(partOf<HTMLInputElement>(part, '#share-link')));
  else if (what === 'copy-markdown') {
    const area = partOf<HTMLTextAreaElement>(part, '#markdown-text');
    area.value = textAs('md');
    say(said, await copy(area));
  }
}
