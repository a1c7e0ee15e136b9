import { csvOf, type Cell } from '../model/csv.ts';
import type { ReviewKnowledge } from './knowledge.ts';
import { challengesBySlug } from './names.ts';
import { IMPACTS, LIKELIHOODS, REVIEW_STATUSES, type Entry, type Register } from './register.ts';
import { BANDS, bandOf, riskOf, sortedByRisk } from './risk.ts';
import { answeredQuestions, mitigationTitle, titleOf, type Locate } from './texts.ts';

/** Spreadsheets read a file as UTF-8 when it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A rating as a number; nothing where it is not rated. */
const rated = (value: number): Cell => (value === 0 ? undefined : value);

/** The register as CSV, the greatest risk first, one entry a line; put aside ones last, and marked. */
export function toCsv(register: Register, knowledge: ReviewKnowledge, locate: Locate): string {
  const known = challengesBySlug(knowledge);
  const stages = new Map(knowledge.stages.map(({ slug, title }) => [slug, title]));
  const count = (entry: Entry, wanted: Entry['answers'][string] | undefined) =>
    answeredQuestions(entry, knowledge).filter(({ answer }) => answer === wanted).length;
  return (
    BYTE_ORDER_MARK +
    csvOf<Entry>(
      {
        risk: (entry) => rated(riskOf(entry)),
        band: (entry) => BANDS[bandOf(riskOf(entry))],
        challenge: ({ challenge }) => titleOf(challenge, knowledge),
        stage: ({ challenge }) => stages.get(known.get(challenge)?.stage ?? ''),
        likelihood: ({ likelihood }) => rated(likelihood),
        'likelihood in words': ({ likelihood }) => LIKELIHOODS[likelihood],
        impact: ({ impact }) => rated(impact),
        'impact in words': ({ impact }) => IMPACTS[impact],
        status: ({ status }) => REVIEW_STATUSES[status],
        owner: ({ owner }) => owner,
        mitigation: ({ mitigation }) => mitigationTitle(mitigation, knowledge),
        evidence: ({ evidence }) => evidence,
        note: ({ note }) => note,
        'answered no': (entry) => count(entry, 'no'),
        'answered partly': (entry) => count(entry, 'partly'),
        'not answered': (entry) => count(entry, undefined),
        'put aside': ({ included }) => (included ? '' : 'yes'),
        address: ({ challenge }) => (known.has(challenge) ? locate('challenges', challenge) : ''),
      },
      sortedByRisk(register, knowledge),
    )
  );
}
