import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixDataOf } from './matrix-data.ts';
import {
  casesInWords,
  choicesOf,
  countsOfChoices,
  fileNameOf,
  LENS_FIELDS,
  lensOf,
  matrixCsv,
  queryOf,
  shareOf,
  statusOf,
  viewOf,
  wordsOf,
  type Lens,
  type MatrixData,
  type MatrixView,
} from './matrix.ts';
import { aCaseStudy, aChallenge, aMitigation, aStage, aStep } from './samples.ts';

const both = [2021, 2022] as const;
const catalogue = {
  workflow: {
    stages: [
      aStage('model-deployment', [aStep('updating', { editions: [...both] })], { mark: 'MD' }),
      aStage('cross-cutting', [aStep('ethics', { editions: [...both] }), aStep('law')], { mark: 'CC' }),
    ],
    moved: [{ challenge: 'regulations', edition: 2021 as const, step: 'ethics' }],
  },
  challenges: [
    aChallenge('delivery', { order: 2, editions: [...both] }),
    aChallenge('drift', { order: 1, editions: [...both] }),
    aChallenge('bias', { step: 'ethics', editions: [...both] }),
    aChallenge('regulations', { step: 'law', editions: [...both] }),
    aChallenge('compliance', { step: 'law', order: 2, editions: [2022] }),
    aChallenge('agents', { step: 'law', order: 3, editions: ['community'] }),
  ],
  mitigations: [aMitigation('watch', ['drift']), aMitigation('retrain', ['drift', 'delivery'])],
  caseStudies: [
    aCaseStudy('ward', ['drift', 'bias'], {
      industry: 'healthcare',
      year: 2019,
      survey: 'Named in notes on the survey.',
    }),
    aCaseStudy('clinic', ['drift'], { industry: 'healthcare', year: 2023, evidence: 'abstract' }),
    aCaseStudy('bank', ['regulations', 'compliance'], { industry: 'finance', year: 2021, kind: 'incident' }),
    aCaseStudy('store', ['compliance'], { industry: 'e-commerce', year: 2021, evidence: 'secondary' }),
  ],
};
const data = matrixDataOf(catalogue);

const placesOf = (view: MatrixView) => view.steps.flatMap(({ places }) => places);
const countsOf = (view: MatrixView) =>
  Object.fromEntries(placesOf(view).map(({ slug, caseStudies }) => [slug, caseStudies]));
const placeIn = (view: MatrixView, slug: string) => {
  const place = placesOf(view).find((each) => each.slug === slug);
  if (!place) throw new Error(`no place "${slug}"`);
  return place;
};

describe('the data of the map', () => {
  test('holds places in workflow order, with their mitigations', () => {
    expect(data.places.map(({ slug, mitigations }) => [slug, mitigations])).toEqual([
      ['drift', 2],
      ['delivery', 1],
      ['bias', 0],
      ['regulations', 0],
      ['compliance', 0],
      ['agents', 0],
    ]);
  });

  test('offers only words that occur, in the order of their vocabularies', () => {
    expect(data.industries.map(([value]) => value)).toEqual(['e-commerce', 'finance', 'healthcare']);
    expect(data.kinds.map(([value]) => value)).toEqual(['case-study', 'incident']);
    expect(data.years).toEqual([2019, 2021, 2023]);
  });

  test("offers an edition only if a case study stands on one of its challenges, later ones if one is not the survey's", () => {
    expect(data.editions.map(([, title]) => title)).toEqual([
      '2021 slides',
      '2022 journal',
      'Later additions',
    ]);
    const ofSurvey = catalogue.caseStudies.filter(({ data: { survey } }) => survey);
    expect(matrixDataOf({ ...catalogue, caseStudies: ofSurvey }).editions.map(([value]) => value)).toEqual([
      '2021',
      '2022',
    ]);
  });

  test('leaves out what no place is known for', () => {
    const lost = matrixDataOf({ ...catalogue, caseStudies: [aCaseStudy('lost', ['nowhere'])] });
    expect([lost.cases, lost.industries, lost.years]).toEqual([[], [], []]);
  });

  test('is the same whatever the order of the collections', () => {
    expect(
      matrixDataOf({
        ...catalogue,
        challenges: catalogue.challenges.toReversed(),
        mitigations: catalogue.mitigations.toReversed(),
        caseStudies: catalogue.caseStudies.toReversed(),
      }),
    ).toEqual(data);
  });
});

