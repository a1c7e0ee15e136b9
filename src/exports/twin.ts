import type { Root, RootContent } from 'mdast';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { extractOf, extractOfTrials } from '../model/case-study-lists.ts';
import { addressOf, type CollectionName } from '../model/collections.ts';
import { coverageOf, EVIDENCE_LEVELS, lastChecked } from '../model/coverage.ts';
import { counted } from '../model/in-words.ts';
import { mdxTree } from '../model/mdx-tree.ts';
import { namedOrganisation } from '../model/organisation.ts';
import { urlOfSource } from '../model/references.ts';
import {
  alternativesOf,
  caseStudiesNaming,
  helpersAmong,
  helpersOf,
  mitigationsAmong,
  strengthOf,
  trialsOf,
  whyAlternative,
} from '../model/relations.ts';
import { shortcomingsOf } from '../model/shortcomings.ts';
import { linksOf, releaseSeen } from '../model/tool-facts.ts';
import { formerStepOf, placeOf as placeInWorkflow, stagesOf } from '../model/workflow.ts';
import type { Approach } from '../schema/approach.ts';
import type { CaseStudy } from '../schema/case-study.ts';
import type { Challenge } from '../schema/challenge.ts';
import type { Mitigation } from '../schema/mitigation.ts';
import type { ToolGroup } from '../schema/tool-group.ts';
import type { Tool } from '../schema/tool.ts';
import {
  EDITIONS,
  EFFORTS,
  EVIDENCE_MEANING,
  INDUSTRIES,
  KINDS,
  MOMENTS,
  STATUSES,
  STRENGTH_MEANING,
  STRENGTHS,
  TOOL_KINDS,
} from '../schema/vocabulary.ts';
import { bodyOf, type Body } from './twin-body.ts';
import { elementsOf, outcomeCounts, surveyNote, upkeepOf } from './twin-elements.ts';
import {
  changedOf,
  dotted,
  labelled,
  listOf,
  placeOf,
  plainBody,
  referenceOf,
  section,
  shownAddress,
  treeOf,
} from './twin-frame.ts';
import type { Guide } from './twin-guide.ts';
import { caseItems, caseLine, EVIDENCE_SEEN, outcomeParts, reasonLine, restItems } from './twin-lines.ts';
import { joined, line, link, paragraph, type Part } from './twin-nodes.ts';

/** An entry as a tree of Markdown: what its page says, with full addresses, so that it can be read anywhere. */
export const twinOf = <Name extends CollectionName>(
  collection: Name,
  entry: Catalogue[Name][number],
  guide: Guide,
): Root => (TWINS[collection] as (entry: Entry<unknown>, guide: Guide) => Root)(entry, guide);

const TWINS: { readonly [Name in CollectionName]: (entry: Catalogue[Name][number], guide: Guide) => Root } = {
  challenges: challengeTwin,
  mitigations: mitigationTwin,
  tools: toolTwin,
  approaches: approachTwin,
  caseStudies: caseStudyTwin,
};

/** The text of an entry that is written in MDX. */
const mdxBody = (
  { body = '' }: { readonly body?: string | undefined },
  address: string,
  guide: Guide,
  elementOf: ReturnType<typeof elementsOf>,
): Body => bodyOf(mdxTree(body), { ...placeOf(address, guide), elementOf });

/** In texts of other kinds than challenges, only the note on the survey is an element. */
const surveyOnly =
  (guide: Guide) =>
  (name: string, _of: string | undefined, inside: RootContent[]): RootContent[] =>
    name === 'SurveyReports' ? [surveyNote(guide), ...inside] : inside;

/** Stages as links, by their titles. */
const stageLinks = (challenges: readonly string[], { catalogue, locate }: Guide): Part[] =>
  joined(
    stagesOf(challenges, catalogue).map(({ slug, title }) => link(locate(`/stages/${slug}/`), title)),
    ', ',
  );

