import { describe, expect, test } from 'vitest';
import {
  alternativesOf,
  approachesOf,
  caseStudiesInOrder,
  caseStudiesNaming,
  caseStudiesOf,
  firstChallengesOf,
  firstMitigationsOf,
  helpersAmong,
  helpersOf,
  mitigationsAmong,
  mitigationsOf,
  newestFieldNotes,
  outcomesIn,
  outcomesOf,
  relatedChallengesOf,
  sharedChallenges,
  similarCaseStudies,
  similarMitigations,
  strengthOf,
  toolPairs,
  toolsOf,
  trialsOf,
  whyAlternative,
} from './relations.ts';
import { aCaseStudy, aChallenge, aMitigation, anApproach, applied, aTool } from './samples.ts';

const drift = aChallenge('concept-drift');
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const reasons = (found: readonly { entry: { id: string }; why: string }[]) =>
  found.map(({ entry, why }) => `${entry.id}: ${why}`);
const helpers = (found: readonly { collection: string; entry: { id: string } }[]) =>
  found.map(({ collection, entry }) => `${collection}/${entry.id}`);

describe('case studies', () => {
  const caseStudies = [
    aCaseStudy('b', ['concept-drift'], { year: 2019, checked: '2026-02-01', tools: ['mlflow'] }),
    aCaseStudy('a', ['concept-drift', 'privacy'], { year: 2019, checked: '2026-02-01' }),
    aCaseStudy('c', ['concept-drift'], { year: 2021, checked: '2026-01-01' }),
    aCaseStudy('d', ['privacy'], { year: 2024, checked: '2026-03-01', tools: ['mlflow', 'data-mesh'] }),
  ];

  test('of a challenge come newest first, then by slug', () => {
    expect(ids(caseStudiesOf(drift, { caseStudies }))).toEqual(['c', 'a', 'b']);
  });

  test('all together come newest first, then by slug', () => {
    expect(ids(caseStudiesInOrder({ caseStudies }))).toEqual(['d', 'c', 'a', 'b']);
  });

  test('as field notes come by the day they were checked, then newest first, then by slug', () => {
    expect(ids(newestFieldNotes({ caseStudies }))).toEqual(['d', 'a', 'b', 'c']);
  });

  test('that name a tool or an approach come newest first', () => {
    expect(ids(caseStudiesNaming({ id: 'mlflow' }, { caseStudies }))).toEqual(['d', 'b']);
    expect(ids(caseStudiesNaming({ id: 'data-mesh' }, { caseStudies }))).toEqual(['d']);
    expect(ids(caseStudiesNaming({ id: 'tfx' }, { caseStudies }))).toEqual([]);
  });

  test('of a challenge nobody reports are none', () => {
    expect(caseStudiesOf({ id: 'fairness' }, { caseStudies })).toEqual([]);
  });
});

describe('similar case studies', () => {
  const study = aCaseStudy('own', ['a', 'b', 'c']);
  const other = (id: string, challenges: string[], year = 2020) => aCaseStudy(id, challenges, { year });

  test('share most challenges first, then the newer report, then the slug', () => {
    const caseStudies = [
      study,
      other('old', ['a', 'b'], 2010),
      other('y', ['b', 'c']),
      other('x', ['b', 'c']),
      other('all', ['c', 'b', 'a', 'z'], 1999),
    ];
    expect(
      similarCaseStudies(study, { caseStudies }).map(({ study: { id }, shared }) => [id, shared]),
    ).toEqual([
      ['all', ['c', 'b', 'a']],
      ['x', ['b', 'c']],
      ['y', ['b', 'c']],
      ['old', ['a', 'b']],
    ]);
  });

  test('share at least two challenges', () => {
    expect(similarCaseStudies(study, { caseStudies: [study, other('one', ['a', 'z'])] })).toEqual([]);
  });

  test('share the one challenge where the case has no other', () => {
    const single = aCaseStudy('single', ['a']);
    const found = similarCaseStudies(single, { caseStudies: [single, study, other('z', ['z'])] });
    expect(found.map(({ study: { id } }) => id)).toEqual(['own']);
  });

  test('are as many as asked for', () => {
    const caseStudies = ['p', 'q', 'r', 's', 't'].map((id) => other(id, ['a', 'b']));
    expect(similarCaseStudies(study, { caseStudies }).map(({ study: { id } }) => id)).toEqual([
      'p',
      'q',
      'r',
      's',
    ]);
    expect(similarCaseStudies(study, { caseStudies }, 1).map(({ study: { id } }) => id)).toEqual(['p']);
  });
});

