import { progressText, readProgress, withoutPath, withPage, type Progress } from '../model/path-progress.ts';

const KEY = 'mldfg:paths:1';

/** What this page knows while the browser keeps nothing. */
let unkept: Progress | undefined;

function progressNow(): ReturnType<typeof readProgress> {
  try {
    return unkept ? { progress: unkept, isSound: true } : readProgress(localStorage.getItem(KEY));
  } catch {
    return { progress: new Map(), isSound: true };
  }
}

/** @returns whether the browser keeps it: storage may be full, or denied */
function keep(progress: Progress): boolean {
  try {
    if (progress.size > 0) localStorage.setItem(KEY, progressText(progress));
    else localStorage.removeItem(KEY);
    unkept = undefined;
  } catch {
    unkept = progress;
  }
  return !unkept;
}

/**
 * Something of a reading path on any page: its stops, or links to some of them, each inside its `data-page`.
 * Following a link marks the stop as read. It also fills in what is there: a box at each stop that the reader may
 * untick, how many are read, which comes next, and a button that forgets them all.
 */
class ReadingPathElement extends HTMLElement {
  #abort = new AbortController();

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    this.addEventListener('click', (event) => this.#follow(event), { signal });
    // The middle button opens a page in a new tab.
    this.addEventListener('auxclick', (event) => event.button === 1 && this.#follow(event), { signal });
    this.addEventListener(
      'change',
      ({ target }) => target instanceof HTMLInputElement && this.#mark(target, target.checked),
      { signal },
    );
    this.querySelector('button')?.addEventListener('click', () => this.#clear(), { signal });
    // Another tab changed something, or this page comes back as it was left.
    addEventListener('storage', ({ key }) => (key === KEY || key === null) && this.#show(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#show(), { signal });
    if (!this.#show())
      this.#tell('What this browser had kept of your reading was damaged; what could be read is shown.');
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get #path() {
    return this.dataset['path'] ?? '';
  }

  #follow({ target }: Event) {
    const link = (target as Element).closest('a');
    if (link) this.#mark(link, true);
  }

  #mark(part: Element, isRead: boolean) {
    const page = part.closest<HTMLElement>('[data-page]')?.dataset['page'];
    if (page) this.#change((progress) => withPage(progress, this.#path, page, isRead));
  }

  #clear() {
    // The button goes, and the focus must not go with it.
    this.querySelector('input')?.focus();
    this.#tell('Progress cleared.');
    this.#change((progress) => withoutPath(progress, this.#path));
  }

  #change(changed: (progress: Progress) => Progress) {
    if (!keep(changed(progressNow().progress)))
      this.#tell(
        'This browser keeps nothing for this site: what you mark is forgotten when you leave the page.',
      );
    this.#show();
  }

  #tell(text: string) {
    const status = this.querySelector('[role=status]');
    if (status && status.textContent !== text) status.textContent = text;
  }

  /** @returns whether all that was kept could be read */
  #show(): boolean {
    const { progress, isSound } = progressNow();
    const read = progress.get(this.#path);
    const stops = [...this.querySelectorAll<HTMLElement>('[data-page]')];
    const isRead = ({ dataset }: HTMLElement) => read?.has(dataset['page'] ?? '') ?? false;
    const count = stops.filter(isRead).length;
    const next = count > 0 ? stops.find((stop) => !isRead(stop)) : undefined;
    for (const stop of stops) {
      const box = stop.querySelector('input');
      if (box) box.checked = isRead(stop);
      if (stop.matches('.go-on > a')) stop.hidden = stop !== next;
    }
    this.toggleAttribute('begun', count > 0);
    this.toggleAttribute('has-next', next !== undefined);
    const counted = this.querySelector('.count');
    if (counted) counted.textContent = count > 0 ? `${count} of ${stops.length} read` : '';
    return isSound;
  }
}

customElements.define('reading-path', ReadingPathElement);
