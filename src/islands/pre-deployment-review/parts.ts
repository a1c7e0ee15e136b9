/**
 * The first element inside another that a selector names.
 * @throws when there is none: the page and its script do not belong together
 */
export function partOf<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const part = root.querySelector<T>(selector);
  if (!part) throw new Error(`the review lacks ${selector}`);
  return part;
}

/** A copy of what a template holds. */
export const copyOf = (root: ParentNode, selector: string): DocumentFragment =>
  partOf<HTMLTemplateElement>(root, selector).content.cloneNode(true) as DocumentFragment;

/** Sets a text, unless it stands there already: a status that is set again is read out again. */
export function say(part: Element, words: string): void {
  if (part.textContent !== words) part.textContent = words;
}

/** An element with what is in it; texts become text nodes, never HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { className = '', ...more }: { className?: string } & Partial<HTMLElementTagNameMap[Name]> = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), more);
  if (className) made.className = className;
  made.append(...inside);
  return made;
}

/** A link. */
export const linkTo = (address: string, title: string): HTMLAnchorElement =>
  element('a', { href: address }, title);

/** A button that does something. */
export const buttonFor = (title: string, act: () => void): HTMLButtonElement => {
  const button = element('button', { type: 'button' }, title);
  button.addEventListener('click', act);
  return button;
};
