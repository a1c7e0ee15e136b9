import { pagesNear, wantedSlug, type NamedAddress } from '../model/near-pages.ts';

/** Names the pages that may be meant by an address at which there is none, and puts its words into the search. */
class NearPages extends HTMLElement {
  connectedCallback() {
    const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
    if (field?.value === '') field.value = wantedSlug(location.pathname).replaceAll('-', ' ');
    // Without the names the page is as it was: a search, and the lists.
    void this.#fill().catch(() => undefined);
  }

  async #fill() {
    const response = await fetch(this.dataset['names'] ?? '');
    if (!response.ok) return;
    const { pages } = (await response.json()) as { pages: readonly NamedAddress[] };
    const near = pagesNear(location.pathname, pages);
    if (near.length === 0) return;
    this.querySelector('ul')?.replaceChildren(
      ...near.map(({ address, title }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = address;
        link.textContent = title;
        item.append(link);
        return item;
      }),
    );
    this.hidden = false;
  }
}

customElements.define('near-pages', NearPages);
