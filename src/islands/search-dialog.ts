import { find, warm, type Hit } from '../search/client.ts';

const SHOWN = 8;

/** The search that opens over any page: type, go down with the arrows, Enter; the last row leads to all results. */
class SearchDialog extends HTMLElement {
  #abort = new AbortController();
  #asked = 0;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const button = this.#part<HTMLButtonElement>('button.open');
    this.#part('a.open').hidden = true;
    button.hidden = false;
    button.addEventListener('click', () => this.#open(), { signal });
    for (const intent of ['pointerenter', 'focus'])
      button.addEventListener(intent, () => warm(this.#index), { signal });
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

  get #index() {
    return this.dataset['index'] ?? '/pagefind/';
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
    warm(this.#index);
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
    this.#open();
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
    try {
      const { count, hits } = await find(this.#index, { words, filters: {} });
      const shown = await hits(0, SHOWN);
      // A slower answer to an earlier question must not replace this one.
      if (asked !== this.#asked) return;
      const all = `${this.dataset['all'] ?? '/search/'}?${new URLSearchParams({ q: words }).toString()}`;
      list.replaceChildren(
        ...shown.map((hit) => row(hit)),
        ...(count > 0
          ? [row({ url: all, title: `See all ${count} results`, type: '', summary: '', excerpt: '' })]
          : []),
      );
      status.textContent = count === 0 ? 'Nothing found. Try other words, or fewer.' : `${count} found`;
    } catch {
      if (asked !== this.#asked) return;
      list.replaceChildren();
      status.textContent =
        'The search index could not be loaded. Check the connection, or browse the catalogue.';
    }
  }
}

/** One row of the quick results. */
function row({ url, title, type, summary }: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const name = document.createElement('span');
  name.className = 'title';
  name.textContent = title;
  link.append(name);
  const about = [type, summary].filter(Boolean).join(' · ');
  if (about) {
    const line = document.createElement('span');
    line.className = 'about';
    line.textContent = about;
    link.append(line);
  }
  item.append(link);
  return item;
}

customElements.define('search-dialog', SearchDialog);