describe('a view', () => {
  test('without a lens counts everything', () => {
    const view = viewOf({}, data);
    expect(countsOf(view)).toEqual({
      drift: 2,
      delivery: 0,
      bias: 1,
      regulations: 1,
      compliance: 2,
      agents: 0,
    });
    expect(view).toMatchObject({ caseStudies: 4, places: 6, empty: 2, moved: 0 });
    expect(placeIn(view, 'drift').evidence).toEqual([1, 1, 0]);
  });

  test.each<[Lens, Record<string, number>, number]>([
    [{ industry: 'healthcare' }, { drift: 2, bias: 1 }, 2],
    [{ evidence: 'full-text' }, { drift: 1, bias: 1, regulations: 1, compliance: 1 }, 2],
    [{ kind: 'incident' }, { regulations: 1, compliance: 1 }, 1],
    [{ edition: 'community' }, { drift: 1, regulations: 1, compliance: 2 }, 3],
    [{ edition: 'community', industry: 'healthcare' }, { drift: 1 }, 1],
    [{ from: '2021' }, { drift: 1, regulations: 1, compliance: 2 }, 3],
    [{ to: '2021' }, { drift: 1, bias: 1, regulations: 1, compliance: 2 }, 3],
    [{ industry: 'healthcare', from: '2021' }, { drift: 1 }, 1],
    [{ industry: 'healthcare', kind: 'incident' }, {}, 0],
  ])('through %o counts what passes', (lens, counts, caseStudies) => {
    const view = viewOf(lens, data);
    expect(countsOf(view)).toEqual({
      ...{ drift: 0, delivery: 0, bias: 0, regulations: 0, compliance: 0, agents: 0 },
      ...counts,
    });
    // 'full-text' passes two: the ward's and the bank's.
    expect(view.caseStudies).toBe(caseStudies);
  });

  test('of an edition puts challenges under their former step, and leaves out what was not there', () => {
    const view = viewOf({ edition: '2021' }, data);
    expect(view.steps.map(({ step, places }) => [step.slug, places.map(({ slug }) => slug)])).toEqual([
      ['updating', ['drift', 'delivery']],
      ['ethics', ['bias', 'regulations']],
      ['law', ['compliance', 'agents']],
    ]);
    expect(placesOf(view).map(({ standing, note }) => [standing, note])).toEqual([
      ['here', undefined],
      ['here', undefined],
      ['here', undefined],
      ['moved', 'moved since, to Law'],
      ['absent', 'not in the 2021 slides'],
      ['absent', 'not in the 2021 slides'],
    ]);
    expect(view.steps.map(({ note }) => note)).toEqual([
      undefined,
      undefined,
      'not a step in the 2021 slides',
    ]);
    // The store tells of a challenge that the edition lacks, and of nothing else.
    expect(view).toMatchObject({ caseStudies: 3, places: 4, empty: 1, moved: 1 });
    expect(placeIn(view, 'compliance')).toMatchObject({ caseStudies: 0, invitation: undefined });
  });

  test('of later additions keeps every challenge in its place, and marks those that the survey lacks', () => {
    const view = viewOf({ edition: 'community' }, data);
    expect(view).toMatchObject({ places: 6, moved: 0 });
    expect(placeIn(view, 'agents')).toMatchObject({ standing: 'new', note: 'not in the survey' });
    expect(placeIn(view, 'drift')).toMatchObject({ standing: 'here', note: undefined });
    expect(view.steps.map(({ note }) => note)).toEqual([undefined, undefined, undefined]);
  });

  test('of the next edition says what came and what is new', () => {
    const view = viewOf({ edition: '2022' }, data);
    expect(placesOf(view).map(({ slug, standing, note }) => [slug, standing, note])).toEqual([
      ['drift', 'here', undefined],
      ['delivery', 'here', undefined],
      ['bias', 'here', undefined],
      ['regulations', 'came', 'under Ethics in the 2021 slides'],
      ['compliance', 'new', 'not yet in the 2021 slides'],
      ['agents', 'absent', 'not in the 2022 journal'],
    ]);
  });

  test.each<[Lens, string, string | undefined]>([
    [{}, 'delivery', 'No case study yet. Yours?'],
    [{}, 'drift', 'Add yours'],
    [{ edition: '2021' }, 'delivery', 'No case study yet. Yours?'],
    [{ industry: 'healthcare' }, 'delivery', 'No case study from healthcare yet. Yours?'],
    [{ industry: 'healthcare' }, 'drift', undefined],
    [{ industry: 'healthcare', kind: 'incident' }, 'drift', 'No such case study from healthcare yet. Yours?'],
    [{ from: '2023' }, 'bias', 'No such case study yet. Yours?'],
  ])('through %o, the place %s says: %s', (lens, slug, invitation) => {
    expect(placeIn(viewOf(lens, data), slug).invitation).toBe(invitation);
  });

  test('says how much was seen in full text', () => {
    const view = viewOf({}, data);
    expect(['drift', 'regulations', 'delivery'].map((slug) => shareOf(placeIn(view, slug), data))).toEqual([
      50, 100, 0,
    ]);
    expect(['drift', 'bias', 'delivery'].map((slug) => casesInWords(placeIn(view, slug), data))).toEqual([
      'case studies, 1 seen in full text',
      'case study, 1 seen in full text',
      'case studies',
    ]);
  });
});

