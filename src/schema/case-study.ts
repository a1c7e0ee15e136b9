import { z } from 'astro/zod';
import { Day, Period } from './date.ts';
import { field } from './help.ts';
import { eachOnce, namesOnce } from './relation.ts';
import { Slug } from './slug.ts';
import { Source } from './source.ts';
import { Line } from './text.ts';
import { BASES, EVIDENCE, INDUSTRIES, keysOf, KINDS, OUTCOMES, STATUSES } from './vocabulary.ts';

const TITLE = { error: 'a title of 10 to 120 characters' };
const YEAR = { error: 'a year such as 2024, without quotes' };

/** A mitigation in a case: whose idea it was there, and how it turned out. */
export const AppliedMitigation = z.strictObject({
  id: field(Slug, {
    description: 'The slug of the mitigation: the last part of its address.',
    why: 'it links the case to the mitigation, and back',
    examples: ['shadow-deployment'],
    bad: [{ value: 'Shadow deployment', why: 'the title, not the slug' }],
  }),
  outcome: field(z.enum(keysOf(OUTCOMES)), {
    description: 'How it turned out, by the source’s own account.',
    why: 'what did not help is worth as much as what did',
    examples: ['helped', 'did-not-help'],
    bad: [{ value: 'yes', why: 'not one of the words' }],
  }),
  basis: field(z.enum(keysOf(BASES)).default('used'), {
    description:
      'Whose doing it was: used there, ordered, evaluated, only proposed, or inferred by you. Used when left out.',
    why: 'only what was applied counts as evidence',
    examples: ['evaluated'],
    bad: [{ value: 'tried', why: 'not one of the words' }],
  }),
  note: field(Line.max(240, { error: 'a note of 240 characters at most' }).optional(), {
    description: 'What the source says about it, in a sentence.',
    why: 'it tells readers what "helped" means here',
    examples: ['Found the drop before any user saw it.'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
});
export type AppliedMitigation = z.infer<typeof AppliedMitigation>;

/** One organisation's reported experience with machine learning in use. */
export const CaseStudy = z.strictObject({
  title: field(Line.min(10, TITLE).max(120, TITLE), {
    description: 'What happened, in one line of 10 to 120 characters.',
    why: 'lists and search results show it alone',
    examples: ['Shadow traffic catches a ranking regression'],
    bad: [{ value: 'Shop', why: 'too short to say what happened' }],
  }),
  organisation: field(Line.optional(), {
    description: 'Who it was. Left out, or `anonymous`, where the source names nobody.',
    why: 'readers weigh a report by who tells it',
    examples: ['Example Corp', 'anonymous'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
  industry: field(z.enum(keysOf(INDUSTRIES)), {
    description: 'The industry in which the model was used.',
    why: 'readers filter by it',
    examples: ['e-commerce'],
    bad: [{ value: 'E-commerce', why: 'words are in lower case' }],
  }),
  year: field(
    z
      .int(YEAR)
      .min(1990, { error: 'a year from 1990 on' })
      .max(new Date().getUTCFullYear(), { error: 'a year that is not in the future' }),
    {
      description: 'Year of the report, from 1990 to this year.',
      why: 'what held then may not hold now',
      examples: [2024],
      bad: [
        { value: '2024', why: 'quotes make it text' },
        { value: 24, why: 'four digits are needed' },
      ],
    },
  ),
  kind: field(z.enum(keysOf(KINDS)), {
    description: 'What sort of report it is.',
    why: 'an incident and an interview study prove different things',
    examples: ['lessons-learned'],
    bad: [{ value: 'blog post', why: 'that is a venue; what does it report?' }],
  }),
  task: field(Line, {
    description: 'What the model was for, in a few words.',
    why: 'readers look for a task like their own',
    examples: ['product ranking'],
    bad: [{ value: '', why: 'empty' }],
  }),
  challenges: field(
    z
      .array(Slug)
      .min(1, { error: 'at least one challenge' })
      .max(8, { error: '8 challenges at most' })
      .superRefine(namesOnce),
    {
      description: 'The challenges that the case illustrates, 1 to 8: the last parts of their addresses.',
      why: 'the case stands on the page of each',
      examples: [['concept-drift', 'feedback-loops']],
      bad: [
        { value: 'concept-drift', why: 'a list is needed: [concept-drift]' },
        { value: [], why: 'at least one' },
      ],
    },
  ),
  mitigations: field(
    z
      .array(AppliedMitigation)
      .max(10, { error: '10 mitigations at most' })
      .superRefine(eachOnce(({ id }) => id, 'id'))
      .default([]),
    {
      description: 'What was done or advised against them, 10 at most, each with its outcome.',
      why: 'this is what readers come for: what helped, and what did not',
      examples: [[{ id: 'shadow-deployment', outcome: 'helped' }]],
      bad: [{ value: ['shadow-deployment'], why: 'each needs its id and its outcome' }],
    },
  ),
  tools: field(z.array(Slug).max(10, { error: '10 tools at most' }).superRefine(namesOnce).default([]), {
    description: 'Tools or approaches that the source names, 10 at most: the last parts of their addresses.',
    why: 'the case stands on the page of each',
    examples: [['mlflow']],
    bad: [{ value: 'mlflow', why: 'a list is needed: [mlflow]' }],
  }),
  source: field(Source, {
    description: 'The work that the case rests on, with at least one of doi, arxiv, isbn and url.',
    why: 'a claim without a source is a rumour',
    examples: [{ title: 'How we found drift', url: 'https://example.org/drift' }],
    bad: [{ value: { title: 'How we found drift' }, why: 'nobody can find it' }],
  }),
  scope: field(Line.optional(), {
    description: 'The boundary of the figures: which market, how long, compared with what.',
    why: 'a figure without its boundary misleads; it is printed beside them',
    examples: ['One market, three weeks.'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
  status: field(z.enum(keysOf(STATUSES)).optional(), {
    description: 'For law and incidents: the legal state when last seen, with `statusAsOf`.',
    why: 'an allegation is no finding',
    examples: ['settlement'],
    bad: [{ value: 'guilty', why: 'not one of the words' }],
  }),
  statusAsOf: field(Period.optional(), {
    description: 'The day, month or year on which the status was so.',
    why: 'a legal state changes',
    examples: ['2026-03-02', '2021-04', '2025'],
    bad: [{ value: 'March 2026', why: 'write 2026-03' }],
  }),
  evidence: field(z.enum(keysOf(EVIDENCE)), {
    description:
      'How you saw the source: its full text, only the abstract or record, or through somebody else.',
    why: 'readers see how much to lean on it',
    examples: ['full-text', 'secondary'],
    bad: [{ value: 'fulltext', why: 'the hyphen is missing' }],
  }),
  checked: field(Day, {
    description: 'The day you last compared the entry with its source.',
    why: 'sources change, and so does what they say',
    examples: ['2026-11-23'],
    bad: [
      { value: '23/11/2026', why: 'year, month, day: 2026-11-23' },
      { value: '2026-02-30', why: 'no such day' },
    ],
  }),
  contributor: field(Line.optional(), {
    description: 'Your handle on the code host, or your name.',
    why: 'for thanks, on the entry and on the page "Contribute"',
    examples: ['your-handle'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
  facts: field(z.array(Line).default([]), {
    description: 'What was compared with the source, in key words.',
    why: 'the next reader can compare it again',
    examples: [['Recall rose from 61 to 70 percent in the pilot.']],
    bad: [{ value: 'Recall rose', why: 'a list is needed' }],
  }),
  caveat: field(Line.optional(), {
    description: 'What a careful reader should know about the source.',
    why: 'doubt belongs beside the claim',
    examples: ['The vendor of the tool wrote the report.'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
  survey: field(Line.optional(), {
    description: 'How the case is known to be one of the survey’s. Left out for all others.',
    why: 'readers can tell the survey’s cases from later ones',
    examples: ['Listed among the survey’s references.'],
    bad: [{ value: '', why: 'empty: leave the line out' }],
  }),
});
export type CaseStudy = z.infer<typeof CaseStudy>;