function challengeTwin(challenge: Entry<Challenge>, guide: Guide): Root {
  const { catalogue, locate } = guide;
  const { title, summary, aliases, editions, names } = challenge.data;
  const address = addressOf('challenges', challenge.id);
  const { stage, step, number } = placeInWorkflow(challenge, catalogue);
  const former = formerStepOf(challenge, 2021, catalogue);
  const coverage = coverageOf(challenge, catalogue);
  const seen = EVIDENCE_LEVELS.filter((level) => coverage.evidence[level] > 0).map(
    (level) => `${EVIDENCE_SEEN[level]} ${coverage.evidence[level]}`,
  );
  const body = mdxBody(challenge, address, guide, elementsOf(challenge, guide));
  return treeOf(
    {
      title,
      address,
      summary,
      aliases,
      facts: [
        dotted(
          [
            'Challenge in ',
            link(locate(`/stages/${stage.slug}/`), stage.title),
            ' > ',
            link(locate(`/stages/${stage.slug}/#${step.slug}`), step.title),
          ],
          `${stage.mark} ${number}`,
          editions
            .map((edition) => {
              const name = edition === 'community' ? undefined : names[edition];
              return [
                EDITIONS[edition],
                name !== undefined && name !== title && ` as “${name}”`,
                name === undefined && edition !== 'community' && ' (wording not seen)',
                edition === 2021 && former && `, under ${former.title}`,
              ]
                .filter(Boolean)
                .join('');
            })
            .join('; '),
        ),
        [
          [
            counted(coverage.caseStudies, 'case study', 'case studies') +
              (seen.length > 0 ? ` (${seen.join(', ')})` : ''),
            counted(coverage.mitigations, 'mitigation'),
            counted(coverage.tools, 'tool'),
            counted(coverage.approaches, 'approach', 'approaches'),
          ].join(' · '),
          coverage.checked !== undefined && ` · cases last checked ${coverage.checked}`,
        ],
      ],
      blocks: body.blocks,
      body,
      changed: changedOf(challenge.filePath, guide),
    },
    guide,
  );
}

/** Challenges in the order of the workflow, each with the line that says why it stands here. */
function challengeReasons(
  reasons: readonly { readonly challenge: string; readonly why?: string | undefined }[],
  guide: Guide,
): RootContent | undefined {
  const whyOf = new Map(reasons.map(({ challenge, why }) => [challenge, why]));
  return listOf(
    guide.challengesInOrder
      .filter(({ id }) => whyOf.has(id))
      .map(({ id, data }) =>
        reasonLine({ address: addressOf('challenges', id), title: data.title, why: whyOf.get(id) }, guide),
      ),
  );
}

const helpersList = (helpers: ReturnType<typeof helpersAmong>, guide: Guide) =>
  listOf(
    helpers.map(({ collection, entry }) =>
      reasonLine(
        { address: addressOf(collection, entry.id), title: entry.data.title, why: entry.data.summary },
        guide,
      ),
    ),
  );

function mitigationTwin(mitigation: Entry<Mitigation>, guide: Guide): Root {
  const { catalogue, locate } = guide;
  const { title, summary, aliases, mitigates, effort, when, otherTools } = mitigation.data;
  const address = addressOf('mitigations', mitigation.id);
  const trials = trialsOf(mitigation, catalogue);
  const extract = extractOfTrials(trials);
  const strength = strengthOf(mitigation, catalogue);
  const counts = outcomeCounts(mitigation.id, guide);
  const checked = lastChecked(trials.map(({ study }) => study));
  const body = mdxBody(mitigation, address, guide, surveyOnly(guide));
  return treeOf(
    {
      title,
      address,
      summary,
      aliases,
      facts: [
        dotted(
          'Mitigation',
          stageLinks(
            mitigates.map(({ challenge }) => challenge),
            guide,
          ),
          `effort: ${EFFORTS[effort].toLowerCase()}`,
          `when: ${MOMENTS[when].toLowerCase()}`,
          `evidence: ${STRENGTHS[strength].toLowerCase()}`,
        ),
        [
          STRENGTH_MEANING[strength],
          ` Where it was applied: ${counts.length > 0 ? counts.join(', ') : 'in no case study here'}.`,
          checked !== undefined && ` Cases last checked ${checked}.`,
          ' Effort and moment are our own judgement.',
        ],
      ],
      blocks: [
        ...body.blocks,
        ...section(
          'Challenges it helps against',
          challengeReasons(
            mitigates.map(({ challenge, how }) => ({ challenge, why: how })),
            guide,
          ),
        ),
        ...section(
          'In the case studies',
          listOf([
            ...extract.shown.map(({ study, applied }) =>
              line(
                link(locate(addressOf('caseStudies', study.id)), study.data.title),
                outcomeParts(applied),
                ` (${caseLine(study)})`,
              ),
            ),
            ...restItems(extract, address, guide),
          ]) ?? paragraph('No case study here applied it or proposes it yet.'),
        ),
        ...section(
          'Tools',
          helpersList(helpersOf(mitigation, catalogue), guide),
          otherTools.length > 0 && paragraph(`Also named, without a page here: ${otherTools.join(', ')}.`),
        ),
      ],
      body,
      changed: changedOf(mitigation.filePath, guide),
    },
    guide,
  );
}

