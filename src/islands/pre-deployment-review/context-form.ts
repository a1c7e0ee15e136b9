import type { ReviewKnowledge } from '../../review/knowledge.ts';
import type { Register } from '../../review/register.ts';
import { contextLines } from '../../review/texts.ts';
import { element } from './parts.ts';

/** What is chosen in the form, by question; questions without an answer are left out. */
export function contextIn(form: HTMLFormElement, { contexts }: ReviewKnowledge): Register['context'] {
  const chosen = new FormData(form);
  return Object.fromEntries(
    contexts
      .map(({ id }): [string, string[]] => [
        id,
        chosen.getAll(id).filter((value) => value !== '') as string[],
      ])
      .filter(([, options]) => options.length > 0),
  );
}

/** Puts a context into the form; options that it does not have are passed over. */
export function fillContext(form: HTMLFormElement, { title, context }: Register): void {
  for (const control of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    const chosen = Object.hasOwn(context, control.name) ? (context[control.name] ?? []) : [];
    if (control.name === 'title') control.value = title;
    else if (control instanceof HTMLSelectElement) control.value = chosen[0] ?? '';
    else control.checked = chosen.length === 0 ? control.value === '' : chosen.includes(control.value);
  }
}

/** The context in words for paper: what was asked, and what was chosen. */
export const contextTold = (register: Register, knowledge: ReviewKnowledge): HTMLElement[] =>
  [
    { question: 'System', answers: [register.title] },
    { question: 'Last changed', answers: [register.changed.slice(0, 10)] },
    ...contextLines(register, knowledge),
  ].map(({ question, answers }) =>
    element('div', {}, element('dt', {}, question), element('dd', {}, answers.join('; '))),
  );
