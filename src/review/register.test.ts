import { describe, expect, test } from 'vitest';
import {
  anEntry,
  isEvidence,
  isTouched,
  knownIn,
  newRegister,
  withAnswer,
  withContext,
  withEntry,
  withKnown,
  withTitle,
  type EntryChange,
} from './register.ts';
import { NOW, someKnowledge } from './samples.ts';

const knowledge = someKnowledge();
const fresh = newRegister(knowledge, NOW);
const LATER = new Date('2026-11-29T10:00:00.000Z');
const slugs = ({ entries }: typeof fresh) => entries.map(({ challenge }) => challenge);
const inUse = { stage: ['in-use'], data: ['personal'] };

test('a new register holds what matters everywhere, and knows the catalogue of today', () => {
  expect(fresh).toEqual({
    format: 'mldfg-review',
    version: 1,
    title: '',
    made: { asOf: '2026-11-23' },
    changed: '2026-11-28T10:00:00.000Z',
    context: {},
    entries: [anEntry('concept-drift')],
    known: knownIn(knowledge),
  });
  expect(fresh.known.questions).toContain('data-cleaning-rule');
});

test('another context brings its challenges in, the heaviest first', () => {
  const register = withContext(fresh, inUse, knowledge, LATER);

  expect(slugs(register)).toEqual(['data-cleaning', 'concept-drift']);
  expect(register.context).toEqual(inUse);
  expect(register.changed).toBe(LATER.toISOString());
});

test('a challenge that no longer matters goes when nothing was said about it', () => {
  expect(slugs(withContext(withContext(fresh, inUse, knowledge, NOW), {}, knowledge, NOW))).toEqual([
    'concept-drift',
  ]);
});

describe('a challenge that no longer matters stays when', () => {
  const CHANGES: [string, EntryChange][] = [
    ['it was put aside', { included: false }],
    ['somebody works on it', { status: 'in-progress' }],
    ['its likelihood was rated', { likelihood: 1 }],
    ['its impact was rated', { impact: 5 }],
    ['it has an owner', { owner: 'A' }],
    ['it has a mitigation', { mitigation: 'data-contracts' }],
    ['it has evidence', { evidence: 'https://example.org/' }],
    ['it has a note', { note: ' ' }],
    ['it was added by hand', { byHand: true }],
  ];
  test.each(CHANGES)('%s', (_what, change) => {
    const register = withEntry(withContext(fresh, inUse, knowledge, NOW), 'data-cleaning', change, NOW);
    const after = withContext(register, {}, knowledge, NOW);

    expect(slugs(after)).toEqual(['concept-drift', 'data-cleaning']);
    expect(after.entries[1]).toEqual({ ...anEntry('data-cleaning'), ...change });
  });

  test('a question was answered', () => {
    const register = withAnswer(fresh, 'concept-drift', 'concept-drift-window', 'no', NOW);
    const none = { ...knowledge, rules: [] };

    expect(slugs(withContext(register, {}, none, NOW))).toEqual(['concept-drift']);
    expect(
      slugs(
        withContext(
          withAnswer(register, 'concept-drift', 'concept-drift-window', undefined, NOW),
          {},
          none,
          NOW,
        ),
      ),
    ).toEqual([]);
  });
});

test('nothing that was said is lost over changes of the context and back', () => {
  const said = withAnswer(
    withEntry(withContext(fresh, inUse, knowledge, NOW), 'data-cleaning', { owner: 'A', likelihood: 3 }, NOW),
    'data-cleaning',
    'data-cleaning-rule',
    'partly',
    NOW,
  );
  const back = withContext(
    withContext(withContext(said, {}, knowledge, NOW), { domain: ['healthcare'] }, knowledge, NOW),
    inUse,
    knowledge,
    NOW,
  );
  expect(back.entries.find(({ challenge }) => challenge === 'data-cleaning')).toEqual({
    ...anEntry('data-cleaning'),
    owner: 'A',
    likelihood: 3,
    answers: { 'data-cleaning-rule': 'partly' },
  });
});

test('a challenge about which somebody speaks comes in by hand', () => {
  const register = withEntry(fresh, 'slow-release', { owner: 'A' }, NOW);

  expect(register.entries[1]).toEqual(anEntry('slow-release', { byHand: true, owner: 'A' }));
});

test('an answer replaces the one before, and leaves the others', () => {
  const one = withAnswer(fresh, 'concept-drift', 'concept-drift-window', 'yes', NOW);
  const two = withAnswer(one, 'concept-drift', 'concept-drift-default', 'no', NOW);

  expect(withAnswer(two, 'concept-drift', 'concept-drift-window', 'partly', NOW).entries[0]?.answers).toEqual(
    {
      'concept-drift-default': 'no',
      'concept-drift-window': 'partly',
    },
  );
  expect(
    withAnswer(two, 'concept-drift', 'concept-drift-window', undefined, NOW).entries[0]?.answers,
  ).toEqual({ 'concept-drift-default': 'no' });
});

test('registers are not changed in place', () => {
  const before = structuredClone(fresh);
  withEntry(fresh, 'concept-drift', { owner: 'A' }, LATER);
  withAnswer(fresh, 'concept-drift', 'concept-drift-window', 'yes', LATER);
  withContext(fresh, inUse, knowledge, LATER);
  withTitle(fresh, 'Ours', LATER);

  expect(fresh).toEqual(before);
});

test('evidence that is no web address is not taken, and the rest of the change is', () => {
  const there = withEntry(fresh, 'concept-drift', { evidence: 'https://example.org/' }, NOW);
  const after = withEntry(there, 'concept-drift', { evidence: 'javascript:alert(1)', owner: 'A' }, NOW);

  expect(after.entries[0]).toMatchObject({ evidence: 'https://example.org/', owner: 'A' });
  expect(withEntry(there, 'concept-drift', { evidence: '' }, NOW).entries[0]?.evidence).toBe('');
});

test.each([
  ['https://example.org/', true],
  ['http://wiki/page?x=1#y', true],
  ['HTTPS://EXAMPLE.ORG', true],
  ['https://例え.jp/', true],
  ['', false],
  ['example.org', false],
  ['//example.org/', false],
  ['https:', false],
  ['https://', false],
  ['https:///example.org', false],
  ['https:example.org', false],
  ['https://user:secret@example.org/', false],
  ['https://exa mple.org/', false],
  ['https://example.org/\nx', false],
  ['javascript:alert(1)', false],
  [' https://example.org/', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['ftp://example.org/', false],
  ['java\nscript:alert(1)', false],
])('%j as evidence: %s', (text, expected) => {
  expect(isEvidence(text)).toBe(expected);
});

test('a title, and what its reader has seen', () => {
  const older = { ...fresh, known: { challenges: [], questions: [] } };

  expect(withTitle(fresh, 'Ours', LATER)).toMatchObject({ title: 'Ours', changed: LATER.toISOString() });
  expect(withKnown(older, knowledge, LATER).known).toEqual(knownIn(knowledge));
});

test('an entry about which nothing was said is untouched', () => {
  expect(isTouched(anEntry('concept-drift'))).toBe(false);
});