describe('the words of a lens', () => {
  test.each<[Lens, string]>([
    [{}, ''],
    [
      { industry: 'healthcare', evidence: 'full-text', from: '2019', to: '2023' },
      'healthcare, full text, 2019 to 2023',
    ],
    [{ edition: '2021', kind: 'incident' }, '2021 slides, incident'],
    [{ from: '2019' }, 'from 2019'],
    [{ to: '2019' }, 'up to 2019'],
    [{ from: '2021', to: '2021' }, '2021'],
  ])('%o reads: %s', (lens, words) => {
    expect(wordsOf(lens, data)).toBe(words);
  });

  test.each<[Lens, string]>([
    [{}, '4 case studies on 6 places; 2 places have none.'],
    [{ industry: 'healthcare' }, '2 of 4 case studies: healthcare; 4 places have none.'],
    [
      { industry: 'healthcare', kind: 'incident' },
      '0 of 4 case studies: healthcare, incident; no place has any.',
    ],
    [
      { edition: '2021' },
      '3 of 4 case studies: 2021 slides; 1 place has none. In the 2021 slides: 4 of the 6 challenges, 1 of them under another step than today.',
    ],
    [
      { edition: '2022' },
      '4 of 4 case studies: 2022 journal; 1 place has none. In the 2022 journal: 5 of the 6 challenges.',
    ],
    [{ edition: 'community' }, '3 of 4 case studies: later additions; 3 places have none.'],
  ])('the status through %o reads: %s', (lens, status) => {
    expect(statusOf(viewOf(lens, data), lens, data)).toBe(status);
  });

  test('name the files of a view', () => {
    expect(fileNameOf({})).toBe('map');
    expect(fileNameOf({ industry: 'healthcare', from: '2019' })).toBe('map-healthcare-2019');
  });
});