test('the outcomes in a case study are those of what was applied, each once', () => {
  const study = aCaseStudy('study', ['concept-drift'], {
    mitigations: [
      applied('one', { outcome: 'helped' }),
      applied('two', { outcome: 'helped' }),
      applied('three', { basis: 'evaluated', outcome: 'partly' }),
      applied('four', { basis: 'inferred', outcome: 'not-reported' }),
    ],
  });
  expect(outcomesIn(study)).toEqual(['helped', 'partly']);
});

describe('the trials of a mitigation', () => {
  const trial = (
    id: string,
    rest: Parameters<typeof applied>[1],
    data: Parameters<typeof aCaseStudy>[2] = {},
  ) =>
    aCaseStudy(id, ['concept-drift'], {
      ...data,
      mitigations: [applied('other'), applied('retraining', rest)],
    });

  test('come by basis, outcome, evidence, year and slug, in this order', () => {
    const caseStudies = [
      trial('inferred', { basis: 'inferred' }, { year: 2026 }),
      trial('proposed', { basis: 'proposed' }, { year: 2026 }),
      trial('evaluated', { basis: 'evaluated', outcome: 'helped' }, { year: 2026 }),
      trial('ordered', { basis: 'ordered', outcome: 'helped' }, { year: 2026 }),
      trial('unreported', { outcome: 'not-reported' }, { year: 2026 }),
      trial('failed', { outcome: 'did-not-help' }, { year: 2026 }),
      trial('partly', { outcome: 'partly' }, { year: 2026 }),
      trial('secondary', { outcome: 'helped' }, { year: 2026, evidence: 'secondary' }),
      trial('abstract', { outcome: 'helped' }, { year: 2026, evidence: 'abstract' }),
      trial('older', { outcome: 'helped' }, { year: 2001 }),
      trial('tie-b', { outcome: 'helped' }, { year: 2002 }),
      trial('tie-a', { outcome: 'helped' }, { year: 2002 }),
      aCaseStudy('without', ['concept-drift'], { mitigations: [applied('other')] }),
    ];
    expect(trialsOf({ id: 'retraining' }, { caseStudies }).map(({ study }) => study.id)).toEqual([
      ...['tie-a', 'tie-b', 'older', 'abstract', 'secondary', 'partly', 'failed', 'unreported'],
      ...['ordered', 'evaluated', 'proposed', 'inferred'],
    ]);
  });

  test('tell how the case names the mitigation', () => {
    const caseStudies = [trial('a', { outcome: 'partly', note: 'It took a year.' })];
    expect(trialsOf({ id: 'retraining' }, { caseStudies })[0]?.applied).toEqual({
      id: 'retraining',
      basis: 'used',
      outcome: 'partly',
      note: 'It took a year.',
    });
  });

  test('count towards outcomes only where somebody applied it', () => {
    const caseStudies = [
      trial('a', { outcome: 'helped' }),
      trial('b', { outcome: 'helped', basis: 'evaluated' }),
      trial('c', { outcome: 'not-reported', basis: 'ordered' }),
      trial('d', { outcome: 'not-reported', basis: 'proposed' }),
      trial('e', { outcome: 'not-reported', basis: 'inferred' }),
    ];
    expect(outcomesOf({ id: 'retraining' }, { caseStudies })).toEqual({
      helped: 2,
      partly: 0,
      'did-not-help': 0,
      'not-reported': 1,
    });
  });

  test.each([
    ['used', true, 'measured'],
    ['ordered', true, 'measured'],
    ['evaluated', true, 'measured'],
    ['used', undefined, 'narrative'],
    ['ordered', undefined, 'narrative'],
    ['evaluated', undefined, 'narrative'],
    ['proposed', undefined, 'none'],
    ['inferred', undefined, 'none'],
    ['proposed', true, 'none'],
  ] as const)('%s in a case, measured: %s, give the strength %s', (basis, measured, strength) => {
    const mitigation = aMitigation('retraining', ['concept-drift'], measured && { measured });
    expect(strengthOf(mitigation, { caseStudies: [trial('a', { basis })] })).toBe(strength);
  });

  test('are none, and so is the strength, where no case names it', () => {
    const mitigation = aMitigation('retraining', ['concept-drift']);
    expect(trialsOf(mitigation, { caseStudies: [] })).toEqual([]);
    expect(strengthOf(mitigation, { caseStudies: [] })).toBe('none');
  });
});

