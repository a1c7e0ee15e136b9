/**
 * Texts that a reader may want to take along, each in a `[data-copy]` with a button and a status of its own. Buttons
 * show where the page may write to the clipboard; without them the texts can be selected as any other.
 */
class CopyTextElement extends HTMLElement {
  #abort = new AbortController();

  connectedCallback() {
    // Browsers keep the clipboard from pages that came over plain http.
    if (!('clipboard' in navigator)) return;
    const { signal } = (this.#abort = new AbortController());
    for (const button of this.querySelectorAll('button')) button.hidden = false;
    this.addEventListener('click', ({ target }) => void this.#copy(target as Element), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  async #copy(target: Element) {
    const part = target.closest('button')?.closest('[data-copy]');
    const text = part?.querySelector('.copied-text')?.textContent;
    if (!part || !text) return;
    // Emptied first: the same words once more are no news to a screen reader.
    for (const status of this.querySelectorAll('[role=status]')) status.textContent = '';
    const said = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'This browser does not let the page copy: select the text instead',
    );
    const status = part.querySelector('[role=status]');
    if (status) status.textContent = said;
  }
}

customElements.define('copy-text', CopyTextElement);
