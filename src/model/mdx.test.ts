import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALLOWED_COMPONENTS, COMPONENTS, refusalOf, type MdxNode } from './mdx.ts';

const of = (value: unknown) => ({ type: 'mdxJsxAttribute', name: 'of', value });
const element = (name: string, ...attributes: NonNullable<MdxNode['attributes']>): MdxNode => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes,
});
const TAKES_OF = (name: string) => `<${name}> takes one attribute, of="slug"`;
const LINK = (url: string) => `a link may not lead to "${url}"`;

describe('an MDX page may not hold', () => {
  test.each<[string, MdxNode, string]>([
    ['an import', { type: 'mdxjsEsm' }, 'MDX pages hold prose: "import" and "export" are not allowed'],
    [
      'an expression of its own',
      { type: 'mdxFlowExpression' },
      'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace',
    ],
    [
      'an expression in the text',
      { type: 'mdxTextExpression' },
      'MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace',
    ],
    [
      'a script',
      { type: 'mdxJsxFlowElement', name: 'script' },
      `<script> is not among the components a page may use: ${ALLOWED_COMPONENTS.join(', ')}`,
    ],
    [
      'an element in the text',
      { type: 'mdxJsxTextElement', name: 'b' },
      `<b> is not among the components a page may use: ${ALLOWED_COMPONENTS.join(', ')}`,
    ],
    [
      'a fragment',
      { type: 'mdxJsxFlowElement', name: null },
      `<> is not among the components a page may use: ${ALLOWED_COMPONENTS.join(', ')}`,
    ],
    [
      'a component of another case',
      { type: 'mdxJsxFlowElement', name: 'surveyreports' },
      `<surveyreports> is not among the components a page may use: ${ALLOWED_COMPONENTS.join(', ')}`,
    ],
    [
      'a component with attributes',
      {
        type: 'mdxJsxFlowElement',
        name: 'SurveyReports',
        attributes: [{ type: 'mdxJsxExpressionAttribute' }],
      },
      '<SurveyReports> takes no attributes',
    ],
    ['`of` where it does not belong', element('Symptoms', of('drift')), '<Symptoms> takes no attributes'],
    ['a case without `of`', element('Case'), TAKES_OF('Case')],
    ['a case with no list of attributes', { type: 'mdxJsxFlowElement', name: 'Case' }, TAKES_OF('Case')],
    ['a mitigation with `of` twice', element('Mitigation', of('a'), of('b')), TAKES_OF('Mitigation')],
    ['a tool with `of` and more', element('Tool', of('a'), { ...of('b'), name: 'id' }), TAKES_OF('Tool')],
    ['a case with another attribute', element('Case', { ...of('a'), name: 'slug' }), TAKES_OF('Case')],
    ['`of` without value', element('Case', of(null)), TAKES_OF('Case')],
    [
      '`of` as an expression',
      element('Case', of({ type: 'mdxJsxAttributeValueExpression' })),
      TAKES_OF('Case'),
    ],
    ['`of` that is empty', element('Case', of('')), TAKES_OF('Case')],
    ['`of` that is no slug', element('Case', of('The shop')), TAKES_OF('Case')],
    ['`of` that is an address', element('Tool', of('/tools/tfx/')), TAKES_OF('Tool')],
    ['`of` with a line break at its end', element('Tool', of('tfx\n')), TAKES_OF('Tool')],
    ['attributes that are spread', element('Case', { type: 'mdxJsxExpressionAttribute' }), TAKES_OF('Case')],
    [
      '`of` and attributes that are spread',
      element('Case', of('shop'), { type: 'mdxJsxExpressionAttribute' }),
      TAKES_OF('Case'),
    ],
    ['an image', { type: 'image' }, 'images are not allowed in the text; describe it, or link to it'],
    [
      'an image by reference',
      { type: 'imageReference' },
      'images are not allowed in the text; describe it, or link to it',
    ],
    ['a link to a script', { type: 'link', url: 'javascript:alert(1)' }, LINK('javascript:alert(1)')],
    ['a script in capitals', { type: 'link', url: 'JAVASCRIPT:alert(1)' }, LINK('JAVASCRIPT:alert(1)')],
    ['a script with a tab', { type: 'link', url: 'java\tscript:x' }, LINK('java\tscript:x')],
    ['a script after a blank', { type: 'link', url: ' javascript:x' }, LINK(' javascript:x')],
    ['a script by definition', { type: 'definition', url: 'javascript:x' }, LINK('javascript:x')],
    ['data for a link', { type: 'link', url: 'data:text/html,x' }, LINK('data:text/html,x')],
    ['a link without protocol', { type: 'link', url: '//example.org' }, LINK('//example.org')],
    ['a relative link', { type: 'link', url: '../tools/' }, LINK('../tools/')],
    ['a link to nothing', { type: 'link', url: '' }, LINK('')],
    ['a link without address', { type: 'link' }, LINK('')],
  ])('%s', (_what, node, why) => {
    expect(refusalOf(node)).toBe(why);
  });
});

