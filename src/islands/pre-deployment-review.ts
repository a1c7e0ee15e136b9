import { contextIn, contextTold, fillContext } from './pre-deployment-review/context-form.ts';
import { handOver, textOf } from './pre-deployment-review/hand-over.ts';
import { knowledgeIn } from './pre-deployment-review/embedded.ts';
import { areAlike, downloadOf, holdsSomething, Keeper } from './pre-deployment-review/keeper.ts';
import { showListHead } from './pre-deployment-review/list-head.ts';
import { showNews } from './pre-deployment-review/news.ts';
import { Notices } from './pre-deployment-review/notices.ts';
import { linkTo, partOf, say } from './pre-deployment-review/parts.ts';
import { counted } from '../model/in-words.ts';
import { showRegister } from './pre-deployment-review/register-view.ts';
import { Sheets } from './pre-deployment-review/sheets.ts';
import { fromJson } from '../review/file.ts';
import type { ReviewKnowledge } from '../review/knowledge.ts';
import { fromFragment, isReviewFragment, toFragment } from '../review/link.ts';
import {
  newRegister,
  withAnswer,
  withContext,
  withEntry,
  withKnown,
  withTitle,
  type Register,
} from '../review/register.ts';
import { matchingChallenges } from '../review/select.ts';

/** Milliseconds that a pause in typing lasts. */
const PAUSE = 300;

/**
 * The pre-deployment review: asks about the system, shows the sheets of the challenges that matter for it, and keeps
 * what is written on them as a register of risks in this browser.
 */