describe('what helps against a challenge', () => {
  test('mitigations come by strength, then by title, each with how it helps', () => {
    const mitigations = [
      aMitigation('b-none', ['concept-drift']),
      aMitigation('a-none', ['concept-drift', 'privacy']),
      aMitigation('narrative', ['concept-drift']),
      aMitigation('measured', ['concept-drift'], { measured: true, title: 'Zebra' }),
      aMitigation('elsewhere', ['privacy']),
    ];
    const caseStudies = [
      aCaseStudy('a', ['concept-drift'], { mitigations: [applied('measured'), applied('narrative')] }),
    ];
    expect(reasons(mitigationsOf(drift, { mitigations, caseStudies }))).toEqual([
      'measured: measured helps',
      'narrative: narrative helps',
      'a-none: a-none helps',
      'b-none: b-none helps',
    ]);
  });

  test('tools come by upkeep, then by title; one whose upkeep is unknown stands before an archived one', () => {
    const tools = [
      aTool('gone', ['concept-drift'], { status: 'archived' }),
      aTool('unknown', ['concept-drift']),
      aTool('kept', ['concept-drift'], { status: 'maintenance' }),
      aTool('b-alive', ['concept-drift'], { status: 'active' }),
      aTool('alive', ['concept-drift'], { status: 'active' }),
      aTool('elsewhere', ['privacy'], { status: 'active' }),
    ];
    expect(reasons(toolsOf(drift, { tools }))).toEqual([
      'alive: alive helps',
      'b-alive: b-alive helps',
      'kept: kept helps',
      'unknown: unknown helps',
      'gone: gone helps',
    ]);
  });

  test('approaches come by title', () => {
    const approaches = [
      anApproach('a', ['concept-drift'], { title: 'Zoo' }),
      anApproach('b', ['concept-drift'], { title: 'Ark' }),
      anApproach('c', ['privacy']),
    ];
    expect(reasons(approachesOf(drift, { approaches }))).toEqual(['b: b helps', 'a: a helps']);
  });
});

describe('what to try first against a challenge', () => {
  const mitigations = [
    aMitigation('e-cheap', ['concept-drift']),
    aMitigation('d-cheap', ['concept-drift'], { title: 'Zzz' }),
    aMitigation('c-told', ['concept-drift'], { effort: 'high' }),
    aMitigation('b-told', ['concept-drift'], { effort: 'medium' }),
    aMitigation('a-measured', ['concept-drift'], { effort: 'high', measured: true }),
    aMitigation('elsewhere', ['privacy'], { measured: true }),
  ];
  const caseStudies = [
    aCaseStudy('shop', ['concept-drift'], {
      mitigations: ['a-measured', 'b-told', 'c-told'].map((id) => applied(id)),
    }),
  ];

  test('is what has the strongest evidence, then what costs least, then by slug', () => {
    expect(ids(firstMitigationsOf(drift, { mitigations, caseStudies }, 9))).toEqual([
      'a-measured',
      'b-told',
      'c-told',
      'd-cheap',
      'e-cheap',
    ]);
  });

  test('is two where nothing else is asked', () => {
    expect(ids(firstMitigationsOf(drift, { mitigations, caseStudies }))).toEqual(['a-measured', 'b-told']);
  });

  test('is nothing where nothing helps', () => {
    expect(firstMitigationsOf({ id: 'fairness' }, { mitigations, caseStudies })).toEqual([]);
  });
});

