import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** How wide a drawing is: one for phones, one for everything wider. Its units are about pixels where it is shown. */
export interface Format {
  readonly name: 'narrow' | 'wide';
  readonly width: number;
  readonly fontSize: number;
}

export const NARROW: Format = { name: 'narrow', width: 344, fontSize: 13 };
export const WIDE: Format = { name: 'wide', width: 700, fontSize: 14 };

/** What a drawing says to those who do not see it. */
export interface Described {
  /** Unique on the page: the ids of title and description begin with it. */
  readonly id: string;
  readonly title: string;
  /** What the rows show. */
  readonly finding: string;
}

/** Numbers in the attributes of shapes: a hundredth of a unit is enough, and the rest would be most of the bytes. */
const rounded = (value: string) =>
  value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => `${Math.round(Number(number) * 100) / 100}`);

/**
 * Draws a shape of corners from where it stands, each corner from the one before: in fewer characters than to say where
 * to move it, and shapes that are alike still read alike, so that they compress.
 */
function putInPlace(path: Element): void {
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(path.getAttribute('transform') ?? '') ?? [];
  const shape = path.getAttribute('d') ?? '';
  if (x === undefined || y === undefined || !/^M[^A-Z]*(?:[ML][^A-Z]*)*Z?$/.test(shape)) return;
  let before: readonly [x: number, y: number] | undefined;
  const drawn = shape.replace(/([ML])(-?[\d.]+),(-?[\d.]+)/g, (_, how: string, ...corner: string[]) => {
    const [dx, dy] = [Number(corner[0]), Number(corner[1])];
    const step = before
      ? `${how.toLowerCase()}${dx - before[0]},${dy - before[1]}`
      : `M${Number(x) + dx},${Number(y) + dy}`;
    before = [dx, dy];
    return step;
  });
  path.setAttribute('d', rounded(drawn));
  path.removeAttribute('transform');
}

/** What Plot writes for a page of its own: sizes and names that ours gives by style sheet and by title. */
const UNWANTED = ['class', 'width', 'height', 'font-family', 'fill'];

/**
 * Draws with Observable Plot, and gives the picture as inline SVG: no style sheet, no style attribute, no id but those
 * of its title and description, every text escaped. The same options give the same characters.
 */
export function drawn({ id, title, finding }: Described, format: Format, options: PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot({
    ...options,
    document,
    width: format.width,
    x: { axis: null, ...options.x },
    y: { axis: null, ...options.y },
    // Colours and strengths are given as they are, not on a scale.
    color: { type: 'identity' },
    opacity: { type: 'identity' },
  });
  for (const name of UNWANTED) svg.removeAttribute(name);
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of svg.querySelectorAll('*')) {
    for (const name of ['style', 'aria-label', 'aria-hidden', 'aria-description'])
      element.removeAttribute(name);
    for (const { name, value } of [...element.attributes])
      if (/^(?:x|y|x1|x2|y1|y2|width|height|d|transform)$/.test(name))
        element.setAttribute(name, rounded(value));
  }
  for (const path of svg.querySelectorAll('path[transform]')) putInPlace(path);
  const ids = ['title', 'desc'].map((part) => `${id}-${format.name}-${part}`);
  for (const [i, [tag, text]] of [['title', title] as const, ['desc', finding] as const].entries()) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.setAttribute('id', ids[i] ?? '');
    element.textContent = text;
    svg.insertBefore(element, svg.children[i] ?? null);
  }
  svg.setAttribute('class', `plot ${format.name}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', ids.join(' '));
  svg.setAttribute('font-size', `${format.fontSize}`);
  return svg.outerHTML;
}
