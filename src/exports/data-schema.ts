import { z } from 'astro/zod';
import { COLLECTIONS } from '../model/collections.ts';
import { Approach } from '../schema/approach.ts';
import { AppliedMitigation, CaseStudy } from '../schema/case-study.ts';
import { Challenge, EditionName } from '../schema/challenge.ts';
import { Term } from '../schema/glossary.ts';
import { Mitigation } from '../schema/mitigation.ts';
import { ReadingPath, Stop } from '../schema/paths.ts';
import { ReviewContext, ReviewRule } from '../schema/review.ts';
import { Slug } from '../schema/slug.ts';
import { LikelyChallenge, Symptom } from '../schema/symptoms.ts';
import { ToolGroup } from '../schema/tool-group.ts';
import { Tool } from '../schema/tool.ts';
import { keysOf, STRENGTHS } from '../schema/vocabulary.ts';
import { Stage, Step } from '../schema/workflow.ts';

/*
 * What a reader of the data finds, one object a kind of record. What contributors write comes from their own schemas;
 * what the guide works out is added here. Types, JSON Schemas and the fields on /data/ follow from these objects.
 */

/** The version of the form of the data: see `promised-fields.json` for what it promises. */
export const SCHEMA_VERSION = 1;

const Address = z.url({ protocol: /^https?$/ });
const Moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const Commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const Count = z.int().min(0);
const slugs = (what: string) => z.array(Slug).describe(what);
const FOLDERS = Object.values(COLLECTIONS).map(({ folder }) => folder);
const Folder = z.enum(FOLDERS);

/** An entry, by its collection and slug. */
const EntryName = z.strictObject({
  collection: Folder.describe('The collection of the entry.'),
  slug: Slug.describe('Its slug there.'),
});

/** A page of the guide, and the entry that stands on it. */
const pageFields = {
  address: Address.describe('The address of the page, with the part of it after `#`.'),
  collection: Folder.optional().describe('The collection of the entry that the page shows, where it is one.'),
  slug: Slug.optional().describe('The slug of that entry.'),
};

const slugField = {
  slug: Slug.describe('The name of the record in addresses: permanent, and never used for anything else.'),
};
const addressField = { address: Address.describe('The address of its page, with the part of it after `#`.') };

/** What every entry with a page of its own has in front of its own fields. */
const entryFields = {
  ...slugField,
  address: Address.describe('The address of its page.'),
  markdown: Address.describe('The address of the page as Markdown.'),
  added: Moment.optional().describe('When it came into the guide; left out where the history does not tell.'),
  changed: Moment.optional().describe('When its text or fields last changed; left out likewise.'),
  commit: Commit.optional().describe('The Git commit of that change.'),
};

/** What every entry with a page of its own has behind its own fields. */
const textFields = {
  cites: z
    .array(z.string())
    .describe('Keys of the works that its text cites, in the order of first mention.'),
  body: z
    .string()
    .describe(
      'Its text as it is written: Markdown, in which challenges also place lists of the guide as elements.',
    ),
};

/** What points to an entry from parts of the guide that are no entries. */
const pointers = {
  terms: slugs('Terms of the glossary that lead to it.'),
  paths: slugs('Reading paths on which it is a stop.'),
};

const reasons = <Shape extends z.core.$ZodShape>(item: Shape, what: string) =>
  z.array(z.strictObject(item)).describe(what);

const ChallengeRecord = z
  .strictObject({
    ...entryFields,
    ...Challenge.shape,
    relations: z
      .strictObject({
        stage: Slug.describe('The stage that its step belongs to.'),
        formerSteps: reasons(
          {
            edition: EditionName.describe('The edition.'),
            step: Slug.describe('The step under which it stood there.'),
          },
          'Where it stood in an edition, when that was elsewhere.',
        ),
        caseStudies: slugs('Case studies that illustrate it, newest report first.'),
        mitigations: reasons(
          {
            mitigation: Slug.describe('The slug of a mitigation.'),
            how: z.string().describe('How it helps, in half a sentence.'),
          },
          'What helps against it: best evidence first, then by title.',
        ),
        tools: reasons(
          {
            tool: Slug.describe('The slug of a tool.'),
            how: z.string().describe('How it helps, in half a sentence.'),
          },
          'Tools that help against it: those that are kept up first, then by title.',
        ),
        approaches: reasons(
          {
            approach: Slug.describe('The slug of an approach.'),
            how: z.string().describe('How it helps, in half a sentence.'),
          },
          'Approaches that answer it, by title.',
        ),
        related: reasons(
          {
            challenge: Slug.describe('The slug of a challenge.'),
            why: z.string().describe('Why a reader should look there too.'),
          },
          'Neighbours: those that it names, then those that name it.',
        ),
        symptoms: reasons(
          {
            symptom: Slug.describe('The slug of a symptom.'),
            when: z.string().describe('What tells it from other challenges behind the same symptom.'),
          },
          'What people say that may come from it.',
        ),
        toolGroups: slugs('Families of tools that serve it.'),
        reviewRules: slugs('Rules of the pre-deployment review that name it.'),
        ...pointers,
      })
      .describe('What other records say of it.'),
    ...textFields,
  })
  .meta({ id: 'Challenge', description: 'One thing that makes deploying machine learning hard.' });