describe('the first challenges of a mitigation', () => {
  const challenges = ['d', 'c', 'b', 'a'].map((id) => aChallenge(id));

  test.each([
    [['b', 'a'], ['b', 'a'], 0],
    [['b', 'nobody', 'a', 'c', 'd'], ['b', 'a', 'c'], 1],
    [[], [], 0],
  ])('of %j are %j, and %i more', (mitigates, first, more) => {
    const found = firstChallengesOf(aMitigation('m', mitigates), { challenges });

    expect([ids(found.challenges), found.more]).toEqual([first, more]);
  });
});

describe('tools and approaches', () => {
  const tools = [
    aTool('tfx', ['a'], { supports: ['retraining'], alternatives: ['mlflow'] }),
    aTool('mlflow', ['a'], { title: 'MLflow' }),
    aTool('kubeflow', ['a'], { alternatives: ['tfx', 'kubeflow', 'mlflow'] }),
  ];
  const approaches = [
    anApproach('data-mesh', ['a'], { supports: ['retraining'], alternatives: ['tfx'] }),
    anApproach('checklists', ['a']),
  ];
  const catalogue = { tools, approaches };

  test('among some slugs: tools first, each by title, unknown ones left out', () => {
    const slugs = ['data-mesh', 'tfx', 'nobody', 'kubeflow', 'checklists', 'tfx'];
    expect(helpers(helpersAmong(slugs, catalogue))).toEqual([
      'tools/kubeflow',
      'tools/tfx',
      'approaches/checklists',
      'approaches/data-mesh',
    ]);
  });

  test('of a mitigation are those that say they support it', () => {
    expect(helpers(helpersOf({ id: 'retraining' }, catalogue))).toEqual([
      'tools/tfx',
      'approaches/data-mesh',
    ]);
    expect(helpersOf({ id: 'rollback' }, catalogue)).toEqual([]);
  });

  test.each([
    ['tfx', tools[0], ['tools/kubeflow', 'tools/mlflow', 'approaches/data-mesh']],
    ['mlflow', tools[1], ['tools/kubeflow', 'tools/tfx']],
    ['kubeflow', tools[2], ['tools/mlflow', 'tools/tfx']],
    ['data-mesh', approaches[0], ['tools/tfx']],
    ['checklists', approaches[1], []],
  ])(
    'alternatives to %s count whichever side names the other, each once and never itself',
    (_id, helper, expected) => {
      expect(helper && helpers(alternativesOf(helper, catalogue))).toEqual(expected);
    },
  );

  test('an alternative shares challenges, or is for others', () => {
    const all = { challenges: [aChallenge('drift'), aChallenge('cost'), aChallenge('theft')] };
    const [one, two, three] = [
      aTool('one', ['drift', 'cost']).data,
      anApproach('two', ['cost', 'drift', 'gone']).data,
      aTool('three', ['theft', 'gone']).data,
    ];

    expect(sharedChallenges(two, one)).toEqual(['cost', 'drift']);
    expect(whyAlternative(one, two, all)).toBe('shares drift, cost');
    expect(whyAlternative(one, three, all)).toBe('shares no challenge; it is for theft, gone');
  });

  test('mitigations among some slugs come by title', () => {
    const mitigations = [aMitigation('b', []), aMitigation('c', [], { title: 'Ark' }), aMitigation('a', [])];
    expect(ids(mitigationsAmong(['a', 'b', 'c', 'nobody'], { mitigations }))).toEqual(['a', 'c', 'b']);
  });
});

