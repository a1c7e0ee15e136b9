import type { RootContent } from 'mdast';
import { byTitle } from '../model/catalogue.ts';
import { addressOf, COLLECTIONS, type CollectionName } from '../model/collections.ts';
import { countsOf } from '../model/coverage.ts';
import { counted, inBytes } from '../model/in-words.ts';
import { shownPaths } from '../model/paths.ts';
import { caseStudiesInOrder } from '../model/relations.ts';
import { twinAddress } from '../model/twin-address.ts';
import { challengesOfStage } from '../model/workflow.ts';
import { BASIS_MEANING, EVIDENCE_MEANING, keysOf } from '../schema/vocabulary.ts';
import { GUIDE } from '../model/guide.ts';
import type { Guide } from './twin-guide.ts';
import { caseLine, EVIDENCE_SEEN } from './twin-lines.ts';
import { bytesOf, type Pieces } from './pieces.ts';
import { heading, joined, line, link, list, paragraph } from './twin-nodes.ts';
import { twinText } from './twin-pages.ts';
import { markdownOf } from './twin-text.ts';

/*
 * The files for language models by the convention of https://llmstxt.org/: a title, a summary, paragraphs without
 * headings, then sections of nothing but links, each with a note; what may be left out stands under "Optional".
 */

/** Which guide it is that tells. */
export interface Told {
  readonly version: string;
  /** ISO 8601; unknown without Git. */
  readonly date?: string;
}

/** Case studies that llms.txt names, newest reports first: more would make it too long to read, and the list names all. */
const NAMED_CASES = 250;

/** Addresses of the files of whole texts, from the root of the site. */
export const FULL_TEXTS = { guide: '/llms-full.txt', caseStudies: '/llms-case-studies.txt' } as const;

/** A link to a twin with a note. */
interface Item {
  readonly address: string;
  readonly title: string;
  readonly note: string;
}

const itemsOf = (items: readonly Item[], { locate }: Guide): RootContent[] =>
  items.length > 0
    ? [list(items.map(({ address, title, note }) => line(link(locate(address), title), `: ${note}`)))]
    : [];

const entriesOf = (
  name: Exclude<CollectionName, 'caseStudies'>,
  entries: readonly {
    readonly id: string;
    readonly data: { readonly title: string; readonly summary: string };
  }[],
): Item[] =>
  entries.map(({ id, data }) => ({
    address: twinAddress(addressOf(name, id)),
    title: data.title,
    note: data.summary,
  }));

const sizeOf = (pieces: Pieces): string => inBytes(bytesOf(pieces));

