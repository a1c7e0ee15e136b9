import {
  askedIn,
  chosenFrom,
  COMPARABLE,
  compareQuery,
  entriesTyped,
  FEWEST,
  MOST,
  nearestTo,
  sharedIn,
  type Asked,
  type Cell,
  type Comparable,
  type ComparedEntry,
  type ComparedIndex,
  type Remark,
} from '../model/side-by-side.ts';

const LETTERS = ['A', 'B', 'C', 'D'];

/** Of many entries that a word may mean, so many are offered. */
const NEAREST = 3;

/** What there is to choose from while nothing has been loaded. */
const NOTHING: ComparedIndex = { rows: [], entries: [], renamed: {} };

/** An element with a class and what is in it; text is only ever text. */
function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...content);
  return element;
}

function linkTo(text: string, address: string): HTMLAnchorElement {
  const link = make('a', '', text);
  link.href = address;
  return link;
}

/** What somebody typed or put into the address, short enough to be repeated to them. */
const quoted = (word: string) => `“${word.length > 60 ? `${word.slice(0, 60)}…` : word}”`;

/** A cell of the table: the role is said again, since a table that is set as blocks loses it. */
function cellOf(tag: 'td' | 'th', role: string, ...content: readonly (Node | string)[]) {
  const cell = make(tag, '', ...content);
  cell.setAttribute('role', role);
  return cell;
}

