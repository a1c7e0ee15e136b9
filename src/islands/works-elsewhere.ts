import { workIn } from '../model/citations.ts';

/**
 * Leads on whoever comes to `/references/` by the address of a work that another page lists: to that page, or, where
 * the sources of the case studies are too many to be pointed to one by one, to the case study.
 */
class WorksElsewhere extends HTMLElement {
  #abort = new AbortController();

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    addEventListener('hashchange', () => this.#lead(), { signal });
    this.#lead();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #lead() {
    const { hash } = location;
    const key = workIn(hash);
    if (key === undefined) return;
    const place = document.getElementById(decodeURIComponent(hash.slice(1)));
    const page = place?.closest<HTMLElement>('works-elsewhere li')?.querySelector('a');
    if (page) location.replace(page.href + hash);
    else if (!place)
      location.replace(`${this.dataset['caseStudies'] ?? ''}${encodeURIComponent(key)}/#how-we-know`);
  }
}

customElements.define('works-elsewhere', WorksElsewhere);