/** What is where in the guide, for language models: links to Markdown twins by stage and kind, each with a line. */
export function llmsText(guide: Guide, { version, date }: Told): string {
  const { catalogue } = guide;
  const counts = countsOf(catalogue);
  const cases = caseStudiesInOrder(catalogue);
  const rest = cases.length - NAMED_CASES;
  const blocks: RootContent[] = [
    heading(1, GUIDE.title),
    {
      type: 'blockquote',
      children: [
        paragraph(
          `What goes wrong when machine learning is put into use, stage by stage, and what helps: ${[
            counted(counts.challenges, 'challenge'),
            counted(counts.mitigations, 'mitigation'),
            counted(counts.tools, 'tool'),
            counted(counts.approaches, 'approach', 'approaches'),
            counted(counts.caseStudies, 'case study', 'case studies'),
          ].join(', ')}, each with its sources and with how they were seen.`,
        ),
      ],
    },
    paragraph(
      'The stages and challenges follow the survey ',
      link(
        'https://doi.org/10.1145/3533378',
        'Challenges in Deploying Machine Learning: a Survey of Case Studies',
      ),
      '; definitions and advice are the guide’s own. This is version ',
      version,
      date !== undefined && `, of ${date.slice(0, 10)}`,
      '.',
    ),
    paragraph('How evidence is graded, and what to say with it when you quote it:'),
    list([
      ...keysOf(EVIDENCE_MEANING).map((level) => line(`${EVIDENCE_SEEN[level]}: ${EVIDENCE_MEANING[level]}`)),
      line(
        'How a mitigation belongs to a case: ',
        joined(
          keysOf(BASIS_MEANING).map((basis) => `${basis} (${BASIS_MEANING[basis]})`),
          ', ',
        ),
        '. Only what was used, ordered or evaluated has an outcome.',
      ),
      line('A legal status holds for the day that stands beside it; an allegation is not a finding.'),
    ]),
    paragraph(
      'The links below lead to Markdown, those under “Data” aside; the page for people has the same address with a slash for ".md". Numbers in round brackets point to the list of sources at the end of each text. Content is under ',
      link(GUIDE.licenceAddress, GUIDE.licenceTitle),
      `: name the ${GUIDE.title} and link to the page you use.`,
    ),
    ...catalogue.workflow.stages.flatMap((stage) => [
      heading(2, `Challenges: ${stage.title}`),
      ...itemsOf(
        [
          { address: twinAddress(`/stages/${stage.slug}/`), title: stage.title, note: stage.summary },
          ...entriesOf('challenges', challengesOfStage(stage, catalogue)),
        ],
        guide,
      ),
    ]),
    heading(2, COLLECTIONS.mitigations.title),
    ...itemsOf(entriesOf('mitigations', catalogue.mitigations.toSorted(byTitle)), guide),
    heading(2, COLLECTIONS.tools.title),
    ...itemsOf(entriesOf('tools', catalogue.tools.toSorted(byTitle)), guide),
    heading(2, COLLECTIONS.approaches.title),
    ...itemsOf(entriesOf('approaches', catalogue.approaches.toSorted(byTitle)), guide),
    heading(2, 'Ways in'),
    ...itemsOf(
      [
        {
          address: '/symptoms.md',
          title: 'Symptoms',
          note: 'what people say, which challenge it is likely to be, what to try first',
        },
        {
          address: '/glossary.md',
          title: 'Glossary',
          note: `${counted(catalogue.glossary.length, 'word')} of the trade`,
        },
        {
          address: '/case-studies.md',
          title: 'Case studies',
          note: `all ${cases.length}, a line each, newest report first`,
        },
        {
          address: '/about.md',
          title: 'About this guide',
          note: 'the survey, how evidence is graded, weak spots',
        },
      ],
      guide,
    ),
    heading(2, 'Data'),
    ...itemsOf(
      [
        { address: '/data/', title: 'Data', note: 'a page that tells of every file: JSON, tables, schemas' },
        {
          address: '/data/catalogue.json',
          title: 'catalogue.json',
          note: 'everything, with relations on both sides',
        },
        { address: '/data/case-studies.csv', title: 'case-studies.csv', note: 'the case studies as a table' },
        { address: '/data/references.bib', title: 'references.bib', note: 'the works that are cited' },
      ],
      guide,
    ),
    heading(2, 'Optional'),
    ...itemsOf(
      [
        {
          address: FULL_TEXTS.guide,
          title: 'llms-full.txt',
          note: `stages, challenges, mitigations, tools and approaches in one file, ${sizeOf(() => fullText(guide))}`,
        },
        {
          address: FULL_TEXTS.caseStudies,
          title: 'llms-case-studies.txt',
          note: `all ${cases.length} case studies in one file, ${sizeOf(() => caseStudiesText(guide))}`,
        },
        ...shownPaths(catalogue).map(({ address, title, for: whom }) => ({
          address: twinAddress(address),
          title: `Reading path: ${title}`,
          note: whom,
        })),
        ...cases.slice(0, NAMED_CASES).map((study) => ({
          address: twinAddress(addressOf('caseStudies', study.id)),
          title: study.data.title,
          note: caseLine(study),
        })),
        ...(rest > 0
          ? [{ address: '/case-studies.md', title: 'Older case studies', note: `${rest} more, a line each` }]
          : []),
      ],
      guide,
    ),
  ];
  return markdownOf({ type: 'root', children: blocks });
}

/** What stands between two texts: a rule; each begins with the only heading of the first level in it. */
const BETWEEN = '\n---\n\n';

/** What a file of whole texts says first. */
const openingOf = (what: string, { locate }: Guide): string =>
  markdownOf({
    type: 'root',
    children: [
      paragraph(
        { type: 'strong', children: line(GUIDE.title) },
        ` · ${what}, one after another: each begins with a heading of the first level, after a rule. What is where, how evidence is graded and how to cite: `,
        link(locate('/llms.txt'), locate('/llms.txt')),
      ),
    ],
  });

const pathsOf = (name: CollectionName, entries: readonly { readonly id: string }[]): string[] =>
  entries.map(({ id }) => `${COLLECTIONS[name].folder}/${id}`);

function* joinedTexts(what: string, paths: readonly string[], guide: Guide): Generator<string> {
  yield openingOf(what, guide);
  for (const path of paths) yield BETWEEN + twinText(path, guide);
}

/** All texts that the guide's own editors write: what one reads to answer a question. It grows by their hands alone. */
export const fullText = (guide: Guide): Iterable<string> => {
  const { catalogue } = guide;
  return joinedTexts(
    'stages, challenges, mitigations, tools and approaches',
    [
      ...catalogue.workflow.stages.flatMap((stage) => [
        `stages/${stage.slug}`,
        ...pathsOf('challenges', challengesOfStage(stage, catalogue)),
      ]),
      ...pathsOf('mitigations', catalogue.mitigations.toSorted(byTitle)),
      ...pathsOf('tools', catalogue.tools.toSorted(byTitle)),
      ...pathsOf('approaches', catalogue.approaches.toSorted(byTitle)),
    ],
    guide,
  );
};

/** All case studies, newest report first. They are a file of their own since there may be thousands: the others stay usable. */
export const caseStudiesText = (guide: Guide): Iterable<string> =>
  joinedTexts('case studies', pathsOf('caseStudies', caseStudiesInOrder(guide.catalogue)), guide);
