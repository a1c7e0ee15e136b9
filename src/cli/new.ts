import { cancel, intro } from '@clack/prompts';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isEntryKind, KINDS_OF_ENTRY, type EntryKind } from '../model/collections.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { FLAGS, readAnswers, titleSlip, type Answers } from '../scaffold/flags.ts';
import { knownIn, type Known } from '../scaffold/known.ts';
import { newEntry } from '../scaffold/new-entry.ts';
import { slugFor } from '../scaffold/slug.ts';
import { refusals } from '../scaffold/taken.ts';
import { askerIn, askOpenQuestions, Stopped, type Asker, type Terminal } from './ask.ts';
import { runMain } from './failure.ts';
import { readContent } from './read-content.ts';

const ROOT = 'content';
const KINDS = Object.keys(KINDS_OF_ENTRY) as EntryKind[];

/** Exit statuses: written, refused, bad usage, broken off. */
const [WRITTEN, REFUSED, BAD_USAGE, BROKEN_OFF] = [0, 1, 2, 130];

/** Flags of every kind of entry. */
const COMMON: Readonly<Record<string, { readonly about: string; readonly takesNothing?: true }>> = {
  slug: { about: 'its file name and address; made from the title when left out' },
  yes: { about: 'asks nothing and leaves gaps', takesNothing: true },
  help: { about: 'shows this', takesNothing: true },
};

const lineOf = ([name, { about }]: readonly [string, { readonly about: string }]) =>
  `  ${`--${name}`.padEnd(15)} ${about}`;

const usage = () =>
  [
    `usage: npm run new -- ${KINDS.join('|')} "Title" [--flag value…]`,
    'Asks for what no flag says; without a terminal it leaves gaps, which npm run check names.',
    ...Object.entries(COMMON).map(lineOf),
    ...KINDS.flatMap((kind) => [`${kind}:`, ...Object.entries(FLAGS[kind]).map(lineOf)]),
  ].join('\n');

/** What stands on the command line. */
interface Command {
  readonly kind: string | undefined;
  readonly title: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  /** What cannot be understood, a sentence each. */
  readonly bad: readonly string[];
}

/** Reads the command line as far as it can be understood, and tells everything that cannot. */
function commandIn(args: readonly string[]): Command {
  const every = [...new Set([...Object.keys(COMMON), ...KINDS.flatMap((kind) => Object.keys(FLAGS[kind]))])];
  const isList = (name: string) => KINDS.some((kind) => FLAGS[kind][name]?.isList);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      every.map((name) => [name, { type: COMMON[name]?.takesNothing ? 'boolean' : 'string' }] as const),
    ),
  });
  const words: string[] = [];
  const answers = new Map<string, string>();
  const bad: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const before = answers.get(name);
    if (!every.includes(name)) {
      const near = nearest(name, every);
      bad.push(`there is no flag ${rawName}${didYouMean(near && `--${near}`)}`);
    } else if (COMMON[name]?.takesNothing) {
      if (value !== undefined) bad.push(`--${name} takes no value`);
      answers.set(name, 'yes');
    } else if (value === undefined || (!token.inlineValue && every.some((each) => isFlag(value, each))))
      bad.push(`--${name} needs a value`);
    else if (before !== undefined && !isList(name)) bad.push(`--${name} stands there twice`);
    else answers.set(name, before === undefined ? value : `${before},${value}`);
  }
  const [kind, title, ...rest] = words;
  // What follows a flag that is not known may be its value.
  if (rest.length > 0 && bad.length === 0)
    bad.push(`put the title in quotes: "${[title, ...rest].join(' ')}"`);
  return { kind, title, answers: Object.fromEntries(answers), bad };
}

const isFlag = (text: string, name: string) => text === `--${name}` || text.startsWith(`--${name}=`);

const isKind = (text: string | undefined): text is EntryKind => text !== undefined && isEntryKind(text);

/** What is wrong with the kind of entry, for somebody who cannot be asked. */
const kindSlip = (kind: string | undefined) =>
  kind === undefined
    ? `say what to write: ${KINDS.join(', ')}`
    : `there is no kind of entry "${kind}"; one of ${KINDS.join(', ')}${didYouMean(nearest(kind, KINDS))}`;

