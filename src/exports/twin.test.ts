import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import type { Catalogue } from '../model/catalogue.ts';
import { ALLOWED_COMPONENTS } from '../model/mdx.ts';
import { worksByKey } from '../model/references.ts';
import {
  aCaseStudy,
  aCatalogue,
  aChallenge,
  aMitigation,
  anApproach,
  applied,
  aStage,
  aStep,
  aTool,
  aToolGroup,
  aWork,
} from '../model/samples.ts';
import { SHOWN_ELEMENTS } from './twin-elements.ts';
import { guideOf, type Guide } from './twin-guide.ts';
import { htmlOf, markdownOf } from './twin-text.ts';
import { twinOf } from './twin.ts';

const SITE = 'https://guide.example/guide';
const workflow = { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] };

const guideWith = (parts: Partial<Catalogue>, changed?: string): Guide => {
  const catalogue = aCatalogue({ workflow, ...parts });
  const works = worksByKey(catalogue);
  return guideOf({
    catalogue,
    works,
    texts: new Map([...works].map(([key, { csl }]) => [key, `${csl.title}.`])),
    prose: new Map(),
    locate: (path) => `${SITE}${path}`,
    datesOf: () => (changed === undefined ? {} : { changed }),
  });
};

/** The sections of a twin by their headings; what stands before the first has none. */
const sectionsOf = (tree: Root): Record<string, string> =>
  Object.fromEntries(
    markdownOf(tree)
      .split(/^## /m)
      .map((part, i) =>
        i === 0 ? ['', part.trim()] : [part.split('\n', 1)[0], part.replace(/^.*\n/, '').trim()],
      ),
  ) as Record<string, string>;

const shop = aCaseStudy('shop', ['concept-drift'], {
  title: 'Watching helps a shop',
  organisation: 'Shop & Co',
  mitigations: [applied('watch', { outcome: 'helped', note: 'Twice as fast.' })],
  tools: ['mlflow'],
  evidence: 'abstract',
});
const bank = aCaseStudy('bank', ['concept-drift'], { evidence: 'secondary', year: 2019 });
const watch = aMitigation('watch', ['concept-drift'], {}, 'Watch it [@shop].');
const rest = aMitigation('rest', ['concept-drift'], { otherTools: ['A script'] }, 'Wait.');
const mlflow = aTool(
  'mlflow',
  ['concept-drift'],
  { supports: ['watch'], alternatives: ['way'] },
  'It logs [@a-work].',
);
const way = anApproach('way', ['concept-drift'], {}, '<SurveyReports>\n\n- So (2021).\n\n</SurveyReports>');
const aWorkSeen = aWork('a-work', { URL: 'https://example.org/a' });
const everything = {
  caseStudies: [bank, shop],
  mitigations: [watch, rest],
  tools: [mlflow],
  approaches: [way],
  works: [aWorkSeen],
};

const challengeWith = (body: string) => {
  const drift = aChallenge('concept-drift', { aliases: ['decay', 'shift'] }, body);
  const guide = guideWith(
    {
      ...everything,
      challenges: [
        drift,
        aChallenge('slow-release', { related: [{ challenge: 'concept-drift', why: 'it waits' }] }),
      ],
    },
    '2026-11-28T20:34:00Z',
  );
  return twinOf('challenges', drift, guide);
};

const SHOP = `[Watching helps a shop](${SITE}/case-studies/shop/)`;
const SHOP_FACTS = 'Shop & Co · 2020 · software · case study · evidence: abstract seen';
const BANK = `[Bank in the field](${SITE}/case-studies/bank/)`;
const BANK_FACTS = 'organisation not named · 2019 · software · case study · evidence: secondary report';

test.each([
  ['<Symptoms />', '- a\n- b\n- c\n- d'],
  [
    '<Questions />',
    `- Is a there?\n- Is b there?\n- Is c there?\n- Is d there?\n- Is e there?\n\nAnswer them for your own project in a [pre-deployment review](${SITE}/review/).`,
  ],
  ['<Case of="shop">\n\nIt fell.\n\n</Case>', `### ${SHOP}\n\n${SHOP_FACTS}\n\nIt fell.`],
  ['<Case of="unknown">\n\nIt fell.\n\n</Case>', 'It fell.'],
  ['<MoreCases />', `### More case studies\n\n- ${SHOP} · ${SHOP_FACTS}\n- ${BANK} · ${BANK_FACTS}`],
  [
    '<Case of="shop">\n\nA.\n\n</Case>\n\n<MoreCases />',
    `### ${SHOP}\n\n${SHOP_FACTS}\n\nA.\n\n### More case studies\n\n- ${BANK} · ${BANK_FACTS}`,
  ],
  [
    '<Mitigation of="watch">\n\nLook.\n\n</Mitigation>',
    `### [Watch](${SITE}/mitigations/watch/)\n\nMitigation · evidence: narrative (helped 1) · effort: low · when: deploy · here: watch helps\n\nLook.`,
  ],
  [
    '<Mitigation of="watch">\n\nLook.\n\n</Mitigation>\n\n<MoreMitigations />',
    `### [Watch](${SITE}/mitigations/watch/)\n\nMitigation · evidence: narrative (helped 1) · effort: low · when: deploy · here: watch helps\n\nLook.\n\n### More mitigations\n\n- [Rest](${SITE}/mitigations/rest/): Rest helps. (evidence: no case yet, effort: low, when: deploy)`,
  ],
  [
    '<Tool of="mlflow">\n\nIt logs.\n\n</Tool>',
    `### [Mlflow](${SITE}/tools/mlflow/)\n\nTool · upkeep not known · MIT\n\nIt logs.`,
  ],
  ['<Tool of="way">\n\nA way.\n\n</Tool>', `### [Way](${SITE}/approaches/way/)\n\nApproach\n\nA way.`],
  [
    '<MoreTools />',
    `### More tools and approaches\n\n- [Mlflow](${SITE}/tools/mlflow/): Mlflow helps. (tool, upkeep not known)\n- [Way](${SITE}/approaches/way/): Way helps. (approach)`,
  ],
  ['<Related />', `- [Slow release](${SITE}/challenges/slow-release/): It waits.`],
  [
    '<SurveyReports>\n\n- So (2021).\n\n</SurveyReports>',
    `What follows is the survey’s, not ours. We read [the survey](https://doi.org/10.1145/3533378) only in its opening, and the rest through the 2021 slides and other readers’ notes; the year in brackets is the edition they retell ([more on this](${SITE}/about/)).\n\n- So (2021).`,
  ],
])('%s stands in a twin as what it shows', (element, expected) => {
  expect(sectionsOf(challengeWith(`## Text\n\n${element}`))['Text']).toBe(expected);
});

test('every element that a page may use has its words in a twin', () => {
  expect([...SHOWN_ELEMENTS].toSorted()).toEqual([...ALLOWED_COMPONENTS].toSorted());
});

test('a challenge says what it is, where it stands, what it rests on and how it may be used', () => {
  const sections = sectionsOf(challengeWith('## At a glance\n\nIt fell [@shop; @a-work; @bank].'));

  expect(sections).toEqual({
    '': `# Concept drift\n\n> It is hard.\n\nChallenge in [Model deployment](${SITE}/stages/model-deployment/) > [Updating](${SITE}/stages/model-deployment/#updating) · MO 1 · 2022 journal (wording not seen)\n\n2 case studies (abstract seen 1, secondary report 1) · 2 mitigations · 1 tool · 1 approach · cases last checked 2026-01-02\n\nAlso called: decay, shift.`,
    'At a glance': `It fell ([1](${SITE}/challenges/concept-drift/#ref-shop), [2](${SITE}/challenges/concept-drift/#ref-a-work), [3](${SITE}/challenges/concept-drift/#ref-bank)).`,
    Sources: `1. Report of shop. <https://example.org/shop> Evidence: abstract seen. Case study: ${SHOP}\n2. A work. <https://example.org/a>\n3. Report of bank. <https://example.org/bank> Evidence: secondary report. Case study: ${BANK}`,
    'About this text': `- Page: <${SITE}/challenges/concept-drift/>\n- Last changed: 2026-11-28\n- Licence: [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); name the [ML Deployment Field Guide](${SITE}/) and link to the page`,
  });
});

const drift = aChallenge('concept-drift');
const guide = guideWith({
  ...everything,
  challenges: [drift],
  toolGroups: [
    aToolGroup('weak-supervision', {
      tools: ['mlflow'],
      examples: { 2021: ['A'], 2022: ['B', 'C'] },
      pros: ['It is fast.'],
      cons: ['It is new.'],
      references: ['a-work'],
    }),
  ],
});

test('a mitigation tells its challenges with reasons and its cases with outcome, basis and evidence', () => {
  const sections = sectionsOf(twinOf('mitigations', watch, guide));

  expect(sections).toMatchObject({
    'Challenges it helps against': `- [Concept drift](${SITE}/challenges/concept-drift/): Watch helps.`,
    'In the case studies': `- ${SHOP}: helped (used: the organisation did it). Twice as fast. (${SHOP_FACTS})`,
    Tools: `- [Mlflow](${SITE}/tools/mlflow/): A tool.`,
    Sources: `1. Report of shop. <https://example.org/shop> Evidence: abstract seen. Case study: ${SHOP}`,
  });
  expect(sections['']).toContain(
    'Applied in at least one case, without a figure. Where it was applied: helped 1. Cases last checked 2026-01-02.',
  );
});

test('a mitigation without a case says so', () => {
  const sections = sectionsOf(twinOf('mitigations', rest, guide));

  expect(sections['In the case studies']).toBe('No case study here applied it or proposes it yet.');
  expect(sections['Tools']).toBe('Also named, without a page here: A script.');
  expect(sections['Sources']).toBeUndefined();
});

test('a tool tells its upkeep, its addresses, what it is for, and its family in the survey', () => {
  const sections = sectionsOf(twinOf('tools', mlflow, guide));

  expect(sections['']).toContain('Upkeep: not known, as of 2026-01: Released');
  expect(sections['']).toContain(
    'Home page: <https://example.org/> · Documentation: <https://example.org/docs>',
  );
  expect(sections).toMatchObject({
    'What it is for': `- [Concept drift](${SITE}/challenges/concept-drift/): Mlflow helps.\n\nIt logs ([1](${SITE}/tools/mlflow/#ref-a-work)).`,
    'Mitigations it supports': `- [Watch](${SITE}/mitigations/watch/): It helps.`,
    'Case studies': `- ${SHOP} · ${SHOP_FACTS}`,
    Alternatives: `- [Way](${SITE}/approaches/way/) (shares concept drift)`,
    'What the survey says of weak supervision':
      'A family of tools.\n\nOn the 2021 slide: A.\n\nIn the 2022 edition, by notes: B, C.\n\n**In favour.**\n\n- It is fast.\n\n**Against.**\n\n- It is new.\n\n**Works it points to.** A work <https://example.org/a>',
    Sources: '1. A work. <https://example.org/a>',
  });
});

test('an approach tells its source, and what the survey reports as the survey’s', () => {
  const sections = sectionsOf(twinOf('approaches', way, guide));

  expect(sections['']).toContain('Source: A way of working <https://example.org/way>');
  expect(markdownOf(twinOf('approaches', way, guide))).toContain(
    '**The figure on the page.** What it is made of.\n\nWhat follows is the survey’s',
  );
  expect(sections['To weigh against it']).toBe(`- [Mlflow](${SITE}/tools/mlflow/) (shares concept drift)`);
});

test('a case study tells who, how it turned out, how we know, and what it does not show', () => {
  const incident = aCaseStudy('court', ['concept-drift'], {
    kind: 'incident',
    status: 'allegation',
    statusAsOf: '2026-03-01',
    scope: 'All of 2025.',
    caveat: 'Two numbers differ.',
    facts: ['It says 5.'],
    mitigations: [applied('watch', { basis: 'proposed' })],
    source: { title: 'A book', isbn: '978-0-262-03384-8' },
    evidence: 'secondary',
  });
  const around = guideWith({ ...everything, challenges: [drift], caseStudies: [shop, incident] });
  const sections = sectionsOf(twinOf('caseStudies', incident, around));

  expect(sections).toMatchObject({
    '': `# Court in the field\n\nIncident · [Model deployment](${SITE}/stages/model-deployment/) · Organisation not named · Software · 2020 · ranking · evidence: secondary report\n\nLegal state: allegation, as of 2026-03-01; not today’s.`,
    Problem: 'It fell.',
    Outcome: 'It rose.\n\n**Scope of the figures.** All of 2025.',
    Mitigations: `- [Watch](${SITE}/mitigations/watch/): not reported (proposed: the source proposes it; nobody applied it yet).`,
    'Challenges it illustrates': `- [Concept drift](${SITE}/challenges/concept-drift/)`,
  });
  expect(sections['How we know']).toBe(
    'A book. ISBN 978-0-262-03384-8\n\n**Evidence: secondary report.** Another source tells it; the original was not read. Last compared with its source on 2026-01-02.\n\n**Check the source.** Two numbers differ.\n\n**What this does not show.** It is told by another source; the original may say it differently. Nobody applied the mitigations named here: they are proposals and lessons.\n\n**What was compared with the source.**\n\n- It says 5.',
  );
  expect(sections['About this text']).not.toContain('Last changed');
});

test('whatever strangers write as titles and names stays text', () => {
  const nasty =
    '[x](javascript:alert(1)) <script>a</script> `b` | c \\ *d* _e_ &amp; # 🙂 https://example.org';
  const odd = aCaseStudy('odd', ['concept-drift'], { title: nasty, organisation: nasty, task: nasty });
  const tree = twinOf('caseStudies', odd, guide);

  expect(markdownOf(tree)).toMatch(/^# \\\[x]\\\(javascript:alert\(1\)\) \\<script>a\\<\/script> /);
  expect(htmlOf(tree)).not.toMatch(/<script|<code>|<em>|href="(?!https:\/\/)/);
  expect(htmlOf(tree)).toContain(
    '<h1>[x](javascript:alert(1)) &#x3C;script>a&#x3C;/script> `b` | c \\ *d* _e_ &#x26;amp; # 🙂 https://example.org</h1>',
  );
});

test('a text that nobody could read for nesting points to its page', () => {
  const deep = aCaseStudy('deep', ['concept-drift'], {}, `${'>'.repeat(2000)} a`);

  expect(markdownOf(twinOf('caseStudies', deep, guide))).toContain(
    `This text is nested too deeply to stand here; it is on [its page](${SITE}/case-studies/deep/).`,
  );
});
