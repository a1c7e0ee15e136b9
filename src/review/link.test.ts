import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent } from '../cli/read-content.ts';
import { anyRegister } from './any-register.ts';
import { reviewKnowledge } from './knowledge.ts';
import { fromFragment, isReviewFragment, toFragment } from './link.ts';
import {
  anEntry,
  isTouched,
  newRegister,
  withAnswer,
  withContext,
  withEntry,
  withTitle,
  type Register,
} from './register.ts';
import { NOW, someKnowledge } from './samples.ts';

const knowledge = someKnowledge();
const fresh = newRegister(knowledge, NOW);
const read = (text: string) => fromFragment(text, knowledge, NOW);
const HEAD = 'review.v=1&review.as-of=2026-11-23';

const register = withAnswer(
  withAnswer(
    withEntry(
      withTitle(
        withContext(fresh, { data: ['personal', 'text'], stage: ['in-use'] }, knowledge, NOW),
        'Secret plan',
        NOW,
      ),
      'concept-drift',
      {
        likelihood: 3,
        impact: 4,
        status: 'in-progress',
        mitigation: 'retraining',
        owner: 'Ada',
        note: 'Not for others',
        evidence: 'https://example.org/secret',
      },
      NOW,
    ),
    'concept-drift',
    'concept-drift-window',
    'no',
    NOW,
  ),
  'concept-drift',
  'concept-drift-default',
  'no',
  NOW,
);

test('a link is readable, and holds no prose', () => {
  const fragment = toFragment(register);

  expect(fragment).toBe(
    `${HEAD}&data=personal,text&stage=in-use&risk.concept-drift=in-progress,l3,i4,m.retraining,n.default.window`,
  );
  expect(fragment).not.toMatch(/Ada|Secret|secret|others/);
});

test('a link brings back context, ratings, statuses, mitigations and answers', () => {
  const { register: back, notices } = read(toFragment(register));

  expect(notices).toEqual([]);
  expect(back.context).toEqual({ stage: ['in-use'], data: ['personal', 'text'] });
  expect(back.title).toBe('');
  expect(back.entries).toEqual([
    anEntry('data-cleaning'),
    {
      ...anEntry('concept-drift', {
        likelihood: 3,
        impact: 4,
        status: 'in-progress',
        mitigation: 'retraining',
      }),
      answers: { 'concept-drift-default': 'no', 'concept-drift-window': 'no' },
    },
  ]);
});

test('what was put aside or added by hand is in the link, also where nothing else was said', () => {
  const other = withEntry(
    withEntry(withEntry(fresh, 'concept-drift', { included: false }, NOW), 'slow-release', {}, NOW),
    'data-cleaning',
    { byHand: false, note: 'Only prose' },
    NOW,
  );
  expect(toFragment(other)).toBe(
    `${HEAD}&risk.concept-drift=aside&risk.slow-release=by-hand&risk.data-cleaning=`,
  );
  expect(read(toFragment(other)).register.entries).toEqual([
    anEntry('concept-drift', { included: false }),
    anEntry('slow-release', { byHand: true }),
    anEntry('data-cleaning'),
  ]);
});

test('an empty link is a new register', () => {
  expect(read('')).toEqual({ register: fresh, notices: [] });
  expect(read('#')).toEqual({ register: fresh, notices: [] });
});

test('the anchor of a heading is no review', () => {
  expect(
    ['#review.v=1', 'review.v=1&x', '#concept-drift', '', '#reviews', 'x#review.v=1'].map(isReviewFragment),
  ).toEqual([true, true, false, false, false, false]);
});

test('signs that a messenger has encoded are read all the same', () => {
  expect(read(`#${HEAD}&data=personal%2Ctext&risk.concept%2Ddrift=l3%2Ci4`)).toMatchObject({
    notices: [],
    register: { context: { data: ['personal', 'text'] }, entries: [{ likelihood: 3, impact: 4 }] },
  });
});