describe('the query', () => {
  const lens = (choices = data): fc.Arbitrary<Lens> =>
    fc
      .record(
        Object.fromEntries(
          LENS_FIELDS.map((field) => [
            field,
            fc.constantFrom(...choicesOf(choices, field).map(([value]) => value)),
          ]),
        ),
        { requiredKeys: [] },
      )
      .filter(({ from, to }) => !(Number(from) > Number(to)));

  test('gives back every lens it was made from', () => {
    fc.assert(
      fc.property(lens(), (each) => {
        expect(lensOf(queryOf(each), data)).toEqual({ lens: each, notes: [] });
      }),
    );
  });

  test('is empty where everything passes', () => {
    expect(queryOf({})).toBe('');
    expect(lensOf('', data)).toEqual({ lens: {}, notes: [] });
  });

  test('never yields a value that is not offered, and never throws', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'healthcare', '2019', '-1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...LENS_FIELDS, 'constructor'), text)), (pairs) => {
        const query = pairs
          .map(([field, value]) => `${field}=${encodeURIComponent(value.toWellFormed())}`)
          .join('&');
        const read = lensOf(`?${query}`, data).lens;
        for (const field of LENS_FIELDS)
          if (read[field] !== undefined)
            expect(choicesOf(data, field).map(([value]) => value)).toContain(read[field]);
      }),
    );
  });

  test('says in words what is not on the map, and leaves it out', () => {
    expect(lensOf('?industry=moon&kind=incident&from=1066&edition=', data)).toEqual({
      lens: { kind: 'incident' },
      notes: ['Not on this map and left out: industry “moon”, from “1066”.'],
    });
  });

  test('takes the first of two values, and says so of the second', () => {
    expect(lensOf('?industry=finance&industry=healthcare', data)).toEqual({
      lens: { industry: 'finance' },
      notes: ['Not on this map and left out: industry “healthcare”.'],
    });
  });

  test('takes titles for their values, and passes over what belongs to others', () => {
    expect(lensOf('?evidence=Full+text&industry=Healthcare&utm_source=x', data)).toEqual({
      lens: { industry: 'healthcare', evidence: 'full-text' },
      notes: [],
    });
  });

  test('turns years round that run backwards, and says so', () => {
    expect(lensOf('?from=2023&to=2019', data)).toEqual({
      lens: { from: '2019', to: '2023' },
      notes: ['The years are read as 2019 to 2023.'],
    });
  });

  test('reads out a long value in short', () => {
    expect(lensOf(`?kind=${'x'.repeat(5000)}`, data).notes[0]?.length).toBeLessThan(100);
  });

  test('a value that is left out is named once, and of very many only some', () => {
    expect(lensOf(`?${'industry=moon&'.repeat(900)}`, data).notes).toEqual([
      'Not on this map and left out: industry “moon”.',
    ]);
    const many = Array.from({ length: 900 }, (_, i) => `kind=k${i}`).join('&');
    expect(lensOf(`?${many}`, data).notes).toEqual([
      'Not on this map and left out: kind “k0”, kind “k1”, kind “k2”, kind “k3”, kind “k4”, and 895 more.',
    ]);
  });
});

/** Data sets with any cases on three places, one of which the edition 2021 lacks. */
const anyData: fc.Arbitrary<MatrixData> = fc
  .array(
    fc.tuple(
      fc.constantFrom(2019, 2021, 2023),
      fc.nat(2),
      fc.nat(2),
      fc.nat(1),
      fc.uniqueArray(fc.nat(5), { minLength: 1 }),
      fc.constantFrom(0, 1),
    ),
  )
  .map((cases) => ({ ...data, cases }));

const anyLens: fc.Arbitrary<Lens> = fc.record(
  {
    edition: fc.constantFrom('2021', '2022', 'community'),
    industry: fc.constantFrom('e-commerce', 'finance', 'healthcare'),
    evidence: fc.constantFrom('full-text', 'abstract', 'secondary'),
    kind: fc.constantFrom('case-study', 'incident'),
    from: fc.constantFrom('2019', '2021', '2023'),
    to: fc.constantFrom('2019', '2021', '2023'),
  },
  { requiredKeys: [] },
);

