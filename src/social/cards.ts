import { GUIDE } from '../model/guide.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { counted } from '../model/in-words.ts';
import { onceFor } from '../model/once.ts';
import { caseStudiesNaming, caseStudiesOf, outcomesOf } from '../model/relations.ts';
import { challengesOfStage, placeOf, stagesOf } from '../model/workflow.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import { keysOf, KINDS } from '../schema/vocabulary.ts';
import type { Stage } from '../schema/workflow.ts';

/** A picture that stands beside links to a page. */
export interface SocialImage {
  /** From the root of the site. It is permanent; what it shows follows the content. */
  readonly address: string;
  /** What it shows, in words. */
  readonly alt: string;
}

/** The sign of a stage as a card shows it. */
export type StageSign = Pick<Stage, 'slug' | 'mark' | 'shape'>;

/** What a picture tells. */
export interface Card extends SocialImage {
  /** What kind of thing it is, above the title; nothing on the card of the guide itself. */
  readonly label: string | undefined;
  readonly title: string;
  /** Latin words to show when the typeface lacks the letters of the title: those of its address. */
  readonly plainTitle: string;
  /** The stages it belongs to, in workflow order. */
  readonly stages: readonly StageSign[];
  /** The number of a challenge within its stage. */
  readonly number: number | undefined;
  /** What there is to read, in a line. */
  readonly facts: string;
}

const PROMISE = 'What goes wrong, what organisations report, and what to do about it';

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** A slug as words: `concept-drift` as `Concept drift`. */
const plain = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ');

const addressIn = (folder: string, slug: string): string => `/social/${folder}/${slug}.png`;

const signOf = ({ slug, mark, shape }: Stage): StageSign => ({ slug, mark, shape });

/** Words as a sentence: with a capital and a full stop. */
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

const cases = (count: number): string =>
  count === 0 ? 'no case study yet' : counted(count, 'case study', 'case studies');

/** The signs of some stages in words: `the circle of Data management (DM) and the hexagon of Cross-cutting (CC)`. */
const signsInWords = (stages: readonly Stage[], number?: number): string =>
  LIST.format(
    stages.map(
      ({ title, mark, shape }) =>
        `the ${shape} of ${title} (${number === undefined ? mark : `${mark} · ${number}`})`,
    ),
  );

/** A card that belongs to some stages, with its description made from what it shows. */
const cardOf = (
  parts: Pick<Card, 'address' | 'title' | 'plainTitle'> & {
    readonly label: string;
    /** What the card is about, in words; from label and title when left out. */
    readonly about?: string;
    readonly stages: readonly Stage[];
    readonly number?: number;
    readonly facts: readonly string[];
  },
): Card => {
  const { address, label, title, plainTitle, stages, number } = parts;
  const { about = `the ${label.toLowerCase()} “${title}”` } = parts;
  const signs = stages.length > 0 ? `, with ${signsInWords(stages, number)}` : '';
  return {
    address,
    alt: `Card of the ${GUIDE.title}: ${about}${signs}. ${sentence(parts.facts.join(', '))}`,
    label,
    title,
    plainTitle,
    stages: stages.map(signOf),
    number,
    facts: parts.facts.join(' · '),
  };
};

/** The address of the picture of an entry; case studies share one a kind. */
const addressOfEntry = (collection: CollectionName, entry: Entry<object>): string =>
  collection === 'caseStudies'
    ? addressIn(COLLECTIONS.caseStudies.folder, (entry as Entry<CaseStudy>).data.kind)
    : addressIn(COLLECTIONS[collection].folder, entry.id);

function challengeCards(catalogue: Catalogue): Card[] {
  const mitigations = new Map<string, number>();
  for (const { data } of catalogue.mitigations)
    for (const { challenge } of data.mitigates)
      mitigations.set(challenge, (mitigations.get(challenge) ?? 0) + 1);
  return catalogue.challenges.map((challenge) => {
    const { stage, number } = placeOf(challenge, catalogue);
    return cardOf({
      address: addressOfEntry('challenges', challenge),
      label: 'Challenge',
      title: challenge.data.title,
      plainTitle: plain(challenge.id),
      stages: [stage],
      number,
      facts: [
        cases(caseStudiesOf(challenge, catalogue).length),
        counted(mitigations.get(challenge.id) ?? 0, 'mitigation'),
      ],
    });
  });
}

