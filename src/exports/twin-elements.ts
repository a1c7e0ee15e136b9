import type { Heading, PhrasingContent, RootContent } from 'mdast';
import { extractOf } from '../model/case-study-lists.ts';
import type { Entry } from '../model/catalogue.ts';
import { addressOf } from '../model/collections.ts';
import {
  approachesOf,
  caseStudiesOf,
  helpersAmong,
  mitigationsOf,
  outcomesOf,
  relatedChallengesOf,
  strengthOf,
  toolsOf,
} from '../model/relations.ts';
import { SURVEY_NOTE } from '../model/survey-note.ts';
import { slugsTold } from '../model/told.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { Tool } from '../schema/tool.ts';
import { EFFORTS, keysOf, MOMENTS, OUTCOMES, STRENGTHS, TOOL_STATUSES } from '../schema/vocabulary.ts';
import type { Guide } from './twin-guide.ts';
import { caseItems, caseLine, reasonLine } from './twin-lines.ts';
import { heading, line, link, list, paragraph } from './twin-nodes.ts';

/** What stands before everything that the survey reports. */
export const surveyNote = ({ locate }: Pick<Guide, 'locate'>): RootContent =>
  paragraph(
    SURVEY_NOTE.map((piece) =>
      typeof piece === 'string'
        ? piece
        : link(piece.address.startsWith('/') ? locate(piece.address) : piece.address, piece.title),
    ),
  );

/** How a mitigation is measured: evidence, effort, moment. */
export const measuresOf = (
  mitigation: Entry<Mitigation>,
  { catalogue }: Pick<Guide, 'catalogue'>,
): string[] => [
  `evidence: ${STRENGTHS[strengthOf(mitigation, catalogue)].toLowerCase()}`,
  `effort: ${EFFORTS[mitigation.data.effort].toLowerCase()}`,
  `when: ${MOMENTS[mitigation.data.when].toLowerCase()}`,
];

/** How often each outcome was reported where a mitigation was applied: `helped 3`. */
export const outcomeCounts = (id: string, { catalogue }: Pick<Guide, 'catalogue'>): string[] => {
  const outcomes = outcomesOf({ id }, catalogue);
  return keysOf(OUTCOMES)
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => `${OUTCOMES[outcome].toLowerCase()} ${outcomes[outcome]}`);
};

/** How a tool was kept up when last seen. */
export const upkeepOf = ({ data }: Entry<Tool>): string =>
  data.status ? TOOL_STATUSES[data.status].toLowerCase() : 'upkeep not known';

/** An element in the text of a challenge: what it tells of, what stands inside it, and how deep its heading may be. */
interface Shown {
  readonly challenge: Entry<Challenge>;
  readonly of: string | undefined;
  readonly inside: RootContent[];
  readonly depth: Heading['depth'];
  readonly guide: Guide;
}

/** Something that a challenge tells of: its title, facts, and what is told. */
const told = (title: PhrasingContent, facts: RootContent, { inside, depth }: Shown): RootContent[] => [
  heading(depth, title),
  facts,
  ...inside,
];

/** Further relations under a heading of their own; nothing where there are none. */
const more = (title: string, items: readonly PhrasingContent[][], { depth }: Shown): RootContent[] =>
  items.length > 0 ? [heading(depth, title), list(items)] : [];

