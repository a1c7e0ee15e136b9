import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../cli/read-content.ts';
import { reviewKnowledge } from './knowledge.ts';
import { someKnowledge } from './samples.ts';
import { matchingChallenges, MOST_SELECTED, selectChallenges, type Context } from './select.ts';

const small = someKnowledge();
const said = (context: Context) =>
  matchingChallenges(context, small).map(({ challenge, weight }) => `${challenge} ${weight}`);

test('a rule without conditions holds always', () => {
  expect(said({})).toEqual(['concept-drift 1']);
});

test('every question that a rule names must be answered by one of its options', () => {
  expect(said({ data: ['personal'] })).toEqual(['concept-drift 1']);
  expect(said({ data: ['personal'], stage: ['idea'] })).toEqual(['concept-drift 1']);
  expect(said({ data: ['text', 'personal'], stage: ['in-use'] })).toEqual([
    'data-cleaning 2',
    'concept-drift 1',
  ]);
});

test('an industry adds the challenges that two of its cases, and one in five, report; of equal weights the workflow decides', () => {
  expect(matchingChallenges({ domain: ['healthcare'] }, small)).toEqual([
    { challenge: 'concept-drift', weight: 1, reasons: [expect.objectContaining({ rule: 'always' })] },
    {
      challenge: 'slow-release',
      weight: 1,
      reasons: [
        {
          rule: 'domain:healthcare',
          why: 'Reported in 2 of the 4 healthcare case studies of this guide.',
          weight: 1,
          seenIn: [],
        },
      ],
    },
  ]);
  expect(
    matchingChallenges(
      { domain: ['healthcare'] },
      someKnowledge({ domains: { healthcare: { cases: 11, challenges: { 'slow-release': 2 } } } }),
    ),
  ).toHaveLength(1);
});

test('other industries have nothing in common', () => {
  expect(said({ domain: ['other'] })).toEqual(['concept-drift 1']);
});

test('of equal sums, one reason that weighs much goes before several that weigh little', () => {
  const reason = (challenge: string, weight: number) => ({ challenge, why: 'It does.', weight, seenIn: [] });
  const knowledge = someKnowledge({
    rules: [
      { id: 'one', when: {}, challenges: [reason('concept-drift', 1), reason('slow-release', 2)] },
      { id: 'two', when: {}, challenges: [reason('concept-drift', 1), reason('data-cleaning', 2)] },
    ],
  });
  expect(matchingChallenges({}, knowledge).map(({ challenge }) => challenge)).toEqual([
    'data-cleaning',
    'slow-release',
    'concept-drift',
  ]);
});

test('the heaviest reason is told first', () => {
  const [first] = matchingChallenges(
    {},
    someKnowledge({
      rules: [1, 3, 2].map((weight) => ({
        id: `weight-${weight}`,
        when: {},
        challenges: [{ challenge: 'concept-drift', why: 'It moves.', weight, seenIn: [] }],
      })),
    }),
  );
  expect(first?.weight).toBe(6);
  expect(first?.reasons.map(({ weight }) => weight)).toEqual([3, 2, 1]);
});

