import { caseStudyAnchor } from '../model/anchors.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { didYouMean, nearest, renamedOrMeant } from '../model/nearest.ts';
import { withoutCode } from '../model/prose.ts';
import { redirectTable } from '../model/redirects.ts';
import { SITE_PAGES } from '../model/site-pages.ts';
import { markdownLinks } from './markdown.ts';
import type { Content, Rule, Where } from './rule.ts';
import { lacks, slugsOf, textsOf } from './unread.ts';

const LINK = /\]\(\s*<?([^)\s>]+)/g;
const DEFINITION = /^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)/gm;

/** Addresses that an MDX text links to, and where each link or definition stands; offsets as in the text. */
export const linksIn = (prose: string): { address: string; offset: number }[] =>
  [...prose.matchAll(LINK), ...prose.matchAll(DEFINITION)].map((match) => ({
    address: match[1] as string,
    offset: match.index,
  }));

const MDX_PARTS = COLLECTION_NAMES.filter((name) => name !== 'caseStudies');

/** Addresses of every page that content may link to. */
export function addressesOf(content: Content): Set<string> {
  const entries = COLLECTION_NAMES.flatMap((name) => [
    `/${COLLECTIONS[name].folder}/`,
    ...slugsOf(content, name).map((slug) => `/${COLLECTIONS[name].folder}/${slug}/`),
  ]);
  const stages = content.workflow.stages.map(({ slug }) => `/stages/${slug}/`);
  const paths = content.paths.map(({ id }) => `/paths/${id}/`);
  return new Set([...Object.keys(SITE_PAGES), ...stages, ...paths, ...entries]);
}

/** Whether an address leads to a host, or to somebody's mailbox; `https://#x` names neither. */
const isOpenWeb = (address: string) =>
  (/^https?:\/\/[^\s/?#\\]/i.test(address) && URL.canParse(address)) ||
  /^mailto:[^\s@?]+@[^\s@?]/i.test(address);

const EXPECTED = 'an address that starts with https://, or with / for a page of the guide';

/** A link in the text, from a term of the glossary, from a reading path or from what people ask, leads to a page of the guide or to the open web, and nowhere else. */
export const knownLink: Rule = {
  id: 'known-link',
  check(content, report) {
    const known = addressesOf(content);
    const moved = new Map(Object.entries(redirectTable(content.redirects)));
    const judgePage = (at: Where, address: string) => {
      const page = address.replace(/[#?].*$/, '');
      if (known.has(page) || (page.startsWith('/stages/') && lacks(content, ['workflow']))) return;
      if (page.startsWith('/paths/') && lacks(content, ['paths'])) return;
      const today = moved.get(page);
      const suggestion = today ?? nearest(page, known);
      report(at, `there is no page "${page}"${renamedOrMeant(today, suggestion)}`, {
        found: page,
        expected: EXPECTED,
        ...(suggestion && { suggestion }),
      });
    };
    const judge = (at: Where, address: string) => {
      if (isOpenWeb(address)) return;
      if (/^\/(?![/\\])/.test(address)) judgePage(at, address);
      else
        report(at, `a link may not lead to ${JSON.stringify(address)}`, {
          found: address,
          expected: EXPECTED,
        });
    };
    for (const { where, address, anchors } of markdownLinks(content)) {
      if (!address.startsWith('#')) judge(where, address);
      else if (!anchors.has(address.slice(1))) {
        const name = address.slice(1);
        const suggestion = anchors.has(caseStudyAnchor(name))
          ? caseStudyAnchor(name)
          : nearest(name, anchors);
        report(
          where,
          `the link leads to no heading of this text: none has the anchor "${address}"${didYouMean(suggestion && `#${suggestion}`)}`,
          {
            found: address,
            expected: [...anchors].map((anchor) => `#${anchor}`).join(', '),
            ...(suggestion && { suggestion: `#${suggestion}` }),
          },
        );
      }
    }
    for (const { where, body } of textsOf(content, MDX_PARTS))
      for (const { address, offset } of linksIn(withoutCode(body)))
        if (!address.startsWith('#')) judge({ ...where, offset }, address);
    for (const address of Object.keys(content.asked))
      judgePage({ collection: 'asked', id: 'asked', path: [address] }, address);
    for (const [i, { see }] of content.glossary.entries())
      for (const [j, address] of see.entries())
        judgePage({ collection: 'glossary', id: 'glossary', path: [i, 'see', j] }, address);
    for (const [i, { stops }] of content.paths.entries())
      for (const [j, { page }] of stops.entries())
        judgePage({ collection: 'paths', id: 'paths', path: [i, 'stops', j, 'page'] }, page);
  },
};
