import { expect, test } from 'vitest';
import type { Catalogue } from '../model/catalogue.ts';
import { aCatalogue, aCaseStudy, aChallenge, aMitigation, applied, aStage, aStep } from '../model/samples.ts';
import { statisticsOf } from '../model/statistics.ts';
import { drawingsOf } from './plates.ts';
import { casesForEachSign } from './tallies.ts';

const guide = (caseStudies: Catalogue['caseStudies'], title = 'Mess') =>
  aCatalogue({
    workflow: { stages: [aStage('early', [aStep('clean')]), aStage('late', [aStep('watch')])], moved: [] },
    challenges: [aChallenge('mess', { step: 'clean', title }), aChallenge('drift', { step: 'watch' })],
    mitigations: [
      aMitigation('alarm', ['drift'], { title: `${title} alarm` }),
      aMitigation('broom', ['mess']),
    ],
    caseStudies,
  });
const CASES = [
  aCaseStudy('a', ['mess', 'drift'], {
    mitigations: [applied('alarm', { outcome: 'helped' }), applied('broom', { outcome: 'did-not-help' })],
  }),
  aCaseStudy('b', ['mess'], { year: 2022, evidence: 'abstract', mitigations: [applied('alarm')] }),
];
const drawings = (catalogue: Catalogue) => drawingsOf(statisticsOf(catalogue), catalogue);
const svgs = (catalogue: Catalogue) =>
  Object.values(drawings(catalogue)).flatMap(({ narrow, wide }) => [narrow, wide]);

/** How many shapes a group of a drawing holds. */
const shapesIn = (svg: string, group: string) =>
  [...svg.matchAll(new RegExp(`<g[^>]*class="${group}"[^>]*>(.*?)</g>`, 'g'))]
    .map(([, inside = '']) => inside.match(/<(?:rect|path|circle) /g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);

test('a drawing is a picture with a title and a description, and brings no style, script or name of its own', () => {
  for (const svg of svgs(guide(CASES))) {
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    const [, names = ''] = /aria-labelledby="([^"]+)"/.exec(svg) ?? [];
    expect([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual(names.split(' '));
    expect(svg).not.toMatch(/<style|style=|<script|href=|url\(|on\w+=|NaN|undefined/);
  }
});

test('no two drawings of a page share an id', () => {
  const ids = svgs(guide(CASES)).flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

  expect(new Set(ids).size).toBe(ids.length);
});

test('the same catalogue is drawn the same, character by character', () => {
  expect(svgs(guide(CASES))).toEqual(svgs(guide(CASES)));
});

test('a guide without a case study is drawn without a mark', () => {
  for (const svg of svgs(guide([]))) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(shapesIn(drawings(guide([])).outcomes.wide, 'sign helped')).toBe(0);
});

test('a workflow without a stage is drawn too', () => {
  const empty = { ...guide([]), workflow: { stages: [], moved: [] }, challenges: [], mitigations: [] };

  for (const svg of svgs(empty)) expect(svg).toMatch(/<\/svg>$/);
});

test('there is a bar a row, a sign a case, and a cell a pair', () => {
  const catalogue = guide(CASES);
  const statistics = statisticsOf(catalogue);
  const drawn = drawings(catalogue);
  for (const format of ['narrow', 'wide'] as const) {
    expect(shapesIn(drawn.stages[format], 'total')).toBe(2);
    expect(shapesIn(drawn.stages[format], 'part')).toBe(2);
    expect(shapesIn(drawn.industries[format], 'part')).toBe(statistics.industries.rows.length);
    expect(shapesIn(drawn.years[format], 'part')).toBe(3);
    expect(shapesIn(drawn.outcomes[format], 'sign helped')).toBe(1);
    expect(shapesIn(drawn.outcomes[format], 'sign did-not-help')).toBe(1);
    expect(shapesIn(drawn.outcomes[format], 'sign not-reported')).toBe(1);
    expect(shapesIn(drawn.pairs[format], 'cell')).toBe(1);
    expect(shapesIn(drawn.thinSpots[format], 'none')).toBe(28);
  }
});

test('words of strangers stay words', () => {
  const hostile = guide(CASES, '</title><script>ran()</script>"&\u{1F600}');

  for (const svg of svgs(hostile)) expect(svg).not.toMatch(/<script|<\/title><s/);
  expect(svgs(hostile).join('')).toContain('&lt;script&gt;');
});

test('a plate says how many cases a sign stands for, once it is more than one', () => {
  const many = Array.from({ length: 400 }, (_, i) =>
    aCaseStudy(`case-${i}`, ['mess'], { mitigations: [applied('broom')] }),
  );
  const { outcomes, mitigations } = drawings(guide(many));

  for (const { narrow, wide } of [outcomes, mitigations])
    expect(narrow + wide).toContain('a sign for each 10');
  expect(shapesIn(mitigations.wide, 'sign not-reported')).toBeLessThanOrEqual(40);
  for (const svg of svgs(guide(CASES))) expect(svg).not.toContain('a sign for each');
});

test('where there are more cases than room, a sign stands for ten, a hundred and so on', () => {
  expect([0, 5, 6, 50, 51].map((most) => casesForEachSign(most, 5))).toEqual([1, 1, 10, 10, 100]);
});

test('signs are drawn where they stand, and like signs alike', () => {
  const helped = Array.from({ length: 3 }, (_, i) =>
    aCaseStudy(`c-${i}`, ['drift'], { mitigations: [applied('alarm', { outcome: 'helped' })] }),
  );
  const { wide } = drawings(guide([...CASES, ...helped])).outcomes;
  const [, inside = ''] = /<g[^>]*class="sign helped"[^>]*>(.*?)<\/g>/.exec(wide) ?? [];
  const shapes = [...inside.matchAll(/ d="(M[^l]+)(l[^"]+)"/g)];

  expect(inside).not.toContain('transform');
  expect(new Set(shapes.map(([, place]) => place)).size).toBe(4);
  expect(new Set(shapes.map(([, , corners]) => corners))).toEqual(new Set(['l8,0l0,8l-8,0Z']));
});
