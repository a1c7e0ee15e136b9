import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from './check.ts';
import { REPORTERS } from './reporters.ts';

const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
const fence = (language: string) =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(contributing)?.[1] ?? '';
const example = fence('markdown');

const folder = mkdtempSync(join(tmpdir(), 'field-guide-contributing-'));
const file = join(folder, 'your-file.md');
afterAll(() => rmSync(folder, { recursive: true }));

/** What the check prints of a case study, as if it lay among the others. */
function messagesOf(text: string): string {
  writeFileSync(file, text);
  const { slips, files } = check([file], 'case-study');
  return REPORTERS.text(slips, files).replaceAll(/^.*your-file\.md/gm, 'content/case-studies/your-file.md');
}

test('the example of CONTRIBUTING.md passes the check as it is', () => {
  expect(messagesOf(example)).toBe('1 file, no slips');
}, 30_000);

test('the messages that CONTRIBUTING.md shows are what the check says', () => {
  const spoilt = example
    .replace('organisation:', 'organization:')
    .replace('evidence: full-text', 'evidence: full text');

  expect(messagesOf(spoilt)).toBe(`${fence('text')}2 slips in 1 file`);
}, 30_000);