describe('names of another time', () => {
  test('a renamed challenge is followed, its questions and mitigations too, and said', () => {
    const { register: back, notices } = read(`${HEAD}&risk.old-drift=l2,m.train-again,y.window`);

    expect(back.entries).toEqual([
      {
        ...anEntry('concept-drift', { likelihood: 2, mitigation: 'retraining' }),
        answers: { 'concept-drift-window': 'yes' },
      },
    ]);
    expect(notices).toEqual(['The challenge "old-drift" is "concept-drift" today.']);
  });

  test.each([
    [
      'risk.concept-drfit=l3',
      'There is no challenge "concept-drfit"; did you mean "concept-drift"? What the link says about it is left out.',
    ],
    [
      'risk.nothing-like-it=l3',
      'There is no challenge "nothing-like-it". What the link says about it is left out.',
    ],
    [
      'risk.concept-drift=m.retrainin',
      'There is no mitigation "retrainin"; did you mean "retraining"? It is left out.',
    ],
    [
      'risk.concept-drift=y.windw',
      '"Concept drift" has no question "windw"; did you mean "window"? The answer is left out.',
    ],
    [
      'dta=personal',
      'The review no longer asks "dta"; did you mean "data"? What was answered there is left out.',
    ],
    ['data=persnal', '"Which data?" has no answer "persnal"; did you mean "personal"? It is left out.'],
    ['stage=idea,in-use', '"How far is it?" takes one answer; the first of those given is kept.'],
    ['risk.concept-drift=l9', 'The link says "l9" about "Concept drift", which means nothing here.'],
    ['risk.concept-drift=l0', 'The link says "l0" about "Concept drift", which means nothing here.'],
    ['risk.concept-drift=oepn', 'The link says "oepn" about "Concept drift", which means nothing here.'],
    ['risk.concept-drift=y', 'The link says "y" about "Concept drift", which means nothing here.'],
    ['review.x=1', 'The link names "review.x", which means nothing here.'],
    ['data=%E0%A4%A', 'A part of the link cannot be read: "data=%E0%A4%A". It is left out.'],
    ['__proto__=polluted', 'The link names "__proto__", which means nothing here.'],
    ['constructor=x', 'The review no longer asks "constructor". What was answered there is left out.'],
    ['risk.__proto__=l3', 'There is no challenge "__proto__". What the link says about it is left out.'],
    ['risk.constructor=l3', 'There is no challenge "constructor". What the link says about it is left out.'],
    ['risk.concept-drift=m.__proto__', 'There is no mitigation "__proto__". It is left out.'],
    [
      'risk.concept-drift=toString',
      'The link says "toString" about "Concept drift", which means nothing here.',
    ],
    [
      'risk.<script>alert(1)</script>=l1',
      'There is no challenge "<script>alert(1)</script>". What the link says about it is left out.',
    ],
    [
      `risk.${'x'.repeat(5000)}=l1`,
      `There is no challenge "${'x'.repeat(40)}…". What the link says about it is left out.`,
    ],
  ])('%s: the rest is read, and it is said what was left out', (part, notice) => {
    const { register: back, notices } = read(`${HEAD}&${part}&risk.slow-release=i2`);

    expect(notices).toEqual([notice]);
    expect(back.entries.at(-1)).toEqual(anEntry('slow-release', { impact: 2 }));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a link of another catalogue, or of another version of the guide, says so', () => {
    expect(read('review.v=2&review.as-of=2026-01-31')).toMatchObject({
      register: { made: { asOf: '2026-01-31' } },
      notices: [
        'The link was made by another version of this guide. What can be read of it is shown; check it.',
        'The link was made with the guide as of 2026-01-31; this is the guide as of 2026-11-23. Other challenges may matter now.',
      ],
    });
  });
});

test('a link that is too long is not read, and one with many faults tells the first', () => {
  expect(read('x'.repeat(100_000))).toEqual({
    register: fresh,
    notices: ['The link is longer than any that this page makes. Nothing was read from it.'],
  });
  const { notices } = read(Array.from({ length: 500 }, (_, i) => `risk.nobody-${i}=l1`).join('&'));
  expect(notices).toHaveLength(21);
  expect(notices.at(-1)).toBe('480 more of the kind are not shown.');
});

test('the fullest register of the guide makes a link that is read back', () => {
  const real = reviewKnowledge(readContent('content').content);
  const full = real.challenges.reduce<Register>(
    (made, { slug, questions, mitigations }) =>
      questions.reduce(
        (answered, { id }) => withAnswer(answered, slug, id, 'not-applicable', NOW),
        withEntry(
          made,
          slug,
          {
            included: false,
            byHand: true,
            status: 'not-applicable',
            likelihood: 5,
            impact: 5,
            mitigation: mitigations[0]?.slug ?? '',
          },
          NOW,
        ),
      ),
    withContext(
      newRegister(real, NOW),
      Object.fromEntries(
        real.contexts.map(({ id, kind, options }) => [
          id,
          options.slice(0, kind === 'one' ? 1 : options.length).map((option) => option.id),
        ]),
      ),
      real,
      NOW,
    ),
  );
  const fragment = toFragment(full);
  const { register: back, notices } = fromFragment(fragment, real, NOW);

  expect(fragment.length).toBeLessThan(20_000);
  expect(notices).toEqual([]);
  expect(new Set(back.entries)).toEqual(new Set(full.entries));
});

test('whatever a register says without prose comes back from its link', () => {
  const withoutProse = ({ context, entries }: Register) => ({
    context,
    entries: new Map(
      entries
        .filter(isTouched)
        .map((entry) => [entry.challenge, { ...entry, owner: '', note: '', evidence: '' }]),
    ),
  });
  fc.assert(
    fc.property(anyRegister(knowledge), (made) => {
      const { register: back, notices } = read(toFragment(made));
      const said = withoutProse(made);

      expect(notices).toEqual([]);
      expect(back.context).toEqual(said.context);
      for (const [slug, entry] of said.entries)
        expect(back.entries.find(({ challenge }) => challenge === slug)).toEqual(entry);
      expect(back.entries.filter((entry) => isTouched(entry) && !said.entries.has(entry.challenge))).toEqual(
        [],
      );
    }),
  );
});

test('no text makes it throw, and what comes out is a register', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'risk.',
      'concept-drift',
      '=',
      '&',
      ',',
      '.',
      '%',
      '%zz',
      'review.v',
      'l3',
      'y.',
      '__proto__',
      'data',
      'personal',
    ),
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const { register: back, notices } = read(parts.join(''));

      expect(back).toMatchObject({ format: 'mldfg-review', version: 1 });
      expect(read(toFragment(back)).notices.filter((each) => !each.startsWith('The link was made'))).toEqual(
        [],
      );
      expect(notices.every((notice) => !/[\p{Cc}\u202A-\u202E]/u.test(notice))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
