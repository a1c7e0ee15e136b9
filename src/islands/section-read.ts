import { sectionRead } from '../model/section-read.ts';

/* Marks, in the contents of a page, the section that is being read. */
const contents = document.querySelector('nav[aria-label="On this page"]');
const links = [...(contents?.querySelectorAll('a') ?? [])];
const sections = links.map((link) => document.getElementById(link.getAttribute('href')?.slice(1) ?? ''));

let due = 0;
let marked: Element | undefined;

function mark() {
  const { clientHeight: height, scrollHeight, scrollTop: above } = document.documentElement;
  const at = sectionRead(
    sections.map((section) => section?.getBoundingClientRect().top ?? Infinity),
    links.findIndex(({ hash }) => hash === location.hash),
    { height, above, below: scrollHeight - height - above },
  );
  if (links[at] === marked) return;
  marked?.removeAttribute('aria-current');
  marked = links[at];
  marked?.setAttribute('aria-current', 'location');
}

if (contents)
  for (const moved of ['scroll', 'resize', 'hashchange', 'pageshow'])
    addEventListener(
      moved,
      () => {
        cancelAnimationFrame(due);
        // Contents that a narrow page does not show follow nobody.
        if (contents.getClientRects().length > 0) due = requestAnimationFrame(mark);
      },
      { passive: true },
    );
