import { notePlace } from '../model/note-place.ts';

const note = document.createElement('div');
note.className = 'reference-note no-print';
note.popover = 'manual';
note.setAttribute('role', 'note');

let open: { readonly mark: HTMLAnchorElement; readonly shut: () => void } | undefined;

/** What a mark leads to: an entry of a list on the page, or the meaning of a term, which the mark tells itself. */
function entryOf({ classList, hash, title }: HTMLAnchorElement): Element | null {
  if (classList.contains('term')) {
    const meaning = document.createElement('p');
    meaning.textContent = title;
    return meaning;
  }
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** The words and links of an entry, without its ways back to the text and without anchors, which stand once on a page. */
function contentsOf(entry: Element): ChildNode[] {
  const copied = entry.cloneNode(true) as Element;
  for (const back of copied.querySelectorAll('.back, [data-footnote-backref]')) back.remove();
  for (const anchor of copied.querySelectorAll('[id]')) anchor.removeAttribute('id');
  return [...copied.childNodes];
}

/** Puts the note beside its mark: by an anchor, which a browser keeps to as the page moves, else by what is measured. */
function place(mark: HTMLElement) {
  note.removeAttribute('style');
  if (CSS.supports('position-area', 'block-end')) {
    mark.style.setProperty('anchor-name', '--mark');
    return;
  }
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const { left, top } = notePlace(
    mark.getBoundingClientRect(),
    { width: note.offsetWidth, height: note.offsetHeight },
    { width, height },
  );
  note.style.position = 'absolute';
  // Some browsers know anchors by half, and would try places of the style sheet where this one seems to overflow.
  note.style.setProperty('position-try-fallbacks', 'none');
  note.style.margin = '0';
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${top + scrollY}px`;
}

/**
 * Opens beside a mark what it leads to, in place of what is open beside another; or closes it, when it is open already.
 * Escape closes it too, and so does whatever the reader turns to besides.
 */
export function toggle(mark: HTMLAnchorElement): void {
  const isOpen = open?.mark === mark;
  const isWithin = note.contains(mark);
  open?.shut();
  if (isOpen) return;
  const entry = entryOf(mark);
  if (isWithin || !entry) location.href = mark.href;
  else show(mark, entry);
}

function show(mark: HTMLAnchorElement, entry: Element) {
  const closing = new AbortController();
  const { signal } = closing;
  const shut = () => {
    closing.abort();
    open = undefined;
    note.hidePopover();
    mark.ariaExpanded = 'false';
    mark.style.removeProperty('anchor-name');
  };
  const giveBack = () => {
    shut();
    mark.focus({ preventScroll: true });
  };
  const leave = ({ target }: Event) => {
    const to = target as Element;
    if (mark.contains(to) || note.contains(to)) return;
    if (to.closest('a, button, input, select, textarea, summary')) shut();
    else giveBack();
  };

  const [where, name] = mark.hasAttribute('data-footnote-ref')
    ? ['In the list of footnotes', `Footnote ${mark.textContent}`]
    : mark.title
      ? ['In the glossary', mark.textContent]
      : ['In the list of sources', mark.ariaLabel];
  const onward = document.createElement('a');
  onward.className = 'onward';
  onward.href = mark.href;
  onward.textContent = where;
  onward.addEventListener('click', shut, { signal });
  note.ariaLabel = name;
  note.replaceChildren(...contentsOf(entry), onward);
  (mark.closest('sup') ?? mark).after(note);

  note.showPopover();
  place(mark);
  mark.ariaExpanded = 'true';
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && giveBack(), { signal });
  for (const turn of ['click', 'focusin']) document.addEventListener(turn, leave, { signal });
  open = { mark, shut };
}