describe('neighbouring challenges', () => {
  const to = (challenge: string, why: string) => ({ challenge, why });
  const challenges = [
    aChallenge('own', {
      related: [to('z', 'own z'), to('a', 'own a'), to('nobody', 'lost'), to('own', 'itself')],
    }),
    aChallenge('z', { related: [to('own', 'z back')] }),
    aChallenge('a'),
    aChallenge('y', { related: [to('own', 'y says')], title: 'Ark' }),
    aChallenge('b', { related: [to('own', 'b says')], title: 'Boat' }),
    aChallenge('far', { related: [to('a', 'far says')] }),
  ];
  const reasonsOf = (id: string) => {
    const challenge = challenges.find((each) => each.id === id) ?? aChallenge(id);
    return reasons(relatedChallengesOf(challenge, { challenges }));
  };

  test('come first as the challenge names them, then those that name it, by title', () => {
    expect(reasonsOf('own').filter((line) => !line.startsWith('own:'))).toEqual([
      'z: own z',
      'a: own a',
      'y: y says',
      'b: b says',
    ]);
  });

  test('one that both sides name is shown once, with the own reason', () => {
    expect(reasonsOf('z')).toEqual(['own: z back']);
  });

  test('one that only the other side names is shown with the reason of that side', () => {
    expect(reasonsOf('a')).toEqual(['far: far says', 'own: own a']);
  });
});

describe('similar mitigations', () => {
  const own = aMitigation('own', ['drift', 'privacy', 'fairness']);
  const others = [
    aMitigation('one-shared', ['drift']),
    aMitigation('b-two', ['privacy', 'drift', 'cost']),
    aMitigation('a-two', ['fairness', 'drift']),
    aMitigation('all', ['fairness', 'drift', 'privacy']),
  ];

  test('share the most challenges, ties by title, and at least two', () => {
    expect(
      similarMitigations(own, { mitigations: [own, ...others] }).map(
        ({ entry, shared }) => `${entry.id}: ${shared.join(' ')}`,
      ),
    ).toEqual(['all: fairness drift privacy', 'a-two: fairness drift', 'b-two: privacy drift']);
  });

  test('of a mitigation with one challenge share that one', () => {
    expect(
      similarMitigations(aMitigation('single', ['cost']), { mitigations: others }).map(
        ({ entry }) => entry.id,
      ),
    ).toEqual(['b-two']);
  });
});

describe('pairs of tools', () => {
  const weighed = (alternatives: readonly string[]) => ({ alternatives: [...alternatives] });
  const told = (...tools: Parameters<typeof toolPairs>[0]['tools']) =>
    toolPairs({ tools }).map(({ tools: [one, two], shared }) => `${one.id} ${two.id}: ${shared.join(' ')}`);

  test('are alternatives, whichever side says so, that share the most challenges', () => {
    expect(
      told(
        aTool('a', ['drift', 'cost']),
        aTool('b', ['drift'], weighed(['c'])),
        aTool('c', ['drift', 'theft']),
        aTool('e', ['cost', 'privacy']),
        aTool('d', ['privacy', 'cost'], weighed(['e', 'an-approach'])),
        aTool('f', ['law'], weighed(['g'])),
        aTool('g', ['bias']),
      ),
    ).toEqual(['d e: privacy cost', 'b c: drift']);
  });

  test('of as many challenges share the most mitigations', () => {
    const supports = ['watch'];

    expect(
      told(
        aTool('a', ['drift'], { supports, ...weighed(['b', 'c']) }),
        aTool('b', ['drift']),
        aTool('c', ['drift'], { supports }),
      ),
    ).toEqual(['a c: drift']);
  });

  test('name no tool twice, and each shares a challenge that is new', () => {
    expect(
      told(
        aTool('a', ['drift', 'cost'], weighed(['b', 'c'])),
        aTool('b', ['drift', 'cost']),
        aTool('c', ['drift', 'theft'], weighed(['d'])),
        aTool('d', ['drift']),
        aTool('e', ['theft'], weighed(['c', 'f'])),
        aTool('f', ['theft']),
      ),
    ).toEqual(['a b: drift cost', 'c e: theft']);
  });

  test('are as many as fit', () => {
    const tools = [
      aTool('a', ['drift'], weighed(['b'])),
      aTool('b', ['drift']),
      aTool('c', ['cost'], weighed(['d'])),
      aTool('d', ['cost']),
    ];

    expect(toolPairs({ tools }, 1)).toHaveLength(1);
  });
});
