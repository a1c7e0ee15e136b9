import type { FormEntries } from '../../model/case-study-form.ts';

const KEY = 'case-study-draft';

const isEntries = (value: unknown): value is FormEntries =>
  Array.isArray(value) &&
  value.every(
    (entry) => Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string'),
  );

/** Controls that hold something before anybody types. */
const FILLED_FROM_THE_START = new Set(['checked', 'mitigations.basis']);

/** Whether somebody has put anything into a form. */
export const holdsSomething = (entries: FormEntries): boolean =>
  entries.some(([name, value]) => value.trim() !== '' && !FILLED_FROM_THE_START.has(name));

/** The draft that this browser keeps; nothing where there is none, or none that can be read. */
export function keptDraft(): FormEntries | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isEntries(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft in this browser. @returns false where it keeps nothing: storage is full, or denied */
export function keepDraft(entries: FormEntries): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(entries));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the draft. */
export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What cannot be read was not kept either.
  }
}
