import { copy } from './copy-text.ts';
import { isPlain } from './plain-click.ts';

let status: HTMLElement | undefined;

/** The live region, which must stand on the page before it speaks; what it said goes with the reader's next act. */
function region(): HTMLElement {
  if (!status) {
    const made = (status = document.createElement('p'));
    made.setAttribute('role', 'status');
    made.className = 'no-print';
    document.body.append(made);
    for (const act of ['pointerdown', 'keydown', 'wheel'])
      addEventListener(act, () => (made.textContent = ''), { passive: true });
  }
  return status;
}

/* Headings that have an anchor become links to it; following one copies the whole address as well. */
for (const heading of document.querySelectorAll('main :is(h2, h3)[id]:not([class])')) {
  // Nothing that can be followed already, nor a heading that is set around a drawing.
  if (heading.querySelector('a, button, svg') || heading.closest('summary')) continue;
  const link = document.createElement('a');
  link.className = 'own-address';
  link.href = `#${heading.id}`;
  link.append(...heading.childNodes);
  heading.append(link);
  link.addEventListener('focus', region);
  link.addEventListener('click', (event) => {
    if (isPlain(event))
      void copy(link.href, region(), 'Link copied', 'Copying was refused; the address is in the address bar');
  });
}
