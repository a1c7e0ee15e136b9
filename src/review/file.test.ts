import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { anyRegister } from './any-register.ts';
import { fromJson, toJson } from './file.ts';
import {
  anEntry,
  knownIn,
  newRegister,
  withAnswer,
  withEntry,
  withTitle,
  type Answer,
  type Register,
} from './register.ts';
import { NOW, someKnowledge } from './samples.ts';

const knowledge = someKnowledge();
const register = withAnswer(
  withEntry(
    withTitle(newRegister(knowledge, NOW), 'Ours', NOW),
    'concept-drift',
    { likelihood: 3, impact: 4, owner: 'Ada', note: 'Two\nlines', evidence: 'https://example.org/x' },
    NOW,
  ),
  'concept-drift',
  'concept-drift-window',
  'no',
  NOW,
);
const read = (text: string) => fromJson(text, knowledge);
/** The register as JSON with other fields. */
const withFields = (fields: Record<string, unknown>) => JSON.stringify({ ...register, ...fields });
/** The register as JSON with other fields of its one entry. */
const withEntryFields = (fields: Record<string, unknown>) =>
  withFields({ entries: [{ ...register.entries[0], ...fields }] });
/** Answers to a question that is gone, and to one that is called as a member of every object. */
const GONE: Record<string, Answer> = { 'concept-drift-gone': 'yes', ['constructor' as string]: 'no' };
/** JSON in which a key stands that no object literal can hold. */
const withRawKey = (key: string, value: string) =>
  toJson(register).replace('{', `{${JSON.stringify(key)}:${value},`);

test('a register comes back from its file as it was', () => {
  expect(read(toJson(register))).toEqual({ register, notices: [], problems: [] });
});

test('a file that an editor has saved with a byte-order mark is read', () => {
  expect(read(`\uFEFF${toJson(register)}`).register).toEqual(register);
});

describe('a text that is no register is refused, in words', () => {
  test.each<[what: string, text: string, problem: RegExp | string]>([
    ['nothing', '', 'The file is empty.'],
    ['blanks', ' \n', 'The file is empty.'],
    [
      'broken JSON',
      '{\n  "format": "mldfg-review",\n  "version": 1,,\n}',
      'The file is no JSON: it cannot be read at line 3, column 16.',
    ],
    [
      'half a file',
      toJson(register).slice(0, 100),
      /^The file is no JSON: it cannot be read at line \d+, column \d+\.$/,
    ],
    ['a web page', '<!doctype html><script>alert(1)</script>', /^The file is no JSON: it cannot be read/],
    ['two files in one', `${toJson(register)}${toJson(register)}`, /^The file is no JSON: it cannot be read/],
    ['a list', '[]', 'The file holds a list, and no register.'],
    ['a text', '"<b>"', 'The file holds "<b>", and no register.'],
    ['null', 'null', 'The file holds null, and no register.'],
    ['a number', '1e999', 'The file holds Infinity, and no register.'],
    [
      'JSON of something else',
      '{"name":"x"}',
      'The file is JSON, and no register of this guide: its "format" is nothing and not "mldfg-review".',
    ],
    [
      'a format by inheritance',
      '{"__proto__":{"format":"mldfg-review","version":1,"entries":[]}}',
      'The file is JSON, and no register of this guide: its "format" is nothing and not "mldfg-review".',
    ],
    [
      'a later version',
      withFields({ version: 2 }),
      'The file was made by a newer version of this guide (format 2; this page reads 1). Reload the page, or open the file where it was made.',
    ],
    ['no version', withFields({ version: undefined }), 'The "version" of the file is nothing and not 1.'],
    ['a version in quotes', withFields({ version: '1' }), 'The "version" of the file is "1" and not 1.'],
    ['half a version', withFields({ version: 1.5 }), 'The "version" of the file is 1.5 and not 1.'],
    ['version 0', withFields({ version: 0 }), 'The "version" of the file is 0 and not 1.'],
    ['no entries', withFields({ entries: undefined }), 'The file has no list of "entries": it is nothing.'],
    ['entries by name', withFields({ entries: {} }), 'The file has no list of "entries": it is an object.'],
    [
      'more entries than there can be',
      withFields({ entries: Array.from({ length: 501 }, () => ({})) }),
      'The file holds 501 entries, and a register at most 500. It was not read.',
    ],
    [
      'five megabytes',
      withFields({ title: 'x'.repeat(5_000_000) }),
      /^The file holds 5\d{6} characters, and a register at most 2000000\. It was not read\.$/,
    ],
    [
      'lists in lists, deep',
      '['.repeat(200_000) + ']'.repeat(200_000),
      /^The file (?:holds a list|is no JSON)/,
    ],
    ['objects in objects, deep', '{"a":'.repeat(100_000), /^The file is no JSON/],
  ])('%s', (_what, text, problem) => {
    const reading = read(text);

    expect(reading.register).toBeUndefined();
    expect(reading.notices).toEqual([]);
    expect(reading.problems).toEqual([
      typeof problem === 'string' ? problem : (expect.stringMatching(problem) as string),
    ]);
  });
});

