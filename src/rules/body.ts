import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { withoutCode } from '../model/prose.ts';
import { SITE_PAGES } from '../model/site-pages.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Content, Rule, Where } from './rule.ts';
import { lacks, slugsOf, textsOf, type Text, type TextPart } from './unread.ts';

/** The texts of some parts without their code. */
const proseOf = (content: Content, parts: readonly TextPart[]): Text[] =>
  textsOf(content, parts).map(({ where, body }) => ({ where, body: withoutCode(body) }));

const RAW_HTML = /<(?:!--|!\[CDATA|[!?/]?[a-z][^\s>]*(?:\s[^>]*)?>)/gi;

/** Strangers write case studies, so they hold Markdown and no HTML; the sanitiser would drop it without a word. */
export const noRawHtml: Rule = {
  id: 'no-raw-html',
  check(content, report) {
    for (const { where, body } of proseOf(content, ['caseStudies', 'pages']))
      for (const { 0: found, index } of body.matchAll(RAW_HTML)) {
        // `<https://…>` and `<name@example.org>` are Markdown for links.
        if (/^<(?:https?:|mailto:|[^\s<>@]+@[^\s<>@]+>)/i.test(found) || body[index - 1] === '\\') continue;
        report(
          { ...where, offset: index },
          'raw HTML is not allowed here; write it in Markdown, or \\< for the sign',
          {
            found: found.slice(0, 40),
          },
        );
      }
  },
};

const LINK = /\]\(\s*<?([^)\s>]+)/g;
const DEFINITION = /^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)/gm;

/** Addresses that a prose text links to, and where each link or definition stands; offsets as in the text. */
export const linksIn = (prose: string): { address: string; offset: number }[] =>
  [...prose.matchAll(LINK), ...prose.matchAll(DEFINITION)].map((match) => ({
    address: match[1] as string,
    offset: match.index,
  }));

/** Addresses of every page that content may link to. */
function addressesOf(content: Content): Set<string> {
  const entries = COLLECTION_NAMES.flatMap((name) => [
    `/${COLLECTIONS[name].folder}/`,
    ...slugsOf(content, name).map((slug) => `/${COLLECTIONS[name].folder}/${slug}/`),
  ]);
  const stages = content.workflow.stages.map(({ slug }) => `/stages/${slug}/`);
  return new Set([...Object.keys(SITE_PAGES), ...stages, ...entries]);
}

/** A link in the text, from a term of the glossary or from what people ask, leads to a page of the guide or to the open web, and nowhere else. */
export const knownLink: Rule = {
  id: 'known-link',
  check(content, report) {
    const known = addressesOf(content);
    const judge = (at: Where, address: string) => {
      const page = address.replace(/[#?].*$/, '');
      if (known.has(page) || (page.startsWith('/stages/') && lacks(content, ['workflow']))) return;
      const suggestion = nearest(page, known);
      report(at, `there is no page "${page}"${didYouMean(suggestion)}`, {
        found: page,
        ...(suggestion && { suggestion }),
      });
    };
    for (const { where, body } of proseOf(content, [...COLLECTION_NAMES, 'pages']))
      for (const { address, offset } of linksIn(body)) {
        const at = { ...where, offset };
        if (/^(?:https?:\/\/|mailto:|#)/i.test(address)) continue;
        if (!/^\/(?!\/)/.test(address)) {
          report(at, `a link may not lead to "${address}"`, {
            found: address,
            expected: 'an address that starts with https://, or with / for a page of the guide',
          });
          continue;
        }
        judge(at, address);
      }
    for (const address of Object.keys(content.asked))
      judge({ collection: 'asked', id: 'asked', path: [address] }, address);
    for (const [i, { see }] of content.glossary.entries())
      for (const [j, address] of see.entries())
        judge({ collection: 'glossary', id: 'glossary', path: [i, 'see', j] }, address);
  },
};
