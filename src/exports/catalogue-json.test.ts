import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  aCaseStudy,
  aChallenge,
  anApproach,
  applied,
  aReview,
  aReviewRule,
  aStage,
  aStep,
  aTerm,
  aTool,
} from '../model/samples.ts';
import { aContent } from '../rules/samples.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { catalogueJson, collectionJson, listsOf, type Publication } from './catalogue-json.ts';
import { DATA_NAMES, dataSchemaOf } from './data-json-schema.ts';
import { CatalogueFile, LIST_NAMES, type ListName } from './data-schema.ts';

const PUBLICATION: Publication = {
  locate: (path) => `https://guide.example/guide${path}`,
  release: { version: '1.2.3', commit: 'c0ffee'.padEnd(40, '0'), date: '2026-11-28T20:34:00Z' },
  datesOf: (path) => (path === 'content/case-studies/shop.md' ? { added: '2026-11-01T10:00:00Z' } : {}),
  texts: new Map([['shop', 'Report of shop.']]),
};
const listed = (content = aContent()) => listsOf(content, PUBLICATION);
const textOf = (pieces: Iterable<string>) => [...pieces].join('');
const whole = (content = aContent()) => textOf(catalogueJson(listed(content), PUBLICATION));
const only = <T>(list: readonly T[], slug: string, of: (record: T) => string): T => {
  const found = list.find((record) => of(record) === slug);
  if (found === undefined) throw new Error(`there is no ${slug}`);
  return found;
};
const record = <Name extends Exclude<ListName, 'references' | 'redirects'>>(
  name: Name,
  slug: string,
  content = aContent(),
) =>
  only<{ slug: string }>(listed(content)[name], slug, (each) => each.slug) as ReturnType<
    typeof listed
  >[Name][number];

test('a file says first what it is, which version, whose and where', () => {
  const file = JSON.parse(whole()) as Record<string, unknown>;

  expect(Object.keys(file).slice(0, 10)).toEqual([
    '$schema',
    'schemaVersion',
    'title',
    'version',
    'commit',
    'date',
    'licence',
    'licenceAddress',
    'address',
    'counts',
  ]);
  expect(file).toMatchObject({
    $schema: 'https://guide.example/guide/data/schema/catalogue.json',
    version: '1.2.3',
    licence: 'CC-BY-4.0',
    address: 'https://guide.example/guide/',
    counts: {
      stages: 1,
      challenges: 2,
      mitigations: 1,
      tools: 1,
      approaches: 1,
      'case-studies': 1,
      redirects: 1,
    },
  });
});

test('commit and dates that nobody knows are left out', () => {
  const unknown = { ...PUBLICATION, release: { version: '1.2.3' }, datesOf: () => ({}) };
  const text = textOf(catalogueJson(listsOf(aContent(), unknown), unknown));

  expect(text).not.toMatch(/"(?:commit|added|changed)":/);
  expect(JSON.parse(text)).not.toHaveProperty('date');
  expect(() => CatalogueFile.parse(JSON.parse(text))).not.toThrow();
});

test.each(LIST_NAMES)('the file of %s holds what the whole holds', (name) => {
  const file = JSON.parse(textOf(collectionJson(name, listed(), PUBLICATION))) as Record<string, unknown>;

  expect(file[name]).toEqual((JSON.parse(whole()) as Record<string, unknown>)[name]);
  expect(file['counts']).toEqual({ [name]: listed()[name].length });
  expect(file['$schema']).toBe(`https://guide.example/guide/data/schema/${name}.json`);
});

test('an entry has its addresses, its dates, its fields, what it cites and its text', () => {
  const [shop] = aContent().caseStudies;
  const content = aContent({
    caseStudies: [
      { ...shop, filePath: 'content/case-studies/shop.md', body: 'It fell [@smith2020; @nobody].' } as never,
    ],
  });

  expect(record('case-studies', 'shop', content)).toMatchObject({
    address: 'https://guide.example/guide/case-studies/shop/',
    markdown: 'https://guide.example/guide/case-studies/shop.md',
    added: '2026-11-01T10:00:00Z',
    challenges: ['concept-drift'],
    cites: ['smith2020'],
    body: 'It fell [@smith2020; @nobody].',
  });
});

