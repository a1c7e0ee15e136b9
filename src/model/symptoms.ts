import type { Challenge } from '../schema/challenge.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { firstMitigationsOf } from './relations.ts';

/** A challenge that may be behind a symptom, and what to try first against it. */
export interface Answer {
  readonly challenge: Entry<Challenge>;
  readonly when: string;
  readonly mitigations: readonly Entry<Mitigation>[];
}

/** What people say, with its answers, most likely first. */
export interface AnsweredSymptom {
  readonly id: string;
  readonly says: string;
  readonly answers: readonly Answer[];
}

/** A group of symptoms with their answers. */
export interface AnsweredGroup {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly AnsweredSymptom[];
}

/** The symptoms as readers see them, in the order of the file. An unknown challenge is left out (a rule reports it). */
export function answeredSymptoms(
  catalogue: Pick<Catalogue, 'symptomGroups' | 'challenges' | 'mitigations' | 'caseStudies'>,
): AnsweredGroup[] {
  const challengeOf = new Map(catalogue.challenges.map((challenge) => [challenge.id, challenge]));
  const firstOf = new Map(
    catalogue.challenges.map(({ id }) => [id, firstMitigationsOf({ id }, catalogue, 2)]),
  );
  return catalogue.symptomGroups.map(({ id, title, symptoms }) => ({
    id,
    title,
    symptoms: symptoms.map((symptom) => ({
      id: symptom.id,
      says: symptom.says,
      answers: symptom.challenges.flatMap(({ challenge: slug, when }) => {
        const challenge = challengeOf.get(slug);
        return challenge ? [{ challenge, when, mitigations: firstOf.get(slug) ?? [] }] : [];
      }),
    })),
  }));
}
