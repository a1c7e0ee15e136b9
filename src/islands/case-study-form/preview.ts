import type { Element, Root } from 'hast';
import { toDom } from 'hast-util-to-dom';
import { visit } from 'unist-util-visit';
import { previewOf } from '../../markdown/preview.ts';
import type { CaseStudyFields } from '../../model/case-study-text.ts';
import { namedOrganisation } from '../../model/organisation.ts';
import type { KnownContent, Named } from '../../reading/known-content.ts';
import { EVIDENCE, INDUSTRIES, KINDS, OUTCOMES } from '../../schema/vocabulary.ts';

/** The form has headings of its own above those of the text, and no list of references that citations could lead to. */
function fitted(tree: Root): Root {
  visit(tree, 'element', (node: Element, _index, parent) => {
    const depth = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (depth) node.tagName = `h${Math.min(6, Number(depth) + 2)}`;
    const isCitation = parent?.type === 'element' && String(parent.properties['className']) === 'citation';
    if (isCitation) Object.assign(node, { tagName: 'span', properties: {} });
  });
  return tree;
}

function line(tag: string, name: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** What readers see for a word of a vocabulary; the word itself where it is none. */
const titleIn = (words: Readonly<Record<string, string>>, word: string | null | undefined) =>
  word && Object.hasOwn(words, word) ? (words[word] ?? word) : (word ?? '');

const titleOf = (entries: readonly Named[], slug: string) =>
  entries.find(([each]) => each === slug)?.[1] ?? slug;

/**
 * The case study as its page will show it, roughly: title, byline, text, scope, mitigations, evidence.
 * @param text the file; what stands below its front matter is rendered by the plugins of the build
 */
export function shownCaseStudy(
  fields: CaseStudyFields,
  text: string,
  base: string,
  known: KnownContent,
): HTMLElement[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  const prose = document.createElement('div');
  prose.className = 'prose field-note';
  prose.append(toDom(fitted(previewOf(body, base)), { fragment: true }));
  const mitigations = (fields.mitigations ?? []).flatMap(({ id, outcome, note }) =>
    id
      ? `${titleOf(known.mitigations, id)}: ${titleIn(OUTCOMES, outcome).toLowerCase() || 'no outcome yet'}${note ? `. ${note}` : ''}`
      : [],
  );
  return [
    line('p', 'label', titleIn(KINDS, fields.kind) || 'Case study'),
    line('h3', 'title', fields.title ?? 'No title yet'),
    line(
      'p',
      'byline',
      [
        namedOrganisation(fields) ?? 'Organisation not named',
        titleIn(INDUSTRIES, fields.industry),
        String(fields.year ?? ''),
        fields.task,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
    prose,
    ...(fields.scope ? [line('p', 'scope', `Scope of the figures: ${fields.scope}`)] : []),
    ...mitigations.map((each) => line('p', 'mitigation', each)),
    ...(fields.challenges?.length
      ? [
          line(
            'p',
            'challenges',
            `Illustrates ${fields.challenges.map((slug) => titleOf(known.challenges, slug)).join(', ')}.`,
          ),
        ]
      : []),
    line(
      'p',
      'evidence',
      `${fields.source?.title ?? 'No source yet'}. Evidence: ${titleIn(EVIDENCE, fields.evidence).toLowerCase() || 'not said yet'}.`,
    ),
  ];
}