const MitigationRecord = z
  .strictObject({
    ...entryFields,
    ...Mitigation.shape,
    relations: z
      .strictObject({
        strength: z
          .enum(keysOf(STRENGTHS))
          .describe('What the case studies show: a figure, a narrative, or nothing yet.'),
        outcomes: z
          .strictObject({
            helped: Count.describe('Case studies in which it helped.'),
            partly: Count.describe('Case studies in which it helped in part.'),
            'did-not-help': Count.describe('Case studies in which it did not help.'),
            'not-reported': Count.describe('Case studies that do not tell.'),
          })
          .describe('How it turned out where it was used, ordered or evaluated.'),
        caseStudies: reasons(
          {
            caseStudy: Slug.describe('The slug of a case study.'),
            outcome: AppliedMitigation.shape.outcome,
            basis: AppliedMitigation.shape.basis.describe('Whose doing it was.'),
            note: AppliedMitigation.shape.note,
          },
          'Case studies that name it: where it was applied first, then by outcome and evidence.',
        ),
        tools: slugs('Tools that support it, by title.'),
        approaches: slugs('Approaches that ask for it, by title.'),
        ...pointers,
      })
      .describe('What other records say of it.'),
    ...textFields,
  })
  .meta({ id: 'Mitigation', description: 'A practice that helps against one or more challenges.' });

/** What other records say of a tool or an approach. */
const helperRelations = {
  alternatives: reasons(
    EntryName.shape,
    'Tools and approaches to weigh against it, whichever side names the other.',
  ),
  caseStudies: slugs('Case studies that name it, newest report first.'),
};

const ToolRecord = z
  .strictObject({
    ...entryFields,
    ...Tool.shape,
    relations: z
      .strictObject({ ...helperRelations, toolGroups: slugs('Families that it belongs to.'), ...pointers })
      .describe('What other records say of it.'),
    ...textFields,
  })
  .meta({ id: 'Tool', description: 'A piece of software or a platform.' });

const ApproachRecord = z
  .strictObject({
    ...entryFields,
    ...Approach.shape,
    relations: z.strictObject({ ...helperRelations, ...pointers }).describe('What other records say of it.'),
    ...textFields,
  })
  .meta({
    id: 'Approach',
    description: 'A holistic way of working: architecture, process or body of advice.',
  });

const CaseStudyRecord = z
  .strictObject({
    ...entryFields,
    ...CaseStudy.shape,
    evidence: CaseStudy.shape.evidence.describe(
      'How the source was seen by whoever wrote the entry: its full text, only the abstract or record, or through another source.',
    ),
    checked: CaseStudy.shape.checked.describe('The day somebody last compared the entry with its source.'),
    contributor: CaseStudy.shape.contributor.describe('Who contributed the entry.'),
    relations: z
      .strictObject({
        stages: slugs('Stages that its challenges belong to, in workflow order.'),
        reviewRules: slugs('Rules of the pre-deployment review that name it as seen.'),
        citedBy: reasons(EntryName.shape, 'Entries whose text cites its source.'),
        ...pointers,
      })
      .describe('What other records say of it.'),
    ...textFields,
  })
  .meta({ id: 'CaseStudy', description: 'One reported experience with machine learning in use.' });

