import { describe, expect, test } from 'vitest';
import { COMPONENTS, NO_ESM, NO_EXPRESSION } from '../model/mdx.ts';
import {
  aCaseBody,
  aCaseStudy,
  aChallenge,
  aChallengeBody,
  aMitigation,
  anApproach,
  aPath,
  applied,
  aReview,
  aReviewContext,
  aReviewRule,
  aStage,
  aStep,
  aSymptom,
  aSymptomGroup,
  aTerm,
  aTool,
  aToolBody,
  aToolGroup,
  aWork,
} from '../model/samples.ts';
import { findingsOf, RULES } from './index.ts';
import type { Content } from './rule.ts';
import { aContent } from './samples.ts';

/** Where a finding lies, in a word: `caseStudies/shop tools.0`, or with `@` and the text at the offset of the body. */
type Told = [where: string, message: string];

const related = (...slugs: string[]) => slugs.map((challenge) => ({ challenge, why: 'A neighbour.' }));
const updating = aStep('updating');
const right = aContent();
const [drift, release] = [right.challenges[0] ?? aChallenge('x'), right.challenges[1] ?? aChallenge('x')];

/** The one case study of the sample with other data or another body. */
const withCase = (data: Parameters<typeof aCaseStudy>[2], body?: string) => ({
  caseStudies: [
    aCaseStudy(
      'shop',
      ['concept-drift'],
      { mitigations: [applied('retraining')], tools: ['watcher'], ...data },
      body,
    ),
  ],
});
/** The sample with more prose on its page. */
const withText = (text: string) => ({
  pages: right.pages.map((page) => ({ ...page, body: `${page.body}${text}` })),
});
const withWork = (...works: Content['works']) => ({
  works: [...right.works, ...works],
  ...withText(`Read ${works.map(({ key }) => `[@${key}]`).join(' ')}.`),
});
const sections = (...titles: string[]) => titles.map((title) => `## ${title}\n\nText.\n`).join('\n');
const missing = (where: string, titles: string[]) =>
  titles.map((title): Told => [where, `the section "## ${title}" is missing`]);
const words = (count: number) => Array<string>(count).fill('word').join(' ');
/** The sample with another body of its first challenge, or of the one entry of another kind. */
const withBody = (
  part: 'challenges' | 'mitigations' | 'tools' | 'approaches',
  body: string,
): Partial<Content> => ({
  [part]: right[part].map((entry, i) => (i === 0 ? { ...entry, body } : entry)),
});
const withDrift = (change: (body: string) => string) => withBody('challenges', change(drift.body ?? ''));
const withQuestions = (challenge: typeof drift, ids: string[]) => ({
  ...challenge,
  data: { ...challenge.data, questions: ids.map((id) => ({ id, question: 'Is it?' })) },
});

/** The body of a right tool, so many words long. */
const aToolBodyOf = (count: number) =>
  [
    `## What it does\n\n${words(count - 4)} [@smith2020] [@shop]`,
    '## Getting started\n\n[Two words](https://example.org).\n\n## Limits\n\nTwo more.\n',
  ].join('\n\n');

const NOT_AMONG = `is not among the components a page may use: ${COMPONENTS.challenges.join(', ')}`;
const NO_IMAGE = 'images are not allowed in the text; describe it, or link to it';
const NO_TAG = '"<" begins a tag here, and it cannot be read; write \\< for the sign';
const TOP_HEADING = 'is a heading of the first level, and the page has one already';
const CITES_NOTHING = 'cites nothing: one key stands in a citation, or several with semicolons';
const NO_HTML = 'raw HTML is not allowed here; write it in Markdown, or \\< for the sign';
const NO_SOURCE = 'a sentence with a figure needs its source: [@key] before the full stop';

/** The sample with other rules of the review. */
const withRules = (...rules: Content['review']['rules']) => ({ review: aReview({ rules }) });
const both = { 'concept-drift': ['shop'], 'slow-release': [] };