/** What is wrong with the flags of a kind of entry. */
function flagSlips(kind: EntryKind, answers: Answers, known: Known): string[] {
  const others = Object.keys(answers).filter(
    (name) => !Object.hasOwn(FLAGS[kind], name) && !Object.hasOwn(COMMON, name),
  );
  return [
    ...others.map((name) => `--${name} is no flag of ${kind}; its flags: ${flagsOf(kind)}`),
    ...readAnswers(kind, answers, known).bad.map(({ flag, message }) => `--${flag} ${message}`),
  ];
}

const flagsOf = (kind: EntryKind) =>
  [...Object.keys(FLAGS[kind]), 'slug', 'yes'].map((name) => `--${name}`).join(' ');

/** Whether somebody sits there who can answer; a terminal without width can show no question. */
const canAsk = ({ input, output }: Terminal, env: NodeJS.ProcessEnv) =>
  input.isTTY === true &&
  output.isTTY === true &&
  output.columns !== 0 &&
  /^(?:|0|false)$/i.test(env['CI'] ?? '') &&
  env['TERM'] !== 'dumb';

/** Prints what is wrong, a line each; gives the exit status. */
function tell(status: number, lines: readonly string[]): number {
  for (const line of lines) console.error(`new: ${line}`);
  if (status === BAD_USAGE) console.error('new: npm run new -- --help shows every flag');
  return status;
}

