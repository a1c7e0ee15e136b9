import {
  currentList,
  holdingIn,
  KeepingFailed,
  keepCopy,
  removeCopy,
  type Obstacle,
  type Progress,
} from '../offline/keep.ts';
import {
  extentOf,
  filesInWords,
  missingFrom,
  progressInWords,
  releaseInWords,
  sizeInWords,
  type CopyList,
} from '../offline/list.ts';
import { hashesIn } from '../offline/store.ts';

/** What is said when a copy could not be made; what was fetched stays in every case. */
const OBSTACLES: Readonly<Record<Obstacle, (about: string) => string>> = {
  network: () => 'The network failed. What was fetched stays here, so going on later costs only the rest.',
  offer: () => 'This site offers no copy at present.',
  room: () => 'This device has no room for all of it. Free some space and go on, or remove what was fetched.',
  content: (path) =>
    `The host sends “/${path}” otherwise than the guide was built, so the copy would not be whole. The guide may just be changing: try again in some minutes.`,
  worker: (message) =>
    `All files are here, but the browser refused the part that serves them without a network (${message}).`,
};

const QUARTERS = ['', 'A quarter of it is here.', 'Half of it is here.', 'Three quarters of it are here.'];

/** Keeps the guide on this device when a reader asks for it, tells what is kept, and removes it again. */
class OfflineCopy extends HTMLElement {
  #abort = new AbortController();
  /** Stops the fetching that is under way. */
  #fetching: AbortController | undefined;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    // Without https, or in some private windows, a browser has neither.
    if (!('serviceWorker' in navigator && 'caches' in window)) {
      this.#tell(
        'This browser cannot keep the guide: it offers no service worker here. Some browsers switch them off in private windows, and all of them want an address with https. What you can do instead stands below.',
      );
      return;
    }
    this.#main.addEventListener(
      'click',
      // The second click of a double click would stop what the first began.
      ({ detail }) => {
        if (detail > 1) return;
        if (this.#fetching) this.#fetching.abort();
        else void this.#keep();
      },
      { signal },
    );
    this.#remove.addEventListener('click', () => void this.#forget(), { signal });
    void this.#show();
  }

  disconnectedCallback() {
    this.#abort.abort();
    this.#fetching?.abort();
  }

  get #scope() {
    return new URL(this.dataset['home'] ?? '/', location.href).href;
  }
  get #main() {
    return this.#part<HTMLButtonElement>('.keep');
  }
  get #remove() {
    return this.#part<HTMLButtonElement>('.remove');
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<offline-copy> lacks ${selector}`);
    return part;
  }

  #tell(text: string) {
    const status = this.#part('[role=status]');
    if (status.textContent !== text) status.textContent = text;
  }

  /** Shows the buttons that make sense, each by its words; the focus stays on one of them. */
  #offer(main: string | undefined, remove: string | undefined) {
    const hadFocus = this.contains(document.activeElement);
    for (const [button, text] of [
      [this.#main, main],
      [this.#remove, remove],
    ] as const) {
      button.hidden = text === undefined;
      button.textContent = text ?? '';
    }
    if (hadFocus && !this.contains(document.activeElement))
      (main === undefined ? this.#remove : this.#main).focus();
  }

  /** Tells what is on this device and offers what can be done, after what has just happened. */
  async #show(news = '') {
    const told = (text: string) => this.#tell(`${news} ${text}`.trim());
    const { copy, contents } = await holdingIn(this.#scope);
    this.#part('.progress').hidden = true;
    if (!copy) {
      told(
        contents > 0
          ? `${filesInWords(contents)} of the guide are on this device. They are of no use until all of it is here.`
          : news
            ? ''
            : 'Nothing of the guide is kept on this device.',
      );
      this.#offer(
        contents > 0 ? 'Go on' : 'Keep the guide on this device',
        contents > 0 ? 'Remove what was fetched' : undefined,
      );
      return;
    }
    const kept = `Kept on this device: the guide of ${releaseInWords(copy)}.`;
    told(kept);
    this.#offer(undefined, 'Remove from this device');
    const since = await this.#newsOf(copy);
    told(`${kept} ${since.text}`);
    this.#offer(since.isNewer ? 'Update now' : undefined, 'Remove from this device');
  }

  /** What the host has that the copy lacks. */
  async #newsOf(copy: CopyList): Promise<{ text: string; isNewer: boolean }> {
    const now = await currentList(this.#scope).catch(() => undefined);
    if (!now)
      return {
        text: 'Whether the guide has changed since cannot be told without a network.',
        isNewer: false,
      };
    if (now.id === copy.id) return { text: 'This is the guide of today.', isNewer: false };
    const { files, bytes } = extentOf(missingFrom(await hashesIn(this.#scope), now));
    return {
      text: `The guide has changed since, and is now that of ${releaseInWords(now)}: ${filesInWords(files)} to fetch, ${sizeInWords(bytes)}.`,
      isNewer: true,
    };
  }

  async #keep() {
    const fetching = (this.#fetching = new AbortController());
    let quarter = 0;
    this.#offer('Stop', undefined);
    this.#tell('Fetching the guide.');
    // Asks the browser not to make room at the cost of the copy; it may say no, and the page says what that means.
    void navigator.storage.persist().catch(() => false);
    const onProgress = ({ here, all }: Progress) => {
      const bar = this.#part<HTMLProgressElement>('progress');
      bar.max = all.bytes;
      bar.value = here.bytes;
      this.#part('.count').textContent = progressInWords(here, all);
      this.#part('.progress').hidden = false;
      const now = Math.floor((4 * here.bytes) / all.bytes);
      const text = now > quarter ? QUARTERS[now] : undefined;
      quarter = now;
      if (text) this.#tell(text);
    };
    const news = await navigator.locks.request(
      `offline copy ${this.#scope}`,
      { ifAvailable: true },
      async (lock) => {
        if (!lock) return 'Another tab is at it already.';
        try {
          await keepCopy({ scope: this.#scope, signal: fetching.signal, onProgress });
          return '';
        } catch (error) {
          if (fetching.signal.aborted) return 'Stopped.';
          if (error instanceof KeepingFailed) return OBSTACLES[error.obstacle](error.message);
          throw error;
        }
      },
    );
    this.#fetching = undefined;
    await this.#show(news);
  }

  async #forget() {
    await removeCopy(this.#scope);
    await this.#show('Removed: nothing of the guide is kept on this device.');
  }
}

customElements.define('offline-copy', OfflineCopy);
