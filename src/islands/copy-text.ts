/**
 * Writes a text to the clipboard, and says in a live region how it went.
 * @param said when it is copied
 * @param refused when the browser does not let the page copy, as over plain http
 */
export async function copy(text: string, status: Element, said: string, refused: string): Promise<void> {
  // Emptied first: the same words once more are no news to a screen reader.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = said;
  } catch {
    status.textContent = refused;
  }
}

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
    this.addEventListener('click', ({ target }) => this.#copy(target as Element), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #copy(target: Element) {
    const part = target.closest('button')?.closest('[data-copy]');
    const text = part?.querySelector('.copied-text')?.textContent;
    const status = part?.querySelector('[role=status]');
    if (!text || !status) return;
    for (const other of this.querySelectorAll('[role=status]')) other.textContent = '';
    void copy(text, status, 'Copied', 'This browser does not let the page copy: select the text instead');
  }
}

customElements.define('copy-text', CopyTextElement);