const mitigationCards = (catalogue: Catalogue): Card[] =>
  catalogue.mitigations.map((mitigation) => {
    const challenges = mitigation.data.mitigates.map(({ challenge }) => challenge);
    const applied = Object.values(outcomesOf(mitigation, catalogue)).reduce((sum, count) => sum + count, 0);
    return cardOf({
      address: addressOfEntry('mitigations', mitigation),
      label: 'Mitigation',
      title: mitigation.data.title,
      plainTitle: plain(mitigation.id),
      stages: stagesOf(challenges, catalogue),
      facts: [`against ${counted(challenges.length, 'challenge')}`, `in ${cases(applied)}`],
    });
  });

const helperCards = (collection: 'tools' | 'approaches', catalogue: Catalogue): Card[] =>
  catalogue[collection].map((helper) => {
    const challenges = helper.data.addresses.map(({ challenge }) => challenge);
    return cardOf({
      address: addressOfEntry(collection, helper),
      label: collection === 'tools' ? 'Tool' : 'Approach',
      title: helper.data.title,
      plainTitle: plain(helper.id),
      stages: stagesOf(challenges, catalogue),
      facts: [
        `for ${counted(challenges.length, 'challenge')}`,
        cases(caseStudiesNaming(helper, catalogue).length),
      ],
    });
  });

const stageCards = (catalogue: Catalogue): Card[] =>
  catalogue.workflow.stages.map((stage) => {
    const challenges = challengesOfStage(stage, catalogue);
    const slugs = new Set(challenges.map(({ id }) => id));
    const studies = catalogue.caseStudies.filter(({ data }) =>
      data.challenges.some((slug) => slugs.has(slug)),
    );
    return cardOf({
      address: addressIn('stages', stage.slug),
      label: 'Stage',
      title: stage.title,
      plainTitle: plain(stage.slug),
      stages: [stage],
      facts: [
        counted(stage.steps.length, 'step'),
        counted(challenges.length, 'challenge'),
        cases(studies.length),
      ],
    });
  });

/** One a kind of report that occurs. */
const kindCards = ({ caseStudies }: Catalogue): Card[] =>
  keysOf(KINDS).flatMap((kind) => {
    const count = caseStudies.filter(({ data }) => data.kind === kind).length;
    if (count === 0) return [];
    return cardOf({
      address: addressIn(COLLECTIONS.caseStudies.folder, kind),
      label: 'From the field',
      about: `a report from the field, of the kind “${KINDS[kind]}”`,
      title: KINDS[kind],
      plainTitle: KINDS[kind],
      stages: [],
      facts: [`one of ${counted(count, 'such report')}`],
    });
  });

/** The picture of the guide itself, for pages without one of their own. */
export const GUIDE_IMAGE: SocialImage = {
  address: '/social/guide.png',
  alt: `Card of the ${GUIDE.title}: its name under the shapes of its stages. ${PROMISE}.`,
};

const guideCard = ({ workflow }: Catalogue): Card => ({
  ...GUIDE_IMAGE,
  label: undefined,
  title: GUIDE.title,
  plainTitle: GUIDE.title,
  stages: workflow.stages.map(signOf),
  number: undefined,
  facts: PROMISE,
});

/** Every card of the guide, by the address of its picture; made once, since every page asks for one. */
export const cardsOf = onceFor((catalogue: Catalogue): ReadonlyMap<string, Card> => {
  const cards = [
    guideCard(catalogue),
    ...stageCards(catalogue),
    ...challengeCards(catalogue),
    ...mitigationCards(catalogue),
    ...helperCards('tools', catalogue),
    ...helperCards('approaches', catalogue),
    ...kindCards(catalogue),
  ];
  return new Map(cards.map((card) => [card.address, card]));
});

const imageAt = (address: string, catalogue: Catalogue): SocialImage => {
  const card = cardsOf(catalogue).get(address);
  if (!card) throw new Error(`the catalogue has nothing to draw at ${address}`);
  return { address, alt: card.alt };
};

/** The picture of an entry of the catalogue; case studies share one a kind. */
export const socialImageOf = (
  collection: CollectionName,
  entry: Entry<object>,
  catalogue: Catalogue,
): SocialImage => imageAt(addressOfEntry(collection, entry), catalogue);

/** The picture of a stage. */
export const socialImageOfStage = ({ slug }: Pick<Stage, 'slug'>, catalogue: Catalogue): SocialImage =>
  imageAt(addressIn('stages', slug), catalogue);
