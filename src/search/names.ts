import { byTitle, type Catalogue } from '../model/catalogue.ts';
import { addressOf, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { firstMitigationsOf, strengthOf } from '../model/relations.ts';
import { checklistTitle, SITE_PAGES } from '../model/site-pages.ts';
import { placeOf, stagesOf } from '../model/workflow.ts';
import { keysOf, type Strength } from '../schema/vocabulary.ts';
import { PAGE_TYPE } from './facets.ts';

/** One page that can be found by name: what the browser knows of it before the full index is there. */
export interface NamedPage {
  /** From the root of the host, base path included. */
  readonly address: string;
  readonly title: string;
  /** What it is, in words: challenge, mitigation, … */
  readonly type: string;
  readonly summary: string;
  /** The stages it belongs to, as places in the list of pages; a stage belongs to none. */
  readonly stages: readonly number[];
  /** Its other names; of a page that is no entry and no stage, all names under which it is found. */
  readonly aliases: readonly string[];
  readonly symptoms: readonly string[];
  /** Where it leads, as places in the list of pages: first mitigations of a challenge, challenges of a mitigation. */
  readonly answers: readonly number[];
  readonly strength?: Strength;
}

/** All that can be found by name. A small file, so that a search has an answer before the full index is loaded. */
export interface Names {
  readonly pages: readonly NamedPage[];
  /** Groups of everyday words that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** Words for something, and the pages they may mean, likeliest first, as places in the list of pages. */
export interface Said {
  readonly says: string;
  readonly pages: readonly number[];
}

/** What people say instead of our names. Not needed for the first answer, so it comes after the names. */
export interface Phrases {
  /** Terms of the glossary, each with what is looked up as it. */
  readonly terms: readonly (Said & { readonly also: readonly string[] })[];
  /** What people say when something is wrong. */
  readonly symptoms: readonly Said[];
  /** How people ask; shown only as the reason of a hit. */
  readonly asked: readonly Said[];
}

/** Case studies are found by their text; their titles would make most of the file. */
const NAMED = ['challenges', 'mitigations', 'tools', 'approaches'] as const satisfies CollectionName[];

/** A page that is no entry and no stage, or a part of one. */
interface SitePage {
  readonly title: string;
  /** What it is for. */
  readonly summary: string;
  /**
   * What it is looked for by. The title stands here only where nobody means anything else by it: whoever types "data"
   * or "compare" hardly means the page. Longer ways to ask for it stand in `asked.yaml`.
   */
  readonly names: readonly string[];
}

const PAGES = {
  '/about/': {
    title: SITE_PAGES['/about/'],
    summary: 'How this guide was made: the survey and its two editions, how evidence is graded, weak spots.',
    names: [],
  },
  '/about/#the-two-editions': {
    title: 'The two editions',
    summary: 'What the survey’s table of 2021 and its article of 2022 hold, and what changed between them.',
    names: ['The two editions', 'editions'],
  },
  '/review/': {
    title: SITE_PAGES['/review/'],
    summary: 'Questions for your own system before it goes live, with a register of risks; on paper too.',
    names: ['Pre-deployment review', 'checklist', 'checklist to print', 'risk register'],
  },
  '/contribute/case-study/': {
    title: SITE_PAGES['/contribute/case-study/'],
    summary: 'A form that writes the file of a case study, and says what is missing.',
    names: ['Write a case study'],
  },
  '/compare/': {
    title: SITE_PAGES['/compare/'],
    summary: 'Up to four case studies, mitigations or tools beside each other.',
    names: [],
  },
  '/statistics/': {
    title: SITE_PAGES['/statistics/'],
    summary: 'What the case studies show in numbers: by stage, industry, year, evidence and outcome.',
    names: ['Statistics'],
  },
  '/data/': {
    title: SITE_PAGES['/data/'],
    summary: 'The whole guide as JSON, CSV and BibTeX, with schemas.',
    names: [],
  },
  '/offline/': {
    title: SITE_PAGES['/offline/'],
    summary: 'A copy of the guide for reading without a network.',
    names: ['Read it offline'],
  },
} as const satisfies Readonly<Record<string, SitePage>>;

const checklistAddress = (stage: { readonly slug: string }) => `/stages/${stage.slug}/checklist/`;

/** Where each page stands in the list of pages, by its address from the root of the site. */
const placesIn = (catalogue: Catalogue): Map<string, number> =>
  new Map(
    [
      ...NAMED.flatMap((collection) =>
        catalogue[collection].toSorted(byTitle).map(({ id }) => addressOf(collection, id)),
      ),
      ...catalogue.workflow.stages.map(({ slug }) => `/stages/${slug}/`),
      ...catalogue.workflow.stages.map(checklistAddress),
      ...keysOf(PAGES),
    ].map((address, i) => [address, i]),
  );

/** The places of some addresses; a part of a page that has no place of its own has that of the page. */
const placesOf = (addresses: readonly string[], places: ReadonlyMap<string, number>): number[] =>
  addresses.flatMap((address) => places.get(address) ?? places.get(address.replace(/#.*$/, '')) ?? []);

/** A mitigation shows so many of the challenges it helps against, a tool so many of those it is for. */
const [MOST_HELPED, MOST_SERVED] = [3, 2];

/**
 * Everything that can be found by name, from the catalogue.
 * @param href the address of a page as a link needs it, base path included
 */
export function namesOf(catalogue: Catalogue, href: (path: string) => string): Names {
  const places = placesIn(catalogue);
  const placesOfStages = (stages: readonly { readonly slug: string }[]) =>
    placesOf(
      stages.map(({ slug }) => `/stages/${slug}/`),
      places,
    );
  const leadingTo = (collection: CollectionName, ids: readonly string[]) =>
    placesOf(
      ids.map((id) => addressOf(collection, id)),
      places,
    );

  const challenges = catalogue.challenges.toSorted(byTitle).map(({ id, data }): NamedPage => {
    const names = [...data.aliases, data.names[2021] ?? [], data.names[2022] ?? []].flat();
    return {
      address: href(addressOf('challenges', id)),
      title: data.title,
      type: COLLECTIONS.challenges.one,
      summary: data.summary,
      stages: placesOfStages([placeOf({ id, data }, catalogue).stage]),
      aliases: [...new Set(names)].filter((name) => name !== data.title),
      symptoms: data.symptoms,
      answers: leadingTo(
        'mitigations',
        firstMitigationsOf({ id }, catalogue).map((mitigation) => mitigation.id),
      ),
    };
  });
  const mitigations = catalogue.mitigations.toSorted(byTitle).map(({ id, data }): NamedPage => {
    const helped = data.mitigates.map(({ challenge }) => challenge);
    return {
      address: href(addressOf('mitigations', id)),
      title: data.title,
      type: COLLECTIONS.mitigations.one,
      summary: data.summary,
      stages: placesOfStages(stagesOf(helped, catalogue)),
      aliases: data.aliases,
      symptoms: [],
      answers: leadingTo('challenges', helped.slice(0, MOST_HELPED)),
      strength: strengthOf({ id, data }, catalogue),
    };
  });
  const helpers = (['tools', 'approaches'] as const).flatMap((collection) =>
    catalogue[collection].toSorted(byTitle).map(({ id, data }): NamedPage => {
      const served = data.addresses.map(({ challenge }) => challenge);
      return {
        address: href(addressOf(collection, id)),
        title: data.title,
        type: COLLECTIONS[collection].one,
        summary: data.summary,
        stages: placesOfStages(stagesOf(served, catalogue)),
        aliases: data.aliases,
        symptoms: [],
        answers: leadingTo('challenges', served.slice(0, MOST_SERVED)),
      };
    }),
  );
  const stages = catalogue.workflow.stages.map(({ slug, title, summary, aliases }): NamedPage => ({
    address: href(`/stages/${slug}/`),
    title,
    type: 'stage',
    summary,
    stages: [],
    aliases,
    symptoms: [],
    answers: [],
  }));
  const checklists = catalogue.workflow.stages.map((stage): NamedPage => {
    const name = stage.title.toLowerCase();
    return {
      address: href(checklistAddress(stage)),
      title: checklistTitle(stage),
      type: PAGE_TYPE,
      summary: `Questions to answer before machine learning goes live, on paper: ${name}.`,
      stages: placesOfStages([stage]),
      aliases: [checklistTitle(stage), `${name} checklist`, `print the ${name} checklist`],
      symptoms: [],
      answers: [],
    };
  });
  const others = keysOf(PAGES).map((address): NamedPage => {
    const { title, summary, names } = PAGES[address];
    return {
      ...{ address: href(address), title, type: PAGE_TYPE, summary },
      ...{ stages: [], aliases: names, symptoms: [], answers: [] },
    };
  });
  return {
    pages: [...challenges, ...mitigations, ...helpers, ...stages, ...checklists, ...others],
    synonyms: catalogue.synonyms,
  };
}

/** What people say instead of our names, from the catalogue; places are those in the list of `namesOf`. */
export function phrasesOf(catalogue: Catalogue): Phrases {
  const places = placesIn(catalogue);
  return {
    terms: catalogue.glossary.map(({ term, also, see }) => ({
      says: term,
      also,
      pages: placesOf(see, places),
    })),
    symptoms: catalogue.symptomGroups.flatMap(({ symptoms }) =>
      symptoms.map(({ says, challenges }) => ({
        says,
        pages: placesOf(
          challenges.map(({ challenge }) => addressOf('challenges', challenge)),
          places,
        ),
      })),
    ),
    asked: Object.entries(catalogue.asked).flatMap(([address, all]) =>
      all.map((says) => ({ says, pages: placesOf([address], places) })),
    ),
  };
}