test('counts equal a plain recount, whatever the cases and the lens', () => {
  fc.assert(
    fc.property(anyData, anyLens, (some, lens) => {
      const view = viewOf(lens, some);
      let seen = 0;
      const expected = new Map(some.places.map(({ slug }) => [slug, 0]));
      for (const [year, industry, evidence, kind, challenges, isLater] of some.cases) {
        const isOfAdditions = lens.edition === 'community';
        if (isOfAdditions && isLater === 0) continue;
        if (lens.industry !== undefined && some.industries[industry]?.[0] !== lens.industry) continue;
        if (lens.evidence !== undefined && some.evidence[evidence]?.[0] !== lens.evidence) continue;
        if (lens.kind !== undefined && some.kinds[kind]?.[0] !== lens.kind) continue;
        if (lens.from !== undefined && year < Number(lens.from)) continue;
        if (lens.to !== undefined && year > Number(lens.to)) continue;
        let isSeen = false;
        for (const at of challenges) {
          const place = some.places[at];
          if (!place) continue;
          if (lens.edition !== undefined && !isOfAdditions && !place.editions.includes(lens.edition))
            continue;
          expected.set(place.slug, (expected.get(place.slug) ?? 0) + 1);
          isSeen = true;
        }
        if (isSeen) seen += 1;
      }
      expect(countsOf(view)).toEqual(Object.fromEntries(expected));
      expect(view.caseStudies).toBe(seen);
      for (const { caseStudies, evidence } of placesOf(view))
        expect(evidence.reduce((sum, each) => sum + each, 0)).toBe(caseStudies);
      expect(
        placesOf(view)
          .map(({ slug }) => slug)
          .toSorted(),
      ).toEqual(some.places.map(({ slug }) => slug).toSorted());
    }),
  );
});

test('every value that is offered leaves a case study, and a choice says how many', () => {
  for (const field of LENS_FIELDS)
    for (const [value, count] of countsOfChoices(field, {}, data)) {
      expect(count, `${field} ${value}`).toBeGreaterThan(0);
      expect(count).toBe(viewOf({ [field]: value }, data).caseStudies);
    }
  expect([...countsOfChoices('industry', { kind: 'incident' }, data).values()]).toEqual([0, 1, 0]);
});

describe('the view as CSV', () => {
  const locate = (path: string) => `https://guide.example/guide${path}`;
  const csv = (lens: Lens, of = data) => matrixCsv(viewOf(lens, of), lens, of, locate).split('\r\n');

  test('has a line for each place, with what it was seen through', () => {
    expect(csv({ edition: '2021', from: '2019' })).toEqual([
      'stage,step,challenge,standing,case_studies,full_text,abstract,secondary,mitigations,seen_through,address',
      'Model deployment,Updating,Drift,,2,1,1,0,2,"2021 slides, from 2019",https://guide.example/guide/challenges/drift/',
      'Model deployment,Updating,Delivery,,0,0,0,0,1,"2021 slides, from 2019",https://guide.example/guide/challenges/delivery/',
      'Cross cutting,Ethics,Bias,,1,1,0,0,0,"2021 slides, from 2019",https://guide.example/guide/challenges/bias/',
      'Cross cutting,Ethics,Regulations,"moved since, to Law",1,1,0,0,0,"2021 slides, from 2019",https://guide.example/guide/challenges/regulations/',
      'Cross cutting,Law,Compliance,not in the 2021 slides,,,,,0,"2021 slides, from 2019",https://guide.example/guide/challenges/compliance/',
      'Cross cutting,Law,Agents,not in the 2021 slides,,,,,0,"2021 slides, from 2019",https://guide.example/guide/challenges/agents/',
      '',
    ]);
  });

  test('holds no title that a spreadsheet would run', () => {
    const [first, ...others] = data.places;
    if (!first) throw new Error('no place');
    const hostile = { ...data, places: [{ ...first, title: '=HYPERLINK("x")' }, ...others] };
    expect(csv({}, hostile)[1]).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
