import type { PhrasingContent } from 'mdast';
import { allOf, type Extract } from '../model/case-study-lists.ts';
import type { Entry } from '../model/catalogue.ts';
import { addressOf } from '../model/collections.ts';
import { asSentence } from '../model/in-words.ts';
import { namedOrganisation } from '../model/organisation.ts';
import type { AppliedMitigation, CaseStudy } from '../schema/case-study.ts';
import { BASIS_MEANING, INDUSTRIES, KINDS, OUTCOMES, type Evidence } from '../schema/vocabulary.ts';
import type { Guide } from './twin-guide.ts';
import { line, link, type Part } from './twin-nodes.ts';

/** How a source was seen, after "evidence:". */
export const EVIDENCE_SEEN: Readonly<Record<Evidence, string>> = {
  'full-text': 'full text seen',
  abstract: 'abstract seen',
  secondary: 'secondary report',
};

/** Who reports a case, when, what kind of report it is, and how we know. */
export const caseLine = ({ data }: Entry<CaseStudy>): string =>
  [
    namedOrganisation(data) ?? 'organisation not named',
    data.year,
    INDUSTRIES[data.industry].toLowerCase(),
    KINDS[data.kind].toLowerCase(),
    `evidence: ${EVIDENCE_SEEN[data.evidence]}`,
  ].join(' · ');

/** A case study as an item of a list. */
export const caseItem = (study: Entry<CaseStudy>, { locate }: Pick<Guide, 'locate'>): PhrasingContent[] =>
  line(link(locate(addressOf('caseStudies', study.id)), study.data.title), ' · ', caseLine(study));

/** Where the rest of the case studies of an entry stand, as the last item of a list of some; none where all are shown. */
export const restItems = (
  { shown, all, isPart }: Extract<unknown>,
  entry: string,
  { locate }: Pick<Guide, 'locate'>,
): PhrasingContent[][] =>
  isPart
    ? [line(`and ${all - shown.length} more: `, link(locate(allOf(entry)), `all ${all} case studies`))]
    : [];

/** Case studies of an entry as items of a list; of many, some, and where the rest stands. */
export const caseItems = (
  extract: Extract<Entry<CaseStudy>>,
  entry: string,
  guide: Pick<Guide, 'locate'>,
): PhrasingContent[][] => [
  ...extract.shown.map((study) => caseItem(study, guide)),
  ...restItems(extract, entry, guide),
];

/** How a mitigation turned out in a case, whose doing it was, and what the source says. */
export const outcomeParts = ({ outcome, basis, note }: AppliedMitigation): Part[] => [
  `: ${OUTCOMES[outcome].toLowerCase()} (${basis}: ${BASIS_MEANING[basis]}).`,
  note !== undefined && ` ${note}`,
];

/** Another page as an item of a list: its title, why it stands here, and short facts. */
export const reasonLine = (
  {
    address,
    title,
    why,
    facts = [],
  }: {
    readonly address: string;
    readonly title: string;
    readonly why?: string | undefined;
    readonly facts?: readonly string[];
  },
  { locate }: Pick<Guide, 'locate'>,
): PhrasingContent[] =>
  line(
    link(locate(address), title),
    why && `: ${asSentence(why)}`,
    facts.length > 0 && ` (${facts.join(', ')})`,
  );