const StageRecord = z
  .strictObject({
    ...Stage.shape,
    ...slugField,
    ...addressField,
    steps: z
      .array(
        z.strictObject({
          ...Step.shape,
          ...slugField,
          ...addressField,
          challenges: slugs('Its challenges, in the order of the survey’s table.'),
        }),
      )
      .describe('Its steps, in order.'),
    relations: z
      .strictObject({
        related: reasons(
          {
            stage: Slug.describe('The slug of a stage.'),
            why: z.string().describe('Why a reader should look there too.'),
          },
          'Stages of the same question: those that it names, then those that name it.',
        ),
        caseStudies: slugs('Case studies that touch it, newest report first.'),
        ...pointers,
      })
      .describe('What other records say of it.'),
  })
  .meta({ id: 'Stage', description: 'A stage of the workflow with its steps.' });

const ToolGroupRecord = z
  .strictObject({ ...slugField, ...addressField, ...ToolGroup.shape })
  .meta({ id: 'ToolGroup', description: 'A family of tools as the survey presents it.' });

const CslName = z.looseObject({
  family: z.string().optional().describe('The family name.'),
  given: z.string().optional().describe('The given names.'),
  literal: z
    .string()
    .optional()
    .describe('The name as a whole, of a body; `others` for authors who are not named.'),
});

const CslItem = z.looseObject({
  id: z.string().describe('The key of the work.'),
  type: z.string().describe('The type of the work in the words of CSL.'),
  title: z.string().describe('The title.'),
  author: z.array(CslName).optional().describe('The authors, in order.'),
  issued: z
    .looseObject({
      'date-parts': z
        .array(z.array(z.union([z.int(), z.string()])))
        .describe('Year, month and day, as far as known.'),
    })
    .optional()
    .describe('When it was published.'),
  'container-title': z.string().optional().describe('The journal, book or site that it is part of.'),
  publisher: z.string().optional().describe('Who published it.'),
  DOI: z.string().optional().describe('Its DOI.'),
  URL: z.string().optional().describe('Its address.'),
  ISBN: z.string().optional().describe('Its ISBN.'),
  note: z.string().optional().describe('What else is known of it.'),
});

const ReferenceRecord = z
  .strictObject({
    key: z
      .string()
      .describe(
        'What cites the work: its key in the bibliography, or the slug of the case study that rests on it.',
      ),
    ...addressField,
    text: z.string().describe('The reference in the style of the APA, without the address.'),
    url: z
      .string()
      .optional()
      .describe('Where readers find the work; left out where no address of the original was seen.'),
    csl: CslItem.describe('The work as CSL-JSON.'),
    caseStudy: Slug.optional().describe('The case study that rests on it.'),
    citedBy: reasons(EntryName.shape, 'Entries whose text cites it.'),
    toolGroups: slugs('Families of tools for which the survey points to it.'),
  })
  .meta({ id: 'Reference', description: 'A work that the guide cites.' });

const SymptomRecord = z
  .strictObject({
    ...slugField,
    ...addressField,
    group: z
      .strictObject({
        slug: Slug.describe('Its anchor on the page of symptoms.'),
        title: z.string().describe('Where these symptoms are met.'),
      })
      .describe('The group that it stands in.'),
    says: Symptom.shape.says,
    challenges: reasons(LikelyChallenge.shape, 'What it is likely to be, most likely first.'),
  })
  .meta({ id: 'Symptom', description: 'Something that people say before they know what it is called.' });

const TermRecord = z
  .strictObject({
    ...slugField,
    ...addressField,
    term: Term.shape.term,
    means: Term.shape.means,
    also: Term.shape.also.describe('Other words for the same thing.'),
    see: reasons(pageFields, 'Where the guide tells more.'),
  })
  .meta({ id: 'Term', description: 'A word of the trade, and what it means in this guide.' });

const PathRecord = z
  .strictObject({
    ...slugField,
    ...addressField,
    title: ReadingPath.shape.title,
    for: ReadingPath.shape.for,
    leaves: ReadingPath.shape.leaves,
    stops: reasons(
      { ...pageFields, why: Stop.shape.why, discuss: Stop.shape.discuss },
      'The pages in the order in which they are read.',
    ),
  })
  .meta({ id: 'Path', description: 'A hand-picked order of pages for a reader in one situation.' });

const QuestionRecord = z
  .strictObject({
    ...slugField,
    question: ReviewContext.shape.question,
    hint: ReviewContext.shape.hint,
    kind: ReviewContext.shape.kind,
    options: z
      .array(
        z.strictObject({
          slug: Slug.describe('The answer as rules name it: permanent.'),
          label: z.string().describe('What readers choose.'),
        }),
      )
      .describe('The answers, in the order in which readers see them.'),
  })
  .meta({ id: 'ReviewQuestion', description: 'What the pre-deployment review asks about a project.' });