describe('with the rules of the guide', () => {
  const knowledge = reviewKnowledge(readContent('content').content);
  const slugs = knowledge.challenges.map(({ slug }) => slug);

  const CONTEXTS: [what: string, context: Context, among: string[], notAmong: string[]][] = [
    [
      'nothing chosen',
      {},
      ['operational-support', 'performance-metrics', 'business-driven-metrics', 'concept-drift'],
      ['model-stealing', 'environmental-impact', 'authorship', 'simulation-based-testing'],
    ],
    [
      'a regulated healthcare image model before its first launch',
      {
        stage: ['model-verification'],
        domain: ['healthcare'],
        data: ['personal', 'images-video-audio', 'labelled-by-people'],
        users: ['specialists', 'vulnerable-or-high-stakes'],
        decisions: ['advice'],
        regulated: ['yes'],
        model: ['own-model'],
      },
      [
        'regulatory-frameworks',
        'access-to-experts',
        'lack-of-high-variance-data',
        'performance-metrics',
        'involvement-of-end-users',
        'decision-making',
        'aggravation-of-biases',
        'edge-case-testing',
      ],
      ['model-stealing', 'environmental-impact', 'authorship', 'computational-cost'],
    ],
    [
      'an e-commerce recommender in operation',
      {
        stage: ['model-deployment'],
        domain: ['e-commerce'],
        data: ['personal', 'changes-with-behaviour'],
        users: ['customers'],
        decisions: ['automatic'],
        regulated: ['no'],
        model: ['own-model'],
        setting: ['many-models', 'frequent-updates'],
      },
      [
        'feedback-loops',
        'business-driven-metrics',
        'concept-drift',
        'continuous-delivery',
        'outlier-detection',
        'custom-design-tooling',
      ],
      ['regulatory-frameworks', 'authorship', 'simulation-based-testing', 'access-to-experts'],
    ],
    [
      'an internal assistant on a hosted language model',
      {
        stage: ['model-verification'],
        data: ['text'],
        users: ['internal'],
        decisions: ['content'],
        model: ['hosted-llm'],
        exposure: ['outside-content'],
      },
      ['data-poisoning', 'concept-drift', 'performance-metrics', 'edge-case-testing', 'outlier-detection'],
      ['computational-cost', 'resource-heavy-techniques', 'labeling-large-volumes', 'model-stealing'],
    ],
    [
      'a chatbot for travellers in several countries',
      {
        stage: ['model-verification'],
        domain: ['travel'],
        data: ['text'],
        users: ['customers', 'public'],
        decisions: ['content'],
        regulated: ['unsure'],
        model: ['hosted-llm'],
        exposure: ['open-queries', 'several-countries'],
      },
      [
        'abiding-by-existing-legislation',
        'country-level-regulations',
        'user-experience',
        'edge-case-testing',
        'model-stealing',
      ],
      ['simulation-based-testing', 'resource-constrained-environments', 'data-dispersion'],
    ],
    [
      'a language model that is trained in house and sold',
      {
        stage: ['model-learning'],
        domain: ['software'],
        data: ['text', 'third-party'],
        decisions: ['content'],
        model: ['own-llm'],
        exposure: ['open-queries'],
        setting: ['large-training'],
      },
      [
        'computational-cost',
        'environmental-impact',
        'model-inversion',
        'model-stealing',
        'authorship',
        'data-profiling',
        'unknown-search-space',
      ],
      ['access-to-experts', 'resource-constrained-environments', 'fairness-and-accountability'],
    ],
    [
      'a plan for a welfare risk score',
      {
        stage: ['idea'],
        domain: ['government'],
        data: ['personal', 'joined-sources'],
        users: ['vulnerable-or-high-stakes'],
        decisions: ['advice'],
        regulated: ['unsure'],
      },
      [
        'focus-on-technical-solution-only',
        'abiding-by-existing-legislation',
        'fairness-and-accountability',
        'aggravation-of-biases',
        'decision-making',
        'data-dispersion',
        'explainability-score',
      ],
      ['hardware-aware-optimization', 'simulation-based-testing', 'custom-design-tooling'],
    ],
    [
      'a bought credit score',
      {
        stage: ['model-deployment'],
        domain: ['finance'],
        data: ['personal'],
        users: ['customers', 'vulnerable-or-high-stakes'],
        decisions: ['automatic'],
        regulated: ['yes'],
        model: ['bought'],
      },
      [
        'performance-metrics',
        'explainability-score',
        'fairness-and-accountability',
        'regulatory-frameworks',
        'abiding-by-existing-legislation',
      ],
      ['labeling-large-volumes', 'computational-cost', 'unknown-search-space'],
    ],
    [
      'a credit score that a bank trains itself',
      {
        stage: ['model-verification'],
        domain: ['finance'],
        data: ['personal', 'tabular', 'joined-sources'],
        users: ['specialists', 'customers', 'vulnerable-or-high-stakes'],
        decisions: ['automatic'],
        regulated: ['yes'],
        model: ['own-model'],
        'runs-on': ['servers'],
        setting: ['separate-teams', 'many-models'],
      },
      [
        'concept-drift',
        'explainability-score',
        'model-interpretability',
        'fairness-and-accountability',
        'aggravation-of-biases',
        'regulatory-frameworks',
        'abiding-by-existing-legislation',
        'decision-making',
      ],
      ['authorship', 'simulation-based-testing', 'environmental-impact', 'resource-constrained-environments'],
    ],
    [
      'a bought triage score in a hospital, before its first use',
      {
        stage: ['model-verification'],
        domain: ['healthcare'],
        data: ['personal', 'tabular', 'sensors-time-series', 'joined-sources', 'rare-cases'],
        users: ['specialists', 'vulnerable-or-high-stakes'],
        decisions: ['advice'],
        regulated: ['yes'],
        model: ['bought'],
        'runs-on': ['servers'],
        setting: ['first-model'],
      },
      [
        'performance-metrics',
        'involvement-of-end-users',
        'aggravation-of-biases',
        'privacy-aware-training',
        'regulatory-frameworks',
        'user-experience',
        'concept-drift',
      ],
      ['authorship', 'model-stealing', 'environmental-impact', 'feedback-loops'],
    ],
    [
      'the perception of a self-driving car, while it is trained',
      {
        stage: ['model-learning'],
        domain: ['automotive'],
        data: ['images-video-audio', 'sensors-time-series', 'rare-cases', 'labelled-by-people'],
        users: ['customers', 'public', 'vulnerable-or-high-stakes'],
        decisions: ['automatic'],
        regulated: ['yes'],
        model: ['own-model'],
        'runs-on': ['machines'],
        setting: ['large-training', 'separate-teams'],
      },
      [
        'edge-case-testing',
        'simulation-based-testing',
        'lack-of-high-variance-data',
        'labeling-large-volumes',
        'resource-constrained-environments',
        'regulatory-frameworks',
        'outlier-detection',
      ],
      ['authorship', 'model-stealing', 'data-dispersion', 'privacy-aware-training'],
    ],
    [
      'an assistant on a hosted language model, while prompts and models are chosen',
      {
        stage: ['model-learning'],
        data: ['text', 'joined-sources'],
        users: ['internal'],
        decisions: ['content'],
        regulated: ['no'],
        model: ['hosted-llm'],
        exposure: ['outside-content'],
        setting: ['first-model'],
      },
      ['performance-metrics', 'data-poisoning', 'edge-case-testing', 'model-complexity', 'concept-drift'],
      ['unknown-search-space', 'resource-heavy-techniques', 'computational-cost'],
    ],
    [
      'a fault alarm on sensors and machines in a plant, with few faults on record',
      {
        stage: ['data-management'],
        domain: ['manufacturing'],
        data: ['sensors-time-series', 'rare-cases'],
        users: ['specialists', 'internal'],
        decisions: ['advice'],
        regulated: ['no'],
        model: ['own-model'],
        'runs-on': ['devices', 'machines'],
        setting: ['first-model'],
      },
      [
        'outlier-detection',
        'concept-drift',
        'lack-of-high-variance-data',
        'resource-constrained-environments',
      ],
      ['authorship', 'model-stealing', 'fairness-and-accountability', 'feedback-loops'],
    ],
    [
      'a driving function',
      {
        stage: ['model-verification'],
        domain: ['automotive'],
        data: ['images-video-audio', 'rare-cases'],
        decisions: ['automatic'],
        regulated: ['yes'],
        'runs-on': ['machines'],
      },
      [
        'edge-case-testing',
        'simulation-based-testing',
        'regulatory-frameworks',
        'lack-of-high-variance-data',
        'resource-constrained-environments',
      ],
      ['authorship', 'privacy-aware-training', 'data-dispersion'],
    ],
    [
      'a maintenance alarm on sensors in a plant',
      {
        stage: ['data-management'],
        domain: ['manufacturing'],
        data: ['sensors-time-series'],
        users: ['specialists'],
        decisions: ['advice'],
        'runs-on': ['devices'],
        setting: ['first-model'],
      },
      [
        'resource-constrained-environments',
        'hardware-aware-optimization',
        'concept-drift',
        'involvement-of-end-users',
        'model-complexity',
        'data-profiling',
      ],
      ['abiding-by-existing-legislation', 'authorship', 'model-stealing', 'fairness-and-accountability'],
    ],
    [
      'one answer only',
      { stage: ['model-deployment'] },
      ['concept-drift', 'outlier-detection', 'operational-support'],
      ['focus-on-technical-solution-only', 'regulatory-frameworks'],
    ],
  ];

  test.each(CONTEXTS)(
    '%s: 8 to 20 challenges, the right ones among them',
    (_what, context, among, notAmong) => {
      const selected = selectChallenges(context, knowledge).map(({ challenge }) => challenge);

      expect(selected.length).toBeGreaterThanOrEqual(8);
      expect(selected.length).toBeLessThanOrEqual(MOST_SELECTED);
      expect(among.filter((slug) => !selected.includes(slug))).toEqual([]);
      expect(
        matchingChallenges(context, knowledge)
          .map(({ challenge }) => challenge)
          .filter((slug) => notAmong.includes(slug)),
      ).toEqual([]);
    },
  );

  test('the contexts above use questions and answers that there are', () => {
    const options = new Map(knowledge.contexts.map(({ id, options: each }) => [id, each.map((o) => o.id)]));
    const unknown = CONTEXTS.flatMap(([, context]) =>
      Object.entries(context).flatMap(([id, chosen]) =>
        chosen.filter((option) => !options.get(id)?.includes(option)).map((option) => `${id}: ${option}`),
      ),
    );
    expect(unknown).toEqual([]);
  });

  test('every challenge is selected in some context of one answer to each question at most', () => {
    const reached = new Set(
      knowledge.rules.flatMap(({ when }) => {
        const context = Object.fromEntries(
          Object.entries(when).map(([id, options]) => [id, options.slice(0, 1)]),
        );
        return selectChallenges(context, knowledge).map(({ challenge }) => challenge);
      }),
    );
    expect(slugs.filter((slug) => !reached.has(slug))).toEqual([]);
  });

  test('answers about language models lead to cases of language models', () => {
    const OTHER_GENERATORS = [
      // What is generated need not be text.
      'zarya-of-the-dawn-partial-registration',
      'thaler-v-perlmutter-machine-author',
      'getty-images-v-stability-ai-uk',
    ];
    const { caseStudies } = readContent('content').content;
    const about = new Map(
      caseStudies.map(({ id, data, body = '' }) => [id, `${data.title} ${data.task} ${body}`]),
    );
    const strangers = knowledge.rules
      .filter(({ when }) => when['model']?.some((option) => option.endsWith('-llm')))
      .filter(({ when }) => !when['model']?.includes('own-model'))
      .flatMap(({ id, challenges }) =>
        challenges.flatMap(({ seenIn }) => seenIn.map((slug) => `${id}: ${slug}`)),
      )
      .filter((line) => {
        const slug = line.split(': ')[1] ?? '';
        return (
          !OTHER_GENERATORS.includes(slug) &&
          !/language model|\bLLM|chatbot|GPT|generative|assistant|BERT|transformer/i.test(
            about.get(slug) ?? '',
          )
        );
      });
    expect(strangers).toEqual([]);
  });

  /** Any answers to any questions, also such as nobody asked. */
  const anyContext = fc.dictionary(
    fc.oneof(fc.constantFrom(...knowledge.contexts.map(({ id }) => id), '__proto__'), fc.string()),
    fc.array(
      fc.oneof(
        fc.constantFrom(...knowledge.contexts.flatMap(({ options }) => options.map(({ id }) => id))),
        fc.string(),
      ),
    ),
  );

  test('more answers never take a reason away', () => {
    fc.assert(
      fc.property(anyContext, anyContext, (some, others) => {
        const more = Object.fromEntries(
          [...new Set([...Object.keys(some), ...Object.keys(others)])].map((id) => [
            id,
            [
              ...(Object.hasOwn(some, id) ? (some[id] ?? []) : []),
              ...(Object.hasOwn(others, id) ? (others[id] ?? []) : []),
            ],
          ]),
        );
        const reasonsIn = (context: Context) =>
          new Set(
            matchingChallenges(context, knowledge).flatMap(({ challenge, reasons }) =>
              reasons.map(({ rule }) => `${challenge} by ${rule}`),
            ),
          );
        expect(reasonsIn(some).isSubsetOf(reasonsIn(more))).toBe(true);
      }),
    );
  });

  test('the order is total: by weight, then by the heaviest reason, then by the workflow, each challenge once', () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const selected = matchingChallenges(context, knowledge);
        const keys = selected.map(
          ({ challenge, weight, reasons }) =>
            -100_000 * weight - 1000 * (reasons[0]?.weight ?? 0) + slugs.indexOf(challenge),
        );
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        expect(new Set(keys).size).toBe(keys.length);
        expect(selectChallenges(context, knowledge)).toEqual(selected.slice(0, MOST_SELECTED));
      }),
    );
  });
});
