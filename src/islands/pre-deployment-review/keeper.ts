import { fromJson, toJson } from '../../review/file.ts';
import type { ReviewKnowledge } from '../../review/knowledge.ts';
import { isTouched, newRegister, type Register } from '../../review/register.ts';
import { openStore, storageOf, STORE_KEY, type Stored, type StoreProblem } from '../../review/store.ts';
import { downloadRegister } from './hand-over.ts';
import type { Choice, Notices } from './notices.ts';

/** Whether a register holds anything that somebody would miss. */
export const holdsSomething = ({ title, context, entries }: Register): boolean =>
  title !== '' || Object.keys(context).length > 0 || entries.some(isTouched);

/** Whether two registers say the same, whenever and in whatever order it was said. */
export const areAlike = (a: Register, b: Register): boolean => {
  const inOrder = (record: object) =>
    Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const said = ({ title, context, entries }: Register) =>
    JSON.stringify([
      title,
      inOrder(context),
      inOrder(
        Object.fromEntries(
          entries
            .filter(isTouched)
            .map(({ answers, ...entry }) => [entry.challenge, [inOrder(entry), inOrder(answers)]]),
        ),
      ),
    ]);
  return said(a) === said(b);
};

/** A choice to download a register as it stands then. */
export const downloadOf = (title: string, register: () => Register): Choice => ({
  title,
  stays: true,
  act: () => downloadRegister(toJson(register()), 'json'),
});

/** What the keeper asks of the page. */
export interface Keeping {
  readonly current: () => Register;
  /** Shows a register in place of another one, which can be brought back, and says so. */
  readonly replace: (register: Register, words: string, lines: readonly string[], former: Register) => void;
  /** Says whether what is shown is saved. */
  readonly tell: (words: string) => void;
}

const SAVED = 'Saved in this browser only.';
const WHY_NOT: Record<StoreProblem, string> = {
  full: 'The storage of this browser is full, so the register is not saved. Go on, and download it before you leave.',
  denied: 'This browser lets the page save nothing. Go on, and download the register before you leave.',
};

/** Keeps the register in this browser, and never over what another tab has kept meanwhile. */
export class Keeper {
  readonly #store = openStore(
    storageOf(() => localStorage),
    Date.now,
  );
  readonly #knowledge: ReviewKnowledge;
  readonly #notices: Notices;
  readonly #page: Keeping;
  /** The state that this tab knows. */
  #revision = 0;
  /** Whether the reader has to choose between two registers first. */
  #isUndecided = false;
  /** What another tab has kept last: the notice asks about that, however often it changes. */
  #theirs: Register;

  constructor(knowledge: ReviewKnowledge, notices: Notices, page: Keeping, signal: AbortSignal) {
    this.#knowledge = knowledge;
    this.#notices = notices;
    this.#page = page;
    this.#theirs = newRegister(knowledge, new Date());
    window.addEventListener(
      'storage',
      ({ key }) => {
        if (key === STORE_KEY || key === null) this.#look(this.#store.read());
      },
      { signal },
    );
  }

  /** The register that this browser has kept, or a new one. What cannot be read is not written over before it is told. */
  kept(): Register {
    const { text, revision, problem } = this.#store.read();
    this.#revision = revision;
    const fresh = newRegister(this.#knowledge, new Date());
    if (problem) this.#tellWhyNot(problem);
    else this.#page.tell(text === undefined ? 'Will be saved in this browser only.' : SAVED);
    if (text === undefined) return fresh;
    const { register, notices, problems } = fromJson(text, this.#knowledge);
    if (!register) {
      this.#askAboutUnreadable(text, problems);
      return fresh;
    }
    // What stays as it is, such as an entry about a challenge that is gone, need not be told at every visit.
    const lasting = new Set(fromJson(toJson(register), this.#knowledge).notices);
    const mended = notices.filter((notice) => !lasting.has(notice));
    if (mended.length > 0)
      this.#notices.tell({
        subject: 'kept',
        words: 'Some of what this browser has kept is no longer in the guide.',
        lines: mended,
        choices: [{ title: 'Close', act: () => this.keep() }],
      });
    return register;
  }

  /** Keeps the register as it stands; an empty one leaves nothing behind. */
  keep(): void {
    if (this.#isUndecided) return;
    const register = this.#page.current();
    const stored = this.#store.read();
    if (!stored.problem && stored.revision !== this.#revision) {
      this.#look(stored);
      return;
    }
    if (!holdsSomething(register)) {
      const problem = this.#store.clear();
      this.#revision = 0;
      if (problem) this.#tellWhyNot(problem);
      else this.#page.tell('Nothing to save yet.');
      return;
    }
    const written = this.#store.write(toJson(register), this.#revision);
    if (written.ok) {
      this.#revision = written.revision;
      this.#notices.forget('keeping');
      this.#page.tell(SAVED);
    } else if (written.problem === 'changed-elsewhere') this.#look(written.theirs);
    else this.#tellWhyNot(written.problem);
  }

  /** What is kept cannot be read, perhaps since a newer page wrote it: it is not written over before the reader says so. */
  #askAboutUnreadable(text: string, problems: readonly string[]): void {
    this.#isUndecided = true;
    this.#page.tell('Not saved yet.');
    this.#notices.tell({
      subject: 'undecided',
      words:
        'What this browser has kept cannot be read. Nothing is saved before you have decided what to do with it.',
      lines: problems,
      choices: [
        {
          title: 'Download it as it is',
          stays: true,
          act: () => downloadRegister(this.#store.read().text ?? text, 'json'),
        },
        {
          title: 'Go on without it',
          act: () => {
            this.#isUndecided = false;
            this.#revision = this.#store.read().revision;
            this.keep();
          },
        },
      ],
    });
  }

  #tellWhyNot(problem: StoreProblem): void {
    this.#page.tell('Not saved.');
    this.#notices.tell({
      subject: 'keeping',
      words: WHY_NOT[problem],
      choices: [downloadOf('Download JSON', this.#page.current)],
    });
  }

  /** Another tab has kept something: nothing is kept here until the reader has chosen. */
  #look({ text, revision, problem }: Stored): void {
    if (problem || revision === this.#revision) return;
    const read = text === undefined ? undefined : fromJson(text, this.#knowledge);
    if (text !== undefined && read && !read.register) {
      this.#askAboutUnreadable(text, read.problems);
      return;
    }
    this.#theirs = read?.register ?? newRegister(this.#knowledge, new Date());
    if (areAlike(this.#theirs, this.#page.current())) {
      this.#revision = revision;
      this.#isUndecided = false;
      this.#notices.forget('undecided');
      this.#page.tell(SAVED);
      return;
    }
    this.#isUndecided = true;
    this.#page.tell('Not saved: another tab changed the register.');
    const decide = (register: Register, words: string, former: Register) => {
      this.#isUndecided = false;
      this.#revision = this.#store.read().revision;
      this.#page.replace(register, words, [], former);
    };
    this.#notices.tell({
      subject: 'undecided',
      words:
        'The register was changed in another tab or window. Which one shall stay? The other can be brought back.',
      choices: [
        {
          title: 'Take theirs',
          act: () => decide(this.#theirs, 'Taken over from the other tab.', this.#page.current()),
        },
        {
          title: 'Keep mine',
          act: () => decide(this.#page.current(), 'What is in this tab stays.', this.#theirs),
        },
        downloadOf('Download mine', this.#page.current),
      ],
    });
  }
}
