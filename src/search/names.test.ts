import { describe, expect, test } from 'vitest';
import { aContent } from '../rules/samples.ts';
import { PAGE_TYPE } from './facets.ts';
import { namePhrases } from './matching.ts';
import { namesOf, phrasesOf } from './names.ts';

const content = aContent();
const names = namesOf(content, (path) => `/guide${path}`);
const pageAt = (address: string) => names.pages.find((page) => page.address === address);
const titleAt = (place: number) => names.pages[place]?.title;

describe('what can be found by name', () => {
  test('is every challenge, mitigation, tool, approach and stage, and no case study', () => {
    const { challenges, mitigations, tools, approaches, workflow } = content;

    const named = names.pages.filter(({ type }) => type !== PAGE_TYPE);
    expect(named).toHaveLength(
      challenges.length + mitigations.length + tools.length + approaches.length + workflow.stages.length,
    );
    expect(names.pages.some(({ address }) => address.includes('/case-studies/'))).toBe(false);
  });

  test('carries the base path, the type in words and the stage', () => {
    const page = pageAt('/guide/challenges/concept-drift/');

    expect(page).toMatchObject({ title: 'Concept drift', type: 'challenge' });
    expect(content.workflow.stages.map(({ title }) => title)).toContain(titleAt(page?.stages[0] ?? -1));
  });

  test('leads from a challenge to its first mitigations, and from them back', () => {
    const challenge = names.pages.find(({ type, answers }) => type === 'challenge' && answers.length > 0);
    const mitigation = names.pages[challenge?.answers[0] ?? -1];

    expect(mitigation).toMatchObject({ type: 'mitigation' });
    expect(mitigation?.answers.map(titleAt)).toContain(challenge?.title);
  });

  test('has pages that are neither by their names and by how people ask, and never by a title that means more', () => {
    const asked = phrasesOf({ ...content, asked: { '/review/': ['before we go live'] } }).asked;
    const known = new Set(
      namePhrases(names.pages).flatMap(({ page, text, kind }) =>
        names.pages[page]?.type === PAGE_TYPE ? [`${kind} ${text}`] : [],
      ),
    );

    expect(pageAt('/guide/review/')).toMatchObject({ title: 'Pre-deployment review', type: PAGE_TYPE });
    expect(pageAt('/guide/review/')?.summary).toMatch(/\S/);
    expect(asked.map(({ says, pages }) => [says, pages.map(titleAt)])).toEqual([
      ['before we go live', ['Pre-deployment review']],
    ]);
    expect(known).toContain('title Pre-deployment review');
    expect(known).toContain('alias risk register');
    expect(known).not.toContain('title Data');
    expect(known).not.toContain('title Compare');
  });

  test('has the checklist of each stage, and a part of a page', () => {
    const [stage] = content.workflow.stages;
    const checklist = pageAt(`/guide/stages/${stage?.slug}/checklist/`);
    const asked = phrasesOf({
      ...content,
      asked: { '/about/#the-two-editions': ['what changed'], '/about/#elsewhere': ['who made this'] },
    }).asked;

    expect(checklist).toMatchObject({ type: PAGE_TYPE });
    expect(checklist?.stages.map(titleAt)).toEqual([stage?.title]);
    expect(asked.map(({ pages }) => pages.map(titleAt))).toEqual([['The two editions'], ['About']]);
  });

  test('says no name twice, and not the title as an alias', () => {
    for (const { title, aliases, type } of names.pages) {
      expect(new Set(aliases).size).toBe(aliases.length);
      if (type !== PAGE_TYPE) expect(aliases).not.toContain(title);
    }
  });

  test('is the same whatever the order of the files', () => {
    const turned = {
      ...content,
      challenges: content.challenges.toReversed(),
      mitigations: content.mitigations.toReversed(),
      tools: content.tools.toReversed(),
    };

    expect(namesOf(turned, (path) => `/guide${path}`)).toEqual(names);
    expect(phrasesOf(turned)).toEqual(phrasesOf(content));
  });
});

test('what people say leads to the pages of the names, and not to pages that are no entry', () => {
  const { terms, symptoms, asked } = phrasesOf(content);

  // The term also names the map, which is found by its text.
  expect(terms.map(({ says, also, pages }) => [says, also, pages.map(titleAt)])).toEqual([
    ['Drift', ['shift'], ['Concept drift']],
  ]);
  expect(symptoms[0]?.pages.map(titleAt)[0]).toBe('Concept drift');
  expect(asked).toEqual([
    {
      says: 'why does it get worse every month',
      pages: [names.pages.findIndex(({ title }) => title === 'Concept drift')],
    },
  ]);
});
