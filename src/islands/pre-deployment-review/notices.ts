import { buttonFor, element } from './parts.ts';

export interface Choice {
  readonly title: string;
  readonly act: () => void;
  /** Whether the notice stays once this is done, since there is more to choose. */
  readonly stays?: boolean;
}
export interface Notice {
  /** A notice of the same subject takes the place of the one before. */
  readonly subject: string;
  readonly words: string;
  /** What there is to tell besides, a line each. */
  readonly lines?: readonly string[];
  readonly choices: readonly Choice[];
  /** Whether the focus goes there: only for what the reader has just asked for. */
  readonly isAskedFor?: boolean;
}

/** The place above the form that says what happened, and asks what to do. */
export class Notices {
  readonly #place: HTMLElement;
  readonly #leave: () => void;

  /** @param leave takes the focus on, when a notice that has it goes */
  constructor(place: HTMLElement, leave: () => void, signal: AbortSignal) {
    this.#place = place;
    this.#leave = leave;
    // Notices stay at the top of the window; what gets the focus must not come to lie under them.
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.scrollPaddingBlockStart =
        place.offsetHeight > 0 ? `calc(${place.offsetHeight}px + var(--space-5))` : '';
    });
    observer.observe(place);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      style.scrollPaddingBlockStart = '';
    });
  }

  /** Shows a notice; one that comes by itself and says what stands there already is not told again. */
  tell({ subject, words, lines = [], choices, isAskedFor = false }: Notice): void {
    const before = this.#of(subject);
    const said = JSON.stringify([words, lines]);
    if (!isAskedFor && before?.dataset['said'] === said) return;
    const notice = element('div', { className: 'notice', tabIndex: -1 }, element('p', {}, words));
    notice.dataset['subject'] = subject;
    notice.dataset['said'] = said;
    // What takes the focus is read out by that; what comes by itself must be an alert to be heard.
    notice.setAttribute('role', isAskedFor ? 'group' : 'alert');
    notice.setAttribute('aria-label', words);
    if (lines.length > 0) notice.append(element('ul', {}, ...lines.map((line) => element('li', {}, line))));
    const buttons = choices.map(({ title, act, stays = false }) =>
      buttonFor(title, () => {
        if (!stays) notice.remove();
        act();
        if (!stays && document.activeElement === document.body) this.#leave();
      }),
    );
    notice.append(element('p', { className: 'buttons' }, ...buttons));
    const hadFocus = before?.contains(document.activeElement) === true;
    if (before) before.replaceWith(notice);
    else this.#place.append(notice);
    if (isAskedFor || hadFocus) notice.focus();
  }

  forget(subject: string): void {
    const notice = this.#of(subject);
    const hadFocus = notice?.contains(document.activeElement) === true;
    notice?.remove();
    if (hadFocus) this.#leave();
  }

  #of(subject: string): HTMLElement | undefined {
    return [...this.#place.querySelectorAll<HTMLElement>('.notice')].find(
      ({ dataset }) => dataset['subject'] === subject,
    );
  }
}