test('a browser that tells no place of the fault is no reason to fail', () => {
  const failing = (message: string, text: string) => {
    vi.spyOn(JSON, 'parse').mockImplementationOnce(() => {
      throw new SyntaxError(message);
    });
    return read(text).problems;
  };
  expect(failing('JSON Parse error: Unexpected EOF', '{')).toEqual([
    'The file is no JSON: it cannot be read.',
  ]);
  expect(failing('JSON.parse: bad at line 2 column 5 of the JSON data', '{')).toEqual([
    'The file is no JSON: it cannot be read at line 2, column 5.',
  ]);
  expect(failing('Unexpected token x in JSON at position 4', '{\n "x')).toEqual([
    'The file is no JSON: it cannot be read at line 2, column 3.',
  ]);
});

describe('a field that is wrong is left out and told, and the rest is read', () => {
  const entry = register.entries[0] ?? anEntry('concept-drift');
  test.each<[what: string, fields: Record<string, unknown>, read: Partial<typeof entry>, notices: string[]]>([
    ['a rating in quotes', { likelihood: '5' }, { likelihood: 5 }, []],
    [
      'a rating out of bounds',
      { likelihood: 6 },
      { likelihood: 0 },
      ['entries[1].likelihood is 6; it takes a whole number from 0 to 5. It is left out.'],
    ],
    [
      'half a rating, and one in words',
      { likelihood: 2.5, impact: 'high' },
      { likelihood: 0, impact: 0 },
      [
        'entries[1].likelihood is 2.5; it takes a whole number from 0 to 5. It is left out.',
        'entries[1].impact is "high"; it takes a whole number from 0 to 5. It is left out.',
      ],
    ],
    [
      'a status that nobody knows',
      { status: 'done' },
      { status: 'open' },
      [
        'entries[1].status is "done"; it takes one of open, in-progress, mitigated, accepted, not-applicable. It is left out.',
      ],
    ],
    [
      'a status by inheritance',
      { status: 'constructor' },
      { status: 'open' },
      [
        'entries[1].status is "constructor"; it takes one of open, in-progress, mitigated, accepted, not-applicable. It is left out.',
      ],
    ],
    [
      'true in quotes',
      { included: 'false', byHand: 1 },
      { included: true, byHand: false },
      [
        'entries[1].included is "false"; it takes true or false. It is left out.',
        'entries[1].byHand is 1; it takes true or false. It is left out.',
      ],
    ],
    [
      'an owner and a note of another sort',
      { owner: ['Ada'], note: null },
      { owner: '', note: '' },
      [
        'entries[1].owner is a list; it takes text. It is left out.',
        'entries[1].note is null; it takes text. It is left out.',
      ],
    ],
    [
      'a script as evidence',
      { evidence: 'javascript:alert(1)' },
      { evidence: '', note: 'Two\nlines\nEvidence: javascript:alert(1)' },
      [
        'entries[1].evidence is "javascript:alert(1)"; it takes an address that starts with https:// or http:// and holds no password. It is kept in the note.',
      ],
    ],
    [
      'a mitigation in words',
      { mitigation: 'We train <b>again</b>', note: '' },
      { mitigation: '', note: 'Mitigation: We train <b>again</b>' },
      ['entries[1].mitigation is "We train <b>again</b>", which is no slug. It is kept in the note.'],
    ],
    ['a mitigation that was renamed', { mitigation: 'train-again' }, { mitigation: 'retraining' }, []],
    ['a mitigation that is gone', { mitigation: 'prayer' }, { mitigation: 'prayer' }, []],
    [
      'an unknown key',
      { onwer: 'Ada', owner: undefined },
      { owner: '' },
      ['entries[1] holds "onwer", which means nothing here; did you mean "owner"? It is left out.'],
    ],
    [
      'answers in a list',
      { answers: ['yes'] },
      { answers: {} },
      ['entries[1].answers is a list; it takes an answer by question. It is left out.'],
    ],
    [
      'answers that are none, and to what is no question',
      { answers: { 'concept-drift-window': 'maybe', 'Not a slug': 'yes', 'concept-drift-default': 'yes' } },
      { answers: { 'concept-drift-default': 'yes' } },
      [
        'entries[1].answers["concept-drift-window"] is "maybe"; it takes one of yes, partly, no, not-applicable. It is left out.',
        'entries[1].answers holds "Not a slug", which is no question. It is left out.',
      ],
    ],
    [
      'answers to a question that is gone, or is called as a member of objects',
      { answers: GONE },
      { answers: GONE },
      [],
    ],
  ])('%s', (_what, fields, expected, notices) => {
    expect(read(withEntryFields(fields))).toEqual({
      register: { ...register, entries: [{ ...entry, ...expected }] },
      notices,
      problems: [],
    });
  });

  test.each<[what: string, fields: Record<string, unknown>, read: Partial<Register>, notices: string[]]>([
    ['no title', { title: undefined }, { title: '' }, []],
    ['a title of another sort', { title: 5 }, { title: '' }, ['title is 5; it takes text. It is left out.']],
    [
      'no context',
      { context: null },
      { context: {} },
      ['context is null; it takes a list of answers by question. It is left out.'],
    ],
    [
      'a context of the wrong shape',
      { context: { data: 'personal', stage: ['in-use', 7] } },
      { context: { stage: ['in-use'] } },
      [
        'context["data"] is "personal"; it takes a list. It is left out.',
        '"How far is it?" has no answer 7. It is left out.',
      ],
    ],
    [
      'a context of another time',
      { context: { dta: ['personal'], data: ['text', 'persnal', 'text'] } },
      { context: { data: ['text'] } },
      [
        'The review no longer asks "dta"; did you mean "data"? What was answered there is left out.',
        '"Which data?" has no answer "persnal"; did you mean "personal"? It is left out.',
      ],
    ],
    [
      'no dates',
      { made: undefined, changed: 'yesterday' },
      { made: { asOf: '2026-11-23' }, changed: '2026-11-23T00:00:00.000Z' },
      [
        'The file does not say with which state of the guide it was made.',
        'The file does not say when it was last changed.',
      ],
    ],
    [
      'nothing known',
      { known: { challenges: 'all' } },
      { known: knownIn(knowledge) },
      ['The file does not say what the guide held when it was made, so that what is new cannot be told.'],
    ],
    [
      'known under old names, twice, and no names',
      {
        known: { challenges: ['old-drift', 'concept-drift', 'No slug'], questions: ['old-drift-window', ''] },
      },
      { known: { challenges: ['concept-drift'], questions: ['concept-drift-window'] } },
      [],
    ],
    [
      'an unknown key',
      { tilte: 'x' },
      {},
      ['The file holds "tilte", which means nothing here; did you mean "title"? It is left out.'],
    ],
    [
      'entries that are none',
      { entries: [null, 'x', [], { challenge: '<img src=x>' }, { owner: 'Ada' }, entry] },
      { entries: [entry] },
      [
        'entries[1] is null; an entry is an object. It is left out.',
        'entries[2] is "x"; an entry is an object. It is left out.',
        'entries[3] is a list; an entry is an object. It is left out.',
        'entries[4].challenge is "<img src=x>"; the slug of a challenge is needed. The entry is left out.',
        'entries[5].challenge is nothing; the slug of a challenge is needed. The entry is left out.',
      ],
    ],
  ])('%s', (_what, fields, expected, notices) => {
    expect(read(withFields(fields))).toEqual({
      register: { ...register, ...expected },
      notices,
      problems: [],
    });
  });

  test('an entry with a challenge alone is read as one about which nothing was said', () => {
    expect(read(withFields({ entries: [{ challenge: 'slow-release' }] })).register?.entries).toEqual([
      anEntry('slow-release'),
    ]);
  });
});

