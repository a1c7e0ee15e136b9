import { isSwallowed } from '../model/case-study-form.ts';
import { sentencesOf, type Slip } from './slip.ts';

/** Words that are about writing a value in a file, where a form asks for the value alone. */
const OF_FILES = /,? (?:in|with|without) quotes\b/g;

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/**
 * A slip as a form tells it, beside its control: the name of the field goes without saying there.
 * @param value what the control holds
 */
export function sentencesInForm(slip: Slip, value: string): string {
  const { rule, why = '', expected } = slip;
  const isBlank = value.trim() === '';
  if (isBlank && rule === 'sections') return `This is needed: ${why}. One honest sentence is enough.`;
  if (rule === 'empty-value' || rule === 'missing-key' || (isBlank && rule === 'file-name'))
    return `This is needed: ${why}.`;
  if (isSwallowed(slip))
    return 'This text swallows the heading of the next section: a block of code that is not closed, say.';
  if (expected && (rule === 'invalid-value' || rule === 'wrong-type' || rule === 'file-name'))
    return `This takes ${expected.replace(OF_FILES, '')}. ${sentence(why)}.`;
  return sentence(sentencesOf(slip));
}

/** The value that mends a slip, as it is typed into a control; nothing where the check knows none. */
export function mendInForm({ rule, field, suggestion }: Slip): string | undefined {
  if (suggestion === undefined) return undefined;
  if (rule === 'file-name') return suggestion.replace(/\.md$/, '');
  // Lists are typed one item a line, and the text below the fields is the author's own.
  const isWhole =
    field !== undefined && !/^(?:source\.authors|facts)/.test(field) && !suggestion.startsWith('[');
  return isWhole ? suggestion.replace(/^"(.*)"$/, '$1') : undefined;
}
