import { describe, expect, test } from 'vitest';
import { markdownProcessor } from './processor.ts';
import type { MarkedTerm } from './terms.ts';

const term = (id: string, name: string, see: string[] = []): MarkedTerm => ({
  id,
  term: name,
  means: `What "${name}" means.`,
  see,
});
const TERMS = [
  term('concept-drift', 'concept drift', ['/challenges/concept-drift/']),
  term('drift', 'drift'),
  term('gdpr', 'GDPR'),
  term('a-b-test', 'A/B test'),
  term('test-set', 'test set'),
];

/** HTML of a text, with links of terms as `{id|text}`. */
async function html(text: string, file = 'case-studies/shop.md', base = '/') {
  const renderer = await markdownProcessor({ base, terms: TERMS }).createRenderer({ syntaxHighlight: false });
  const { code } = await renderer.render(text, {
    fileURL: new URL(`file:///content/${file}`),
    frontmatter: {},
  });
  return code
    .trim()
    .replace(/<a class="term" href="\/glossary\/#([\w-]+)" title="[^"]*">([^<]*)<\/a>/g, '{$1|$2}');
}

test('a term leads to the glossary and tells its meaning', async () => {
  const renderer = await markdownProcessor({ base: '/guide/', terms: TERMS }).createRenderer({});
  const { code } = await renderer.render('Under the GDPR.', { frontmatter: {} });

  expect(code).toBe(
    '<p>Under the <a class="term" href="/guide/glossary/#gdpr" title="What &#x22;GDPR&#x22; means.">GDPR</a>.</p>',
  );
});

test.each([
  [
    'the first time only',
    'concept drift, concept drift\n\nconcept drift',
    '<p>{concept-drift|concept drift}, concept drift</p>\n<p>concept drift</p>',
  ],
  [
    'several in one text',
    'An A/B test of concept drift.',
    '<p>An {a-b-test|A/B test} of {concept-drift|concept drift}.</p>',
  ],
  ['at the head of a sentence', 'Concept drift came.', '<p>{concept-drift|Concept drift} came.</p>'],
  [
    'in the plural',
    'Two test sets and A/B tests.',
    '<p>Two {test-set|test sets} and {a-b-test|A/B tests}.</p>',
  ],
  [
    'in emphasis and in lists',
    '- *concept drift*',
    '<ul>\n<li><em>{concept-drift|concept drift}</em></li>\n</ul>',
  ],
])('is marked %s', async (_what, text, expected) => {
  expect(await html(text)).toBe(expected);
});

test.each([
  ['one ordinary word, which has other senses', 'drift'],
  ['in other capitals', 'gdpr, Gdpr'],
  ['in a longer word', 'A non-GDPR test setup.'],
  ['in code', '`concept drift`'],
])('is not marked %s', async (_what, text) => {
  expect(await html(text)).not.toContain('{');
});

test('is not marked in links and headings', async () => {
  expect(await html('## Concept drift\n\n[concept drift](/about/)')).not.toContain('{');
});

describe('a page that the glossary sends its readers to', () => {
  test('does not mark that term, and marks others', async () => {
    const text = 'concept drift under the GDPR';

    expect(await html(text, 'challenges/model-deployment/concept-drift.md')).toBe(
      '<p>concept drift under the {gdpr|GDPR}</p>',
    );
  });
});
