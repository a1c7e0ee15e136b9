import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { MARK, type BadFile } from './fixtures/bad-file.ts';
import { BAD_FILES } from './fixtures/bad-files.ts';
import { GOOD_FILES } from './fixtures/good-files.ts';
import { AROUND, RIGHT, ZOO, ZOO_PATH } from './fixtures/small-content.ts';
import type { Slip } from '../reading/slip.ts';

type File = string | Uint8Array;

/** Right content, into which one file after the other is put. */
let content = '';
let before = '';

function put(path: string, file: File): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), file);
}

/** Puts a file into the content, in place of another or of itself, and gives its slips; then all is as it was. */
function slipsOf(path: string, file: File, instead = path): Slip[] {
  rmSync(join(content, instead), { force: true });
  put(path, file);
  const own = join(content, path);
  try {
    const { slips } = check([own], undefined, content);
    expect(readFileSync(own)).toEqual(Buffer.from(file));
    return slips;
  } finally {
    rmSync(own);
    const taken = AROUND[instead];
    if (taken !== undefined) put(instead, taken);
  }
}

/** The place of an offset, counted as editors do: UTF-16 units from 1. */
const placeOf = (text: string, offset: number) => {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
};

/** A row of the table as a file, and where its slip is told. */
function fileOf({ what, path = ZOO_PATH, from, to, text, at }: BadFile): { file: File; place: string } {
  let file: File = text ?? RIGHT[path] ?? ZOO;
  if (from !== undefined && typeof file === 'string') {
    const [head, tail, ...more] = file.split(from);
    if (tail === undefined || more.length > 0) throw new Error(`${what}: not exactly once in the right file`);
    file = `${head ?? ''}${to ?? ''}${tail}`;
  }
  const mark = typeof file === 'string' ? file.indexOf(MARK) : -1;
  if (mark >= 0 === (at !== undefined)) throw new Error(`${what}: its place is told once, by MARK or "at"`);
  if (typeof file !== 'string' || at !== undefined) return { file, place: at ?? '' };
  return { file: file.replace(MARK, ''), place: placeOf(file, mark) };
}

/** Every file of the content, by its name and bytes. */
function stateOfContent(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted())
    hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

const bad = Object.entries(BAD_FILES).map(([rule, rows]) => ({
  rule,
  rows: rows.map((row) => ({ path: ZOO_PATH, ...row, ...fileOf(row) })),
}));

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'bad-files-'));
  for (const [path, text] of Object.entries(AROUND)) put(path, text);
  before = stateOfContent();
});

afterAll(() => {
  rmSync(content, { recursive: true });
});

test('the tables are long enough to tell what is refused and what is not', () => {
  expect(bad.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(120);
  expect(GOOD_FILES.length).toBeGreaterThanOrEqual(20);
});

describe.each(bad)('a bad file has one slip, in its place: $rule', ({ rule, rows }) => {
  test.each(rows)('$what', ({ path, file, instead, place, says, besides, suggestion }) => {
    const slips = slipsOf(path, file, instead).filter(({ rule }) => rule !== besides);
    expect(slips.map(({ line, column, rule }) => `${line}:${column} [${rule}]`)).toEqual([
      `${place} [${rule}]`,
    ]);
    const slip = slips[0];
    if (typeof says === 'string') expect(slip?.message).toContain(says);
    else expect(slip?.message).toMatch(says);
    // A message is one line, and shows no sign that could change how a terminal shows it.
    expect(slip?.message).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    if (suggestion === false) expect(slip?.suggestion).toBeUndefined();
    else if (typeof suggestion === 'string') expect(slip?.suggestion).toBe(suggestion);
    else if (suggestion) expect(slip?.suggestion).toMatch(suggestion);
  });
});

describe('a good file has no slip', () => {
  test.each(GOOD_FILES)('$what', ({ path, text }) => {
    expect(slipsOf(path, text)).toEqual([]);
  });
});

test('several slips of one file are told in reading order, each once', () => {
  const text = ZOO.replace('[concept-drift, slow-release]', '[concept-drfit, slow-relese]')
    .replace('## Outcome', '## Outcom')
    .replace('They looked', 'They\u202E <b>looked\u202C')
    .replace('Light matters.', '<i>Light</i> ![matters](x.png) [@nobody].');
  const slips = slipsOf(ZOO_PATH, text);
  expect(slips.map(({ line, column, rule }) => [line, column, rule])).toEqual([
    [8, 14, 'known-slug'],
    [8, 29, 'known-slug'],
    [38, 5, 'characters'],
    [38, 16, 'characters'],
    [40, 1, 'sections'],
    [46, 1, 'no-raw-html'],
    [46, 14, 'no-image'],
    [46, 32, 'known-citation'],
  ]);
});

test('checking writes nothing', () => {
  expect(stateOfContent()).toBe(before);
});
