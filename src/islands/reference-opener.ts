import { isPlain } from './plain-click.ts';

/*
 * The mark of a citation, of a footnote or of a term opens what it leads to beside it. What does so is loaded when somebody asks for it;
 * a browser without popovers, and a click that asks for a new tab, follow the link.
 */
if ('popover' in HTMLElement.prototype)
  document.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest<HTMLAnchorElement>(
      '.citation a, [data-footnote-ref], .term',
    );
    if (!mark || !isPlain(event)) return;
    event.preventDefault();
    import('./reference-note.ts').then(
      ({ toggle }) => toggle(mark),
      () => {
        location.href = mark.href;
      },
    );
  });
