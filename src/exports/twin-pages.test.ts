import { expect, test } from 'vitest';
import type { Catalogue } from '../model/catalogue.ts';
import { worksByKey } from '../model/references.ts';
import {
  aCaseStudy,
  aCatalogue,
  aChallenge,
  aMitigation,
  anApproach,
  aPath,
  aStage,
  aStep,
  aSymptom,
  aSymptomGroup,
  aTerm,
  aTool,
} from '../model/samples.ts';
import { caseStudiesText, fullText, llmsText } from './llms.ts';
import { guideOf } from './twin-guide.ts';
import { twinsOf, twinText } from './twin-pages.ts';

const SITE = 'https://guide.example/guide';

const guideWith = (parts: Partial<Catalogue> = {}) => {
  const catalogue = aCatalogue({
    workflow: {
      stages: [
        aStage(
          'model-deployment',
          [
            aStep('updating', {
              aliases: ['retraining'],
              surveyReports: ['So (2021).'],
              editionNote: 'New in 2022.',
            }),
          ],
          { aliases: ['MLOps'], surveyReports: ['It is long (2022).'] },
        ),
        aStage('cross-cutting', [aStep('law')], {
          related: [{ stage: 'model-deployment', why: 'they meet' }],
        }),
      ],
      moved: [{ challenge: 'concept-drift', edition: 2021, step: 'law' }],
    },
    challenges: [aChallenge('concept-drift'), aChallenge('new-rules', { step: 'law' })],
    mitigations: [aMitigation('watch', ['concept-drift'], { summary: 'Look [x](y) at it.' })],
    tools: [aTool('mlflow', ['concept-drift'])],
    approaches: [anApproach('way', ['concept-drift'])],
    caseStudies: [
      aCaseStudy('shop', ['concept-drift']),
      aCaseStudy('bank', ['concept-drift'], { year: 2021 }),
    ],
    redirects: { tools: { 'old-flow': 'mlflow' } },
    glossary: [aTerm('drift', { also: ['shift'], see: ['/challenges/concept-drift/'] })],
    symptomGroups: [aSymptomGroup('in-use', [aSymptom('it-falls', ['concept-drift'])])],
    paths: [aPath('first-steps', ['/challenges/concept-drift/', '/case-studies/shop/'])],
    ...parts,
  });
  const works = worksByKey(catalogue);
  return guideOf({
    catalogue,
    works,
    texts: new Map([...works].map(([key, { csl }]) => [key, `${csl.title}.`])),
    prose: new Map([
      [
        'about',
        {
          id: 'about',
          data: { title: 'About this guide', summary: 'What it is.' },
          body: '## Why\n\nSo [@shop].',
        },
      ],
      [
        'stage-model-deployment',
        { id: 'stage-model-deployment', data: { title: 'x', summary: 'y' }, body: 'A start [@bank].' },
      ],
    ]),
    locate: (path) => `${SITE}${path}`,
    datesOf: () => ({}),
  });
};
const guide = guideWith();
const twin = (path: string) => twinText(path, guide);

const textOf = (pieces: Iterable<string>) => [...pieces].join('');

test('there is a twin for each entry, stage, reading path and list, and a pointer for each old address', () => {
  expect([...twinsOf(guide).keys()].toSorted()).toEqual(
    [
      'about',
      'approaches',
      'approaches/way',
      'case-studies',
      'case-studies/bank',
      'case-studies/shop',
      'challenges',
      'challenges/concept-drift',
      'challenges/new-rules',
      'glossary',
      'mitigations',
      'mitigations/watch',
      'paths/first-steps',
      'stages/cross-cutting',
      'stages/model-deployment',
      'symptoms',
      'tools',
      'tools/mlflow',
      'tools/old-flow',
    ].toSorted(),
  );
});

test('an old address points to the page of today and its Markdown', () => {
  expect(twin('tools/old-flow')).toBe(
    `# Moved: Mlflow\n\nThis entry was renamed, or merged into another. It is [Mlflow](${SITE}/tools/mlflow/) today; as Markdown: <${SITE}/tools/mlflow.md>\n`,
  );
});

test('an unknown path has no twin', () => {
  expect(() => twin('challenges/no-such')).toThrow('there is no Markdown for "challenges/no-such"');
});

test('a stage tells its introduction, its steps with challenges, what the survey reports, and its neighbours', () => {
  expect(twin('stages/model-deployment')).toContain(
    `A start ([1](${SITE}/stages/model-deployment/#ref-bank)).\n\n## What the survey reports\n\nWhat follows is the survey’s`,
  );
  expect(twin('stages/model-deployment')).toContain(
    `## Updating\n\nA step.\n\nAlso called: retraining.\n\n- [Concept drift](${SITE}/challenges/concept-drift/): It is hard. (2 case studies, 1 mitigation)\n\n**The survey on this step.**\n\n- So (2021).\n\nNew in 2022.\n\n## Moved between editions\n\n- Concept drift: under law in 2021\n\n## Field notes\n\nThe newest of 2 case studies; all of them are [in the list](${SITE}/case-studies/#stage-model-deployment).`,
  );
  expect(twin('stages/cross-cutting')).toContain(
    `## See also\n\n- [Model deployment](${SITE}/stages/model-deployment/): They meet.`,
  );
});