const ELEMENTS: Readonly<Record<string, (shown: Shown) => RootContent[]>> = {
  Symptoms: ({ challenge }) => [list(challenge.data.symptoms.map((symptom) => line(symptom)))],
  Questions: ({ challenge, guide }) => [
    list(challenge.data.questions.map(({ question }) => line(question))),
    paragraph(
      'Answer them for your own project in a ',
      link(guide.locate('/review/'), 'pre-deployment review'),
      '.',
    ),
  ],
  SurveyReports: ({ inside, guide }) => [surveyNote(guide), ...inside],
  Case: (shown) => {
    const { of, guide } = shown;
    const study = guide.caseStudyOf.get(of ?? '');
    if (!study) return shown.inside;
    return told(
      link(guide.locate(addressOf('caseStudies', study.id)), study.data.title),
      paragraph(caseLine(study)),
      shown,
    );
  },
  Mitigation: (shown) => {
    const { challenge, of, guide } = shown;
    const mitigation = guide.catalogue.mitigations.find(({ id }) => id === of);
    if (!mitigation) return shown.inside;
    const [evidence = '', ...measures] = measuresOf(mitigation, guide);
    const counts = outcomeCounts(mitigation.id, guide);
    const how = mitigation.data.mitigates.find((each) => each.challenge === challenge.id)?.how;
    return told(
      link(guide.locate(addressOf('mitigations', mitigation.id)), mitigation.data.title),
      paragraph(
        [
          'Mitigation',
          counts.length > 0 ? `${evidence} (${counts.join(', ')})` : evidence,
          ...measures,
          ...(how ? [`here: ${how}`] : []),
        ].join(' · '),
      ),
      shown,
    );
  },
  Tool: (shown) => {
    const { of, guide } = shown;
    const [helper] = helpersAmong(of === undefined ? [] : [of], guide.catalogue);
    if (!helper) return shown.inside;
    return told(
      link(guide.locate(addressOf(helper.collection, helper.entry.id)), helper.entry.data.title),
      paragraph(
        helper.collection === 'tools'
          ? `Tool · ${upkeepOf(helper.entry)} · ${helper.entry.data.license}`
          : 'Approach',
      ),
      shown,
    );
  },
  MoreCases: (shown) => {
    const { challenge, guide } = shown;
    const tellsOf = slugsTold(challenge.body, 'Case');
    const extract = extractOf(caseStudiesOf(challenge, guide.catalogue), tellsOf);
    return more('More case studies', caseItems(extract, addressOf('challenges', challenge.id), guide), shown);
  },
  MoreMitigations: (shown) => {
    const { challenge, guide } = shown;
    const tellsOf = slugsTold(challenge.body, 'Mitigation');
    return more(
      'More mitigations',
      mitigationsOf(challenge, guide.catalogue)
        .filter(({ entry }) => !tellsOf.has(entry.id))
        .map(({ entry, why }) =>
          reasonLine(
            {
              address: addressOf('mitigations', entry.id),
              title: entry.data.title,
              why,
              facts: measuresOf(entry, guide),
            },
            guide,
          ),
        ),
      shown,
    );
  },
  MoreTools: (shown) => {
    const { challenge, guide } = shown;
    const tellsOf = slugsTold(challenge.body, 'Tool');
    const items = [
      ...toolsOf(challenge, guide.catalogue).map(({ entry, why }) => ({
        id: entry.id,
        address: addressOf('tools', entry.id),
        title: entry.data.title,
        why,
        facts: ['tool', upkeepOf(entry)],
      })),
      ...approachesOf(challenge, guide.catalogue).map(({ entry, why }) => ({
        id: entry.id,
        address: addressOf('approaches', entry.id),
        title: entry.data.title,
        why,
        facts: ['approach'],
      })),
    ].filter(({ id }) => !tellsOf.has(id));
    return more(
      'More tools and approaches',
      items.map((item) => reasonLine(item, guide)),
      shown,
    );
  },
  Related: ({ challenge, guide }) => {
    const related = relatedChallengesOf(challenge, guide.catalogue);
    if (related.length === 0) return [];
    return [
      list(
        related.map(({ entry, why }) =>
          reasonLine({ address: addressOf('challenges', entry.id), title: entry.data.title, why }, guide),
        ),
      ),
    ];
  },
};

/** Names of the elements that stand in a twin as what they show. */
export const SHOWN_ELEMENTS: readonly string[] = Object.keys(ELEMENTS);

/** What the elements in the text of a challenge show. One that is unknown shows what stands inside it. */
export const elementsOf =
  (challenge: Entry<Challenge>, guide: Guide) =>
  (name: string, of: string | undefined, inside: RootContent[], depth: Heading['depth']): RootContent[] =>
    ELEMENTS[name]?.({ challenge, of, inside, depth, guide }) ?? inside;