test.each<[string, MdxNode]>([
  ['a paragraph', { type: 'paragraph' }],
  ['code', { type: 'code' }],
  ['a component on the list', { type: 'mdxJsxFlowElement', name: 'SurveyReports', attributes: [] }],
  ['a case that it tells of', element('Case', of('shop'))],
  ['a mitigation that it tells of', element('Mitigation', of('drift-monitoring'))],
  [
    'a tool that it tells of, within a paragraph',
    { ...element('Tool', of('tfx2')), type: 'mdxJsxTextElement' },
  ],
  ['a component of challenges', element('Questions')],
  ['a link to the open web', { type: 'link', url: 'https://example.org' }],
  ['a link in capitals', { type: 'link', url: 'HTTPS://example.org' }],
  ['a link to a page of the guide', { type: 'link', url: '/tools/tfx/' }],
  ['a link to the start page', { type: 'link', url: '/' }],
  ['a link within the page', { type: 'link', url: '#part' }],
  ['a link to write to', { type: 'link', url: 'mailto:a@b.org' }],
  ['a definition of an address', { type: 'definition', url: 'https://example.org' }],
])('an MDX page may hold %s', (_what, node) => {
  expect(refusalOf(node)).toBeUndefined();
});

describe('a page that hands its text few components', () => {
  test('takes those', () => {
    expect(refusalOf(element('SurveyReports'), ['SurveyReports'])).toBeUndefined();
  });

  test.each([
    [['SurveyReports'], '<Questions> is not among the components a page may use: SurveyReports'],
    [[], '<Questions> is not among the components a page may use: none here'],
  ])('refuses others: %j', (components, why) => {
    expect(refusalOf(element('Questions'), components)).toBe(why);
  });
});

test('all components that some page may use are allowed, each named once', () => {
  expect(ALLOWED_COMPONENTS.toSorted()).toEqual([...new Set(Object.values(COMPONENTS).flat())].toSorted());
});

test('challenges hand their text the components of the list', () => {
  const index = readFileSync('src/components/body/index.ts', 'utf8');
  const [, handed = ''] = /CHALLENGE_COMPONENTS = \{([^}]*)\}/.exec(index) ?? [];

  expect(handed.match(/\w+/g)).toEqual([...COMPONENTS.challenges]);
});

test.each(['mitigations', 'tools', 'approaches'] as const)(
  '%s hand their text the components of the list',
  (kind) => {
    const page = readFileSync(`src/pages/${kind}/[slug].astro`, 'utf8');
    const [, handed = ''] = /<Content(?: components=\{\{([^}]*)\}\})? \/>/.exec(page) ?? [];

    expect(handed.match(/\w+/g) ?? []).toEqual([...COMPONENTS[kind]]);
  },
);