const RuleRecord = z
  .strictObject({ ...slugField, when: ReviewRule.shape.when, challenges: ReviewRule.shape.challenges })
  .meta({ id: 'ReviewRule', description: 'Answers, and the challenges that matter when they are given.' });

const RedirectRecord = z
  .strictObject({
    collection: z.string().describe('The collection of the entry.'),
    from: z.string().describe('The slug that it had.'),
    to: Slug.describe('The slug that answers for it today.'),
    ...addressField,
    leadsTo: Address.describe('The address that it leads to.'),
  })
  .meta({ id: 'Redirect', description: 'A slug that was renamed or merged; it keeps answering.' });

/** Every list that can be taken away: what one record of it is, by the name of its file. */
export const RECORDS = {
  stages: StageRecord,
  challenges: ChallengeRecord,
  mitigations: MitigationRecord,
  tools: ToolRecord,
  approaches: ApproachRecord,
  'case-studies': CaseStudyRecord,
  references: ReferenceRecord,
  symptoms: SymptomRecord,
  glossary: TermRecord,
  paths: PathRecord,
  'tool-groups': ToolGroupRecord,
  'review-questions': QuestionRecord,
  'review-rules': RuleRecord,
  redirects: RedirectRecord,
} as const satisfies Record<string, z.ZodObject>;

export type ListName = keyof typeof RECORDS;
/** Names of the lists, which are also the names of their files, in the order of the whole catalogue. */
export const LIST_NAMES = keysOf(RECORDS);
/** Whether a list of the data has this name. */
export const isListName = (name: string): name is ListName => Object.hasOwn(RECORDS, name);

/** One record of a list. */
export type RecordOf<Name extends ListName> = z.infer<(typeof RECORDS)[Name]>;

const listOf = <Name extends ListName>(name: Name): z.ZodArray<(typeof RECORDS)[Name]> =>
  z.array(RECORDS[name]).describe('All records.');

/** What every file says first: whose it is, which version, and how it may be used. */
const headFields = {
  $schema: Address.describe('The address of the JSON Schema of the file.'),
  schemaVersion: z
    .literal(SCHEMA_VERSION)
    .describe('The version of the form of the data; within one, fields are only added.'),
  title: z.string().describe('The name of the guide.'),
  version: z.string().describe('The version of the guide, by semantic versioning.'),
  commit: Commit.optional().describe('The Git commit it was built from; left out where there was no Git.'),
  date: Moment.optional().describe('When that commit was made.'),
  licence: z.string().describe('The licence of the content, by its SPDX identifier.'),
  licenceAddress: Address.describe('Where the licence can be read.'),
  address: Address.describe('The home page of the guide.'),
};

const countsOf = (names: readonly ListName[]) =>
  z
    .strictObject(
      Object.fromEntries(
        names.map((name) => [name, Count.describe('How many records there are.')]),
      ) as Record<ListName, typeof Count>,
    )
    .describe('How many records each list holds.');

/** The file of one list: its head, how many records it holds, and the records. */
export const listFile = (name: ListName) =>
  z.strictObject({
    ...headFields,
    counts: countsOf([name]),
    [name]: listOf(name),
  });

const whole = {
  stages: listOf('stages'),
  challenges: listOf('challenges'),
  mitigations: listOf('mitigations'),
  tools: listOf('tools'),
  approaches: listOf('approaches'),
  'case-studies': listOf('case-studies'),
  references: listOf('references'),
  symptoms: listOf('symptoms'),
  glossary: listOf('glossary'),
  paths: listOf('paths'),
  'tool-groups': listOf('tool-groups'),
  'review-questions': listOf('review-questions'),
  'review-rules': listOf('review-rules'),
  redirects: listOf('redirects'),
} satisfies { [Name in ListName]: z.ZodArray<(typeof RECORDS)[Name]> };

/** The whole catalogue in one file: `/data/catalogue.json`. */
export const CatalogueFile = z.strictObject({
  ...headFields,
  counts: countsOf(LIST_NAMES),
  ...whole,
});
export type CatalogueFile = z.infer<typeof CatalogueFile>;

/** The lists of the catalogue, without the head of a file. */
export type Lists = { readonly [Name in ListName]: readonly RecordOf<Name>[] };
