import { excerptNodes, find, type Found, type Hit } from '../search/client.ts';

const PAGE = 20;

/** The search page: reads the question from the address, shows the hits, and keeps address and form in step. */
class SearchPage extends HTMLElement {
  #abort = new AbortController();
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    this.#form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        this.#ask('push');
      },
      { signal },
    );
    this.#form.addEventListener(
      'change',
      (event) => event.target instanceof HTMLSelectElement && this.#ask('push'),
      { signal },
    );
    this.#form.addEventListener(
      'input',
      (event) => {
        if (event.target instanceof HTMLSelectElement) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#ask('replace'), 200);
      },
      { signal },
    );
    this.#more.addEventListener('click', () => void this.#showMore(), { signal });
    addEventListener('popstate', () => this.#restore(), { signal });
    this.#restore();
  }

  disconnectedCallback() {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  get #form() {
    return this.#part<HTMLFormElement>('form');
  }
  get #more() {
    return this.#part<HTMLButtonElement>('.more');
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<search-page> lacks ${selector}`);
    return part;
  }

  /** Puts what the address says into the form, and asks. Values that no filter knows fall back to "all". */
  #restore() {
    const wanted = new URLSearchParams(location.search);
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && field.name) field.value = wanted.get(field.name) ?? '';
      if (field instanceof HTMLSelectElement) {
        field.value = wanted.get(field.name) ?? '';
        if (field.selectedIndex < 0) field.value = '';
      }
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

  #found: Found | undefined;
  #shown = 0;

  async #search() {
    const asked = (this.#asked += 1);
    const { q = '', ...filters } = Object.fromEntries(
      [...new FormData(this.#form)].filter(([, value]) => value !== ''),
    ) as Record<string, string>;
    const status = this.#part('[role="status"]');
    const list = this.#part('ol');
    if (q.trim() === '' && Object.keys(filters).length === 0) {
      list.replaceChildren();
      this.#more.hidden = true;
      status.textContent = 'Type a name, or what you see happening.';
      return;
    }
    try {
      const found = await find(this.dataset['index'] ?? '/pagefind/', { words: q, filters });
      const hits = await found.hits(0, PAGE);
      // A slower answer to an earlier question must not replace this one.
      if (asked !== this.#asked) return;
      this.#found = found;
      this.#shown = hits.length;
      list.replaceChildren(...hits.map((hit) => this.#row(hit)));
      this.#more.hidden = found.count <= hits.length;
      status.textContent =
        found.count === 0
          ? 'Nothing found. Try other words, fewer of them, or fewer filters.'
          : `${found.count} ${found.count === 1 ? 'page' : 'pages'} found`;
    } catch {
      if (asked !== this.#asked) return;
      list.replaceChildren();
      this.#more.hidden = true;
      status.textContent =
        'The search index could not be loaded. Check the connection and try again, or browse the challenges and mitigations.';
    }
  }

  async #showMore() {
    if (!this.#found) return;
    const from = this.#shown;
    const hits = await this.#found.hits(from, from + PAGE);
    this.#shown += hits.length;
    const rows = hits.map((hit) => this.#row(hit));
    this.#part('ol').append(...rows);
    this.#more.hidden = this.#found.count <= this.#shown;
    rows[0]?.querySelector('a')?.focus();
  }

  #row({ url, title, type, summary, excerpt }: Hit): HTMLLIElement {
    const row = this.#part<HTMLTemplateElement>('template').content.cloneNode(true) as DocumentFragment;
    const item = row.querySelector('li') as HTMLLIElement;
    const link = item.querySelector('a') as HTMLAnchorElement;
    link.href = url;
    link.textContent = title;
    (item.querySelector('.type') as HTMLElement).textContent = type;
    (item.querySelector('.summary') as HTMLElement).textContent = summary;
    (item.querySelector('.excerpt') as HTMLElement).append(...excerptNodes(excerpt));
    return item;
  }
}

customElements.define('search-page', SearchPage);