describe('relations stand on both sides', () => {
  test('of a challenge', () => {
    expect(record('challenges', 'concept-drift').relations).toEqual({
      stage: 'model-deployment',
      formerSteps: [],
      caseStudies: ['shop'],
      mitigations: [{ mitigation: 'retraining', how: 'retraining helps' }],
      tools: [{ tool: 'watcher', how: 'watcher helps' }],
      approaches: [],
      related: [{ challenge: 'slow-release', why: 'Retraining waits for it.' }],
      symptoms: [{ symptom: 'it-got-worse', when: 'It may be concept-drift.' }],
      toolGroups: ['monitors'],
      reviewRules: ['always'],
      terms: ['drift'],
      paths: ['after-an-incident'],
    });
    expect(record('challenges', 'slow-release').relations).toMatchObject({
      approaches: [{ approach: 'data-mesh', how: 'data-mesh helps' }],
      symptoms: [{ symptom: 'it-got-worse' }, { symptom: 'nothing-ships' }],
    });
  });

  test('of a mitigation', () => {
    expect(record('mitigations', 'retraining').relations).toEqual({
      strength: 'narrative',
      outcomes: { helped: 0, partly: 0, 'did-not-help': 0, 'not-reported': 1 },
      caseStudies: [{ caseStudy: 'shop', outcome: 'not-reported', basis: 'used' }],
      tools: ['watcher'],
      approaches: [],
      terms: [],
      paths: ['after-an-incident'],
    });
  });

  test('of tools and approaches', () => {
    expect(record('tools', 'watcher').relations).toEqual({
      alternatives: [{ collection: 'approaches', slug: 'data-mesh' }],
      caseStudies: ['shop'],
      toolGroups: ['monitors'],
      terms: [],
      paths: ['after-an-incident'],
    });
    expect(record('approaches', 'data-mesh').relations).toMatchObject({
      alternatives: [{ collection: 'tools', slug: 'watcher' }],
      caseStudies: ['shop'],
    });
  });

  test('of a case study', () => {
    const content = aContent({
      review: aReview({
        rules: [aReviewRule('seen', {}, { 'concept-drift': ['shop'], 'slow-release': ['shop'] })],
      }),
      tools: [aTool('watcher', ['concept-drift'], {}, 'Read [@shop].')],
    });

    expect(record('case-studies', 'shop', content).relations).toEqual({
      stages: ['model-deployment'],
      reviewRules: ['seen'],
      citedBy: [{ collection: 'tools', slug: 'watcher' }],
      terms: [],
      paths: ['after-an-incident'],
    });
  });

  test('of a stage', () => {
    const content = aContent({
      workflow: {
        stages: [
          aStage('model-deployment', [aStep('updating')], { related: [{ stage: 'law', why: 'It asks.' }] }),
          aStage('law', [aStep('rules')]),
        ],
        moved: [{ challenge: 'concept-drift', edition: 2021, step: 'rules' }],
      },
      glossary: [aTerm('release', { see: ['/stages/law/', '/stages/model-deployment/#updating'] })],
    });

    expect(record('stages', 'model-deployment', content)).toMatchObject({
      address: 'https://guide.example/guide/stages/model-deployment/',
      steps: [
        {
          slug: 'updating',
          address: 'https://guide.example/guide/stages/model-deployment/#updating',
          challenges: ['concept-drift', 'slow-release'],
        },
      ],
      relations: {
        related: [{ stage: 'law', why: 'It asks.' }],
        caseStudies: ['shop'],
        terms: ['release'],
        paths: [],
      },
    });
    expect(record('stages', 'law', content).relations).toMatchObject({
      related: [{ stage: 'model-deployment', why: 'It asks.' }],
      caseStudies: [],
    });
    expect(record('challenges', 'concept-drift', content).relations.formerSteps).toEqual([
      { edition: 2021, step: 'rules' },
    ]);
  });

  test('of a work', () => {
    const references = listed(
      aContent({ tools: [aTool('watcher', ['concept-drift'], {}, 'Read [@shop] [@smith2020].')] }),
    ).references;

    expect(references).toMatchObject([
      {
        key: 'shop',
        address: 'https://guide.example/guide/references/#ref-shop',
        text: 'Report of shop.',
        caseStudy: 'shop',
        citedBy: [{ collection: 'tools', slug: 'watcher' }],
        toolGroups: [],
      },
      { key: 'smith2020', toolGroups: ['monitors'], citedBy: [{ collection: 'tools', slug: 'watcher' }] },
    ]);
    expect(references[1]).not.toHaveProperty('caseStudy');
  });
});