const mitigationsList = (slugs: readonly string[], guide: Guide) =>
  listOf(
    mitigationsAmong(slugs, guide.catalogue).map(({ id, data }) =>
      reasonLine({ address: addressOf('mitigations', id), title: data.title, why: data.summary }, guide),
    ),
  );

/** What follows the text of a tool and of an approach alike. */
const helperSections = (
  entry: Entry<Tool> | Entry<Approach>,
  address: string,
  weighed: string,
  guide: Guide,
): RootContent[] => [
  ...section('Mitigations it supports', mitigationsList(entry.data.supports, guide)),
  ...section(
    'Case studies',
    listOf(caseItems(extractOf(caseStudiesNaming(entry, guide.catalogue)), address, guide)),
  ),
  ...section(
    weighed,
    listOf(
      alternativesOf(entry, guide.catalogue).map(({ collection, entry: other }) =>
        reasonLine(
          {
            address: addressOf(collection, other.id),
            title: other.data.title,
            facts: [whyAlternative(entry.data, other.data, guide.catalogue)],
          },
          guide,
        ),
      ),
    ),
  ),
];

/** What the survey says of a family of tools. */
const groupSection = ({ data }: Entry<ToolGroup>, page: string, guide: Guide): RootContent[] => {
  const works = data.references.flatMap((key) => guide.works.get(key) ?? []);
  return section(
    `What the survey says of ${data.title.charAt(0).toLowerCase()}${data.title.slice(1)}`,
    paragraph(data.summary),
    data.examples[2021].length > 0 && paragraph(`On the 2021 slide: ${data.examples[2021].join(', ')}.`),
    data.examples[2022].length > 0 &&
      paragraph(`In the 2022 edition, by notes: ${data.examples[2022].join(', ')}.`),
    listOf(data.surveyReports.map((report) => line(report))),
    ...(data.pros.length > 0 ? [labelled('In favour'), listOf(data.pros.map((each) => line(each)))] : []),
    ...(data.cons.length > 0 ? [labelled('Against'), listOf(data.cons.map((each) => line(each)))] : []),
    works.length > 0 &&
      labelled(
        'Works it points to',
        joined(
          works.map(({ csl, url }) => [
            csl.title,
            url !== undefined && [' ', shownAddress(url, { page, locate: guide.locate })],
          ]),
          '; ',
        ),
      ),
  );
};

function toolTwin(tool: Entry<Tool>, guide: Guide): Root {
  const { catalogue, locate } = guide;
  const { data } = tool;
  const address = addressOf('tools', tool.id);
  const place = { page: locate(address), locate };
  const { statusSeen, latestVersion, origin } = data;
  const originAddress =
    origin && urlOfSource({ title: origin.title, doi: origin.doi, arxiv: origin.arxiv, url: origin.url });
  const body = mdxBody(tool, address, guide, surveyOnly(guide));
  return treeOf(
    {
      title: data.title,
      address,
      summary: data.summary,
      aliases: data.aliases,
      facts: [
        dotted(
          TOOL_KINDS[data.kind],
          stageLinks(
            data.addresses.map(({ challenge }) => challenge),
            guide,
          ),
          data.language,
          `${data.license}${data.openSource ? '' : ' (not open source)'}`,
          `kept by ${data.maintainer}`,
          `evidence: ${EVIDENCE_SEEN[data.evidence]}, checked ${data.checked}`,
        ),
        [
          `Upkeep: ${upkeepOf(tool).replace(/^upkeep /, '')}, as of ${statusSeen.date}: ${statusSeen.claim}`,
          statusSeen.address !== undefined && [' ', shownAddress(statusSeen.address, place)],
        ],
        latestVersion && [
          `Newest release seen: ${releaseSeen(latestVersion)} on ${latestVersion.registry}`,
          latestVersion.address !== undefined && [' ', shownAddress(latestVersion.address, place)],
        ],
        origin && [
          `Origin: ${origin.title}`,
          origin.year !== undefined && !origin.title.includes(String(origin.year)) && `, ${origin.year}`,
          originAddress !== undefined && [' ', shownAddress(originAddress, place)],
        ],
        dotted(...linksOf(data).map(({ title, address: to }) => [`${title}: `, shownAddress(to, place)])),
      ].filter((fact) => fact !== undefined),
      blocks: [
        ...section(
          'What it is for',
          challengeReasons(
            data.addresses.map(({ challenge, how }) => ({ challenge, why: how })),
            guide,
          ),
        ),
        ...body.blocks,
        ...helperSections(tool, address, 'Alternatives', guide),
        ...catalogue.toolGroups
          .filter((group) => group.data.tools.includes(tool.id))
          .flatMap((group) => groupSection(group, place.page, guide)),
      ],
      body,
      changed: changedOf(tool.filePath, guide),
    },
    guide,
  );
}

