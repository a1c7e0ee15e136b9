import type { PhrasingContent, Root, RootContent } from 'mdast';
import { caseStudiesBy } from '../model/case-study-lists.ts';
import { byTitle, type Entry } from '../model/catalogue.ts';
import { addressOf, COLLECTION_NAMES, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { coverageOf } from '../model/coverage.ts';
import { glossaryInLetters } from '../model/glossary.ts';
import { counted } from '../model/in-words.ts';
import { shownPaths, WORDS_A_MINUTE, type ShownPath } from '../model/paths.ts';
import { redirectTable } from '../model/redirects.ts';
import { onceFor } from '../model/once.ts';
import { caseStudiesInOrder, newestFieldNotes } from '../model/relations.ts';
import { pageTitles } from '../model/site-pages.ts';
import { shareOfStage } from '../model/stage-share.ts';
import { answeredSymptoms } from '../model/symptoms.ts';
import { twinAddress } from '../model/twin-address.ts';
import { challengesOfStage, challengesOfStep, stagesOf } from '../model/workflow.ts';
import { EDITIONS } from '../schema/vocabulary.ts';
import type { Stage } from '../schema/workflow.ts';
import { measuresOf, surveyNote, upkeepOf } from './twin-elements.ts';
import { changedOf, dotted, labelled, listOf, plainBody, section, treeOf } from './twin-frame.ts';
import type { Guide } from './twin-guide.ts';
import { caseItem, reasonLine } from './twin-lines.ts';
import { heading, joined, line, link, list, paragraph } from './twin-nodes.ts';
import { markdownOf } from './twin-text.ts';
import { twinOf } from './twin.ts';

const challengeItem = (challenge: Guide['challengesInOrder'][number], guide: Guide): PhrasingContent[] => {
  const coverage = coverageOf(challenge, guide.catalogue);
  return reasonLine(
    {
      address: addressOf('challenges', challenge.id),
      title: challenge.data.title,
      why: challenge.data.summary,
      facts: [
        counted(coverage.caseStudies, 'case study', 'case studies'),
        counted(coverage.mitigations, 'mitigation'),
      ],
    },
    guide,
  );
};

/** How many of the newest case studies a stage names. */
const FIELD_NOTES = 8;

/** A stage as a tree: its introduction, what the survey reports, its steps with their challenges. */
function stageTwin(stage: Stage, guide: Guide): Root {
  const { catalogue, locate } = guide;
  const address = `/stages/${stage.slug}/`;
  const introduction = guide.prose.get(`stage-${stage.slug}`);
  const body = plainBody(introduction?.body ?? '', address, guide);
  const challenges = challengesOfStage(stage, catalogue);
  const own = newestFieldNotes(catalogue).filter(({ data }) =>
    stagesOf(data.challenges, catalogue).some(({ slug }) => slug === stage.slug),
  );
  const titleOf = new Map(catalogue.workflow.stages.map(({ slug, title }) => [slug, title]));
  const stepTitles = new Map(stage.steps.map(({ slug, title }) => [slug, title]));
  const moves = catalogue.workflow.moved.flatMap(({ challenge, edition, step }) => {
    const entry = challenges.find(({ id }) => id === challenge);
    return entry ? [line(`${entry.data.title}: under ${stepTitles.get(step) ?? step} in ${edition}`)] : [];
  });
  return treeOf(
    {
      title: stage.title,
      address,
      summary: stage.summary,
      aliases: stage.aliases,
      facts: [
        dotted(
          `Stage ${stage.mark}`,
          stage.editions
            .map((edition) => {
              const name = edition === 'community' ? undefined : stage.names[edition];
              return `${EDITIONS[edition]}${name !== undefined && name !== stage.title ? ` as “${name}”` : ''}`;
            })
            .join('; '),
          counted(own.length, 'case study', 'case studies'),
        ),
        [shareOfStage(stage, catalogue)],
      ],
      blocks: [
        ...body.blocks,
        ...(stage.surveyReports.length > 0
          ? section('What the survey reports', surveyNote(guide), reportsOf(stage))
          : []),
        ...stage.steps.flatMap((step) =>
          section(
            step.title,
            paragraph(step.summary),
            step.aliases.length > 0 && paragraph(`Also called: ${step.aliases.join(', ')}.`),
            listOf(challengesOfStep(step, catalogue).map((challenge) => challengeItem(challenge, guide))),
            step.surveyReports.length > 0 && labelled('The survey on this step'),
            reportsOf(step),
            step.editionNote !== undefined && paragraph(step.editionNote),
          ),
        ),
        ...section('Moved between editions', listOf(moves)),
        ...section(
          'See also',
          listOf(
            stage.related.map(({ stage: slug, why }) =>
              reasonLine({ address: `/stages/${slug}/`, title: titleOf.get(slug) ?? slug, why }, guide),
            ),
          ),
        ),
        ...section(
          'Field notes',
          own.length > 0 &&
            paragraph(
              `The newest of ${counted(own.length, 'case study', 'case studies')}; all of them are `,
              link(locate(caseStudiesBy('stage', stage.slug, catalogue)), 'in the list'),
              '.',
            ),
          listOf(own.slice(0, FIELD_NOTES).map((study) => caseItem(study, guide))),
        ),
      ],
      body,
      changed: changedOf(introduction?.filePath, guide),
    },
    guide,
  );
}

const reportsOf = ({ surveyReports }: { readonly surveyReports: readonly string[] }) =>
  listOf(surveyReports.map((report) => line(report)));

/** A reading path as a tree: whom it is for, and its stops in order, each with its reason. */
const pathTwin = (path: ShownPath, guide: Guide): Root =>
  treeOf(
    {
      title: path.title,
      address: path.address,
      facts: [
        [
          `Reading path of ${counted(path.stops.length, 'stop')}, ${path.minutes} minutes at ${WORDS_A_MINUTE} words a minute`,
        ],
      ],
      blocks: [
        labelled('For', path.for),
        labelled('What you leave with', path.leaves),
        ...section(
          'Stops',
          list(
            path.stops.map(({ address, title, kind, minutes, why, discuss }) =>
              line(
                link(guide.locate(address), title),
                ` (${kind}${minutes === undefined ? '' : `, ${minutes} min`}): ${why}`,
                discuss !== undefined && ` To discuss: ${discuss}`,
              ),
            ),
            true,
          ),
        ),
      ],
    },
    guide,
  );

function symptomsTwin(guide: Guide): Root {
  const { catalogue, locate } = guide;
  return treeOf(
    {
      title: 'Symptoms',
      address: '/symptoms/',
      facts: [
        [
          'What people say before they know what it is called, which challenge it is likely to be, and what to try first.',
        ],
      ],
      blocks: answeredSymptoms(catalogue).flatMap(({ title, symptoms }) => [
        heading(2, title),
        ...symptoms.flatMap(({ says, answers }): (RootContent | undefined)[] => [
          heading(3, says),
          listOf(
            answers.map(({ challenge, when, mitigations }) =>
              line(
                link(locate(addressOf('challenges', challenge.id)), challenge.data.title),
                `: ${when}`,
                mitigations.length > 0 && [
                  ' Try first: ',
                  joined(
                    mitigations.map(({ id, data }) => link(locate(addressOf('mitigations', id)), data.title)),
                    ', ',
                  ),
                  '.',
                ],
              ),
            ),
          ),
        ]),
      ]),
    },
    guide,
  );
}

const glossaryTwin = (guide: Guide): Root =>
  treeOf(
    {
      title: 'Glossary',
      address: '/glossary/',
      facts: [['Words as this guide uses them.']],
      blocks: glossaryInLetters(guide.catalogue).flatMap(({ letter, terms }) => [
        heading(2, letter),
        list(
          terms.map(({ term, means, also, see }) =>
            line(
              { type: 'strong', children: line(term) },
              also.length > 0 && ` (also: ${also.join(', ')})`,
              `: ${means}`,
              see.length > 0 && [
                ' See ',
                joined(
                  see.map(({ address, title }) => link(guide.locate(address), title)),
                  ', ',
                ),
                '.',
              ],
            ),
          ),
        ),
      ]),
    },
    guide,
  );

function aboutTwin(guide: Guide): Root {
  const about = guide.prose.get('about');
  const body = plainBody(about?.body ?? '', '/about/', guide);
  return treeOf(
    {
      title: about?.data.title ?? 'About',
      address: '/about/',
      ...(about && { summary: about.data.summary }),
      facts: [],
      blocks: body.blocks,
      body,
      changed: changedOf(about?.filePath, guide),
    },
    guide,
  );
}

/** Entries by title, each with its summary and short facts. */
const summaries = <Data extends { readonly title: string; readonly summary: string }>(
  collection: CollectionName,
  entries: readonly Entry<Data>[],
  guide: Guide,
  factsOf: (entry: Entry<Data>) => readonly string[],
): RootContent | undefined =>
  listOf(
    entries.toSorted(byTitle).map((entry) => {
      const { title, summary } = entry.data;
      return reasonLine(
        { address: addressOf(collection, entry.id), title, why: summary, facts: factsOf(entry) },
        guide,
      );
    }),
  );

/** What stands in the list of a collection, in the order of its page. */
const LISTS: Readonly<Record<CollectionName, (guide: Guide) => (RootContent | undefined)[]>> = {
  challenges: (guide) =>
    guide.catalogue.workflow.stages.flatMap((stage) =>
      section(
        stage.title,
        listOf(challengesOfStage(stage, guide.catalogue).map((challenge) => challengeItem(challenge, guide))),
      ),
    ),
  mitigations: (guide) => [
    summaries('mitigations', guide.catalogue.mitigations, guide, (entry) => measuresOf(entry, guide)),
  ],
  tools: (guide) => [
    summaries('tools', guide.catalogue.tools, guide, (entry) => [upkeepOf(entry), entry.data.license]),
  ],
  approaches: (guide) => [summaries('approaches', guide.catalogue.approaches, guide, () => [])],
  caseStudies: (guide) => [
    listOf(caseStudiesInOrder(guide.catalogue).map((study) => caseItem(study, guide))),
  ],
};

const listTwin = (name: CollectionName, guide: Guide): Root =>
  treeOf(
    {
      title: COLLECTIONS[name].title,
      address: `/${COLLECTIONS[name].folder}/`,
      facts: [[`All ${guide.catalogue[name].length} of them, a line each.`]],
      blocks: LISTS[name](guide),
    },
    guide,
  );

/** What answers at the Markdown address of an entry that was renamed or merged. */
const pointerTwin = (to: string, title: string, { locate }: Guide): Root => ({
  type: 'root',
  children: [
    heading(1, `Moved: ${title}`),
    paragraph(
      'This entry was renamed, or merged into another. It is ',
      link(locate(to), title),
      ' today; as Markdown: ',
      link(locate(twinAddress(to)), locate(twinAddress(to))),
    ),
  ],
});

/**
 * Every Markdown twin by its path without slash and ending, such as `challenges/concept-drift`: entries, stages, reading
 * paths, lists, glossary, symptoms, the page about the guide, and a pointer for each old address.
 * A text is made when it is asked for, once a guide. Its tree is not kept: thousands of them would fill the memory.
 */
export const twinsOf = onceFor((guide: Guide): ReadonlyMap<string, () => string> => {
  const { catalogue } = guide;
  const titles = pageTitles(catalogue);
  const all = new Map<string, () => string>();
  const add = (address: string, treeOfTwin: () => Root) => {
    let text: string | undefined;
    all.set(address.replace(/^\/|\/$/g, ''), () => (text ??= markdownOf(treeOfTwin())));
  };
  for (const [from, to] of Object.entries(redirectTable(catalogue.redirects)))
    add(from, () => pointerTwin(to, titles.get(to) ?? to, guide));
  for (const name of COLLECTION_NAMES) {
    add(`/${COLLECTIONS[name].folder}/`, () => listTwin(name, guide));
    for (const entry of catalogue[name]) add(addressOf(name, entry.id), () => twinOf(name, entry, guide));
  }
  for (const stage of catalogue.workflow.stages) add(`/stages/${stage.slug}/`, () => stageTwin(stage, guide));
  for (const path of shownPaths(catalogue)) add(path.address, () => pathTwin(path, guide));
  add('/symptoms/', () => symptomsTwin(guide));
  add('/glossary/', () => glossaryTwin(guide));
  add('/about/', () => aboutTwin(guide));
  return all;
});

/**
 * The text of the Markdown twin at a path without slash and ending.
 * @throws when there is none
 */
export function twinText(path: string, guide: Guide): string {
  const text = twinsOf(guide).get(path);
  if (!text) throw new Error(`there is no Markdown for "${path}"`);
  return text();
}
