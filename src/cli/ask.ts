import {
  autocomplete,
  autocompleteMultiselect,
  isCancel,
  log,
  text,
  type CANCEL_SYMBOL,
} from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { sourceOf } from '../model/source-of.ts';
import { choicesOf, finderOf, type Choice } from '../scaffold/choices.ts';
import {
  choicesFor,
  FLAGS,
  isOfSource,
  readAnswers,
  SOURCE_FLAGS,
  type Answers,
  type Flag,
} from '../scaffold/flags.ts';
import type { EntryKind } from '../model/collections.ts';
import type { Known } from '../scaffold/known.ts';

/** Where questions are put and answered. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** Thrown when whoever is asked breaks it off: Ctrl+C, Escape, or the end of the terminal. */
export class Stopped extends Error {}

/** What is wrong with an answer, in a sentence; nothing when it will do. */
export type Wrong = (answer: string) => string | undefined;

/** Ways to put a question; each gives the answer as a flag would, or throws `Stopped`. */
export interface Asker {
  /** An empty answer is one too, unless the question needs one. */
  readonly text: (question: string, wrong: Wrong, isNeeded?: boolean) => Promise<string>;
  /** One of a list, found by typing; empty when it is to be decided later. */
  readonly choice: (question: string, choices: readonly Choice[], options?: ChoiceOptions) => Promise<string>;
  /** Several of a list, joined by commas. */
  readonly choices: (question: string, choices: readonly Choice[], wrong: Wrong) => Promise<string>;
}

interface ChoiceOptions {
  readonly isNeeded?: boolean;
  readonly meanings?: Readonly<Record<string, string>> | undefined;
}

/** The choices that are shown at once. */
const SHOWN = 8;

const LATER = { value: '', label: 'decide later', hint: 'leaves a gap that the check names' };

function answered<T>(answer: T | typeof CANCEL_SYMBOL): T {
  if (isCancel(answer)) throw new Stopped();
  return answer;
}

/**
 * The options that fit what is typed, with the first of them in focus, so that Enter takes the best one: left to
 * itself the library keeps the focus on what had it before, as long as that fits at all.
 */
function inFocus<T>(optionsFor: (typed: string) => T[]) {
  let typed = '';
  return function (this: { userInput: string; focusedValue: string | undefined }): T[] {
    if (this.userInput !== typed) {
      typed = this.userInput;
      this.focusedValue = undefined;
    }
    return optionsFor(typed);
  };
}

/**
 * Ways to put questions in a terminal.
 * @param signal breaks off the question that is open
 */
export function askerIn({ input, output }: Terminal, signal: AbortSignal): Asker {
  const io = { input, output, signal };
  const optionOf = ({ slug, title }: Choice, meanings: Readonly<Record<string, string>> = {}) => ({
    value: slug,
    label: title,
    hint: meanings[slug] ?? slug,
  });
  return {
    async text(question, wrong, isNeeded = false) {
      const validate = (answer = '') =>
        answer.trim() === '' && !isNeeded ? undefined : wrong(answer.trim());
      // The library gives undefined for an answer without a letter.
      const answer = answered(await text({ message: question, validate, ...io })) as string | undefined;
      return (answer ?? '').trim();
    },
    async choice(question, choices, { isNeeded = false, meanings } = {}) {
      const find = finderOf(choices);
      return answered(
        await autocomplete<string>({
          message: question,
          options: inFocus((typed) => [
            ...(isNeeded || typed.trim() !== '' ? [] : [LATER]),
            ...find(typed).map((choice) => optionOf(choice, meanings)),
          ]),
          filter: () => true,
          validate: (answer) => (answer === undefined ? 'nothing like that is in the list' : undefined),
          maxItems: SHOWN,
          ...io,
        }),
      );
    },
    async choices(question, choices, wrong) {
      const find = finderOf(choices);
      for (;;) {
        const chosen = await autocompleteMultiselect<string>({
          message: question,
          options: inFocus((typed) => find(typed).map((choice) => optionOf(choice))),
          filter: () => true,
          maxItems: SHOWN,
          ...io,
        });
        const answer = answered(chosen).join(',');
        const slip = answer === '' ? undefined : wrong(answer);
        if (slip === undefined) return answer;
        log.warn(slip, { output });
      }
    },
  };
}

/**
 * Puts the questions that no flag has answered, one after another. An empty answer leaves a question open.
 * @param reasonAgainst says why a source will not do although it is well formed
 * @returns the answers by flag, those that were given included
 * @throws Stopped
 */
export async function askOpenQuestions(
  asker: Asker,
  kind: EntryKind,
  given: Answers,
  known: Known,
  reasonAgainst: (source: Answers) => string | undefined,
): Promise<Answers> {
  const slip = (answers: Answers) => readAnswers(kind, answers, known).bad[0]?.message;

  async function askFor(name: string, { about, vocabulary, slugs, isList, meanings }: Flag): Promise<string> {
    const wrong: Wrong = (answer) => slip({ [name]: answer });
    if (vocabulary) return asker.choice(about, choicesOf(vocabulary), { meanings });
    if (!slugs) return asker.text(about, wrong);
    const choices = choicesFor({ slugs }, known);
    return isList ? asker.choices(about, choices, wrong) : asker.choice(about, choices, { isNeeded: true });
  }

  async function askForSource(): Promise<Answers> {
    const wrong: Wrong = (answer) => slip(sourceOf(answer)) ?? reasonAgainst(sourceOf(answer));
    const answer = await asker.text('source: its address, DOI or arXiv number', wrong);
    return answer === '' ? {} : sourceOf(answer);
  }

  const isAnswered = (answers: Answers, name: string, flag: Flag) =>
    isOfSource(name, flag)
      ? name !== SOURCE_FLAGS[0] || SOURCE_FLAGS.some((each) => Object.hasOwn(answers, each))
      : Object.hasOwn(answers, name);

  let answers = given;
  for (const [name, flag] of Object.entries(FLAGS[kind])) {
    if (flag.isExtra || isAnswered(answers, name, flag)) continue;
    const answer = isOfSource(name, flag) ? await askForSource() : { [name]: await askFor(name, flag) };
    answers = { ...answers, ...Object.fromEntries(Object.entries(answer).filter(([, text]) => text !== '')) };
  }
  return answers;
}
