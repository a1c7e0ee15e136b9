import type { Catalogue } from '../model/catalogue.ts';
import { mitigationsOf } from '../model/relations.ts';
import { challengesInOrder, placeOf } from '../model/workflow.ts';
import type { ContextOption, ReviewRule } from '../schema/review.ts';
import { INDUSTRIES } from '../schema/vocabulary.ts';

/** A question about the project, with its answers. */
export interface KnownContext {
  readonly id: string;
  readonly question: string;
  readonly hint?: string;
  readonly kind: 'one' | 'many';
  /** Where the answers come from, when the file does not list them. */
  readonly from?: 'industries';
  readonly options: readonly ContextOption[];
}

/** A challenge as a review needs it. */
export interface KnownChallenge {
  readonly slug: string;
  readonly title: string;
  /** Slug of its stage. */
  readonly stage: string;
  /** Its number within the stage, from 1. */
  readonly number: number;
  readonly questions: readonly { readonly id: string; readonly question: string }[];
  /** What helps against it, best evidence first. */
  readonly mitigations: readonly { readonly slug: string; readonly title: string }[];
}

/** What the case studies of an industry report. */
export interface KnownDomain {
  /** How many case studies there are. */
  readonly cases: number;
  /** How many of them name a challenge, by its slug. */
  readonly challenges: Readonly<Record<string, number>>;
}

/** All that a review knows of the catalogue, as plain data that a page can embed. */
export interface ReviewKnowledge {
  /** The latest day on which an entry was compared with its source (`2026-11-23`), and how many challenges there are. */
  readonly catalogue: { readonly asOf: string; readonly challenges: number };
  readonly stages: readonly { readonly slug: string; readonly title: string; readonly mark: string }[];
  readonly contexts: readonly KnownContext[];
  readonly rules: readonly ReviewRule[];
  /** By industry. */
  readonly domains: Readonly<Record<string, KnownDomain>>;
  /** In workflow order. */
  readonly challenges: readonly KnownChallenge[];
  /** Titles of the case studies that the rules cite, by slug. */
  readonly cases: Readonly<Record<string, string>>;
  /** Slugs that were renamed or merged, and what answers for them today. */
  readonly renamed: {
    readonly challenges: Readonly<Record<string, string>>;
    readonly mitigations: Readonly<Record<string, string>>;
  };
}

const INDUSTRY_OPTIONS = Object.entries(INDUSTRIES).map(([id, label]): ContextOption => ({ id, label }));

/** How many case studies of each industry there are, and how many of them name each challenge. */
function domainsIn({ caseStudies }: Pick<Catalogue, 'caseStudies'>): Record<string, KnownDomain> {
  const domains: Record<string, { cases: number; challenges: Record<string, number> }> = {};
  for (const { data } of caseStudies) {
    const domain = (domains[data.industry] ??= { cases: 0, challenges: {} });
    domain.cases += 1;
    for (const slug of new Set(data.challenges))
      domain.challenges[slug] =
        (Object.hasOwn(domain.challenges, slug) ? (domain.challenges[slug] ?? 0) : 0) + 1;
  }
  return domains;
}

/** The latest day on which somebody compared an entry with its source; the first day of all when nobody did. */
const asOfDay = ({ caseStudies, tools, approaches }: Catalogue): string =>
  [...caseStudies, ...tools, ...approaches]
    .map(({ data }) => data.checked)
    .reduce((latest, day) => (day > latest ? day : latest), '1970-01-01');

/**
 * What a review needs of the catalogue: what to ask, what follows, and the questions and mitigations of each challenge.
 * The same content gives the same value, which JSON carries without loss.
 */
export function reviewKnowledge(catalogue: Catalogue): ReviewKnowledge {
  const { review, workflow, caseStudies, redirects } = catalogue;
  const cited = new Set(review.rules.flatMap(({ challenges }) => challenges.flatMap(({ seenIn }) => seenIn)));
  return {
    catalogue: { asOf: asOfDay(catalogue), challenges: catalogue.challenges.length },
    stages: workflow.stages.map(({ slug, title, mark }) => ({ slug, title, mark })),
    contexts: review.contexts.map(({ id, question, hint, kind, from, options }) => ({
      id,
      question,
      ...(hint !== undefined && { hint }),
      kind,
      ...(from !== undefined && { from }),
      options: options ?? INDUSTRY_OPTIONS,
    })),
    rules: review.rules,
    domains: domainsIn(catalogue),
    challenges: challengesInOrder(catalogue).map((challenge) => {
      const { stage, number } = placeOf(challenge, catalogue);
      return {
        slug: challenge.id,
        title: challenge.data.title,
        stage: stage.slug,
        number,
        questions: challenge.data.questions.map(({ id, question }) => ({ id, question })),
        mitigations: mitigationsOf(challenge, catalogue).map(({ entry }) => ({
          slug: entry.id,
          title: entry.data.title,
        })),
      };
    }),
    cases: Object.fromEntries(
      caseStudies
        .filter(({ id }) => cited.has(id))
        .map(({ id, data }): [string, string] => [id, data.title])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    renamed: {
      challenges: redirects['challenges'] ?? {},
      mitigations: redirects['mitigations'] ?? {},
    },
  };
}
