import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SECTIONS } from '../rules/sections.ts';
import { CaseStudy } from '../schema/case-study.ts';
import { caseStudyText, type CaseStudyFields } from './case-study-text.ts';
import { sectionsOf } from './sections.ts';

const COMPLETE: CaseStudyFields = {
  title: 'A shop finds drift in its ranking',
  organisation: 'Example Corp',
  industry: 'e-commerce',
  year: 2020,
  kind: 'case-study',
  task: 'product ranking',
  challenges: ['concept-drift', 'continuous-delivery'],
  mitigations: [{ id: 'retraining', outcome: 'helped', basis: 'used', note: 'It took a week.' }],
  tools: ['mlflow'],
  source: {
    title: 'How we found drift',
    authors: ['A. Author', 'B. Author'],
    year: 2020,
    arxiv: '2011.09926',
  },
  evidence: 'full-text',
  checked: '2026-01-02',
  contributor: 'someone',
  problem: 'It fell.',
  whatWasDone: 'They looked.',
  outcome: 'It rose.',
};

const TEXT = `---
title: A shop finds drift in its ranking
organisation: Example Corp
industry: e-commerce
year: 2020
kind: case-study
task: product ranking
challenges: [concept-drift, continuous-delivery]
mitigations:
  - id: retraining
    outcome: helped
    basis: used
    note: It took a week.
tools: [mlflow]
source:
  title: How we found drift
  authors:
    - A. Author
    - B. Author
  year: 2020
  arxiv: '2011.09926'
evidence: full-text
checked: '2026-01-02'
contributor: someone
---

## Problem

It fell.

## What was done

They looked.

## Outcome

It rose.
`;

const cut = (text: string) => {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/m.exec(text) ?? [];
  return { matter, body };
};
const record = (fields: CaseStudyFields, version: '1.1' | '1.2' = '1.2') =>
  parse(cut(caseStudyText(fields)).matter, { version }) as Record<string, unknown>;

test('complete fields make a file as people write it, in the order of the schema', () => {
  expect(caseStudyText(COMPLETE)).toBe(TEXT);
  expect(caseStudyText(Object.fromEntries(Object.entries(COMPLETE).toReversed()))).toBe(TEXT);
});

test('every gap is a key without value, and only what is needed has one', () => {
  expect(caseStudyText({ title: ' ', mitigations: [{ id: 'retraining' }], tools: [], source: { doi: '' } }))
    .toBe(`---
title: # 10 to 120 characters
industry:
year: # of the report
kind: # case-study, application-review, lessons-learned, interview-study, regulation, incident
task: # what the model was for
challenges: # 1 to 8 slugs
mitigations:
  - id: retraining
    outcome: # helped, partly, did-not-help, not-reported
source:
  title:
  url: # or doi, arxiv or isbn
evidence: # full-text, abstract, secondary: how you saw the source
checked: # the day you compared this with the source, such as 2026-11-23
---

## Problem

## What was done

## Outcome
`);
});

describe('text is read back as it was typed, and is no other kind of value', () => {
  test.each([
    'yes',
    'null',
    '~',
    'true',
    '2024',
    '1e3',
    '0x1F',
    '0o17',
    '1_000',
    '12:30:45',
    '2026-01-01',
    '.inf',
    '<<',
    '=',
    '- a list?',
    '-',
    '--- not the end',
    '---',
    '...',
    'a: b',
    'a:',
    ': b',
    'a # b',
    '# b',
    '"quoted"',
    "it's 'quoted'",
    `both " and '`,
    '[a, b]',
    '{a: b}',
    '&anchor',
    '*alias',
    '!tag',
    '%directive',
    '@at',
    '`tick`',
    '| block',
    '> folded',
    '? key',
    'back\\slash \\n',
    'tab\tinside',
    'bell \u0007 and next line \u0085 and separator \u2028 inside',
    'an end \u2028---\u2028 \u0085---\u0085 \u2029---\u2029 of front matter',
    'marks \uFEFF and \uFFFE and \u007F inside',
    'emoji 👩‍💻 🚀',
    'עברית, العربية, 日本語',
    'constructor',
    '__proto__',
    `${'a long line of words '.repeat(40)}end`,
  ])('%j', (text) => {
    const fields = {
      ...COMPLETE,
      title: text,
      organisation: text,
      source: { ...COMPLETE.source, title: text, authors: [text, 'B. Author'] },
      mitigations: [{ id: 'retraining', outcome: 'helped' as const, note: text }],
    };
    for (const version of ['1.1', '1.2'] as const)
      expect(record(fields, version)).toMatchObject({
        title: text,
        organisation: text,
        source: { title: text, authors: [text, 'B. Author'] },
        mitigations: [{ note: text }],
      });
    // One line a value (`basis` is not given here): nothing is folded, and nothing looks like the end of the front matter.
    expect(caseStudyText(fields).split('\n')).toHaveLength(TEXT.split('\n').length - 1);
  });
});

test('random text of all planes is read back as it was typed', () => {
  let state = 7;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const signs = '-:#?\'"[]{}&*!|>%@`,~\\ \t.0e_<=yn/';
  for (let i = 0; i < 500; i += 1) {
    const text = `x${Array.from({ length: 1 + random(30) }, () =>
      random(2) === 0 ? signs[random(signs.length)] : String.fromCodePoint(1 + random(0x10_ff_ff)),
    ).join('')}x`;
    const fields = { ...COMPLETE, title: text, organisation: text.slice(1, -1) };
    expect([record(fields)['title'], record(fields)['organisation'] ?? '']).toEqual([
      text.toWellFormed(),
      text.slice(1, -1).toWellFormed().trim(),
    ]);
  }
});

test('a line break in a value stays on one line, where the schema refuses it', () => {
  const text = caseStudyText({ ...COMPLETE, title: 'one\n---\ntwo' });

  expect(text).toContain('\ntitle: "one\\n---\\ntwo"\n');
  expect(CaseStudy.safeParse(parse(cut(text).matter)).success).toBe(false);
});

test('sections keep what was typed but for line ends and outer blank lines', () => {
  const { body } = cut(
    caseStudyText({
      ...COMPLETE,
      problem: '\r\n\n    code\r\n\r\n# a heading\r\n---\r\n<b>\r\n  \r\n',
      outcome: 'half \uD800 a letter',
      lessons: 'Look *early*.',
    }),
  );

  expect(body).toBe(`
## Problem

    code

# a heading
---
<b>

## What was done

They looked.

## Outcome

half \uFFFD a letter

## Lessons

Look *early*.
`);
});

test('keys that the schema does not know are left out', () => {
  const fields = JSON.parse('{"__proto__": "x", "constructor": "y", "colour": "red"}') as CaseStudyFields;

  expect(caseStudyText({ ...COMPLETE, ...fields })).toBe(TEXT);
});

test('the sections are those that the check asks for', () => {
  const { body } = cut(caseStudyText({ ...COMPLETE, lessons: 'Look early.' }));

  expect(sectionsOf(body).map(({ title }) => title)).toEqual(SECTIONS.caseStudies?.map(({ title }) => title));
});