class PreDeploymentReview extends HTMLElement {
  #abort = new AbortController();
  #knowledge!: ReviewKnowledge;
  #register!: Register;
  #keeper!: Keeper;
  #sheets!: Sheets;
  #notices!: Notices;
  /** What is to be kept once typing pauses; 0 when everything is. */
  #pause = 0;
  /** What was there before another register took its place; what can be brought back. */
  #former: Register | undefined;
  /** What is told about the list of challenges once choosing pauses. */
  #telling = 0;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
      target.addEventListener(type, act, { signal });
    this.#knowledge = knowledgeIn(this);
    this.#notices = new Notices(partOf(this, '.notices'), () => this.#goToTop(), signal);
    this.#keeper = new Keeper(
      this.#knowledge,
      this.#notices,
      {
        current: () => this.#register,
        replace: (register, words, lines, former) => this.#replace(register, words, lines, former),
        tell: (words) => this.querySelectorAll('.kept').forEach((part) => say(part, words)),
      },
      signal,
    );
    this.#sheets = new Sheets(this, this.#knowledge, signal, {
      change: (challenge, change) => {
        const wasIncluded = this.#entryOf(challenge)?.included;
        this.#edit(withEntry(this.#register, challenge, change, new Date()), challenge);
        if (wasIncluded === this.#entryOf(challenge)?.included) return;
        this.#showList();
        this.#tellList();
      },
      answer: (challenge, question, answer) =>
        this.#edit(withAnswer(this.#register, challenge, question, answer, new Date()), challenge),
    });
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    for (const part of this.querySelectorAll<HTMLElement>('[data-unscripted]')) part.hidden = true;
    on(this.#form, 'submit', (event) => event.preventDefault());
    on(this.#form, 'input', ({ target }) => this.#described(target as HTMLInputElement));
    on(partOf(this, '.more'), 'submit', (event) => {
      event.preventDefault();
      this.#add(partOf<HTMLSelectElement>(this, '#another').value);
    });
    on(partOf(this, '#hand-over'), 'click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button?.value === 'anew')
        this.#replace(newRegister(this.#knowledge, new Date()), 'The register is empty.');
      else if (button?.value === 'open-text') this.#openPasted();
      else if (button)
        void handOver(partOf(this, '#hand-over'), button.value, (type) =>
          textOf(type, this.#register, this.#knowledge, this.dataset['base'] ?? '/'),
        );
    });
    on(partOf(this, '#register-file'), 'change', ({ target }) => {
      const input = target as HTMLInputElement;
      void this.#openFile(input.files ?? []);
      // The same file can be chosen again, once it is mended.
      input.value = '';
    });
    on(window, 'dragover', (event) => {
      if ((event as DragEvent).dataTransfer?.types.includes('Files')) event.preventDefault();
    });
    on(window, 'drop', (event) => {
      const { files } = (event as DragEvent).dataTransfer ?? {};
      if (!files?.length) return;
      event.preventDefault();
      void this.#openFile(files);
    });
    on(window, 'hashchange', () => this.#openLink());
    on(window, 'pagehide', () => this.#finish());
    on(window, 'beforeprint', () => {
      this.#finish();
      this.#sheets.unfold();
    });
    on(window, 'afterprint', () => this.#sheets.fold());
    this.#show(this.#keeper.kept());
    this.#openLink();
  }

  disconnectedCallback() {
    this.#finish();
    window.clearTimeout(this.#telling);
    this.#abort.abort();
  }

  get #form() {
    return partOf<HTMLFormElement>(this, '.context');
  }
  #entryOf(challenge: string) {
    return this.#register.entries.find((entry) => entry.challenge === challenge);
  }

  // Showing.

  /** Shows a register from the ground up. */
  #show(register: Register) {
    this.#register = register;
    fillContext(this.#form, register);
    this.#sheets.fill(register);
    this.#showList();
    this.#showNews();
  }
  #showNews() {
    showNews(partOf(this, '.whats-new'), this.#register, this.#knowledge, {
      add: (challenge) => {
        const place = partOf(this, '.whats-new');
        const at = [...place.querySelectorAll('button')].findIndex((each) => each === document.activeElement);
        this.#add(challenge);
        this.#showNews();
        // The button that was pressed is gone; the next one takes its place.
        place.querySelectorAll('button')[Math.max(at, 0)]?.focus();
      },
      seen: () => {
        this.#edit(withKnown(this.#register, this.#knowledge, new Date()));
        this.#showNews();
        partOf(this, '#challenges-title').focus();
      },
    });
  }
  /** Shows which challenges there are, and all that follows from it. */
  #showList() {
    const selected = matchingChallenges(this.#register.context, this.#knowledge);
    this.#sheets.show(this.#register, new Map(selected.map((each) => [each.challenge, each])));
    showListHead(partOf(this, '#challenges'), this.#register, selected, this.#knowledge);
    this.#showRegister();
  }
  get #included() {
    return this.#register.entries.filter(({ included }) => included).length;
  }
  #showRegister() {
    showRegister(partOf(this, '#register'), this.#register, this.#knowledge);
    partOf(this, '.told-context').replaceChildren(...contextTold(this.#register, this.#knowledge));
    partOf<HTMLInputElement>(this, '#share-link').value = this.#link;
    const answered = this.querySelectorAll(
      '.sheet:not([hidden], .is-aside) .answers input:checked:not([value=""])',
    );
    const asked = this.querySelectorAll('.sheet:not([hidden], .is-aside) .answers');
    say(
      partOf(this, '.tally'),
      `${counted(this.#included, 'challenge')}, ${answered.length} of ${counted(asked.length, 'question')} answered`,
    );
  }
  get #link() {
    return `${location.origin}${location.pathname}#${toFragment(this.#register)}`;
  }

  // Changing.

  #edit(register: Register, challenge?: string) {
    this.#register = register;
    const entry = challenge === undefined ? undefined : this.#entryOf(challenge);
    if (entry) this.#sheets.update(entry);
    this.#showRegister();
    window.clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#finish(), PAUSE);
  }
  #described({ name, value }: HTMLInputElement) {
    if (name === 'title') {
      this.#edit(withTitle(this.#register, value, new Date()));
      return;
    }
    const context = contextIn(this.#form, this.#knowledge);
    this.#edit(withContext(this.#register, context, this.#knowledge, new Date()));
    this.#showList();
    this.#tellList();
  }
  /** Says how many challenges there are now; once, when somebody has stopped choosing. */
  #tellList() {
    window.clearTimeout(this.#telling);
    this.#telling = window.setTimeout(
      () => say(partOf(this, '.found'), `${counted(this.#included, 'challenge')} to look at, listed below.`),
      PAUSE,
    );
  }
  #add(challenge: string) {
    const known = this.#knowledge.challenges.find(({ slug }) => slug === challenge);
    const said = partOf(this, '.more .said');
    if (!known) {
      say(said, 'Choose a challenge first.');
      return;
    }
    this.#edit(withEntry(this.#register, challenge, { included: true }, new Date()));
    this.#showList();
    said.replaceChildren('Added: ', linkTo(`#${challenge}`, known.title));
  }

  /** Keeps what has been typed, if anything has. */
  #finish() {
    if (this.#pause === 0) return;
    window.clearTimeout(this.#pause);
    this.#pause = 0;
    this.#keeper.keep();
  }

  // Opening.

  /** Shows a register in place of another one, which can be brought back, and says so. */
  #replace(register: Register, words: string, lines: readonly string[] = [], former = this.#register) {
    this.#finish();
    this.#show(register);
    this.#keeper.keep();
    // An empty register is nothing to bring back, and does not hide one that was there before it.
    if (holdsSomething(former)) this.#former = former;
    const before = this.#former;
    this.#notices.tell({
      subject: 'replaced',
      words,
      lines,
      isAskedFor: true,
      choices: [
        ...(before && !areAlike(before, register)
          ? [
              { title: 'Undo', act: () => this.#replace(before, 'Brought back what was here before.') },
              downloadOf('Download what was here', () => before),
            ]
          : []),
        { title: 'Close', act: () => this.#goToTop() },
      ],
    });
  }
  #goToTop() {
    partOf(this, 'h1').focus();
  }

  /** A link that somebody shared: opened where nothing would be lost by it, else the reader chooses. */
  #openLink() {
    if (!isReviewFragment(location.hash)) return;
    const { register, notices } = fromFragment(location.hash, this.#knowledge, new Date());
    // From here on, the page is about the register in this browser again: reloading it must not ask twice.
    history.replaceState(null, '', location.pathname + location.search);
    if (!holdsSomething(register)) {
      this.#notices.tell({
        subject: 'link',
        words: 'The link holds no register. Nothing here has changed.',
        lines: notices,
        isAskedFor: true,
        choices: [{ title: 'Close', act: () => this.#goToTop() }],
      });
      return;
    }
    const open = () => this.#replace(register, 'The shared register is open.', notices);
    if (!holdsSomething(this.#register) || areAlike(register, this.#register)) {
      open();
      return;
    }
    this.#notices.tell({
      subject: 'link',
      words:
        'You opened a link to a shared register, and this browser holds one already. Which one shall stay?',
      lines: notices,
      isAskedFor: true,
      choices: [
        { title: 'Open the shared one', act: open },
        { title: 'Keep mine', act: () => this.#goToTop() },
        downloadOf('Download mine', () => this.#register),
      ],
    });
  }
  async #openFile([file, ...others]: Iterable<File>) {
    if (!file) return;
    const text = await file.text().catch(() => undefined);
    if (text === undefined)
      this.#refuse(file.name, ['The browser cannot read it: it is a folder, gone, or far too large.']);
    else
      this.#openText(
        text,
        file.name,
        others.map(({ name }) => `Not opened: ${name}. One register is opened at a time.`),
      );
  }
  #openPasted() {
    const area = partOf<HTMLTextAreaElement>(this, '#register-text');
    if (this.#openText(area.value, 'the pasted text')) area.value = '';
  }
  #openText(text: string, name: string, besides: readonly string[] = []): boolean {
    const { register, notices, problems } = fromJson(text, this.#knowledge);
    this.#notices.forget('file');
    if (register) this.#replace(register, `Opened: ${name}.`, [...notices, ...besides]);
    else this.#refuse(name, [...problems, ...besides]);
    return register !== undefined;
  }
  #refuse(name: string, problems: readonly string[]) {
    this.#notices.tell({
      subject: 'file',
      words: `Not opened: ${name}. Nothing here has changed.`,
      lines: problems,
      isAskedFor: true,
      choices: [{ title: 'Close', act: () => this.#goToTop() }],
    });
  }
}

customElements.define('pre-deployment-review', PreDeploymentReview);