/** For each rule, content that breaks it once or more, and all that it says. */
const WRONG: Record<string, [what: string, parts: Partial<Content>, told: Told[]][]> = {
  'known-slug': [
    [
      'slugs that were renamed',
      {
        ...withCase({ challenges: ['staleness'], tools: ['reef', 'constructor'] }),
        redirects: { challenges: { staleness: 'concept-drift' }, approaches: { reef: 'data-mesh' } },
      },
      [
        [
          'caseStudies/shop challenges.0',
          'there is no challenge "staleness"; it was renamed, and is "concept-drift" now',
        ],
        [
          'caseStudies/shop tools.0',
          'there is no tool or approach "reef"; it was renamed, and is "data-mesh" now',
        ],
        [
          'caseStudies/shop tools.1',
          'there is no tool or approach "constructor"; the names are those in content/tools/ and content/approaches/',
        ],
      ],
    ],
    [
      'a case study with slugs that nobody has',
      withCase({
        challenges: ['concept-drfit'],
        mitigations: [applied('retrainin')],
        tools: ['watchr', 'elsewhere'],
      }),
      [
        [
          'caseStudies/shop challenges.0',
          'there is no challenge "concept-drfit"; did you mean "concept-drift"?',
        ],
        [
          'caseStudies/shop mitigations.0.id',
          'there is no mitigation "retrainin"; did you mean "retraining"?',
        ],
        ['caseStudies/shop tools.0', 'there is no tool or approach "watchr"; did you mean "watcher"?'],
        [
          'caseStudies/shop tools.1',
          'there is no tool or approach "elsewhere"; the names are those in content/tools/ and content/approaches/',
        ],
      ],
    ],
    [
      'a slug named as an object member',
      withCase({ challenges: ['constructor', 'prototype'] }),
      [
        [
          'caseStudies/shop challenges.0',
          'there is no challenge "constructor"; the names are those in content/challenges/',
        ],
        [
          'caseStudies/shop challenges.1',
          'there is no challenge "prototype"; the names are those in content/challenges/',
        ],
      ],
    ],
    [
      'a case study with unsound fields and unknown slugs',
      {
        unread: [
          {
            collection: 'caseStudies',
            id: 'zoo',
            body: aCaseBody,
            record: {
              title: 7,
              challenges: ['concept-drfit', 'No slug', '__proto__', 7],
              mitigations: [{ id: 'retrainin' }, 'retraining', null],
              tools: 'watchr',
            },
          },
        ],
      },
      [
        [
          'caseStudies/zoo challenges.0',
          'there is no challenge "concept-drfit"; did you mean "concept-drift"?',
        ],
        [
          'caseStudies/zoo mitigations.0.id',
          'there is no mitigation "retrainin"; did you mean "retraining"?',
        ],
      ],
    ],
    [
      'a challenge under an unknown step and with unknown neighbours',
      { challenges: [drift, release, aChallenge('third', { step: 'updatin', related: related('nobody') })] },
      [
        ['challenges/third step', 'there is no step "updatin"; did you mean "updating"?'],
        [
          'challenges/third related.0.challenge',
          'there is no challenge "nobody"; the names are those in content/challenges/',
        ],
      ],
    ],
    [
      'a symptom of unknown challenges',
      {
        symptomGroups: [
          ...right.symptomGroups,
          aSymptomGroup('other', [aSymptom('a', ['concept-drift']), aSymptom('b', ['x-y', 'concept-drfit'])]),
        ],
      },
      [
        [
          'symptoms/symptoms 1.symptoms.1.challenges.0.challenge',
          'there is no challenge "x-y"; the names are those in content/challenges/',
        ],
        [
          'symptoms/symptoms 1.symptoms.1.challenges.1.challenge',
          'there is no challenge "concept-drfit"; did you mean "concept-drift"?',
        ],
      ],
    ],
    [
      'a review with unknown challenges and cases',
      withRules(
        aReviewRule('a', {}, { ...both, 'x-y': [] }),
        aReviewRule('b', {}, { 'concept-drfit': ['shpo', 'elsewhere'] }),
      ),
      [
        [
          'review/review rules.0.challenges.2.challenge',
          'there is no challenge "x-y"; the names are those in content/challenges/',
        ],
        [
          'review/review rules.1.challenges.0.challenge',
          'there is no challenge "concept-drfit"; did you mean "concept-drift"?',
        ],
        [
          'review/review rules.1.challenges.0.seenIn.0',
          'there is no case study "shpo"; did you mean "shop"?',
        ],
        [
          'review/review rules.1.challenges.0.seenIn.1',
          'there is no case study "elsewhere"; the names are those in content/case-studies/',
        ],
      ],
    ],
    [
      'a mitigation of an unknown challenge',
      { mitigations: [...right.mitigations, aMitigation('rollback', ['concept-drift', 'slow-releas'])] },
      [
        [
          'mitigations/rollback mitigates.1.challenge',
          'there is no challenge "slow-releas"; did you mean "slow-release"?',
        ],
      ],
    ],
    [
      'tools and approaches with unknown neighbours',
      {
        tools: [
          ...right.tools,
          aTool('tfx', ['nobody'], { supports: ['nothing-known'], alternatives: ['tfy'] }),
        ],
        approaches: [
          ...right.approaches,
          anApproach('rules', ['concept-drift'], { alternatives: ['nobody'] }),
        ],
      },
      [
        [
          'tools/tfx addresses.0.challenge',
          'there is no challenge "nobody"; the names are those in content/challenges/',
        ],
        [
          'tools/tfx supports.0',
          'there is no mitigation "nothing-known"; the names are those in content/mitigations/',
        ],
        ['tools/tfx alternatives.0', 'there is no tool or approach "tfy"; did you mean "tfx"?'],
        [
          'approaches/rules alternatives.0',
          'there is no tool or approach "nobody"; the names are those in content/tools/ and content/approaches/',
        ],
      ],
    ],
    [
      'a tool group that names an approach, and an unknown challenge',
      {
        toolGroups: [
          aToolGroup('g', { tools: ['data-mesh'], challenges: ['nobody'], references: ['smith2020'] }),
        ],
      },
      [
        ['toolGroups/g g.tools.0', 'there is no tool "data-mesh"; the names are those in content/tools/'],
        [
          'toolGroups/g g.challenges.0',
          'there is no challenge "nobody"; the names are those in content/challenges/',
        ],
      ],
    ],
    [
      'a workflow that points nowhere',
      {
        workflow: {
          stages: [aStage('model-deployment', [updating], { related: [{ stage: 'elsewhere', why: 'x' }] })],
          moved: [{ challenge: 'nobody', edition: 2021, step: 'nowhere' }],
        },
      },
      [
        [
          'workflow/workflow stages.0.related.0.stage',
          'there is no stage "elsewhere"; the names are those in content/workflow.yaml',
        ],
        [
          'workflow/workflow moved.0.challenge',
          'there is no challenge "nobody"; the names are those in content/challenges/',
        ],
        [
          'workflow/workflow moved.0.step',
          'there is no step "nowhere"; the names are those in content/workflow.yaml',
        ],
      ],
    ],
  ],
  'no-self-relation': [
    [
      'a challenge that is its own neighbour',
      {
        challenges: [
          { ...drift, data: { ...drift.data, related: related('slow-release', 'concept-drift') } },
          release,
        ],
      },
      [['challenges/concept-drift related.1.challenge', '"concept-drift" names itself; remove this line']],
    ],
    [
      'a tool and an approach that are their own alternatives',
      {
        tools: [aTool('watcher', ['concept-drift'], { alternatives: ['watcher'] })],
        approaches: [anApproach('data-mesh', ['concept-drift'], { alternatives: ['data-mesh'] })],
      },
      [
        ['tools/watcher alternatives.0', '"watcher" names itself; remove this line'],
        ['approaches/data-mesh alternatives.0', '"data-mesh" names itself; remove this line'],
      ],
    ],
    [
      'a stage that is its own neighbour',
      {
        workflow: {
          stages: [
            aStage('model-deployment', [updating], { related: [{ stage: 'model-deployment', why: 'x' }] }),
          ],
          moved: [],
        },
      },
      [['workflow/workflow stages.0.related.0.stage', '"model-deployment" names itself; remove this line']],
    ],
  ],
  once: [
    [
      'two challenges of one title, in whatever case, at one place',
      {
        challenges: [
          drift,
          release,
          aChallenge('third', { title: 'CONCEPT DRIFT', related: related('concept-drift') }),
        ],
      },
      [
        [
          'challenges/third title',
          '"concept drift" is already the title of a challenge (concept-drift); each is used once',
        ],
        [
          'challenges/third order',
          '"updating, number 1" is already the place of a challenge in its step (concept-drift); each is used once',
        ],
      ],
    ],
    [
      'one slug for two challenges',
      {
        challenges: [
          drift,
          release,
          aChallenge('slow-release', { title: 'Other', order: 3, related: related('concept-drift') }),
        ],
      },
      [
        [
          'challenges/slow-release',
          '"slow-release" is already the slug of a challenge (slow-release); each is used once',
        ],
      ],
    ],
    [
      'a tool with the slug and the title of an approach',
      { tools: [...right.tools, aTool('data-mesh', ['concept-drift'])] },
      [
        [
          'approaches/data-mesh',
          '"data-mesh" is already the slug of a tool or approach (data-mesh); each is used once',
        ],
        [
          'approaches/data-mesh title',
          '"data mesh" is already the title of a tool or approach (data-mesh); each is used once',
        ],
      ],
    ],
    [
      'two mitigations and two case studies of one title',
      {
        mitigations: [
          ...right.mitigations,
          aMitigation('second', ['concept-drift'], { title: 'Retraining' }),
        ],
        caseStudies: [
          ...right.caseStudies,
          aCaseStudy('zoo', ['concept-drift'], { title: 'Shop in the field' }),
        ],
      },
      [
        [
          'mitigations/second title',
          '"retraining" is already the title of a mitigation (retraining); each is used once',
        ],
        [
          'caseStudies/zoo title',
          '"shop in the field" is already the title of a case study (shop); each is used once',
        ],
      ],
    ],
    [
      'stages that share slug, mark, shape and step',
      {
        workflow: {
          stages: [aStage('model-deployment', [updating]), aStage('model-deployment', [updating])],
          moved: [],
        },
      },
      [
        [
          'workflow/workflow stages.1.slug',
          '"model-deployment" is already the slug of a stage (workflow); each is used once',
        ],
        [
          'workflow/workflow stages.1.mark',
          '"MO" is already the mark of a stage (workflow); each is used once',
        ],
        [
          'workflow/workflow stages.1.shape',
          '"circle" is already the shape of a stage (workflow); each is used once',
        ],
        [
          'workflow/workflow stages.1.steps.0.slug',
          '"updating" is already the slug of a step (workflow); each is used once',
        ],
      ],
    ],
    [
      'questions and rules of the review that share a name',
      {
        review: aReview({
          contexts: [aReviewContext('data', ['a', 'b']), aReviewContext('data', ['c', 'd'])],
          rules: [aReviewRule('a', {}, both), aReviewRule('a', { data: ['a'] }, both)],
        }),
      },
      [
        [
          'review/review contexts.1.id',
          '"data" is already a question of the review (Data?); each is used once',
        ],
        ['review/review rules.1.id', '"a" is already a rule of the review (number 1); each is used once'],
      ],
    ],
    [
      'symptoms that share an anchor with another or with a group, or a sentence',
      {
        symptomGroups: [
          aSymptomGroup('in-use', [
            aSymptom('slow', ['concept-drift']),
            aSymptom('in-use', ['slow-release']),
            aSymptom('worse', ['slow-release'], { says: 'SLOW.' }),
          ]),
          aSymptomGroup('later', [aSymptom('slow', ['slow-release'], { says: 'Other.' })]),
        ],
      },
      [
        [
          'symptoms/symptoms 0.symptoms.1.id',
          '"in-use" is already the id of a symptom or a group of symptoms (In use); each is used once',
        ],
        [
          'symptoms/symptoms 1.symptoms.0.id',
          '"slow" is already the id of a symptom or a group of symptoms (Slow.); each is used once',
        ],
        [
          'symptoms/symptoms 0.symptoms.2.says',
          '"slow." is already a sentence of the symptoms (slow); each is used once',
        ],
      ],
    ],
    [
      'terms that share an id or a word, whatever its case',
      {
        glossary: [
          aTerm('drift', { also: ['Shift', 'drift'] }),
          aTerm('skew', { also: ['shift'] }),
          aTerm('drift', { term: 'Skew' }),
        ],
      },
      [
        ['glossary/glossary 2.id', '"drift" is already the id of a term (Drift); each is used once'],
        [
          'glossary/glossary 0.also.1',
          '"drift" is already a word of the glossary (drift); each is used once',
        ],
        [
          'glossary/glossary 1.also.0',
          '"shift" is already a word of the glossary (drift); each is used once',
        ],
        ['glossary/glossary 2.term', '"skew" is already a word of the glossary (skew); each is used once'],
      ],
    ],
    [
      'reading paths that share an id or a title, whatever its case',
      {
        paths: [aPath('one', []), aPath('two', [], { title: 'ONE' }), aPath('one', [], { title: 'Three' })],
      },
      [
        ['paths/paths 2.id', '"one" is already the id of a reading path (One); each is used once'],
        ['paths/paths 1.title', '"one" is already the title of a reading path (one); each is used once'],
      ],
    ],
    [
      'a word in two groups of synonyms',
      {
        synonyms: [
          ['bill', 'cost'],
          ['price', 'cost'],
        ],
      },
      [
        [
          'synonyms/synonyms 1.1',
          '"cost" is already a word of a group of synonyms (bill, cost); each is used once',
        ],
      ],
    ],
    [
      'one key for two references, and one that is a case study',
      withWork(aWork('smith2020'), aWork('shop')),
      [
        ['caseStudies/shop', '"shop" is already the key of a reference (shop); each is used once'],
        ['works/smith2020', '"smith2020" is already the key of a reference (smith2020); each is used once'],
      ],
    ],
  ],
  'step-with-challenge': [
    [
      'a step without challenges',
      { workflow: { stages: [aStage('model-deployment', [updating, aStep('monitoring')])], moved: [] } },
      [['workflow/workflow', 'no challenge belongs to the step "monitoring"']],
    ],
  ],
  'known-citation': [
    [
      'keys that were renamed',
      {
        ...withText('Then [@smith2020; @old-tale; @jones:7] says.'),
        redirects: { 'case-studies': { 'old-tale': 'shop' }, references: { 'jones:7': 'smith2020' } },
      },
      [
        ['pages/about @[@smith2020; ', 'nothing is known as [@old-tale]; it was renamed, and is [@shop] now'],
        [
          'pages/about @[@smith2020; ',
          'nothing is known as [@jones:7]; it was renamed, and is [@smith2020] now',
        ],
      ],
    ],
    [
      'a citation of nothing known, wherever it stands',
      {
        ...withText('Then [@smith2020; @smith2O20] says.'),
        challenges: [aChallenge('concept-drift', drift.data, 'As [@shopp] says.'), release],
        toolGroups: [aToolGroup('g', { tools: ['watcher'], references: ['smith2020', 'jones'] })],
      },
      [
        ['challenges/concept-drift @[@shopp] says.', 'nothing is known as [@shopp]; did you mean "shop"?'],
        [
          'pages/about @[@smith2020; @smith2O20] says.',
          'nothing is known as [@smith2O20]; did you mean "smith2020"?',
        ],
        ['toolGroups/g g.references.1', 'nothing is known as [@jones]'],
      ],
    ],
    [
      'a citation named as an object member',
      withText('[@constructor]'),
      [['pages/about @[@constructor]', 'nothing is known as [@constructor]']],
    ],
    [
      'what looks like a citation and cites nothing',
      withCase({}, `${aCaseBody}So [@smith2020, p. 3], [@smith2020, @shop] and [@].`),
      [
        [
          'caseStudies/shop @[@smith2020, p.',
          `"[@smith2020, p. 3]" ${CITES_NOTHING}; did you mean "[@smith2020]"?`,
        ],
        [
          'caseStudies/shop @[@smith2020, @shop]',
          `"[@smith2020, @shop]" ${CITES_NOTHING}; did you mean "[@smith2020; @shop]"?`,
        ],
        ['caseStudies/shop @[@].', `"[@]" ${CITES_NOTHING}`],
      ],
    ],
  ],
  'sound-reference': [
    [
      'references that lead nowhere',
      withWork(
        aWork('a', { URL: 'javascript:alert(1)' }),
        aWork('b', { DOI: 'https://doi.org/10.1145/1' }),
        aWork('c', { title: '' }),
        aWork('d', { URL: 'https://example.org/', DOI: '10.1145/1' }),
      ),
      [
        [
          'works/a',
          'the address of "a" is "javascript:alert(1)"; a web address that starts with https:// or http:// is needed',
        ],
        [
          'works/b',
          'the DOI of "b" is "https://doi.org/10.1145/1"; a DOI such as 10.1145/3533378, without https://doi.org/ is needed',
        ],
        ['works/c', '"c" has no title'],
      ],
    ],
  ],
  'used-reference': [
    [
      'a reference that nobody cites, or only code',
      { ...withText('`[@b]`\n\n```\n[@b]\n```\n'), works: [...right.works, aWork('a'), aWork('b')] },
      [
        ['works/a', 'no page cites "a"; cite it as [@a] or remove it'],
        ['works/b', 'no page cites "b"; cite it as [@b] or remove it'],
      ],
    ],
  ],
  sections: [
    [
      'no section at all',
      withCase({}, 'It fell.\n'),
      [
        ['caseStudies/shop @It fell.', 'the section "## Problem" is missing'],
        ['caseStudies/shop @It fell.', 'the section "## What was done" is missing'],
        ['caseStudies/shop @It fell.', 'the section "## Outcome" is missing'],
      ],
    ],
    [
      'an empty body',
      withCase({}, ''),
      ['Problem', 'What was done', 'Outcome'].map((title): Told => [
        'caseStudies/shop @',
        `the section "## ${title}" is missing`,
      ]),
    ],
    [
      'a section in code',
      withCase({}, `${sections('Problem', 'What was done')}\n~~~\n## Outcome\n~~~\n`),
      [['caseStudies/shop @## Problem', 'the section "## Outcome" is missing']],
    ],
    [
      'an empty section',
      withCase({}, '## Problem\n\n## What was done\n\nx\n\n## Outcome\n\n'),
      [
        ['caseStudies/shop @## Problem', '"## Problem" is empty; one honest sentence is enough'],
        ['caseStudies/shop @## Outcome', '"## Outcome" is empty; one honest sentence is enough'],
      ],
    ],
    [
      'a section of another name',
      withCase({}, sections('Problem', 'What was don', 'What was done', 'Outcome', 'Funding')),
      [
        [
          'caseStudies/shop @## What was don',
          '"## What was don" is no section here; did you mean "What was done"?',
        ],
        ['caseStudies/shop @## Funding', '"## Funding" is no section here'],
      ],
    ],
    [
      'a section that stands twice',
      withCase({}, sections('Problem', 'What was done', 'What was done', 'Outcome')),
      [['caseStudies/shop @## What was done', '"## What was done" stands here twice']],
    ],
    [
      'sections in another order',
      withCase({}, sections('Problem', 'Outcome', 'What was done', 'Lessons')),
      [['caseStudies/shop @## What was done', '"## What was done" belongs before "## Outcome"']],
    ],
    [
      'a challenge without one of its sections, and with one of another kind',
      withDrift((body) => body.replace('## Tools', '## Steps')),
      [
        ['challenges/concept-drift @## Steps', '"## Steps" is no section here'],
        ['challenges/concept-drift @## At a glance', 'the section "## Tools" is missing'],
      ],
    ],
    [
      'sections of a challenge out of order, after an optional one',
      withDrift((body) => body.replace('## What to do', '## Check the source\n\nIt differs.\n\n## Evidence')),
      [
        ['challenges/concept-drift @## Evidence\n\n<Mitigation', '"## Evidence" stands here twice'],
        ['challenges/concept-drift @## At a glance', 'the section "## What to do" is missing'],
      ],
    ],
    [
      'a mitigation, a tool and an approach with the sections of each other',
      {
        mitigations: [aMitigation('retraining', ['concept-drift'], {}, sections('Limits'))],
        tools: [aTool('watcher', ['concept-drift'], {}, sections('The idea'))],
        approaches: [anApproach('data-mesh', ['slow-release'], {}, sections('Steps'))],
      },
      [
        ['mitigations/retraining @## Limits', '"## Limits" is no section here'],
        ...missing('mitigations/retraining @## Limits', [
          'What it is',
          'When it fits',
          'Steps',
          'Costs and limits',
          'Evidence',
        ]),
        ['tools/watcher @## The idea', '"## The idea" is no section here'],
        ...missing('tools/watcher @## The idea', ['What it does', 'Getting started', 'Limits']),
        ['approaches/data-mesh @## Steps', '"## Steps" is no section here'],
        ...missing('approaches/data-mesh @## Steps', [
          'The idea',
          'What adopting it takes',
          'Criticism',
          'Who reported using it',
        ]),
      ],
    ],
    [
      'an empty section of a tool',
      { tools: [aTool('watcher', ['concept-drift'], {}, aToolBody.replace(/(## Limits\n\n).*\n/, '$1'))] },
      [['tools/watcher @## Limits', '"## Limits" is empty; one honest sentence is enough']],
    ],
  ],
  mdx: [
    ...(
      [
        ['an import', "import x from './x.js'", NO_ESM],
        ['an import that is no JavaScript', 'import x from', NO_ESM],
        ['an export', 'export const x = 1;', NO_ESM],
        ['an expression', '{x}', NO_EXPRESSION],
        ['an expression that is no JavaScript', '{as they say}', NO_EXPRESSION],
        ['a brace without its pair', '{ and no end', NO_EXPRESSION],
        ['a comment', '{/* later */}', NO_EXPRESSION],
        ['a component that is not known', '<Cases />', `<Cases> ${NOT_AMONG}`],
        ['an element of HTML', '<b>bold</b>', `<b> ${NOT_AMONG}`],
        ['a fragment', '<>x</>', `<> ${NOT_AMONG}`],
        ['a component without its attribute', '<Case />', '<Case> takes one attribute, of="slug"'],
        [
          'a component with two attributes',
          '<Case of="shop" id="a" />',
          '<Case> takes one attribute, of="slug"',
        ],
        ['a component with an expression', '<Case of={shop} />', '<Case> takes one attribute, of="slug"'],
        ['a component with attributes spread', '<Case {...shop} />', '<Case> takes one attribute, of="slug"'],
        ['a component of no slug', '<Case of="The shop" />', '<Case> takes one attribute, of="slug"'],
        ['attributes where none belong', '<MoreCases of="shop" />', '<MoreCases> takes no attributes'],
        ['an image', '![x](https://example.org/x.png)', NO_IMAGE],
        ['an image by reference', '![x][y]\n\n[y]: https://example.org/x.png', NO_IMAGE],
        ['a link to nothing', '[x]()', 'a link may not lead to ""'],
        ['a sign that is no tag', '<5 percent', NO_TAG],
        ['an address in angle brackets', '<https://example.org>', NO_TAG],
        ['a comment of HTML', '<!-- later -->', NO_TAG],
        ['an attribute without quotes', '<Case of=shop />', NO_TAG],
        ['an attribute that is no JavaScript', '<Case of={the shop} />', NO_TAG],
        ['an element without end', '<br>', 'the MDX cannot be read: Expected a closing tag for `<br>`'],
        [
          'an end without element',
          '</Case>',
          'the MDX cannot be read: Unexpected closing slash `/` in tag, expected an open tag first',
        ],
      ] as const
    ).map(([what, text, message]): (typeof WRONG)[string][number] => [
      what,
      withDrift((body) => `${body}\n${text}\n`),
      [[`challenges/concept-drift @${text}`, message]],
    ]),
    ...(
      [
        ['an import', "import x from './x.js'", NO_ESM],
        ['an export', 'export default x', NO_ESM],
        ['an expression', '{x}', NO_EXPRESSION],
        ['an image', '![x](https://example.org/x.png)', NO_IMAGE],
        ['a sign that is no tag', '<5 percent', NO_TAG],
        ['a link to nothing', '[x]()', 'a link may not lead to ""'],
      ] as const
    ).map(([what, text, message]): (typeof WRONG)[string][number] => [
      `${what}, where a text holds nothing else`,
      withBody('mitigations', `Text.\n\n${text}`),
      [[`mitigations/retraining @${text}`, message]],
    ]),
    [
      'an element that the next one ends, and nothing that follows from it',
      withDrift((body) => `${body}\n<Case of="shop">\n\nText.\n\n</Tool>\n\n<Questions>\n`),
      [
        [
          'challenges/concept-drift @</Tool>',
          'the MDX cannot be read: Unexpected closing tag `</Tool>`, expected corresponding closing tag for `<Case>`',
        ],
      ],
    ],
    [
      'an element that begins within a paragraph and ends after it',
      withDrift((body) => `${body}\n<Case of="shop">Text.\n\n</Case>\n`),
      [
        [
          'challenges/concept-drift @<Case of="shop">Text',
          'the MDX cannot be read: Expected a closing tag for `<Case>` before the end of `paragraph`',
        ],
      ],
    ],
    [
      'everything that is wrong in a text at once, in its order',
      withDrift(
        (body) => `${body}\nFrom {a} to <5, or <b>c</b>.\n\n![d](/e.png)\n\nA {brace\n\nimport x from\n`,
      ),
      [
        ['challenges/concept-drift @{a}', NO_EXPRESSION],
        ['challenges/concept-drift @<5', NO_TAG],
        ['challenges/concept-drift @<b>c', `<b> ${NOT_AMONG}`],
        ['challenges/concept-drift @![d]', NO_IMAGE],
        ['challenges/concept-drift @{brace', NO_EXPRESSION],
        ['challenges/concept-drift @import x', NO_ESM],
      ],
    ],
    [
      'a definition of an unsafe address deep in a quotation',
      withDrift((body) => `${body}\n> [x]: javascript:alert(1)\n`),
      [['challenges/concept-drift @[x]: java', 'a link may not lead to "javascript:alert(1)"']],
    ],
    [
      'a component on a page that hands its text none, or another one',
      {
        mitigations: [aMitigation('retraining', ['concept-drift'], {}, '<Case of="shop" />')],
        tools: [aTool('watcher', ['concept-drift'], {}, '<SurveyReports>\n\nText.\n\n</SurveyReports>')],
        approaches: [anApproach('data-mesh', ['slow-release'], {}, '<Symptoms />')],
      },
      [
        ['mitigations/retraining @<Case', '<Case> is not among the components a page may use: none here'],
        [
          'tools/watcher @<SurveyReports',
          '<SurveyReports> is not among the components a page may use: none here',
        ],
        [
          'approaches/data-mesh @<Symptoms',
          '<Symptoms> is not among the components a page may use: SurveyReports',
        ],
      ],
    ],
  ],
  'told-entries': [
    [
      'entries that nobody knows, or that belong elsewhere',
      withDrift(() =>
        aChallengeBody({
          Case: ['shop', 'shopp'],
          Mitigation: ['retraining', 'rollback'],
          Tool: ['watcher', 'data-mesh', 'retraining'],
        }),
      ),
      [
        [
          'challenges/concept-drift @shopp">',
          'no case study "shopp" belongs to this challenge; did you mean "shop"?',
        ],
        ['challenges/concept-drift @rollback">', 'no mitigation "rollback" belongs to this challenge'],
        [
          'challenges/concept-drift @data-mesh">',
          'no tool or approach "data-mesh" belongs to this challenge',
        ],
        [
          'challenges/concept-drift @retraining">',
          'no tool or approach "retraining" belongs to this challenge',
        ],
      ],
    ],
    [
      'an entry that is told of twice',
      withDrift(() =>
        aChallengeBody({ Case: ['shop', 'shop'], Mitigation: ['retraining'], Tool: ['watcher'] }),
      ),
      [['challenges/concept-drift @shop">', 'the text tells of "shop" twice']],
    ],
    [
      'fewer entries than there are, up to the fewest of each kind',
      {
        ...withDrift(() => aChallengeBody({ Case: ['case-1', 'case-2'], Mitigation: [], Tool: ['tool-1'] })),
        caseStudies: [1, 2, 3, 4].map((i) => aCaseStudy(`case-${i}`, ['concept-drift'])),
        mitigations: [1, 2, 3, 4, 5].map((i) => aMitigation(`mitigation-${i}`, ['concept-drift'])),
        tools: [1, 2, 3].map((i) => aTool(`tool-${i}`, ['concept-drift'])),
      },
      [
        [
          'challenges/concept-drift @## At a glance',
          'the text tells of 2 case study(s) with <Case>; at least 3',
        ],
        [
          'challenges/concept-drift @## At a glance',
          'the text tells of 0 mitigation(s) with <Mitigation>; at least 4',
        ],
        [
          'challenges/concept-drift @## At a glance',
          'the text tells of 1 tool or approach(s) with <Tool>; at least 2',
        ],
      ],
    ],
    [
      'an entry that only code tells of',
      withDrift((body) =>
        body.replace('<Tool of="watcher">', '`<Tool of="watcher">`').replace('</Tool>', ''),
      ),
      [
        [
          'challenges/concept-drift @## At a glance',
          'the text tells of 0 tool or approach(s) with <Tool>; at least 1',
        ],
      ],
    ],
  ],
  'question-id': [
    [
      'an id that is of another challenge, and an id that stands twice',
      {
        challenges: [
          drift,
          withQuestions(release, [
            'slow-release-a',
            'concept-drift-a',
            'slow',
            'slow-release',
            'slow-release-a',
          ]),
        ],
      },
      [
        [
          'challenges/slow-release questions.1.id',
          '"concept-drift-a" does not begin with the slug of its challenge, "slow-release-"',
        ],
        [
          'challenges/slow-release questions.1.id',
          '"concept-drift-a" is already the id of a question (concept-drift); each is used once',
        ],
        [
          'challenges/slow-release questions.2.id',
          '"slow" does not begin with the slug of its challenge, "slow-release-"',
        ],
        [
          'challenges/slow-release questions.3.id',
          '"slow-release" does not begin with the slug of its challenge, "slow-release-"',
        ],
        [
          'challenges/slow-release questions.4.id',
          '"slow-release-a" is already the id of a question (slow-release); each is used once',
        ],
      ],
    ],
  ],
  length: [
    ...(
      [
        ['challenges', 899, '900 to 1600'],
        ['challenges', 1601, '900 to 1600'],
        ['mitigations', 219, '220 to 900'],
        ['mitigations', 901, '220 to 900'],
        ['tools', 149, '150 to 900'],
        ['tools', 901, '150 to 900'],
        ['approaches', 299, '300 to 1200'],
        ['approaches', 1201, '300 to 1200'],
      ] as const
    ).map(([part, count, wanted]): (typeof WRONG)[string][number] => [
      `${count} words in one of the ${part}`,
      withBody(part, words(count)),
      [[`${part}/${right[part][0]?.id ?? ''} @word`, `the text has ${count} words; ${wanted} are wanted`]],
    ]),
    [
      'a text whose words stand in headings, code, tags and citations',
      withBody('tools', `## ${words(50)}\n\n\`\`\`\n${words(100)}\n\`\`\`\n\n${words(149)} [@smith2020]\n`),
      [['tools/watcher @## word', 'the text has 149 words; 150 to 900 are wanted']],
    ],
  ],
  'enough-sources': [
    [
      'a challenge on four voices, however often they speak',
      withBody(
        'challenges',
        '[@a] [@a; @b] [x](https://a.org) [y](https://a.org) [z](https://b.org) [w](/tools/)',
      ),
      [['challenges/concept-drift @[@a]', 'the text rests on 4 source(s); at least 5']],
    ],
    [
      'a challenge that leaves its sources to the cases',
      withBody('challenges', '[@a] [@b] [@c] [@shop]'),
      [['challenges/concept-drift @[@a]', 'the text rests on 4 source(s); at least 5']],
    ],
    [
      'a mitigation with a case that it cites itself, and sources in code',
      withBody('mitigations', 'So [@shop] and [@a]. `[@b]`\n\n```\n[c](https://c.org)\n[@d]\n```\n'),
      [['mitigations/retraining @So', 'the text rests on 2 source(s); at least 3']],
    ],
    [
      'a tool and an approach with a case and one more source',
      { ...withBody('tools', 'So [@a].'), ...withBody('approaches', 'So [@b].') },
      [
        ['tools/watcher @So', 'the text rests on 2 source(s); at least 3'],
        ['approaches/data-mesh @So', 'the text rests on 2 source(s); at least 3'],
      ],
    ],
  ],
  'cited-figure': [
    [
      'a figure without source, in prose, a list and a component',
      withBody(
        'challenges',
        'Right [@a]. Errors fell by 12 percent. So [@a].\n\n- One.\n- It cost $304 million.\n\n' +
          '<Case of="shop">\n\nIt fell from 0.90 to 0.50.\n\n</Case>\n',
      ),
      [
        ['challenges/concept-drift @Errors fell', NO_SOURCE],
        ['challenges/concept-drift @- It cost', NO_SOURCE],
        ['challenges/concept-drift @It fell from', NO_SOURCE],
      ],
    ],
    [
      'a figure whose source is a page of the guide, or stands in the next sentence',
      withBody('tools', 'See [28 cases](/case-studies/). It reports [@a].'),
      [['tools/watcher @See', NO_SOURCE]],
    ],
    [
      'a figure after what the survey reports',
      withBody('approaches', '<SurveyReports>\n\n- 12 of 28.\n\n</SurveyReports>\n\nSo 13 of 28.\n'),
      [['approaches/data-mesh @So 13', NO_SOURCE]],
    ],
  ],
  'link-text': [
    ...['here', 'Here', 'this', 'click here', 'read more', 'source', 'https://example.org/a', ' link '].map(
      (text): (typeof WRONG)[string][number] => [
        `a link called "${text}"`,
        withText(`See [${text}](https://example.org/).`),
        [[`pages/about @[${text}](`, `the link text "${text}" does not say where the link goes`]],
      ],
    ),
    [
      'such a link in an entry of any kind',
      {
        ...withBody('challenges', 'See [here](/tools/).'),
        ...withBody('mitigations', 'See [here](/tools/).'),
        ...withBody('tools', 'See [here](/tools/).'),
        ...withBody('approaches', 'See [here](/tools/).'),
        ...withCase({}, 'See [here](/tools/).'),
      },
      [
        'challenges/concept-drift',
        'mitigations/retraining',
        'tools/watcher',
        'approaches/data-mesh',
        'caseStudies/shop',
      ].map((entry): Told => [`${entry} @[here]`, 'the link text "here" does not say where the link goes']),
    ],
  ],
  'dated-status': [
    [
      'a status without a date',
      withCase({ status: 'finding' }),
      [['caseStudies/shop status', '"status" needs "statusAsOf", the date it was so']],
    ],
    [
      'a date without a status',
      withCase({ statusAsOf: '2026' }),
      [['caseStudies/shop statusAsOf', '"statusAsOf" stands alone; say which "status" it dates']],
    ],
    [
      'a status without a date among unsound fields, but not one whose date is misspelt',
      {
        unread: [
          { collection: 'caseStudies', id: 'zoo', body: aCaseBody, record: { status: 'finding', year: 'x' } },
          {
            collection: 'caseStudies',
            id: 'zoo-b',
            body: aCaseBody,
            record: { status: 'finding', statusasof: '2026' },
          },
          { collection: 'caseStudies', id: 'zoo-c', body: aCaseBody, record: 7 },
        ],
      },
      [['caseStudies/zoo status', '"status" needs "statusAsOf", the date it was so']],
    ],
  ],
  'outcome-of-applied': [
    [
      'an outcome of what nobody applied',
      withCase({ mitigations: [applied('retraining', { basis: 'proposed', outcome: 'helped' })] }),
      [
        [
          'caseStudies/shop mitigations.0.outcome',
          'a mitigation that is only proposed has no outcome; did you mean "not-reported"?',
        ],
      ],
    ],
    [
      'a failure of what is only our lesson',
      withCase({ mitigations: [applied('retraining', { basis: 'inferred', outcome: 'did-not-help' })] }),
      [
        [
          'caseStudies/shop mitigations.0.outcome',
          'a mitigation that is only inferred has no outcome; did you mean "not-reported"?',
        ],
      ],
    ],
  ],
  'measured-is-applied': [
    [
      'a measured mitigation that cases only propose',
      {
        mitigations: [aMitigation('retraining', ['concept-drift'], { measured: true })],
        ...withCase({ mitigations: [applied('retraining', { basis: 'proposed' })] }),
      },
      [
        [
          'mitigations/retraining measured',
          'no case study used, ordered or evaluated this mitigation, so nothing was measured; remove the line',
        ],
      ],
    ],
  ],
  'source-once': [
    ...(
      [
        ['DOI', { doi: '10.1145/ABC' }, { doi: '10.1145/abc' }, 'source.doi'],
        ['arXiv number', { arxiv: '2011.09926' }, { arxiv: '2011.09926' }, 'source.arxiv'],
        ['ISBN', { isbn: '978-0-262-03384-8' }, { isbn: '9780262033848' }, 'source.isbn'],
        [
          'work, once by number',
          { arxiv: '2011.09926' },
          { url: 'https://arxiv.org/pdf/2011.09926v3' },
          'source.url',
        ],
        ['address', { url: 'https://a.org/b' }, { url: 'https://A.org/b/' }, 'source.url'],
      ] as const
    ).map(([what, one, other, path]): (typeof WRONG)[string][number] => [
      `two case studies of one ${what}`,
      {
        caseStudies: [
          aCaseStudy('zoo', ['concept-drift'], { source: { title: 'B', ...other } }),
          aCaseStudy('shop', ['concept-drift'], { source: { title: 'A', ...one } }),
        ],
      },
      [
        [
          `caseStudies/zoo ${path}`,
          'the case study "shop" tells this source already; add to content/case-studies/shop.md instead',
        ],
      ],
    ]),
  ],
  'no-raw-html': [
    ...[
      '<b>bold</b>',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<img\nsrc=x\nonerror=alert(1)>',
      '<iframe src="https://example.org"></iframe>',
      '<!-- a note -->',
      '<br/>',
      '<SCRIPT>',
      '<?php x ?>',
      '<!DOCTYPE html>',
      '<![CDATA[x]]>',
    ].map((html): (typeof WRONG)[string][number] => [
      `a case study that holds ${html}`,
      withCase({}, `${aCaseBody}Text ${html}`),
      [
        [
          `caseStudies/shop @${html}`,
          html.startsWith('<!--') ? 'a comment is raw HTML, which is not allowed here; remove it' : NO_HTML,
        ],
      ],
    ]),
    ['a page that holds HTML', withText('<hr>'), [['pages/about @<hr>', NO_HTML]]],
    [
      'an element within another, and a closing tag that closes nothing',
      withCase({}, `${aCaseBody}A <b>c <i>d</i></b> e</u>.`),
      ['<b>c', '<i>d', '</u>.'].map((at): Told => [`caseStudies/shop @${at}`, NO_HTML]),
    ],
  ],
  'known-link': [
    ...(
      [
        ['javascript:alert(1)'],
        ['JaVaScRiPt:alert(1)'],
        ['&#106;avascript:alert(1)', 'javascript:alert(1)'],
        ['java&Tab;script:alert(1)', 'java\\tscript:alert(1)'],
        ['data:text/html,x'],
        ['vbscript:x'],
        ['//example.org/'],
        ['ftp://example.org/'],
        ['shop.md'],
        ['../tools/'],
        ['example.org'],
      ] as const
    ).flatMap(([typed, address = typed]): (typeof WRONG)[string] => [
      [
        `a link to ${typed}`,
        withCase({}, `${aCaseBody}See [it](${typed}).`),
        [[`caseStudies/shop @[it](${typed}).`, `a link may not lead to "${address}"`]],
      ],
      [
        `a definition of ${typed}`,
        withCase({}, `${aCaseBody}\nSee [it].\n\n[it]: ${typed} "Title"\n`),
        [[`caseStudies/shop @[it]: ${typed} "Title"`, `a link may not lead to "${address}"`]],
      ],
    ]),
    [
      'a script between angle brackets',
      withCase({}, `${aCaseBody}See <javascript:alert(1)>.`),
      [['caseStudies/shop @<javascript:alert(1)>', 'a link may not lead to "javascript:alert(1)"']],
    ],
    [
      'a link to a heading that the text does not have',
      withCase({}, `${aCaseBody}See [above](#problm), [this](#what-was-done) and [that](#elsewhere).`),
      [
        [
          'caseStudies/shop @[above]',
          'the link leads to no heading of this text: none has the anchor "#problm"; did you mean "#problem"?',
        ],
        [
          'caseStudies/shop @[that]',
          'the link leads to no heading of this text: none has the anchor "#elsewhere"',
        ],
      ],
    ],
    [
      'links to pages that are not there',
      withText('[a](/challenges/concept-drfit/) [b](/tools/watcher) [c](/nowhere/at-all/?q=1#x)'),
      [
        [
          'pages/about @[a](/challenges/concept-drfit/)',
          'there is no page "/challenges/concept-drfit/"; did you mean "/challenges/concept-drift/"?',
        ],
        [
          'pages/about @[b](/tools/watcher)',
          'there is no page "/tools/watcher"; did you mean "/tools/watcher/"?',
        ],
        ['pages/about @[c](/nowhere/at-all/?q=1#x)', 'there is no page "/nowhere/at-all/"'],
      ],
    ],
    [
      'a link in an entry of any kind',
      { challenges: [aChallenge('concept-drift', drift.data, '[a](/b/)'), release] },
      [['challenges/concept-drift @](/b/)', 'there is no page "/b/"']],
    ],
  ],
  'top-heading': [
    [
      'a heading of the first level, however it is marked, and no other',
      withCase({}, `# It\n\n${aCaseBody}\nSo\n===\n\nX\n\n> # Deep\n`),
      [
        ['caseStudies/shop @# It', `"It" ${TOP_HEADING}; write "## It" or plain text`],
        ['caseStudies/shop @So\n===', `"So" ${TOP_HEADING}; write "## So" or plain text`],
        ['caseStudies/shop @# Deep', `"Deep" ${TOP_HEADING}; write "## Deep" or plain text`],
      ],
    ],
  ],
  'no-image': [
    [
      'an image in place, by reference and by its own name',
      withCase({}, `${aCaseBody}![a](https://a.org/b.png) ![c][d] ![d]\n\n[d]: https://a.org/e.png\n`),
      ['![a](', '![c][d]', '![d]'].map((at): Told => [
        `caseStudies/shop @${at}`,
        'images are not allowed here; tell what it shows, or link to it: [what it shows](https://…)',
      ]),
    ],
  ],
  'link-reference': [
    [
      'a link that nothing defines, with what was meant',
      withCase({}, `${aCaseBody}See [a][reprt], [report][] and [b][].\n\n[report]: https://a.org\n`),
      [
        ['caseStudies/shop @[a][reprt]', 'nothing defines the link [reprt]; did you mean "report"?'],
        ['caseStudies/shop @[b][]', 'nothing defines the link [b]'],
      ],
    ],
    [
      'a definition that nothing uses, and one that stands twice',
      withCase(
        {},
        `${aCaseBody}See [a].\n\n[a]: https://a.org\n\n[A]: https://b.org\n\n[c]: https://c.org\n`,
      ),
      [
        ['caseStudies/shop @[A]: https://b.org', '[a] is defined already; only the first counts'],
        ['caseStudies/shop @[c]: https://c.org', 'no link uses the definition [c]; use it or remove it'],
      ],
    ],
  ],
  footnote: [
    [
      'a mark without its text, with what was meant, and a text without its mark',
      withCase({}, `${aCaseBody}So[^one], so[^twoo] and so[^6].\n\n[^one]: A.\n\n[^two]: B.\n`),
      [
        ['caseStudies/shop @[^twoo]', 'the footnote [^twoo] has no text; did you mean "two"?'],
        ['caseStudies/shop @[^6]', 'the footnote [^6] has no text'],
        [
          'caseStudies/shop @[^two]: B.',
          'nothing refers to the footnote [^two]; write [^two] where it belongs, or remove it',
        ],
      ],
    ],
    [
      'a text that stands twice',
      withCase({}, `${aCaseBody}So[^1].\n\n[^1]: A.\n\n[^1]: B.\n`),
      [['caseStudies/shop @[^1]: B.', 'the footnote [^1] has a text already; only the first counts']],
    ],
  ],
  characters: [
    [
      'signs that nobody sees, as entities',
      withCase({}, `${aCaseBody}Ja&#8203;va and &rlm;so.`),
      [
        [
          'caseStudies/shop @&#8203;va',
          'the text holds a sign that nobody sees, as an entity (U+200B); remove it',
        ],
        [
          'caseStudies/shop @&rlm;so.',
          'the text holds a sign that nobody sees, as an entity (U+200F); remove it',
        ],
      ],
    ],
  ],
  marks: [
    [
      'more marks than anybody can read',
      withCase({}, `${aCaseBody}${'*a_'.repeat(800)}`),
      [
        [
          'caseStudies/shop @## Problem',
          'the text holds 1600 of the marks * _ ~ > [ ] or of lists in lists; 1000 at most',
        ],
      ],
    ],
  ],
  redirect: [
    [
      'a redirect to nothing',
      { redirects: { tools: { old: 'wacher' } } },
      [['redirects/redirects tools.old', 'there is no tool "wacher"; did you mean "watcher"?']],
    ],
    [
      'a redirect to an entry of another collection',
      { redirects: { 'case-studies': { old: 'retraining' } } },
      [['redirects/redirects case-studies.old', 'there is no case study "retraining"']],
    ],
    [
      'a redirect from a slug in use',
      { redirects: { mitigations: { retraining: 'retraining' } } },
      [
        [
          'redirects/redirects mitigations.retraining',
          '"retraining" is in use again; a slug that was given away is never reused',
        ],
      ],
    ],
    [
      'a redirect to a slug that was renamed too, twice',
      { redirects: { tools: { a: 'b', b: 'c', c: 'watcher' } } },
      [
        ['redirects/redirects tools.a', '"b" was renamed too; lead straight to "watcher"'],
        ['redirects/redirects tools.b', '"c" was renamed too; lead straight to "watcher"'],
      ],
    ],
    [
      'redirects that lead round in a circle',
      { redirects: { tools: { a: 'b', b: 'a' }, mitigations: { c: 'c' } } },
      [
        ['redirects/redirects mitigations.c', '"c" leads round in a circle, by way of "c"'],
        ['redirects/redirects tools.a', '"a" leads round in a circle, by way of "b"'],
        ['redirects/redirects tools.b', '"b" leads round in a circle, by way of "a"'],
      ],
    ],
    [
      'a redirect to a member of every object',
      { redirects: { tools: { a: 'constructor' } } },
      [['redirects/redirects tools.a', 'there is no tool "constructor"']],
    ],
    [
      'an old key of a work that nobody knows',
      { redirects: { references: { 'smith:19': 'smith2021' } } },
      [
        [
          'redirects/redirects references.smith:19',
          'there is no work "smith2021"; did you mean "smith2020"?',
        ],
      ],
    ],
    [
      'an old key of a work that is in use',
      { redirects: { references: { smith2020: 'shop' } } },
      [
        [
          'redirects/redirects references.smith2020',
          '"smith2020" is in use again; a key that was given away is never reused',
        ],
      ],
    ],
    [
      'old anchors of a page that is not there',
      { redirects: { anchors: { '/glosary/': { a: 'drift' } } } },
      [['redirects/redirects anchors./glosary/', 'there is no page "/glosary/"; did you mean "/glossary/"?']],
    ],
    [
      'old anchors under the old address of a page',
      { redirects: { tools: { reef: 'watcher' }, anchors: { '/tools/reef/': { a: 'challenges' } } } },
      [
        [
          'redirects/redirects anchors./tools/reef/',
          'there is no page "/tools/reef/"; it was renamed, and is "/tools/watcher/" now',
        ],
      ],
    ],
    [
      'an old anchor that leads to no anchor of the page',
      {
        redirects: {
          anchors: {
            '/glossary/': { shift: 'drfit' },
            '/stages/model-deployment/': { upkeep: 'updatin' },
            '/references/': { 'ref-x': 'ref-smith2021' },
            '/symptoms/': { worse: 'it-got-wors' },
            '/challenges/concept-drift/': { start: 'at-a-glanc', questions: 'concept-drift-q9' },
            '/case-studies/shop/': { a: 'what-was-don' },
          },
        },
      },
      [
        ['redirects/redirects anchors./glossary/.shift', 'there is no anchor "drfit"; did you mean "drift"?'],
        [
          'redirects/redirects anchors./stages/model-deployment/.upkeep',
          'there is no anchor "updatin"; did you mean "updating"?',
        ],
        [
          'redirects/redirects anchors./references/.ref-x',
          'there is no anchor "ref-smith2021"; did you mean "ref-smith2020"?',
        ],
        [
          'redirects/redirects anchors./symptoms/.worse',
          'there is no anchor "it-got-wors"; did you mean "it-got-worse"?',
        ],
        [
          'redirects/redirects anchors./challenges/concept-drift/.start',
          'there is no anchor "at-a-glanc"; did you mean "at-a-glance"?',
        ],
        [
          'redirects/redirects anchors./challenges/concept-drift/.questions',
          'there is no anchor "concept-drift-q9"; did you mean "concept-drift-a"?',
        ],
        [
          'redirects/redirects anchors./case-studies/shop/.a',
          'there is no anchor "what-was-don"; did you mean "what-was-done"?',
        ],
      ],
    ],
    [
      'old anchors that are in use, lead to old ones, or round in a circle',
      {
        redirects: {
          anchors: {
            '/glossary/': { drift: 'letter-d', a: 'b', b: 'drift', c: 'd', d: 'c', 'letter-d': '/matrix/' },
          },
        },
      },
      [
        [
          'redirects/redirects anchors./glossary/.drift',
          '"drift" is in use again; an anchor that was given away is never reused',
        ],
        ['redirects/redirects anchors./glossary/.a', '"b" was renamed too; lead straight to "drift"'],
        ['redirects/redirects anchors./glossary/.c', '"c" leads round in a circle, by way of "d"'],
        ['redirects/redirects anchors./glossary/.d', '"d" leads round in a circle, by way of "c"'],
        [
          'redirects/redirects anchors./glossary/.letter-d',
          '"letter-d" is in use again; an anchor that was given away is never reused',
        ],
      ],
    ],
    [
      'parts that moved to where they are not',
      {
        redirects: {
          tools: { reef: 'watcher' },
          anchors: {
            '/glossary/': {
              a: '/glossary/#drift',
              b: '/tools/reef/',
              c: '/challenges/concept-drift/#evidenc',
              d: '/challenges/concept-drift/#start',
              e: '/case-studies/shop/#there',
            },
            '/challenges/concept-drift/': { start: 'at-a-glance' },
            '/case-studies/shop/': { there: '/matrix/' },
          },
        },
      },
      [
        ['redirects/redirects anchors./glossary/.a', '"/glossary/#drift" is on the same page: write "drift"'],
        [
          'redirects/redirects anchors./glossary/.b',
          'there is no page "/tools/reef/"; it was renamed, and is "/tools/watcher/" now',
        ],
        [
          'redirects/redirects anchors./glossary/.c',
          'the page "/challenges/concept-drift/" has no anchor "evidenc"; did you mean "evidence"?',
        ],
        [
          'redirects/redirects anchors./glossary/.d',
          '"/challenges/concept-drift/#start" was renamed too; lead straight to "/challenges/concept-drift/#at-a-glance"',
        ],
        [
          'redirects/redirects anchors./glossary/.e',
          '"/case-studies/shop/#there" was renamed too; lead straight to "/matrix/"',
        ],
      ],
    ],
  ],
  'lost-slug': [
    [
      'entries that are gone, with a redirect for one of them',
      {
        redirects: { tools: { reef: 'watcher' } },
        published: [
          { collection: 'tools', slug: 'reef' },
          { collection: 'tools', slug: 'wacher' },
          { collection: 'tools', slug: 'watcher' },
          { collection: 'tools', slug: 'old-thing', became: 'watcher' },
          { collection: 'caseStudies', slug: 'constructor' },
        ],
      },
      [
        [
          'redirects/redirects tools',
          'the tool "wacher" was published and is gone; say under tools what answers for it, such as "wacher: watcher"',
        ],
        [
          'redirects/redirects tools',
          'the tool "old-thing" was published and is gone; say under tools what answers for it, such as "old-thing: watcher"',
        ],
        [
          'redirects/redirects ',
          'the case study "constructor" was published and is gone; say under case-studies what answers for it',
        ],
      ],
    ],
  ],
  'review-choice': [
    [
      'a question and answers that the review does not have',
      withRules(
        aReviewRule('a', { dta: ['personal'], data: ['sensor', 'personal'] }, both),
        aReviewRule('b', { domain: ['e-commerc'], constructor: ['personal'] }, { 'concept-drift': ['shop'] }),
      ),
      [
        ['review/review rules.0.when.dta', 'the review asks nothing called "dta"; did you mean "data"?'],
        ['review/review rules.0.when.data.0', '"data" has no answer "sensor"; did you mean "sensors"?'],
        [
          'review/review rules.1.when.domain.0',
          '"domain" has no answer "e-commerc"; did you mean "e-commerce"?',
        ],
        ['review/review rules.1.when.constructor', 'the review asks nothing called "constructor"'],
      ],
    ],
  ],
  'review-case': [
    [
      'a case that names another challenge, and a challenge that its cases are not cited for',
      withRules(
        aReviewRule('a', {}, { 'slow-release': ['shop'] }),
        aReviewRule('b', { data: ['personal'] }, { 'concept-drift': [] }),
      ),
      [
        [
          'review/review rules.0.challenges.0.seenIn.0',
          'the case study "shop" does not name the challenge "slow-release"',
        ],
        [
          'review/review rules.1.challenges.0.challenge',
          'nothing shows why "concept-drift" matters; cite a case study under "seenIn"',
        ],
      ],
    ],
    [
      'a case whose name is near that of one which fits',
      {
        ...withRules(aReviewRule('a', {}, { 'concept-drift': ['shops'], 'slow-release': [] })),
        caseStudies: [...right.caseStudies, aCaseStudy('shops', ['slow-release'])],
      },
      [
        [
          'review/review rules.0.challenges.0.seenIn.0',
          'the case study "shops" does not name the challenge "concept-drift"; did you mean "shop"?',
        ],
        [
          'review/review rules.0.challenges.1.challenge',
          'nothing shows why "slow-release" matters; cite a case study under "seenIn"',
        ],
      ],
    ],
  ],
  'review-for-each-challenge': [
    [
      'challenges that no rule leads to',
      {
        challenges: [...right.challenges, aChallenge('third', { order: 3 })],
        ...withRules(aReviewRule('a', {}, { 'slow-release': [] })),
      },
      [
        [
          'review/review',
          'no rule of the review leads to "concept-drift", "third"; say in which context it matters',
        ],
      ],
    ],
  ],
  'symptom-for-each-challenge': [
    [
      'challenges that nobody reaches from what they see',
      {
        symptomGroups: [aSymptomGroup('in-use', [aSymptom('worse', ['slow-release'])])],
        challenges: [aChallenge('third', { order: 3, related: related('concept-drift') }), drift, release],
      },
      [
        [
          'symptoms/symptoms',
          'no symptom leads to "concept-drift", "third"; write what people say when they meet it',
        ],
      ],
    ],
  ],
};

/** Findings as a table writes them. */
const toldBy = (parts: Partial<Content>, ids: (id: string) => boolean): Told[] => {
  const content = aContent(parts);
  return findingsOf(
    content,
    RULES.filter(({ id }) => ids(id)),
  ).map(({ collection, id, path, offset, message }) => {
    const body =
      offset === undefined
        ? undefined
        : (content[collection as 'pages'].find((each) => each.id === id)?.body ?? '');
    const place = body === undefined ? path?.join('.') : `@${body.slice(offset)}`;
    return [[`${collection}/${id}`, place].filter((part) => part !== undefined).join(' '), message];
  });
};

test('the sample breaks no rule', () => {
  expect(findingsOf(right)).toEqual([]);
});

test('every rule has content that breaks it here, and no rule is made up', () => {
  expect(Object.keys(WRONG).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
  expect(Object.values(WRONG).filter((cases) => cases.length === 0)).toEqual([]);
});

describe.each(Object.entries(WRONG))('%s', (rule, cases) => {
  test.each(cases)('finds %s', (_what, parts, expected) => {
    const found = toldBy(parts, (id) => id === rule);
    // A body is compared from the offset on, as far as the table writes it.
    const cut = found.map(([where, message], i): Told => {
      const wanted = expected[i]?.[0] ?? '';
      return [wanted.includes('@') ? where.slice(0, wanted.length) : where, message];
    });
    expect(cut).toEqual(expected);
  });

  test('finds nothing in the sample', () => {
    expect(toldBy({}, (id) => id === rule)).toEqual([]);
  });
});

describe('no rule objects to', () => {
  test.each<[string, Partial<Content>]>([
    ['a status with its date', withCase({ status: 'finding', statusAsOf: '2026-01' })],
    ['a proposal without outcome', withCase({ mitigations: [applied('retraining', { basis: 'proposed' })] })],
    [
      'a measured mitigation that a case used',
      { mitigations: [aMitigation('retraining', ['concept-drift'], { measured: true })] },
    ],
    ['lessons at the end', withCase({}, sections('Problem', 'What was done', 'Outcome', 'Lessons'))],
    ['sections in a file with CRLF', withCase({}, aCaseBody.replaceAll('\n', '\r\n'))],
    ['HTML in code', withCase({}, `${aCaseBody}\`<b>\` \`\`<i>\`\`\n\n\`\`\`html\n<script>\n\`\`\`\n`)],
    ['signs that are no HTML', withCase({}, `${aCaseBody}5 < 6 > 4, a <- b, 1<2, <3, \\<b>`)],
    [
      'addresses in angle brackets',
      withCase({}, `${aCaseBody}<https://example.org> <a.b@example.org> <mailto:a@b.org>`),
    ],
    ['a footnote of one word', withCase({}, `${aCaseBody}As said[^1].\n\n[^1]: Unsourced.\n`)],
    ['citations in code', withCase({}, `${aCaseBody}\`[@key]\`\n\n~~~\n[@key]\n~~~\n`)],
    ['links in code', withCase({}, `${aCaseBody}\`[a](b)\``)],
    [
      'links to every kind of page and to the open web',
      withText(
        '\n## Part\n\n[a](/) [b](/stages/model-deployment/) [c](/challenges/) [d](/challenges/concept-drift/#why) ' +
          '[e](/mitigations/retraining/) [f](/tools/watcher/) [g](/approaches/data-mesh/) [h](/case-studies/shop/) ' +
          '[i](#part) [j](https://example.org/a_(b)) [k](<https://example.org>) [l](mailto:a@b.org) [m](/search/?q=a)',
      ),
    ],
    [
      'two case studies without any number',
      {
        caseStudies: [...right.caseStudies, aCaseStudy('zoo', ['concept-drift'])],
        ...withDrift(() =>
          aChallengeBody({ Case: ['zoo', 'shop'], Mitigation: ['retraining'], Tool: ['watcher'] }),
        ),
      },
    ],
    ['no redirects', { redirects: {} }],
    [
      'old anchors and keys that lead to what is there',
      {
        redirects: {
          references: { 'smith:19': 'smith2020', 'shop-report': 'shop' },
          anchors: {
            '/glossary/': { shift: 'drift', gone: '/challenges/concept-drift/#evidence', far: '/matrix/' },
            '/matrix/': { 'nobody-knows': 'what-is-there' },
            '/case-studies/shop/': { cause: 'how-we-know', result: 'outcome' },
          },
        },
      },
    ],
    ['an entry that was always there', { published: [{ collection: 'tools', slug: 'watcher' }] }],
    [
      'optional sections',
      withDrift((body) =>
        body.replace('## What to do', '## Check the source\n\nIt differs.\n\n## What to do'),
      ),
    ],
    ['a challenge with CRLF', withDrift((body) => body.replaceAll('\n', '\r\n'))],
    [
      'signs and braces that are escaped or in code',
      withDrift(
        (body) =>
          `${body}\nA \\{brace}, n < m, \\<n, \`{a} <b>\`.\n\n\`\`\`ts\nimport a from '{b}<c>';\n\`\`\`\n`,
      ),
    ],
    [
      'what the survey reports, figures and all',
      withDrift((body) =>
        body.replace(
          '<MoreCases />',
          '<SurveyReports>\n\n- 12 of 28 said so.\n\n</SurveyReports>\n\n<MoreCases />',
        ),
      ),
    ],
    [
      'figures with their source, and numbers that are none',
      withDrift(
        (body) =>
          `${body}\nErrors fell by 12 percent [@shop]. In 2020, [28 did](https://a.org). GPT-4 came.\n`,
      ),
    ],
    [
      'link texts that hold an empty word',
      withText('[Read more about drift](/tools/) [Here and there](/tools/)'),
    ],
    ['the fewest words of a tool', withBody('tools', aToolBodyOf(150))],
    ['the most words of a tool', withBody('tools', aToolBodyOf(900))],
    [
      'elements that are written in another way',
      withDrift((body) => body.replace('<Case of="shop">', "<Case\n  of = 'shop'>")),
    ],
    [
      'three cases of four, four mitigations of five and two tools of three',
      {
        ...withDrift(() =>
          aChallengeBody({
            Case: ['case-1', 'case-2', 'case-4'],
            Mitigation: ['one', 'two', 'three', 'retraining'],
            Tool: ['watcher', 'checklist'],
          }),
        ),
        caseStudies: [
          ...right.caseStudies,
          ...[1, 2, 4].map((i) => aCaseStudy(`case-${i}`, ['concept-drift'])),
        ],
        mitigations: ['retraining', 'one', 'two', 'three', 'four'].map((id) =>
          aMitigation(id, ['concept-drift']),
        ),
        tools: [...right.tools, aTool('tfx', ['concept-drift'])],
        approaches: [...right.approaches, anApproach('checklist', ['concept-drift'])],
      },
    ],
  ])('%s', (_what, parts) => {
    expect(toldBy(parts, () => true)).toEqual([]);
  });
});

describe('what could not be read is no reason for other findings', () => {
  test.each<[string, Partial<Content>]>([
    ['a challenge', { challenges: [release], unread: [{ collection: 'challenges', id: 'concept-drift' }] }],
    [
      'the only challenges',
      { challenges: [], unread: right.challenges.map(({ id }) => ({ collection: 'challenges', id })) },
    ],
    ['a mitigation', { mitigations: [], unread: [{ collection: 'mitigations', id: 'retraining' }] }],
    ['a tool', { tools: [], unread: [{ collection: 'tools', id: 'watcher' }] }],
    ['an approach', { approaches: [], unread: [{ collection: 'approaches', id: 'data-mesh' }] }],
    [
      'the case study that measured',
      {
        mitigations: [aMitigation('retraining', ['concept-drift'], { measured: true })],
        caseStudies: [],
        unread: [{ collection: 'caseStudies', id: 'shop', body: aCaseBody }],
      },
    ],
    [
      'the page that cites',
      {
        pages: [],
        toolGroups: [],
        unread: right.pages.map(({ id, body = '' }) => ({ collection: 'pages' as const, id, body })),
      },
    ],
    [
      'the tool groups',
      {
        ...withText(''),
        pages: [],
        toolGroups: [],
        unread: [{ collection: 'toolGroups', id: 'toolGroups' }],
      },
    ],
    [
      'the workflow',
      { workflow: { stages: [], moved: [] }, unread: [{ collection: 'workflow', id: 'workflow' }] },
    ],
    ['the symptoms', { symptomGroups: [], unread: [{ collection: 'symptoms', id: 'symptoms' }] }],
    ['the review', { review: { contexts: [], rules: [] }, unread: [{ collection: 'review', id: 'review' }] }],
    ['the bibliography', { works: [], unread: [{ collection: 'works', id: 'works' }] }],
  ])('%s', (_what, parts) => {
    expect(toldBy(parts, () => true)).toEqual([]);
  });

  test('yet its text is judged', () => {
    const unread = [
      { collection: 'caseStudies' as const, id: 'zoo', body: '## Problem\n\n<b> [a](b) [@nobody]\n' },
    ];
    expect(findingsOf(aContent({ unread })).map(({ rule, id }) => `${id}: ${rule}`)).toEqual([
      'zoo: known-citation',
      'zoo: sections',
      'zoo: sections',
      'zoo: no-raw-html',
      'zoo: known-link',
    ]);
  });

  test('and so is the text of a tool', () => {
    const unread = [{ collection: 'tools' as const, id: 'other', body: `${aToolBody}\nIt is <b>5</b>.\n` }];
    expect(findingsOf(aContent({ unread })).map(({ rule, id }) => `${id}: ${rule}`)).toEqual([
      'other: mdx',
      'other: cited-figure',
    ]);
  });
});

test('a finding says what was found, what is expected and what was meant', () => {
  expect(findingsOf(aContent(withCase({ challenges: ['concept-drfit'] })))).toEqual([
    {
      rule: 'known-slug',
      collection: 'caseStudies',
      id: 'shop',
      path: ['challenges', 0],
      message: 'there is no challenge "concept-drfit"; did you mean "concept-drift"?',
      found: 'concept-drfit',
      expected: 'the slug of a challenge',
      suggestion: 'concept-drift',
    },
  ]);
});

test('all rules report in one go', () => {
  const parts = {
    ...withCase({ challenges: ['nobody'], status: 'finding' }, ''),
    redirects: { tools: { old: 'none-such' } },
  };
  expect(new Set(findingsOf(aContent(parts)).map(({ rule }) => rule))).toEqual(
    new Set(['known-slug', 'sections', 'dated-status', 'redirect']),
  );
});