function approachTwin(approach: Entry<Approach>, guide: Guide): Root {
  const { locate } = guide;
  const { data } = approach;
  const address = addressOf('approaches', approach.id);
  const place = { page: locate(address), locate };
  const source = urlOfSource(data.source);
  const body = mdxBody(approach, address, guide, surveyOnly(guide));
  return treeOf(
    {
      title: data.title,
      address,
      summary: data.summary,
      aliases: data.aliases,
      facts: [
        dotted(
          'Approach',
          stageLinks(
            data.addresses.map(({ challenge }) => challenge),
            guide,
          ),
          `by ${data.authors.join(', ')}`,
          data.year !== undefined && `first described in ${data.year}`,
          data.license,
          `evidence: ${EVIDENCE_SEEN[data.evidence]}, checked ${data.checked}`,
        ),
        [
          `Source: ${data.source.title}`,
          data.source.venue !== undefined && `. ${data.source.venue}`,
          data.source.venue !== undefined && data.source.year !== undefined && `, ${data.source.year}`,
          source !== undefined && [' ', shownAddress(source, place)],
        ],
        data.statusSeen && [
          `Last seen: ${data.statusSeen.claim}, as of ${data.statusSeen.date}`,
          data.statusSeen.address !== undefined && [' ', shownAddress(data.statusSeen.address, place)],
        ],
      ].filter((fact) => fact !== undefined),
      blocks: [
        ...section(
          'Challenges it answers',
          challengeReasons(
            data.addresses.map(({ challenge, how }) => ({ challenge, why: how })),
            guide,
          ),
        ),
        labelled('The figure on the page', data.figure),
        ...body.blocks,
        ...helperSections(approach, address, 'To weigh against it', guide),
      ],
      body,
      changed: changedOf(approach.filePath, guide),
    },
    guide,
  );
}

function caseStudyTwin(study: Entry<CaseStudy>, guide: Guide): Root {
  const { catalogue, locate } = guide;
  const { data } = study;
  const address = addressOf('caseStudies', study.id);
  const place = { page: locate(address), locate };
  const url = urlOfSource(data.source);
  const shortcomings = shortcomingsOf(data);
  const titleOf = guide.mitigationTitles;
  const body = plainBody(study.body ?? '', address, guide);
  return treeOf(
    {
      title: data.title,
      address,
      facts: [
        dotted(
          KINDS[data.kind],
          stageLinks(data.challenges, guide),
          namedOrganisation(data) ?? 'Organisation not named',
          INDUSTRIES[data.industry],
          String(data.year),
          data.task,
          `evidence: ${EVIDENCE_SEEN[data.evidence]}`,
        ),
        ...(data.status
          ? [
              [
                `Legal state: ${STATUSES[data.status].toLowerCase()}, as of ${data.statusAsOf ?? ''}; not today’s.`,
              ],
            ]
          : []),
      ],
      blocks: [
        ...body.blocks,
        data.scope !== undefined && labelled('Scope of the figures', data.scope),
        ...section(
          'Mitigations',
          listOf(
            data.mitigations.map((applied) =>
              line(
                link(locate(addressOf('mitigations', applied.id)), titleOf.get(applied.id) ?? applied.id),
                outcomeParts(applied),
              ),
            ),
          ),
        ),
        ...section(
          'Challenges it illustrates',
          challengeReasons(
            data.challenges.map((challenge) => ({ challenge })),
            guide,
          ),
        ),
        ...section('Tools and approaches', helpersList(helpersAmong(data.tools, catalogue), guide)),
        ...section(
          'How we know',
          paragraph(
            referenceOf(study.id, guide),
            ' ',
            url !== undefined
              ? shownAddress(url, place)
              : data.source.isbn !== undefined
                ? `ISBN ${data.source.isbn}`
                : 'Only a copy was seen; no public address of the original.',
          ),
          labelled(
            `Evidence: ${EVIDENCE_SEEN[data.evidence]}`,
            `${EVIDENCE_MEANING[data.evidence]} Last compared with its source on ${data.checked}.`,
          ),
          data.caveat !== undefined && labelled('Check the source', data.caveat),
          shortcomings.length > 0 && labelled('What this does not show', shortcomings.join(' ')),
          data.survey !== undefined && labelled('In the survey', data.survey),
          data.facts.length > 0 && labelled('What was compared with the source'),
          listOf(data.facts.map((fact) => line(fact))),
        ),
      ],
      body,
      changed: changedOf(study.filePath, guide),
    },
    guide,
  );
}
