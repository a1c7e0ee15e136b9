import type { Control, FormEntries, KnownContent, Slip } from './case-study-form/engine.ts';
import { forgetDraft, holdsSomething, keepDraft, keptDraft } from './case-study-form/draft.ts';
import { download } from './download.ts';
import { counted } from '../model/in-words.ts';

type FormControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Engine = typeof import('./case-study-form/engine.ts');
/** What checks a draft: the rules, and what the guide holds already. */
interface Checker extends Engine {
  readonly known: KnownContent;
}

/** Milliseconds that a pause in typing lasts. */
const PAUSE = 250;

/** Whether a slip says that the guide holds something already. */
const isTwice = ({ rule }: Slip) => rule === 'source-once' || rule === 'once';

/** A day as dates are written in the file, where the author is. */
const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/**
 * The form for a case study: makes the file, checks it by the rules of `npm run check` while it grows,
 * tells each slip beside its control, keeps the draft in this browser, and hands the file over.
 */
class CaseStudyForm extends HTMLElement {
  #abort = new AbortController();
  #checker: Promise<Checker> | undefined;
  /** A check that is to come, once typing pauses; 0 when there is none. */
  #pause = 0;
  /** Controls that somebody has changed; slips of others are counted and not told yet. */
  #touched = new WeakSet<Element>();
  #tellsAll = false;
  /** Whether somebody has typed into the form since it was opened or cleared. */
  #isEdited = false;
  /** Whether the name of the file is the author's own; unknown for a draft, until it can be compared with the title. */
  #ownSlug: boolean | undefined = false;
  /** The field that the pasted address went into, and what it holds since. */
  #taken: { readonly control: FormControl; readonly value: string } | undefined;
  /** Where in the form the author was last, for going on from there. */
  #last: Element | undefined;
  /** What each place for slips says, so that it is only written when that changes: it may hold a button in use. */
  #told = new WeakMap<Element, string>();
  #cleared: FormEntries | undefined;
  #text = '';
  #slips: { readonly slip: Slip; readonly control: Control }[] = [];

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) =>
      target.addEventListener(type, listener, { signal });
    this.#part('.no-script').hidden = true;
    this.#form.hidden = false;
    this.#part('.file').hidden = false;
    this.#clear();
    const draft = keptDraft();
    if (draft) this.#fill(draft);
    const isPrefilled = this.#prefill();
    on(this.#form, 'focusin', (event) => {
      if (!(event.target as Element).closest('.bar')) this.#last = event.target as Element;
      void this.#load().catch(() => undefined);
    });
    on(this.#form, 'input', (event) => this.#typed(event));
    on(this.#form, 'change', (event) => this.#changed(event));
    on(this.#form, 'submit', (event) => {
      event.preventDefault();
      void this.#goOn();
    });
    on(this.#form, 'click', (event) => this.#clicked(event));
    on(this.#part('#f-identifier'), 'input', () => void this.#take(false));
    on(this.#part('#f-identifier'), 'change', () => void this.#take(true));
    on(this.#part('.copy'), 'click', () => void this.#copy());
    on(this.#part('.download'), 'click', () => void this.#download());
    on(this.#part('.preview'), 'toggle', () => void this.#preview());
    on(window, 'pagehide', () => {
      if (this.#isEdited) this.#keep();
    });
    if (draft || isPrefilled) void this.#update();
    else this.#say('.how', 'The file grows here as you type.');
  }

  disconnectedCallback() {
    window.clearTimeout(this.#pause);
    this.#abort.abort();
  }

  get #form() {
    return this.#part<HTMLFormElement>('form');
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<case-study-form> lacks ${selector}`);
    return part;
  }
  #say(selector: string, words: string) {
    const part = this.#part(selector);
    // A status that is set to what it says already would be read out again.
    if (part.textContent !== words) part.textContent = words;
  }
  get #entries(): FormEntries {
    return [...new FormData(this.#form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
  }
  #controls(name: string) {
    return [
      ...this.#form.querySelectorAll<FormControl>(
        // A draft may hold names that no control has.
        `[name="${CSS.escape(name)}"], #f-${CSS.escape(name)}:not([name])`,
      ),
    ];
  }

  /** Loads what checks, once; after a failure the next call tries again. */
  #load(): Promise<Checker> {
    this.#checker ??= Promise.all([
      import('./case-study-form/engine.ts'),
      fetch(this.dataset['known'] ?? '').then((answer) => {
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
        return answer.json() as Promise<KnownContent>;
      }),
    ])
      .then(([engine, known]) => ({ ...engine, known }))
      .catch((error: unknown) => {
        this.#checker = undefined;
        throw error;
      });
    return this.#checker;
  }

  // Rows of lists.

  #rowsOf(name: string) {
    return this.#part<HTMLFieldSetElement>(`[data-rows="${name}"]`);
  }
  #addRow(fieldset: HTMLFieldSetElement): HTMLElement | undefined {
    const list = fieldset.querySelector('ol');
    const template = fieldset.querySelector('template');
    if (!list || !template) return undefined;
    list.append(template.content.cloneNode(true));
    this.#limitRows(fieldset);
    return list.lastElementChild as HTMLElement;
  }
  #limitRows(fieldset: HTMLFieldSetElement) {
    const rows = fieldset.querySelectorAll('li');
    const add = fieldset.querySelector<HTMLButtonElement>('.add');
    if (add) add.disabled = rows.length >= Number(fieldset.dataset['most']);
    for (const [i, row] of rows.entries()) {
      const slip = `f-${fieldset.dataset['rows']}-slip-${i + 1}`;
      row.querySelector('.slip')?.setAttribute('id', slip);
      for (const control of row.querySelectorAll('input, select')) {
        const words = control.closest('label')?.querySelector('span')?.textContent ?? '';
        control.setAttribute('aria-label', `${words} ${i + 1}`);
        control.setAttribute('aria-describedby', slip);
      }
    }
  }
  #clicked(event: Event) {
    const button = (event.target as Element).closest('button');
    const fieldset = button?.closest<HTMLFieldSetElement>('[data-rows]');
    if (button?.classList.contains('add') && fieldset)
      this.#addRow(fieldset)?.querySelector<HTMLElement>('input')?.focus();
    if (button?.classList.contains('remove') && fieldset) {
      button.closest('li')?.remove();
      if (!fieldset.querySelector('li')) this.#addRow(fieldset);
      this.#limitRows(fieldset);
      fieldset.querySelector<HTMLElement>('.add')?.focus();
      this.#edited();
    }
    if (button?.classList.contains('clear')) this.#forget();
    if (button?.classList.contains('undo')) this.#bringBack();
  }

  // The draft.

  #clear() {
    this.#form.reset();
    for (const fieldset of this.#form.querySelectorAll<HTMLFieldSetElement>('[data-rows]')) {
      fieldset.querySelector('ol')?.replaceChildren();
      this.#addRow(fieldset);
    }
    for (const control of this.#controls('checked')) control.value = today();
    this.#touched = new WeakSet();
    this.#tellsAll = false;
    this.#ownSlug = false;
    this.#taken = undefined;
    this.#say('.taken', '');
  }
  #fill(entries: FormEntries) {
    const names = new Set(entries.map(([name]) => name));
    for (const name of names) {
      const values = entries.flatMap(([each, value]) => (each === name ? [value] : []));
      const fieldset = this.#controls(name)[0]?.closest<HTMLFieldSetElement>('[data-rows]');
      while (fieldset && this.#controls(name).length < values.length && this.#addRow(fieldset));
      for (const [i, control] of this.#controls(name).entries()) {
        control.value = values[i] ?? '';
        if (values[i]) this.#touched.add(control);
      }
    }
    this.#ownSlug = undefined;
  }
  /** Pages invite with `?challenge=slug`, `?mitigation=slug` or `?industry=word`; what is unknown is passed over. */
  #prefill(): boolean {
    const asked = new URLSearchParams(location.search);
    const areFilled = [
      this.#prefillRow('challenges', 'challenges', asked.get('challenge')),
      this.#prefillRow('mitigations', 'mitigations.id', asked.get('mitigation')),
      this.#prefillChoice('industry', asked.get('industry')),
    ];
    return areFilled.includes(true);
  }
  /** Puts a known slug into a row of its own, unless it stands in one. */
  #prefillRow(rows: string, name: string, slug: string | null): boolean {
    const isKnown = [...this.querySelectorAll<HTMLOptionElement>(`#known-${rows} option`)].some(
      ({ value }) => value === slug,
    );
    const controls = this.#controls(name);
    if (!slug || !isKnown || controls.some(({ value }) => value === slug)) return false;
    const free = controls.find(({ value }) => value === '');
    const row = free ?? this.#addRow(this.#rowsOf(rows))?.querySelector('input');
    if (row) row.value = slug;
    return row !== undefined && row !== null;
  }
  /** Chooses a word that a choice offers, where nothing was chosen yet. */
  #prefillChoice(name: string, word: string | null): boolean {
    const [control] = this.#controls(name);
    if (!word || !(control instanceof HTMLSelectElement) || control.value !== '') return false;
    control.value = word;
    if (control.value === word) return true;
    control.value = '';
    return false;
  }
  #keep() {
    if (!holdsSomething(this.#entries)) {
      forgetDraft();
      return;
    }
    this.#say(
      '.kept',
      keepDraft(this.#entries)
        ? 'The draft is kept in this browser.'
        : 'This browser keeps no draft: copy or download the file before you leave.',
    );
  }
  #forget() {
    this.#cleared = this.#entries;
    this.#clear();
    forgetDraft();
    this.#isEdited = false;
    this.#part('.undo').hidden = false;
    void this.#update(false).then(() => this.#say('.kept', 'The form is empty, and the draft is gone.'));
  }
  #bringBack() {
    if (!this.#cleared) return;
    this.#clear();
    this.#fill(this.#cleared);
    this.#part('.undo').hidden = true;
    this.#part('.clear').focus();
    this.#edited();
  }

  // Typing.

  #typed(event: Event) {
    const control = event.target as HTMLInputElement;
    if (control.name === 'slug') this.#ownSlug = control.value !== '';
    this.#edited();
  }
  /** Checks once typing pauses. Not at once: what is told moves what stands below it, under a pointer that is down. */
  #edited() {
    this.#isEdited = true;
    window.clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => void this.#update(), PAUSE);
  }
  #changed(event: Event) {
    const control = event.target as HTMLInputElement;
    if (control.list) {
      const title = control.value.trim().toLowerCase();
      const option = [...control.list.options].find(({ text }) => text.toLowerCase() === title);
      if (option) control.value = option.value;
    }
    this.#touched.add(control);
    // A title in letters that no address can hold suggests no name.
    if (control.name === 'title') for (const slug of this.#controls('slug')) this.#touched.add(slug);
    this.#edited();
  }
  /**
   * Puts a pasted address into the field that it belongs to.
   * @param isWhole whether typing has ended; before, only what cannot be the beginning of something else is taken
   */
  async #take(isWhole: boolean) {
    let sourceOf: Engine['sourceOf'];
    try {
      ({ sourceOf } = await this.#load());
    } catch {
      this.#edited();
      return;
    }
    const pasted = this.#part<HTMLInputElement>('#f-identifier').value.trim();
    const [[field, value] = ['', '']] = Object.entries(sourceOf(pasted));
    const isTaken = pasted !== '' && (isWhole || field !== 'url' || /^https?:\/\//i.test(pasted));
    const [control] = isTaken ? this.#controls(`source.${field}`) : [];
    const before = this.#taken;
    if (before && before.control !== control && before.control.value === before.value)
      before.control.value = '';
    this.#taken = control && { control, value };
    const names: Record<string, string> = { doi: 'a DOI', arxiv: 'an arXiv number', url: 'a web address' };
    const isLink = field !== 'url' || /^https?:\/\//i.test(value);
    this.#say(
      '.taken',
      !control
        ? ''
        : isLink
          ? `Taken as ${names[field] ?? field}.`
          : 'This is no DOI, arXiv number or link; it stands under “Web address”, to be mended there.',
    );
    if (control) {
      control.value = value;
      if (isWhole) this.#touched.add(control);
    }
    this.#edited();
  }

  /** Makes the file from what is typed, checks it, and shows both. */
  async #update(keeps = true) {
    window.clearTimeout(this.#pause);
    this.#pause = 0;
    if (keeps) this.#keep();
    let checker: Checker;
    try {
      checker = await this.#load();
    } catch {
      this.#part('.failed').hidden = false;
      this.#say(
        '.failed',
        'The check could not be loaded: is the network gone? Nothing you typed is lost, and the check is tried again as you go on.',
      );
      return;
    }
    this.#part('.failed').hidden = true;
    const { caseStudyText, checkCaseStudy, controlOf, fieldsOfForm } = checker;
    const slug = this.#nameOfFile(checker);
    const entries = this.#entries;
    this.#text = caseStudyText(fieldsOfForm(entries));
    this.#slips = checkCaseStudy(this.#text, slug, checker.known).map((slip) => ({
      slip,
      control: controlOf(slip, this.#text, entries),
    }));
    this.#say('.file .path code', checker.caseStudyPath(slug || '…'));
    this.#say('.file pre code', this.#text);
    this.#tell(checker);
    this.#offer(checker, checker.caseStudyPath(slug));
    await this.#preview();
  }
  /** The name of the file without its ending: the author's own, or made from the title. */
  #nameOfFile({ slugOf }: Engine): string {
    const [control] = this.#controls('slug');
    if (!control) return '';
    const suggested = slugOf(this.#controls('title')[0]?.value ?? '') ?? '';
    this.#ownSlug ??= control.value !== '' && control.value !== suggested;
    // Whoever is about to type another name is not given the suggestion again.
    if (!this.#ownSlug && control !== document.activeElement) control.value = suggested;
    return control.value.trim();
  }

  // Slips.

  #elementOf({ name, index }: Control): FormControl | undefined {
    return this.#controls(name)[index];
  }
  #tell(checker: Checker) {
    const messages = new Map<Element, { text: string; parts: Node[] }>();
    const wrong = new Set<Element>();
    for (const { slip, control } of this.#slips) {
      const element = this.#elementOf(control);
      // What stands in the guide already is no gap that is still to be filled: it is told while typing.
      if (!element || !(this.#tellsAll || isTwice(slip) || this.#touched.has(element))) continue;
      wrong.add(element);
      const place = element.closest('li, [data-control]')?.querySelector(':scope > .slip');
      if (!place) continue;
      const message = this.#message(slip, element, checker);
      const known = messages.get(place) ?? { text: '', parts: [] };
      if (known.text.includes(message.textContent)) continue;
      messages.set(place, { text: known.text + message.textContent, parts: [...known.parts, message] });
    }
    for (const control of this.#form.querySelectorAll('input, select, textarea')) {
      if (wrong.has(control)) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
    for (const place of this.#form.querySelectorAll<HTMLElement>('.slip')) {
      const { text = '', parts = [] } = messages.get(place) ?? {};
      if (text === (this.#told.get(place) ?? '')) continue;
      this.#told.set(place, text);
      place.replaceChildren(...parts);
      place.hidden = text === '';
    }
    const { length } = this.#slips;
    this.#say(
      '.count',
      length === 0 ? 'Nothing left to mend.' : `${counted(length, 'thing')} to fill in or mend.`,
    );
    this.#part('.next-slip').hidden = length === 0;
  }
  #message(slip: Slip, element: FormControl, { sentencesInForm, mendInForm }: Checker): HTMLElement {
    const message = document.createElement('span');
    // Where one row holds several controls, the message says which of them it means.
    const labels = element.closest('li')?.querySelectorAll('label') ?? [];
    const label =
      labels.length > 1 ? element.closest('label')?.querySelector('span')?.textContent : undefined;
    message.textContent = `${label ? `${label}. ` : ''}${sentencesInForm(slip, element.value)}`;
    const other = isTwice(slip) ? /case study "([a-z0-9-]+)"/.exec(slip.message)?.[1] : undefined;
    if (other) {
      const link = document.createElement('a');
      link.href = `${this.dataset['cases'] ?? ''}${other}/`;
      link.textContent = 'Read that case';
      message.append(' ', link);
    }
    const mend = mendInForm(slip);
    if (mend !== undefined) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'mend';
      button.value = mend;
      button.textContent = `Use ${mend}`;
      button.addEventListener('click', () => {
        this.#mend(element, mend);
      });
      message.append(' ', button);
    }
    return message;
  }
  #mend(control: FormControl, value: string) {
    control.value = value;
    if (control.name === 'slug') this.#ownSlug = true;
    control.focus();
    this.#edited();
  }
  /** Moves the focus to the next slip after the place where the author was; to the file when there is none left. */
  async #goOn() {
    const from = this.#last;
    this.#tellsAll = true;
    await this.#update();
    if (this.#slips.length === 0) {
      if (this.#text !== '' && this.#part('.failed').hidden) this.#part('.file').focus();
      return;
    }
    const places = new Set(this.#slips.flatMap(({ control }) => this.#elementOf(control) ?? []));
    const inOrder = [...places].toSorted((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const next = inOrder.find(
      (place) =>
        from !== undefined &&
        from !== place &&
        from.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const target = next ?? inOrder[0];
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.focus();
  }

  // Handing over.

  #offer({ newFileAddress }: Engine, path: string) {
    const send = this.#part<HTMLAnchorElement>('.send');
    const { newFile, newFileName = '', newFileText } = this.dataset;
    const isReady = this.#slips.length === 0;
    const address = newFile
      ? newFileAddress({ address: newFile, name: newFileName, text: newFileText }, path, this.#text)
      : undefined;
    send.hidden = !isReady || address === undefined;
    // Only now is it a link: one that leads nowhere may not say where it would open.
    if (address !== undefined) Object.assign(send, { href: address, target: '_blank', rel: 'noopener' });
    this.#say(
      '.how',
      !isReady
        ? 'Once nothing is left to mend, you can send it. Copying and downloading work at any time.'
        : !newFile
          ? `Put the file at ${path} in a clone of the repository and send a pull request, or send it to whoever keeps this copy of the guide.`
          : address === undefined
            ? 'The file is too long for the address of the code host: copy it, and paste it into a new file there.'
            : newFileText
              ? 'The code host opens with the file filled in, and makes a pull request of it.'
              : 'The code host opens with the name filled in: copy the file first, and paste it there.',
    );
  }
  /** Brings the file up to what is typed, for whoever is quicker than the pause. */
  async #finish() {
    if (this.#pause !== 0 || this.#text === '') await this.#update();
  }
  /** What whoever takes the file away should know. */
  get #unfinished() {
    const { length } = this.#slips;
    return length === 0 ? '' : ` It is not finished: ${counted(length, 'thing')} to fill in or mend.`;
  }
  async #copy() {
    await this.#finish();
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#say('.file .said', `Copied.${this.#unfinished}`);
    } catch {
      getSelection()?.selectAllChildren(this.#part('.file pre'));
      this.#say('.file .said', 'The browser did not allow it; the text is selected, so copy it by hand.');
    }
  }
  async #download() {
    await this.#finish();
    const name = `${this.#controls('slug')[0]?.value.trim() || 'case-study'}.md`;
    download(this.#text, 'text/markdown', name);
    this.#say('.file .said', `Downloaded as ${name}.${this.#unfinished}`);
  }
  async #preview() {
    if (!this.#part<HTMLDetailsElement>('.preview').open) return;
    const place = this.#part('.preview .shown');
    try {
      const [{ shownCaseStudy }, { fieldsOfForm, known }] = await Promise.all([
        import('./case-study-form/preview.ts'),
        this.#load(),
      ]);
      const fields = fieldsOfForm(this.#entries);
      place.replaceChildren(...shownCaseStudy(fields, this.#text, this.dataset['base'] ?? '/', known));
    } catch {
      place.textContent = 'The preview could not be loaded: is the network gone?';
    }
  }
}

customElements.define('case-study-form', CaseStudyForm);