test('a challenge that is gone is kept with all that was typed', () => {
  const { register: back, notices } = read(
    withFields({ entries: [{ challenge: 'concept-drfit', owner: 'Ada', note: 'Important' }] }),
  );
  expect(back?.entries).toEqual([anEntry('concept-drfit', { owner: 'Ada', note: 'Important' })]);
  expect(notices).toEqual([
    'The challenge "concept-drfit" is not in the guide; did you mean "concept-drift"? Its entry is kept as it is.',
  ]);
});

test('a challenge that was renamed takes its entry and its answers along', () => {
  const { register: back, notices } = read(
    withFields({
      entries: [{ challenge: 'old-drift', owner: 'Ada', answers: { 'old-drift-window': 'yes' } }],
    }),
  );
  expect(back?.entries).toEqual([
    { ...anEntry('concept-drift', { owner: 'Ada' }), answers: { 'concept-drift-window': 'yes' } },
  ]);
  expect(notices).toEqual(['The challenge "old-drift" is "concept-drift" today.']);
});

test('two entries about one challenge are joined, and nothing that was typed is lost', () => {
  const { register: back, notices } = read(
    withFields({
      entries: [
        {
          challenge: 'concept-drift',
          status: 'mitigated',
          likelihood: 2,
          owner: 'Ada',
          mitigation: 'retraining',
          note: 'First',
          included: false,
          answers: { 'concept-drift-window': 'yes' },
        },
        {
          challenge: 'old-drift',
          status: 'accepted',
          likelihood: 4,
          impact: 5,
          owner: 'Bob',
          mitigation: 'train-again',
          evidence: 'https://example.org/',
          note: 'Second',
          byHand: true,
          answers: { 'old-drift-window': 'no', 'old-drift-default': 'partly' },
        },
      ],
    }),
  );
  expect(back?.entries).toEqual([
    {
      challenge: 'concept-drift',
      included: true,
      byHand: true,
      status: 'mitigated',
      likelihood: 2,
      impact: 5,
      owner: 'Ada',
      mitigation: 'retraining',
      evidence: 'https://example.org/',
      note: 'First\nSecond\nconcept-drift-window: no\nStatus: accepted\nLikelihood: 4\nOwner: Bob',
      answers: { 'concept-drift-window': 'yes', 'concept-drift-default': 'partly' },
    },
  ]);
  expect(notices).toEqual([
    'The challenge "old-drift" is "concept-drift" today.',
    'Two entries are about "concept-drift". They are joined; what they say otherwise is in the note.',
  ]);
});