test('terms and stops of a path name the entry that stands at their address', () => {
  expect(record('glossary', 'drift').see).toEqual([
    {
      address: 'https://guide.example/guide/challenges/concept-drift/',
      collection: 'challenges',
      slug: 'concept-drift',
    },
    { address: 'https://guide.example/guide/matrix/' },
  ]);
  expect(record('paths', 'after-an-incident').stops[0]).toEqual({
    address: 'https://guide.example/guide/challenges/concept-drift/',
    collection: 'challenges',
    slug: 'concept-drift',
    why: 'It leads to /challenges/concept-drift/',
  });
});

test('a question whose answers are the industries lists them', () => {
  const { options } = record('review-questions', 'domain');

  expect(options).toContainEqual({ slug: 'e-commerce', label: 'E-commerce' });
  expect(record('review-questions', 'data').options).toHaveLength(2);
});

test('an old slug leads to the one of today', () => {
  expect(listed().redirects).toEqual([
    {
      collection: 'tools',
      from: 'old-watcher',
      to: 'watcher',
      address: 'https://guide.example/guide/tools/old-watcher/',
      leadsTo: 'https://guide.example/guide/tools/watcher/',
    },
  ]);
});

test('the same content gives the same bytes, in whatever order it was read', () => {
  const content = aContent({
    caseStudies: [
      aCaseStudy('b', ['concept-drift']),
      aCaseStudy('a', ['concept-drift'], { mitigations: [applied('retraining')] }),
    ],
    approaches: [anApproach('data-mesh', ['slow-release']), anApproach('a-way', ['slow-release'])],
  });
  const turned = {
    ...content,
    challenges: content.challenges.toReversed(),
    caseStudies: content.caseStudies.toReversed(),
    approaches: content.approaches.toReversed(),
    works: content.works.toReversed(),
  };

  expect(whole(turned)).toBe(whole(content));
});

test('fields come in the order of the schema, in whatever order they were typed', () => {
  const { data } = aCaseStudy('a', ['concept-drift']);
  const turned = CaseStudy.parse(Object.fromEntries(Object.entries(data).toReversed()));

  expect(Object.keys(turned)).toEqual(Object.keys(CaseStudy.parse(data)));
});

describe('whatever strangers write', () => {
  const NASTY = [
    `=cmd|'/c calc'!A1`,
    'Quotes " and \' and, commas; & < > </script> ]]>',
    '🎉 漢字 \u202e é',
    'x'.repeat(300),
    '[x](javascript:alert(1)) ${ran()} {{ran()}} \\ } {',
  ];
  const content = aContent({
    challenges: [
      aChallenge('concept-drift', { title: NASTY[1] as string }),
      aChallenge('slow-release', { order: 2 }),
    ],
    caseStudies: NASTY.map((text, i) =>
      aCaseStudy(i === 0 ? 'constructor' : `case-${i}`, ['concept-drift'], {
        title: text,
        organisation: text,
        task: text,
        source: { title: text, authors: [text], url: 'https://example.org/"><svg/onload=ran(1)>' },
      }),
    ),
  });
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  formats(ajv);

  test.each(DATA_NAMES)('comes back from %s as it was, and its schema takes it', (name) => {
    const text =
      name === 'catalogue' ? whole(content) : textOf(collectionJson(name, listed(content), PUBLICATION));
    const file = JSON.parse(text) as Partial<CatalogueFile>;
    const validate = ajv.compile(dataSchemaOf(name, `https://guide.example/data/schema/${name}.json`));

    expect(validate(file) || validate.errors).toBe(true);
    for (const { title, organisation, slug } of file['case-studies'] ?? [])
      expect([title, organisation]).toEqual(
        Array(2).fill(NASTY[slug === 'constructor' ? 0 : Number(slug.slice(-1))]),
      );
  });
});
