import type { Query } from '../search/reading.ts';
import type { Places } from '../search/library.ts';
import type { Row } from '../search/rows.ts';

const SHOWN = 8;

/** What searches; loaded when somebody wants to search, since it stands on every page. */
const searcher = () => Promise.all([import('../search/client.ts'), import('../search/rows.ts')]);

/** Starts loading what a search needs. A failure is told by the search itself. */
const warm = (places: Places, what: 'names' | 'everything') =>
  void searcher().then(
    ([{ warm: load }]) => load(places, what),
    () => undefined,
  );

/** The search that opens over any page: type, go down with the arrows, Enter; the last row leads to all results. */
class SearchDialog extends HTMLElement {
  #abort = new AbortController();
  #asked = 0;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const button = this.#part<HTMLButtonElement>('button.search-opener');
    this.#part('a.search-opener').hidden = true;
    button.hidden = false;
    button.addEventListener('click', () => this.#open(), { signal });
    for (const intent of ['pointerenter', 'focus'])
      button.addEventListener(intent, () => warm(this.#places, 'names'), { signal });
    this.#part('.close').addEventListener('click', () => this.#dialog.close(), { signal });
    this.#dialog.addEventListener('click', (event) => event.target === this.#dialog && this.#dialog.close(), {
      signal,
    });
    this.#dialog.addEventListener('keydown', (event) => this.#move(event), { signal });
    this.#input.addEventListener('input', () => void this.#search(), { signal });
    document.addEventListener('keydown', (event) => this.#shortcut(event), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get #places(): Places {
    const { index = '', names = '', phrases = '' } = this.dataset;
    return { index, names, phrases };
  }
  get #dialog() {
    return this.#part<HTMLDialogElement>('dialog');
  }
  get #input() {
    return this.#part<HTMLInputElement>('input');
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<search-dialog> lacks ${selector}`);
    return part;
  }

  #open() {
    if (this.#dialog.open) return;
    warm(this.#places, 'everything');
    this.#dialog.showModal();
    this.#input.select();
  }

  #shortcut(event: KeyboardEvent) {
    const target = event.target as HTMLElement | null;
    const isTyping = target?.closest('input, textarea, select, [contenteditable]');
    const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isCommand =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isCommand) return;
    event.preventDefault();
    // A page that searches has a field of its own, with everything around it.
    const own = document.querySelector<HTMLInputElement>('search-page input[type="search"]');
    own?.focus();
    if (own) own.select();
    else this.#open();
  }

  #move(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.#input, ...this.querySelectorAll<HTMLElement>('ol a')];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  async #search() {
    const words = this.#input.value.trim();
    const asked = (this.#asked += 1);
    const list = this.#part('ol');
    const status = this.#part('[role="status"]');
    if (words === '') {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const isOld = () => asked !== this.#asked;
    const query: Query = { words, chosen: {}, isLiteral: false };
    let named = 0;
    try {
      const [{ find, quick }, { rowOf }] = await searcher();
      const all = `${this.dataset['all'] ?? ''}?${new URLSearchParams({ q: words }).toString()}`;
      // What the names answer is shown at once, and stays in its place when the rest comes.
      const first = await quick(this.#places, query).catch(() => undefined);
      if (isOld()) return;
      named = first?.hits.length ?? 0;
      if (first && named > 0)
        list.replaceChildren(
          ...first.hits.map((hit) => item(rowOf(hit, first.stems))),
          lastItem(all, 'See all results'),
        );
      const { count, hits, stems, mended } = await find(this.#places, query);
      const shown = await hits(0, SHOWN);
      // A slower answer to an earlier question must not replace this one.
      if (isOld()) return;
      const rows = shown.map((hit) => item(rowOf(hit, stems)));
      if (count > 0) rows.push(lastItem(all, `See all ${count} results`));
      // Whoever walks through the rows with the arrows keeps their place.
      const at = [...list.children].findIndex((each) => each.contains(document.activeElement));
      list.replaceChildren(...rows);
      if (at >= 0) rows[at]?.querySelector('a')?.focus();
      const instead = mended.map(({ meant }) => `“${meant}”`).join(' and ');
      status.textContent =
        count === 0
          ? 'Nothing found. Try other words, or fewer.'
          : `${count} found${instead && ` for ${instead}`}`;
    } catch {
      if (isOld()) return;
      if (named === 0) list.replaceChildren();
      status.textContent =
        'The search index could not be loaded. Check the connection, or browse the catalogue.';
    }
  }
}

/** The last row, which leads to all results. */
function lastItem(address: string, title: string): HTMLLIElement {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.className = 'all';
  link.textContent = title;
  row.append(link);
  return row;
}

/** One row of the quick results: name, type, and why it is here or what it is about. */
function item({ address, title, kind, summary, why }: Row): HTMLLIElement {
  const row = lastItem(address, '');
  const link = row.querySelector('a') as HTMLAnchorElement;
  link.className = '';
  const name = document.createElement('span');
  name.className = 'title';
  name.textContent = title.map(({ text }) => text).join('');
  const about = document.createElement('span');
  about.className = 'about';
  const reason =
    why.label && why.text.length > 0 ? `${why.label}: ${why.text.map(({ text }) => text).join('')}` : summary;
  about.textContent = [kind, reason].filter(Boolean).join(' · ');
  link.append(name, about);
  return row;
}

customElements.define('search-dialog', SearchDialog);
