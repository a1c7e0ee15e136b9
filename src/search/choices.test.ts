import { expect, test } from 'vitest';
import { aContent } from '../rules/samples.ts';
import { caseStudyFacets, challengeFacets, choicesOf, helperFacets, mitigationFacets } from './choices.ts';
import { FACETS } from './facets.ts';

const content = aContent();
const choices = choicesOf(content);
const everything = [
  ...content.challenges.map((entry) => challengeFacets(entry, content)),
  ...content.mitigations.map((entry) => mitigationFacets(entry, content)),
  ...content.tools.map((entry) => helperFacets('tool', entry, content)),
  ...content.approaches.map((entry) => helperFacets('approach', entry, content)),
  ...content.caseStudies.map((entry) => caseStudyFacets(entry, content)),
];

test('there is a choice for every filter, in order, each with a title', () => {
  expect(choices.map(({ facet }) => facet)).toEqual(FACETS);
  expect(choices.every(({ title, values }) => title !== '' && values.length > 0)).toBe(true);
});

test('every value that is offered is that of a page, and every value of a page is offered', () => {
  const used = new Set(everything.flat().map(([facet, value]) => `${facet}:${value}`));
  const offered = choices.flatMap(({ facet, values }) => values.map(({ value }) => `${facet}:${value}`));

  expect(offered.filter((each) => !/^type:(stage|page)$/.test(each)).toSorted()).toEqual(
    [...used].toSorted(),
  );
});

test('an entry has one type, and the stages and steps of its challenges', () => {
  for (const facets of everything) expect(facets.filter(([facet]) => facet === 'type')).toHaveLength(1);
  const [challenge] = content.challenges;
  if (!challenge) throw new Error('the sample has challenges');

  expect(challengeFacets(challenge, content)).toContainEqual(['step', challenge.data.step]);
});

test('years are offered newest first', () => {
  const years = choices.find(({ facet }) => facet === 'year')?.values.map(({ value }) => Number(value)) ?? [];

  expect(years).toEqual(years.toSorted((a, b) => b - a));
});