/** Writes a file that is not there yet, in full or not at all; false when it is there. */
function writeNew(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(handle, text);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

const nextSteps = (file: string, address: string, kind: EntryKind) =>
  [
    `Written: ${file}`,
    'Next:',
    `  1. Fill in the gaps and the sections; npm run check -- ${file} names what is left.`,
    kind === 'case-study'
      ? '     Mitigations and tools that the source names belong there too: CONTRIBUTING.md shows how.'
      : '     content/README.md says how its text is written.',
    ...(kind === 'challenge'
      ? ['     Let a symptom in content/symptoms.yaml and a rule in content/review.yaml lead to it.']
      : []),
    `  2. See it: npm run dev, then http://localhost:${process.env['PORT'] || 4321}${address}`,
    '  3. Commit it and open a pull request.',
  ].join('\n');

/** Asks for the kind and the title where the command line has none, then for the slug where the title gives none. */
async function askForName(asker: Asker, command: Command, known: Known): Promise<Command> {
  const choices = KINDS.map((kind) => ({ slug: kind, title: kind.replace('-', ' '), aliases: [] }));
  const kind = isKind(command.kind)
    ? command.kind
    : ((await asker.choice('what to write', choices, { isNeeded: true })) as EntryKind);
  const against = (title: string, wanted = command.answers['slug']) => {
    const named = slugFor(kind, title, wanted);
    return 'wrong' in named ? undefined : refusals(kind, { slug: named.slug, title }, known)[0];
  };
  const title =
    command.title ?? (await asker.text('title', (text) => titleSlip(kind, text) ?? against(text), true));
  if (command.answers['slug'] !== undefined || !('wrong' in slugFor(kind, title, undefined)))
    return { ...command, kind, title };
  const slug = await asker.text(
    'slug: its file name and address, in lower-case words joined by hyphens',
    (text) => {
      const named = slugFor(kind, title, text);
      return 'wrong' in named ? named.wrong : against(title, text);
    },
    true,
  );
  return { ...command, kind, title, answers: { ...command.answers, slug } };
}

/** What is wrong with the title and the slug; a title that is missing or gives no slug can still be asked for. */
function nameSlips(
  kind: EntryKind,
  title: string | undefined,
  slug: string | undefined,
  isComplete: boolean,
) {
  const missing = isComplete ? 'the title is missing' : undefined;
  const titled = title === undefined ? undefined : titleSlip(kind, title);
  const titleWrong = title === undefined ? missing : titled && `the title ${titled}`;
  const isJudged = slug !== undefined || (isComplete && titleWrong === undefined);
  const named = isJudged && slugFor(kind, title ?? '', slug);
  return [titleWrong, named && 'wrong' in named ? named.wrong : undefined].filter(
    (slip) => slip !== undefined,
  );
}

/**
 * What cannot be understood or does not do in a command, a sentence each.
 * @param isComplete whether nobody will be asked for what is missing
 */
function usageSlips({ kind, title, answers, bad }: Command, known: Known, isComplete: boolean): string[] {
  if (!isKind(kind)) return [...bad, ...(kind !== undefined || isComplete ? [kindSlip(kind)] : [])];
  const isPlaced = kind !== 'challenge' || !isComplete || answers['step'] !== undefined;
  return [
    ...bad,
    ...nameSlips(kind, title, answers['slug'], isComplete),
    ...flagSlips(kind, answers, known),
    ...(isPlaced ? [] : ['--step is needed: it decides the folder of a challenge']),
  ];
}

/** Why nothing can be written although the command is right so far. */
function reasonsAgainst({ kind, title, answers }: Command, known: Known): string[] {
  if (!isKind(kind)) return [];
  const named = title === undefined ? undefined : slugFor(kind, title, answers['slug']);
  return refusals(
    kind,
    { slug: named && 'slug' in named ? named.slug : undefined, title, source: answers },
    known,
  );
}

/** Asks what is open; gives the command with its answers, or nothing when that is broken off. */
async function completed(command: Command, known: Known, terminal: Terminal): Promise<Command | undefined> {
  const stop = new AbortController();
  const end = () => {
    stop.abort();
  };
  terminal.input.once('end', end).once('close', end);
  try {
    intro('Enter leaves a question open. Ctrl+C stops, and nothing is written.', terminal);
    const asker = askerIn(terminal, stop.signal);
    const named = await askForName(asker, command, known);
    const { kind } = named;
    if (!isKind(kind)) return named;
    const against = (source: Answers) => refusals(kind, { source }, known)[0];
    const answers = await askOpenQuestions(asker, kind, named.answers, known, against);
    return { ...named, answers };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    cancel('Stopped; nothing was written.', terminal);
    return undefined;
  } finally {
    terminal.input.off('end', end).off('close', end);
  }
}

/**
 * Runs the command.
 * @returns its exit status: 0 written, 1 refused, 2 bad usage, 130 broken off
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = { input: process.stdin, output: process.stdout },
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  let command = commandIn(args);
  if (command.answers['help'] !== undefined) {
    console.log(usage());
    return WRITTEN;
  }
  if (!existsSync(ROOT)) return tell(REFUSED, [`there is no folder "${ROOT}" here`]);
  const asks = command.answers['yes'] === undefined && canAsk(terminal, env);
  const known = knownIn(readContent(ROOT).content);
  const slips = usageSlips(command, known, !asks);
  if (slips.length > 0) return tell(BAD_USAGE, slips);
  const reasons = reasonsAgainst(command, known);
  if (reasons.length > 0) return tell(REFUSED, reasons);
  if (asks) {
    const answered = await completed(command, known, terminal);
    if (!answered) return BROKEN_OFF;
    command = answered;
  }
  return written(command, known);
}

/** Writes the entry of a command that has nothing wrong with it. */
function written({ kind, title = '', answers }: Command, known: Known): number {
  const named = isKind(kind) && slugFor(kind, title, answers['slug']);
  if (!isKind(kind) || !named || 'wrong' in named) return tell(BAD_USAGE, [kindSlip(kind)]);
  const { fields } = readAnswers(kind, answers, known);
  const today = new Date().toISOString().slice(0, 10);
  const { path, text, address } = newEntry(
    kind,
    { slug: named.slug, title: title.trim(), fields, today },
    known,
  );
  const file = join(ROOT, path);
  if (!writeNew(file, text))
    return tell(REFUSED, [`the file ${file} is already there; give another name with --slug`]);
  console.log(nextSteps(file, address, kind));
  return WRITTEN;
}

if (import.meta.main) await runMain(() => main(process.argv.slice(2)));