test.each([
  [
    'symptoms',
    `## In use\n\n### It falls.\n\n- [Concept drift](${SITE}/challenges/concept-drift/): It may be concept-drift. Try first: [Watch](${SITE}/mitigations/watch/).`,
  ],
  [
    'glossary',
    `## D\n\n- **Drift** (also: shift): It means something. See [Concept drift](${SITE}/challenges/concept-drift/).`,
  ],
  [
    'paths/first-steps',
    `**For.** Somebody.\n\n**What you leave with.** You can do it.\n\n## Stops\n\n1. [Concept drift](${SITE}/challenges/concept-drift/) (challenge, 5 min): It leads to /challenges/concept-drift/`,
  ],
  [
    'about',
    `> What it is.\n\n## Why\n\nSo ([1](${SITE}/about/#ref-shop)).\n\n## Sources\n\n1. Report of shop.`,
  ],
  [
    'challenges',
    `## Model deployment\n\n- [Concept drift](${SITE}/challenges/concept-drift/): It is hard. (2 case studies, 1 mitigation)\n\n## Cross cutting\n\n- [New rules](${SITE}/challenges/new-rules/)`,
  ],
  [
    'mitigations',
    `- [Watch](${SITE}/mitigations/watch/): Look \\[x]\\(y) at it. (evidence: no case yet, effort: low, when: deploy)`,
  ],
  ['tools', `- [Mlflow](${SITE}/tools/mlflow/): A tool. (upkeep not known, MIT)`],
  ['approaches', `- [Way](${SITE}/approaches/way/): An approach.`],
  [
    'case-studies',
    `All 2 of them, a line each.\n\n- [Bank in the field](${SITE}/case-studies/bank/) · organisation not named · 2021`,
  ],
])('%s.md tells what its page tells', (path, part) => {
  expect(twin(path)).toContain(part);
});

const TOLD = { version: '1.2.3', date: '2026-11-28T20:34:00Z' };

test('llms.txt leads to the Markdown of every entry, by stage and kind, each with a line', () => {
  const text = llmsText(guide, TOLD);

  expect(text).toMatch(
    /^# ML Deployment Field Guide\n\n> What goes wrong .* 2 challenges, 1 mitigation, 1 tool, 1 approach, 2 case studies, /,
  );
  expect(text).toContain('This is version 1.2.3, of 2026-11-28.');
  expect(text).toContain(
    `## Challenges: Model deployment\n\n- [Model deployment](${SITE}/stages/model-deployment.md): A stage.\n- [Concept drift](${SITE}/challenges/concept-drift.md): It is hard.\n`,
  );
  expect(text).toContain(
    `## Mitigations\n\n- [Watch](${SITE}/mitigations/watch.md): Look \\[x]\\(y) at it.\n`,
  );
  expect(text).toContain(
    `- [Bank in the field](${SITE}/case-studies/bank.md): organisation not named · 2021`,
  );
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text).not.toMatch(/^###/m);
});

test('without Git, llms.txt names the version alone', () => {
  expect(llmsText(guide, { version: '1.2.3' })).toContain('This is version 1.2.3.\n');
});

test('llms.txt names the newest case studies, and says how many more there are', () => {
  const many = guideWith({
    paths: [],
    caseStudies: Array.from({ length: 300 }, (_, i) => aCaseStudy(`case-${i}`, ['concept-drift'])),
  });

  expect(llmsText(many, TOLD).match(/\/case-studies\/case-\d+\.md/g)).toHaveLength(250);
  expect(llmsText(many, TOLD)).toContain(
    `- [Older case studies](${SITE}/case-studies.md): 50 more, a line each`,
  );
});

test('the whole texts are the twins one after another, stages before their challenges', () => {
  const titles = (text: string) => [...text.matchAll(/^# (.*)$/gm)].map(([, title]) => title);

  expect(titles(textOf(fullText(guide)))).toEqual([
    'Model deployment',
    'Concept drift',
    'Cross cutting',
    'New rules',
    'Watch',
    'Mlflow',
    'Way',
  ]);
  expect(titles(textOf(caseStudiesText(guide)))).toEqual(['Bank in the field', 'Shop in the field']);
  expect(textOf(fullText(guide))).toContain(
    `\n---\n\n${twin('challenges/concept-drift')}\n---\n\n# Cross cutting`,
  );
  expect(llmsText(guide, TOLD)).toMatch(/llms-full\.txt\): stages, .* in one file, \d+ kB/);
});