test.each([
  ['__proto__', '{"polluted":true}'],
  ['constructor', '{"prototype":{"polluted":true}}'],
  ['toString', '"x"'],
])('the key %s does no harm and is named', (key, value) => {
  const { register: back, notices } = read(withRawKey(key, value));

  expect(back).toEqual(register);
  expect(notices).toEqual([`The file holds "${key}", which means nothing here. It is left out.`]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect((back as unknown as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('hostile keys within entries, answers and context do no harm either', () => {
  const text = toJson(register)
    .replace('"challenge"', '"__proto__": {"owner": "Mallory"}, "challenge"')
    .replace('"answers": {', '"answers": {"__proto__": "yes",')
    .replace('"context": {', '"context": {"__proto__": ["personal"]');
  const { register: back, notices } = read(text);

  expect(back).toEqual(register);
  expect(notices).toEqual([
    'The review no longer asks "__proto__". What was answered there is left out.',
    'entries[1] holds "__proto__", which means nothing here. It is left out.',
    'entries[1].answers holds "__proto__", which is no question. It is left out.',
  ]);
  expect(Object.getPrototypeOf(back?.context)).toBe(Object.prototype);
});

test('text with markup, signs and half letters comes back as it was typed', () => {
  const note = '<script>alert("1")</script> & \u202E \uD800 \0 👩‍👩‍👧 \u2028 =1+1';
  const made = withEntry(register, 'concept-drift', { note, owner: note }, NOW);

  expect(read(toJson(made))).toEqual({ register: made, notices: [], problems: [] });
});

test('a file with very many faults tells the first of them', () => {
  const keys = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`key-${i}`, 1]));
  const { notices } = read(withFields(keys));

  expect(notices).toHaveLength(21);
  expect(notices.at(-1)).toBe('9980 more of the kind are not shown.');
});

test('every register comes back from its JSON', () => {
  fc.assert(
    fc.property(anyRegister(knowledge), (made) => {
      expect(read(toJson(made))).toEqual({ register: made, notices: [], problems: [] });
    }),
  );
});

test('no text and no JSON makes it throw', () => {
  const anyJson = fc.oneof(
    fc.string(),
    fc.json({ maxDepth: 5 }),
    fc.jsonValue().map((value) => withFields({ entries: value })),
    fc.array(fc.jsonValue()).map((values) => withFields({ entries: values })),
    fc.jsonValue().map((value) => withFields({ context: value, known: value, made: value, title: value })),
    fc
      .dictionary(fc.constantFrom(...Object.keys(anEntry('a')), '__proto__', 'x'), fc.jsonValue())
      .map((fields) => withEntryFields(fields)),
  );
  fc.assert(
    fc.property(anyJson, (text) => {
      const { register: back, problems, notices } = read(text);

      expect(back === undefined).toBe(problems.length > 0);
      // What was mended once is sound.
      if (back) expect(read(toJson(back)).register).toEqual(back);
      expect([...notices, ...problems].every((line) => !/[\p{Cc}\u202A-\u202E]/u.test(line))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
