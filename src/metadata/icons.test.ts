import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hexOf, iconSvg } from './icons.ts';

const COLOURS = { ink: '#111111', paper: '#eeeeee' };
const mark = readFileSync('public/favicon.svg', 'utf8');

test('an icon is the mark of the favicon, in ink on paper', () => {
  const icon = iconSvg(mark, { size: 192, isMaskable: false }, COLOURS);

  expect(icon).toContain('width="192" height="192"');
  expect(icon.match(/<path d="[^"]+" fill="#111111"\/>/g)).toHaveLength(mark.match(/<path /g)?.length ?? 0);
  expect(icon).toMatch(/<rect [^>]*fill="#eeeeee"\/>/);
});

test('an icon that systems may cut has more room around the mark', () => {
  const widthOf = (isMaskable: boolean) =>
    Number(/viewBox="\S+ \S+ (\S+)/.exec(iconSvg(mark, { size: 512, isMaskable }, COLOURS))?.[1]);

  expect(widthOf(true)).toBeGreaterThan(widthOf(false));
});

test('a mark that is drawn in another way is refused', () => {
  expect(() => iconSvg('<svg viewBox="0 0 16 16"/>', { size: 180, isMaskable: false }, COLOURS)).toThrow(
    'the mark is no drawing',
  );
});

test('a colour is written with two digits a byte', () => {
  expect(hexOf([252, 0, 10])).toBe('#fc000a');
});
