import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/cli/read-content.ts';
import { COLLECTIONS } from '../../src/model/collections.ts';
import { knownContent } from '../../src/reading/known-content.ts';
import type { Content } from '../../src/rules/rule.ts';
import { FEWEST_TOLD } from '../../src/rules/told.ts';
import { generatedCase, type GeneratedCase } from './case-studies.ts';
import {
  bodyOf,
  frontMatterOf,
  generatedChallenges,
  reviewRuleOf,
  symptomsOf,
  withHelpFor,
  type GeneratedChallenge,
} from './challenges.ts';
import { plainSentencesOf } from './sentences.ts';

/** Everything that was made up for a catalogue. */
export interface Generated {
  readonly caseStudies: readonly GeneratedCase[];
  /** Challenges with their text in MDX. */
  readonly challenges: readonly (GeneratedChallenge & { readonly body: string })[];
}

/**
 * Makes up entries for a catalogue: the same for the same content and numbers.
 * @param size how many case studies
 * @param challenges how many challenges there shall be in all
 */
export function generatedFor(content: Content, size: number, challenges: number): Generated {
  const known = knownContent(content);
  const made = generatedChallenges(content, challenges);
  const sentences = plainSentencesOf(content.caseStudies);
  const surroundings = {
    ...known,
    challenges: [...known.challenges, ...made.map(({ slug, title }) => [slug, title] as const)],
    sentences,
  };
  const caseStudies = Array.from({ length: size }, (_, i) => generatedCase(i + 1, surroundings));
  return {
    caseStudies,
    challenges: made.map((challenge) => ({
      ...challenge,
      body: bodyOf(challenge, { sentences, works: known.works, cases: casesOf(challenge.slug, caseStudies) }),
    })),
  };
}

/** The first case studies that name a challenge: as many as its text has to tell of. */
const casesOf = (challenge: string, caseStudies: readonly GeneratedCase[]) =>
  caseStudies
    .filter(({ challenges }) => challenges.includes(challenge))
    .slice(0, FEWEST_TOLD.Case)
    .map(({ slug }) => slug);

/**
 * Writes made-up entries into a folder of content, with all that makes them belong there, so that the check accepts it.
 * @param folder the content, which is changed
 */
export function writeGenerated(folder: string, { caseStudies, challenges }: Generated): void {
  for (const { slug, text } of caseStudies)
    writeFileSync(join(folder, COLLECTIONS.caseStudies.folder, `${slug}.md`), text);
  if (challenges.length === 0) return;
  for (const challenge of challenges) {
    const file = join(folder, COLLECTIONS.challenges.folder, challenge.stage, `${challenge.slug}.mdx`);
    writeFileSync(file, frontMatterOf(challenge) + challenge.body);
    const help = (key: 'mitigates' | 'addresses', path: string) => {
      writeFileSync(path, withHelpFor(readFileSync(path, 'utf8'), key, challenge.slug));
    };
    for (const slug of challenge.mitigations)
      help('mitigates', join(folder, COLLECTIONS.mitigations.folder, `${slug}.mdx`));
    for (const slug of challenge.tools)
      help('addresses', join(folder, COLLECTIONS.tools.folder, `${slug}.mdx`));
  }
  appendFileSync(join(folder, 'symptoms.yaml'), symptomsOf(challenges));
  appendFileSync(
    join(folder, 'review.yaml'),
    reviewRuleOf(challenges, (slug) => casesOf(slug, caseStudies)),
  );
}

/** The content of a project, without what is wrong with it. */
export const contentOf = (project: string): Content => readContent(join(project, 'content')).content;