/** Two to four entries side by side: the address says which, the table shows them, and both stay in step. */
class SideBySide extends HTMLElement {
  #abort = new AbortController();
  #asked = 0;
  #loaded = new Map<string, Promise<unknown>>();
  #kind: Comparable = 'case-studies';
  #index = NOTHING;
  #offered: ComparedIndex | undefined;
  #slugs: readonly string[] = [];

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    this.#part('.tool').hidden = false;
    this.#part('form').addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#add();
      },
      { signal },
    );
    this.#part('.copy').addEventListener('click', () => void this.#copy(), { signal });
    this.#part('nav').addEventListener(
      'click',
      (event) => {
        const link = event.target;
        if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void this.#go(link.search);
      },
      { signal },
    );
    addEventListener('popstate', () => void this.#show(), { signal });
    void this.#show();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<side-by-side> lacks ${selector}`);
    return part;
  }
  get #input() {
    return this.#part<HTMLInputElement>('input');
  }
  /** What one entry of a kind is called, and several. */
  #words(kind: Comparable) {
    const { one = '', many = '' } = this.#part(`[data-kind="${kind}"]`).dataset;
    return { one, many };
  }
  get #one() {
    return this.#words(this.#kind).one;
  }
  get #many() {
    return this.#words(this.#kind).many;
  }
  #title(slug: string) {
    return this.#index.entries.find(([each]) => each === slug)?.[1] ?? slug;
  }
  #say(text: string) {
    this.#part('[role="status"]').textContent = text;
  }

  /** A file beside the page, fetched once; a failure is forgotten, so that the next time tries again. */
  #load<T>(file: string): Promise<T> {
    const known = this.#loaded.get(file);
    if (known) return known as Promise<T>;
    const loading = fetch(`${this.dataset['index'] ?? ''}${file}`).then(async (answer) => {
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
      return (await answer.json()) as T;
    });
    this.#loaded.set(file, loading);
    loading.catch(() => this.#loaded.delete(file));
    return loading;
  }

  /** Goes to a choice without loading the page anew. */
  #go(query: string) {
    history.pushState(null, '', query);
    return this.#show();
  }

  /** Shows what the address asks for. */
  async #show() {
    const asked = (this.#asked += 1);
    const wanted = askedIn(location.search);
    let known = NOTHING;
    try {
      const index = await this.#load<ComparedIndex>(`${wanted.kind}.json`);
      const { slugs, remarks } = chosenFrom(wanted.slugs, index);
      // A slower answer to an earlier address must not replace this one.
      if (asked !== this.#asked) return;
      known = index;
      // The choice stands before its table does: who adds the next one meanwhile adds to it.
      this.#choose(wanted.kind, index, slugs);
      this.#remark(wanted, remarks);
      const entries = await Promise.all(
        slugs.map((slug) => this.#load<ComparedEntry>(`${wanted.kind}/${slug}.json`)),
      );
      if (asked !== this.#asked) return;
      this.#lay(entries);
      this.#say(this.#state());
    } catch {
      if (asked !== this.#asked) return;
      // Neither the table nor the choice of an earlier address stays below one that could not be shown.
      this.#lay([]);
      if (known === NOTHING) {
        this.#choose(wanted.kind, NOTHING, []);
        this.#part('.remarks').replaceChildren();
      }
      this.#say('What is to be compared could not be loaded. Check the connection and load the page again.');
    }
  }

  #choose(kind: Comparable, index: ComparedIndex, slugs: readonly string[]) {
    this.#kind = kind;
    this.#index = index;
    this.#slugs = slugs;
    this.#offer();
    this.#list();
  }

  #state(): string {
    const count = this.#slugs.length;
    if (count === 0) return `Choose ${FEWEST} to ${MOST} ${this.#many}.`;
    if (count < FEWEST) return `One ${this.#one} alone cannot be compared; choose another.`;
    return `${count} ${this.#many} side by side.`;
  }

  /** Puts the kind and its entries into the form. */
  #offer() {
    for (const link of this.querySelectorAll<HTMLElement>('nav a'))
      if (link.dataset['kind'] === this.#kind) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    this.#part('label').textContent = `Add a ${this.#one}: type a part of its title`;
    if (this.#offered === this.#index) return;
    this.#offered = this.#index;
    this.#part('datalist').replaceChildren(
      ...this.#index.entries.map(([, title]) => {
        const option = document.createElement('option');
        option.value = title;
        return option;
      }),
    );
  }

  #list() {
    this.#part('.copy').hidden = this.#slugs.length < FEWEST;
    this.#part('.chosen').replaceChildren(
      ...this.#slugs.map((slug, at) => {
        const title = this.#title(slug);
        const button = make('button', 'no-print', 'Remove', make('span', 'visually-hidden', ` ${title}`));
        button.type = 'button';
        button.addEventListener('click', () => void this.#remove(at));
        return make('li', '', make('span', 'letter', LETTERS[at] ?? ''), make('span', '', title), button);
      }),
    );
  }

  #remark({ isMixed }: Asked, remarks: readonly Remark[]) {
    const mixed = isMixed
      ? [make('li', '', `A table holds entries of one kind; here are the ${this.#many}.`)]
      : [];
    this.#part('.remarks').replaceChildren(...mixed, ...remarks.map((remark) => this.#told(remark)));
  }

  #told(remark: Remark): HTMLLIElement {
    switch (remark.what) {
      case 'renamed':
        return make('li', '', `${quoted(remark.asked)} is called “${this.#title(remark.slug)}” today.`);
      case 'twice':
        return make('li', '', `“${this.#title(remark.slug)}” was named twice; it stands here once.`);
      case 'too-many':
        return make('li', '', `${MOST} fit side by side; “${this.#title(remark.slug)}” was left out.`);
      case 'unknown':
        return make(
          'li',
          '',
          `There is no ${this.#one} ${quoted(remark.asked)}. `,
          ...this.#nearest(remark.near),
        );
    }
  }

  /** The entries which a word may mean: links that add them, or only their names where there is no room. */
  #nearest(slugs: readonly string[]): (Node | string)[] {
    if (slugs.length === 0) return [];
    if (this.#slugs.length >= MOST)
      return [`The nearest: ${slugs.map((slug) => `“${this.#title(slug)}”`).join(', ')}.`];
    return [
      'Add the nearest: ',
      ...slugs.flatMap((slug) => [
        linkTo(this.#title(slug), compareQuery(this.#kind, [...this.#slugs, slug])),
        ' ',
      ]),
    ];
  }

  #add() {
    // Without the list of what there is, nothing can be said of a name; perhaps it comes this time.
    if (this.#index === NOTHING) return void this.#show();
    const typed = this.#input.value.trim();
    const meant = entriesTyped(typed, this.#index.entries);
    const [slug, title] = meant[0] ?? [];
    if (!typed) this.#say(this.#state());
    else if (!slug) void this.#miss(typed);
    else if (meant.length > 1) {
      this.#part('.remarks').replaceChildren(
        make('li', '', ...this.#nearest(meant.slice(0, NEAREST).map(([each]) => each))),
      );
      this.#say(
        `${meant.length} ${this.#many} have ${quoted(typed)} in their titles. Type more of the one you mean.`,
      );
    } else if (this.#slugs.includes(slug)) this.#say(`“${title}” is chosen already.`);
    else if (this.#slugs.length >= MOST) this.#say(`${MOST} is the most that fits; remove one first.`);
    else {
      this.#input.value = '';
      void this.#go(compareQuery(this.#kind, [...this.#slugs, slug]));
    }
  }

  /** Says that no title has the words that were typed, what is near, and which other kind has an entry of that name. */
  async #miss(typed: string) {
    const remark = this.#told({ what: 'unknown', asked: typed, near: nearestTo(typed, this.#index.entries) });
    this.#part('.remarks').replaceChildren(remark);
    this.#say(`No ${this.#one} has ${quoted(typed)} in its title.`);
    const here = this.#kind;
    for (const kind of COMPARABLE) {
      if (kind === here) continue;
      // Without the list of another kind nothing more can be said; the message stands as it is.
      const index = await this.#load<ComparedIndex>(`${kind}.json`).catch(() => NOTHING);
      const [meant, ...others] = entriesTyped(typed, index.entries);
      // The reader may have gone on meanwhile.
      if (!remark.isConnected) return;
      if (!meant || others.length > 0) continue;
      const [slug, title] = meant;
      const { one, many } = this.#words(kind);
      this.#say(`“${title}” is a ${one}, not a ${this.#words(here).one}.`);
      remark.before(
        make('li', '', linkTo(`Compare “${title}” with other ${many}`, compareQuery(kind, [slug]))),
      );
    }
  }

  /** Takes an entry out, and keeps the focus where the next one can be taken out. */
  async #remove(at: number) {
    const left = this.#slugs.filter((_, i) => i !== at);
    await this.#go(compareQuery(this.#kind, left));
    const buttons = this.querySelectorAll<HTMLButtonElement>('.chosen button');
    (buttons[Math.min(at, buttons.length - 1)] ?? this.#input).focus();
  }

  async #copy() {
    const link = new URL(compareQuery(this.#kind, this.#slugs), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      this.#say('Link copied.');
    } catch {
      this.#say('The browser did not allow it; the link stands in the address bar.');
    }
  }

  /** Lays the table; fewer entries than two make none. */
  #lay(entries: readonly ComparedEntry[]) {
    const place = this.#part('.scroll');
    place.hidden = entries.length < FEWEST;
    if (place.hidden) {
      place.replaceChildren();
      return;
    }
    const heads = entries.map(({ title, address }, at) => {
      const head = cellOf('th', 'columnheader', `${LETTERS[at] ?? ''} `, linkTo(title, address));
      head.setAttribute('scope', 'col');
      return head;
    });
    const rows = this.#index.rows.flatMap((title, row) =>
      entries.some(({ rows: own }) => (own[row]?.length ?? 0) > 0) ? [this.#row(title, row, entries)] : [],
    );
    const table = make(
      'table',
      '',
      make('caption', '', 'What more than one of them says is marked.'),
      this.#grouped('thead', this.#line(cellOf('td', 'cell'), ...heads)),
      this.#grouped('tbody', ...rows),
    );
    table.setAttribute('role', 'table');
    place.replaceChildren(table);
  }

  #grouped(tag: 'thead' | 'tbody', ...rows: readonly HTMLElement[]) {
    const group = make(tag, '', ...rows);
    group.setAttribute('role', 'rowgroup');
    return group;
  }
  #line(...cells: readonly HTMLElement[]) {
    const line = make('tr', '', ...cells);
    line.setAttribute('role', 'row');
    return line;
  }

  #row(title: string, row: number, entries: readonly ComparedEntry[]): HTMLTableRowElement {
    const head = cellOf('th', 'rowheader', title);
    head.setAttribute('scope', 'row');
    const shared = sharedIn(entries, row);
    return this.#line(
      head,
      ...entries.map(({ rows }, at) => {
        // Seen, and read out, where the heads of the columns are not.
        const letter = make('span', 'letter', LETTERS[at] ?? '');
        return cellOf('td', 'cell', letter, ' ', this.#said(rows[row] ?? [], at, shared));
      }),
    );
  }

  /** What an entry says in a row: a list, or its only item as it is. */
  #said(cells: readonly Cell[], at: number, shared: ReadonlyMap<string, readonly number[]>): HTMLElement {
    if (cells.length === 0) return make('span', 'none', 'Nothing in the record');
    const items = cells.map(({ text, address, id, facts, note }) => [
      address ? linkTo(text, address) : text,
      ...(id && shared.has(id)
        ? [
            ' ',
            make(
              'span',
              'shared',
              `also in ${(shared.get(id) ?? [])
                .filter((other) => other !== at)
                .map((other) => LETTERS[other])
                .join(', ')}`,
            ),
          ]
        : []),
      ...(facts ? [' ', make('span', 'facts', facts)] : []),
      ...(note ? [' ', make('span', 'note', note)] : []),
    ]);
    if (items.length === 1) return make('div', '', ...(items[0] ?? []));
    const list = make('ul', '', ...items.map((item) => make('li', '', ...item)));
    list.setAttribute('role', 'list');
    return list;
  }
}

customElements.define('side-by-side', SideBySide);
