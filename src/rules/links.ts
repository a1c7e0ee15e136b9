import { LONGEST_SLUG } from '../model/slug-of.ts';
import { stepsInOrder } from '../model/workflow.ts';
import { SLUG_PATTERN } from '../schema/slug-pattern.ts';
import { fieldIn } from './loose.ts';
import type { Content, Where } from './rule.ts';
import { recordsOf, slugsOf } from './unread.ts';

/** What a link points at, in the words of the messages. */
export type Target =
  'challenge' | 'mitigation' | 'tool or approach' | 'tool' | 'case study' | 'step' | 'stage';

/** A link from one record to another, as it was written. */
export interface Link extends Where {
  readonly target: Target;
  readonly slug: string;
}

/** The parts of the content whose records name others. */
export type LinkingPart =
  | 'challenges'
  | 'mitigations'
  | 'tools'
  | 'approaches'
  | 'caseStudies'
  | 'toolGroups'
  | 'symptoms'
  | 'review'
  | 'workflow';

const HELPER_LINKS = [
  ['addresses.*.challenge', 'challenge'],
  ['supports.*', 'mitigation'],
  ['alternatives.*', 'tool or approach'],
] as const;

/**
 * Every field that names another record, and what it names; `*` stands for each item of a list.
 * Paths begin at the record, those of `symptoms`, `review` and `workflow` at the whole file.
 */
export const LINK_FIELDS: Readonly<
  Record<LinkingPart, readonly (readonly [path: string, target: Target])[]>
> = {
  challenges: [
    ['step', 'step'],
    ['related.*.challenge', 'challenge'],
  ],
  mitigations: [['mitigates.*.challenge', 'challenge']],
  tools: HELPER_LINKS,
  approaches: HELPER_LINKS,
  caseStudies: [
    ['challenges.*', 'challenge'],
    ['mitigations.*.id', 'mitigation'],
    ['tools.*', 'tool or approach'],
  ],
  toolGroups: [
    ['tools.*', 'tool'],
    ['challenges.*', 'challenge'],
  ],
  symptoms: [['*.symptoms.*.challenges.*.challenge', 'challenge']],
  review: [
    ['rules.*.challenges.*.challenge', 'challenge'],
    ['rules.*.challenges.*.seenIn.*', 'case study'],
  ],
  workflow: [
    ['stages.*.related.*.stage', 'stage'],
    ['moved.*.challenge', 'challenge'],
    ['moved.*.step', 'step'],
  ],
};

type Path = readonly (string | number)[];

/** The slugs at a path of a record of any shape. What is no slug is a slip of its own, which the schema tells. */
function slugsAt(value: unknown, [step, ...rest]: readonly string[], at: Path = []): [Path, string][] {
  if (step === undefined)
    return typeof value === 'string' && value.length <= LONGEST_SLUG && SLUG_PATTERN.test(value)
      ? [[at, value]]
      : [];
  if (step !== '*') return slugsAt(fieldIn(value, step), rest, [...at, step]);
  return Array.isArray(value) ? value.flatMap((item, i) => slugsAt(item, rest, [...at, i])) : [];
}

/** Every link between records, those of case studies with unsound fields too, with the place where it is written. */
export function linksOf(content: Content): Link[] {
  const linksIn = (collection: LinkingPart, id: string, record: unknown, start: Path = []): Link[] =>
    LINK_FIELDS[collection].flatMap(([path, target]) =>
      slugsAt(record, path.split('.'), start).map(([at, slug]) => ({
        collection,
        id,
        path: at,
        target,
        slug,
      })),
    );
  return [
    ...(['challenges', 'mitigations', 'tools', 'approaches'] as const).flatMap((collection) =>
      content[collection].flatMap(({ id, data }) => linksIn(collection, id, data)),
    ),
    ...recordsOf(content, 'caseStudies').flatMap(({ id, record }) => linksIn('caseStudies', id, record)),
    ...content.toolGroups.flatMap(({ id, data }) => linksIn('toolGroups', id, data, [id])),
    ...linksIn('symptoms', 'symptoms', content.symptomGroups),
    ...linksIn('review', 'review', content.review),
    ...linksIn('workflow', 'workflow', content.workflow),
  ];
}

/** The slugs that exist, by kind of target. */
export function slugsByTarget(content: Content): Record<Target, ReadonlySet<string>> {
  return {
    challenge: new Set(slugsOf(content, 'challenges')),
    mitigation: new Set(slugsOf(content, 'mitigations')),
    tool: new Set(slugsOf(content, 'tools')),
    'tool or approach': new Set([...slugsOf(content, 'tools'), ...slugsOf(content, 'approaches')]),
    'case study': new Set(slugsOf(content, 'caseStudies')),
    step: new Set(stepsInOrder(content).map(({ step }) => step.slug)),
    stage: new Set(content.workflow.stages.map(({ slug }) => slug)),
  };
}
