import type { Found, Hit } from '../search/client.ts';
import type { Chosen, Facet } from '../search/facets.ts';
import type { Places } from '../search/library.ts';
import type { Query } from '../search/reading.ts';
import type { RowLink, rowOf } from '../search/rows.ts';
import type { Piece } from '../search/text.ts';

/** What searches; loaded when somebody searches. */
const searcher = () => Promise.all([import('../search/client.ts'), import('../search/rows.ts')]);

/** So many results are shown at once. */
const PAGE = 20;

/** After so long, in milliseconds, a reader is told that more is to come; a faster answer speaks for itself. */
const NOTICE = 500;

/** A reader who waits longer than this, in milliseconds, is told so and given the list from A to Z. */
const PATIENCE = 6000;

const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** Text with marks, as nodes: nothing in it is ever read as HTML. */
function nodesOf(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, isMarked }) => {
    if (!isMarked) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

function linkTo({ title, address }: RowLink): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = title;
  return link;
}

/** Links one after the other, with a sign between them. */
const linked = (links: readonly RowLink[]): Node[] =>
  links.flatMap((link, i) => [...(i > 0 ? [document.createTextNode(' · ')] : []), linkTo(link)]);

/** The search page: reads the question from the address, shows what is found, and keeps address and form in step. */
class SearchPage extends HTMLElement {
  #abort = new AbortController();
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rowOf: typeof rowOf | undefined;
  #found: Found | undefined;
  #shown = 0;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
      target.addEventListener(type, act, { signal });
    on(this.#form, 'submit', (event) => {
      event.preventDefault();
      this.#ask('push');
    });
    on(this.#form, 'change', ({ target }) => target instanceof HTMLSelectElement && this.#ask('push'));
    on(this.#form, 'input', ({ target }) => {
      if (target !== this.#words) return;
      // New words are a new question, to be understood anew.
      this.#literal.disabled = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask('replace'), 150);
    });
    on(
      this.#words,
      'focus',
      () =>
        void searcher().then(
          ([{ warm }]) => warm(this.#places, 'everything'),
          // A failure is told by the search itself.
          () => undefined,
        ),
    );
    on(this.#part('.clear'), 'click', () => {
      for (const field of this.#selects) field.value = '';
      this.#ask('push');
    });
    on(this.#more, 'click', () => void this.#showMore());
    on(this.#part('.to-results'), 'click', (event) => {
      // Its fragment in the address would be one more step back, to the same question.
      event.preventDefault();
      this.#part('ol').focus();
    });
    on(window, 'popstate', () => this.#restore());
    this.#restore();
    if (import.meta.env.DEV) void this.#tellAge();
  }

  disconnectedCallback() {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  get #places(): Places {
    const { index = '', names = '', phrases = '' } = this.dataset;
    return { index, names, phrases };
  }
  get #form() {
    return this.#part<HTMLFormElement>('form');
  }
  get #words() {
    return this.#part<HTMLInputElement>('input[type="search"]');
  }
  /** Stands in the form, enabled, when the words are to be taken just as they are. */
  get #literal() {
    return this.#part<HTMLInputElement>('input[name="words"]');
  }
  get #selects() {
    return [...this.querySelectorAll('select')];
  }
  get #more() {
    return this.#part<HTMLButtonElement>('.more');
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<search-page> lacks ${selector}`);
    return part;
  }

  /** Puts what the address says into the form, and asks. Values that no filter has fall back to "all"; titles count as their slugs. */
  #restore() {
    const wanted = new URLSearchParams(location.search);
    this.#words.value = wanted.get('q') ?? '';
    this.#literal.disabled = wanted.get('words') !== this.#literal.value;
    for (const field of this.#selects) {
      field.value = slug(wanted.get(field.name) ?? '');
      if (field.selectedIndex < 0) field.value = '';
    }
    void this.#search();
  }

  #ask(how: 'push' | 'replace') {
    clearTimeout(this.#timer);
    const filled = [...new FormData(this.#form)].filter(([, value]) => value !== '') as [string, string][];
    const query = new URLSearchParams(filled).toString();
    const address = query ? `?${query}` : location.pathname;
    if (how === 'push') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void this.#search();
  }

  get #query(): Query {
    const chosen = Object.fromEntries(
      this.#selects.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]),
    ) as Chosen;
    return { words: this.#words.value, chosen, isLiteral: !this.#literal.disabled };
  }

  #state(state: 'idle' | 'loading' | 'slow' | 'done' | 'nothing' | 'failed', status: string) {
    this.dataset['state'] = state;
    const line = this.#part('[role="status"]');
    if (line.textContent !== status) line.textContent = status;
  }

  async #search() {
    const asked = (this.#asked += 1);
    const isOld = () => asked !== this.#asked;
    const query = this.#query;
    const isFiltered = Object.keys(query.chosen).length > 0;
    this.#part('.clear').hidden = !isFiltered;
    this.#part('summary').toggleAttribute('data-chosen', isFiltered);
    if (isFiltered) this.#part('summary').dataset['chosen'] = String(Object.keys(query.chosen).length);
    if (query.words.trim() === '' && !isFiltered) {
      this.#show([], new Set());
      this.#notes(undefined, query);
      this.#state('idle', 'Type a name, or what you see happening.');
      return;
    }
    this.dataset['state'] = 'loading';
    const notice = setTimeout(() => {
      if (!isOld()) this.#state('loading', 'Searching…');
    }, NOTICE);
    const patience = setTimeout(() => {
      if (!isOld())
        this.#state('slow', 'The search index is slow to load. Meanwhile, every entry stands below.');
    }, PATIENCE);
    let named = 0;
    try {
      const [{ quick, find }, { rowOf }] = await searcher();
      this.#rowOf = rowOf;
      // What the names answer is shown at once, and stays in its place when the rest comes.
      const first = await quick(this.#places, query).catch(() => undefined);
      if (isOld()) return;
      named = first?.hits.length ?? 0;
      if (first && named > 0) this.#show(first.hits, first.stems);
      const found = await find(this.#places, query);
      const hits = await found.hits(0, PAGE);
      // A slower answer to an earlier question must not replace this one.
      if (isOld()) return;
      this.#found = found;
      this.#show(hits, found.stems);
      this.#more.hidden = found.count <= hits.length;
      this.#notes(found, query);
      this.#state(found.count > 0 ? 'done' : 'nothing', this.#told(found, query));
      void this.#count(found, isOld);
    } catch {
      if (isOld()) return;
      if (named === 0) this.#show([], new Set());
      this.#notes(undefined, query);
      const why = navigator.onLine
        ? 'The search index could not be loaded. Check the connection and try again.'
        : 'The search index could not be loaded. You are offline; search again once you are back.';
      this.#state('failed', named > 0 ? `${why} These were found by their names alone.` : why);
    } finally {
      clearTimeout(notice);
      clearTimeout(patience);
    }
  }

  /** What a listener hears once a search is done. */
  #told({ count, meanings, mended }: Found, { words }: Query): string {
    const also = meanings.map(({ term }) => `“${term}”`).join(' and ');
    return [
      count === 0
        ? 'Nothing found. Try other words, fewer of them, or fewer filters.'
        : `${count} ${count === 1 ? 'page' : 'pages'} found.`,
      ...(mended.length > 0
        ? [
            `No page says ${mended.map(({ typed }) => `“${typed}”`).join(' or ')}; searched for ${mended.map(({ meant }) => `“${meant}”`).join(' and ')} instead.`,
          ]
        : []),
      ...(also ? [`Also searched for ${also}.`] : []),
      ...(words.trim().length > this.#words.maxLength
        ? [`Only the first ${this.#words.maxLength} characters were read.`]
        : []),
    ].join(' ');
  }

  /** The way back to the very words, and what to do when nothing was found. */
  #notes(found: Found | undefined, { words, isLiteral }: Query) {
    const isRead = found !== undefined && (found.meanings.length > 0 || found.mended.length > 0);
    const literal = this.#part<HTMLAnchorElement>('.literal');
    const query = new URLSearchParams(location.search);
    literal.hidden = !isRead && !isLiteral;
    if (isLiteral) query.delete('words');
    else query.set('words', this.#literal.value);
    literal.href = `?${query.toString()}`;
    literal.textContent = isLiteral
      ? 'Search for what is meant, too'
      : `Search only for “${words.trim().slice(0, 60)}”`;
    const nearest = this.#part('.nearest');
    nearest.hidden = (found?.nearest.length ?? 0) === 0;
    this.#part('.nearest ul').replaceChildren(
      ...(found?.nearest ?? []).map((page) => {
        const item = document.createElement('li');
        item.append(linkTo(page));
        return item;
      }),
    );
    const tell = this.querySelector<HTMLAnchorElement>('.tell');
    if (tell) tell.href = `${this.dataset['report'] ?? ''}${encodeURIComponent(words.trim().slice(0, 100))}`;
  }

  #show(hits: readonly Hit[], stems: ReadonlySet<string>) {
    this.#shown = hits.length;
    this.#part('.to-results').hidden = hits.length === 0;
    this.#more.hidden = true;
    const list = this.#part('ol');
    // A row that has not changed stays the same element, and so keeps the focus.
    const before = [...list.children];
    const rows = hits.map((hit, i) => {
      const row = this.#row(hit, stems);
      const same = before[i];
      return same?.isEqualNode(row) ? same : row;
    });
    for (const [i, row] of rows.entries())
      if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
    while (list.children.length > rows.length) list.lastElementChild?.remove();
  }

  async #showMore() {
    const found = this.#found;
    if (!found) return;
    const from = this.#shown;
    const rows = (await found.hits(from, from + PAGE)).map((hit) => this.#row(hit, found.stems));
    this.#shown += rows.length;
    this.#part('ol').append(...rows);
    this.#more.hidden = found.count <= this.#shown;
    rows[0]?.querySelector('a')?.focus();
  }

  /** Says behind each value of each filter how many pages it would leave. */
  async #count(found: Found, isOld: () => boolean) {
    const values = new Map(
      this.#selects.map((field) => [
        field.name as Facet,
        [...field.options].map(({ value }) => value).filter(Boolean),
      ]),
    );
    const counts = await found.counts(values);
    if (isOld()) return;
    for (const field of this.#selects)
      for (const option of field.options) {
        const count = counts.get(field.name as Facet)?.get(option.value);
        if (count === undefined) continue;
        option.textContent = `${option.dataset['title'] ?? ''} (${count})`;
        option.disabled = count === 0 && !option.selected;
      }
  }

  #row(hit: Hit, stems: ReadonlySet<string>): HTMLLIElement {
    if (!this.#rowOf) throw new Error('rows are made once there is something to show');
    const { address, title, kind, summary, why, answers, strength, sections } = this.#rowOf(hit, stems);
    const copy = this.#part<HTMLTemplateElement>('template').content.cloneNode(true) as DocumentFragment;
    const item = copy.querySelector('li') as HTMLLIElement;
    const part = <T extends HTMLElement = HTMLElement>(selector: string) => item.querySelector(selector) as T;
    const put = (selector: string, nodes: readonly (Node | string)[]) => {
      if (nodes.length === 0) part(selector).remove();
      else part(selector).append(...nodes);
    };
    const link = part<HTMLAnchorElement>('.head a');
    link.href = address;
    link.append(...nodesOf(title));
    part('.type').textContent = kind;
    put('.summary', summary === '' ? [] : [summary]);
    const label = document.createElement('b');
    label.textContent = `${why.label}:`;
    const reason = nodesOf(why.text);
    if (why.address) {
      const symptom = linkTo({ title: '', address: why.address });
      symptom.append(...reason.splice(0));
      reason.push(symptom);
    }
    put('.why', [...(why.label ? [label, ' '] : []), ...reason]);
    put('.sections', sections.length > 0 ? ['In ', ...linked(sections)] : []);
    put('.answers', answers ? [`${answers.label}: `, ...linked(answers.links)] : []);
    put('.strength', strength ? [`Evidence: ${strength.toLowerCase()}`] : []);
    return item;
  }

  /** While authoring, the index is that of the last build; says how old it is. */
  async #tellAge() {
    const answer = await fetch(`${this.#places.index}pagefind-entry.json`, { method: 'HEAD' }).catch(
      () => undefined,
    );
    const built = answer?.ok ? Date.parse(answer.headers.get('last-modified') ?? '') : NaN;
    const minutes = Math.round((Date.now() - built) / 60_000);
    const line = this.#part('.age');
    line.hidden = false;
    line.textContent = Number.isNaN(minutes)
      ? 'There is no search index yet: "npm run build" makes one. Names are searched as they stand.'
      : `Search uses the index of the last build, ${minutes} minutes old; "npm run build" makes a new one. Names are searched as they stand.`;
  }
}

customElements.define('search-page', SearchPage);
