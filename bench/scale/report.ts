import { table } from '../search/report.ts';
import { sectionWriter } from '../section.ts';
import { STATES, type State } from './builds.ts';
import type { Speed } from './lighthouse.ts';
import { median } from '../search/measures.ts';
import type { Use } from './measured.ts';
import { PEER_NAMES, PEERS } from './peers.ts';
import type { CatalogueFigures, PageFigures, Results } from './results.ts';
import type { Reader, SearchCosts } from './searching.ts';
import { lackingFor, ofBuilds, perAddedCase, shown, verdictsOf, type Verdict } from './targets.ts';

const count = (number: number) => number.toLocaleString('en-GB');
const kilobytes = (bytes: number) => shown(bytes, 'kilobytes');
const seconds = (value: number) => shown(value, 'seconds');
const NOT_MEASURED = '';

/** A figure, or an empty cell. */
const cell = (value: number | undefined, show: (value: number) => string) =>
  value === undefined ? NOT_MEASURED : show(value);

const GUIDE = 'this guide';

/** Whether a target was reached, in a word, or what its figure needs. */
function wordOf({ target, met }: Verdict, results: Results): string {
  if (met !== undefined) return met ? 'met' : 'falls short';
  const lacking = lackingFor(target, results);
  return lacking.length > 0 ? `needs ${lacking.join(' ')}` : 'not measured';
}

/** Every target beside its measured value. */
export const verdictTable = (results: Results): string =>
  table(
    ['target', 'measured', 'wanted', 'verdict'],
    verdictsOf(results).map((verdict) => {
      const { target, value } = verdict;
      return [
        `${target.area}: ${target.says}`,
        cell(value, (figure) => shown(figure, target.unit)),
        `${target.is} ${shown(target.limit, target.unit)}`,
        wordOf(verdict, results),
      ];
    }),
  );

const ofUses = (uses: readonly Use[], name: keyof Use) => median(uses.map((use) => use[name]));

/** What builds of catalogues took, and what came of them: the points that growth is read from. */
export function pointsTable({ catalogues }: Results): string {
  const built = catalogues.filter(({ builds }) => builds !== undefined);
  const states = Object.keys(STATES) as State[];
  return table(
    [
      'case studies generated',
      'pages',
      'files',
      'size',
      'peak memory',
      'time, cold',
      ...states.map((state) => `processor time, ${STATES[state]}`),
      'for each added case',
    ],
    built.map((catalogue, i) => {
      const site = catalogue.builds?.site;
      return [
        count(catalogue.size),
        cell(site?.pages, count),
        cell(site?.files, count),
        cell(site?.bytes, (bytes) => shown(bytes, 'megabytes')),
        cell(ofBuilds(catalogue, 'cold', 'peakBytes'), (bytes) => shown(bytes, 'megabytes')),
        cell(ofBuilds(catalogue, 'cold', 'seconds'), seconds),
        ...states.map((state) => cell(ofBuilds(catalogue, state, 'processorSeconds'), seconds)),
        cell(perAddedCase(built[i - 1], catalogue), (value) => shown(value, 'milliseconds')),
      ];
    }),
  );
}

const millisecondsOf = (speed: Speed | undefined) =>
  (['fcp', 'lcp', 'tbt'] as const).map((name) => cell(speed?.[name], (value) => value.toFixed(0)));

const pageCells = ({ weight, arrival, speed }: PageFigures): string[] => [
  cell(weight?.requests, count),
  ...(['html', 'css', 'script', 'total', 'fonts'] as const).map((part) => cell(weight?.[part], kilobytes)),
  cell(arrival?.shift, (value) => shown(value, 'shift')),
  cell(speed?.score, String),
  ...millisecondsOf(speed),
];
const PAGE_HEAD = [
  'requests',
  'HTML',
  'CSS',
  'script',
  'in all',
  'fonts',
  'CLS',
  'score',
  'FCP',
  'LCP',
  'TBT',
];

/** One page of each kind of the guide as it is. */
const kindsTable = ({ kinds = {} }: CatalogueFigures): string =>
  table(
    ['kind', ...PAGE_HEAD],
    Object.entries(kinds).map(([kind, page]) => [`\`${kind}\``, ...pageCells(page)]),
  );

const searchCells = (search: SearchCosts): string[] => [
  kilobytes(search.cold.arrivedBytes),
  kilobytes(search.cold.bytes),
  shown(search.cold.milliseconds, 'milliseconds'),
  shown(search.warm.milliseconds, 'milliseconds'),
  shown(search.laterMilliseconds, 'milliseconds'),
];

const READERS = { desk: 'desktop', phone: 'slow phone' } as const satisfies Record<Reader, string>;

/** What the guide and the peers make of one catalogue, side by side. */
function comparison(catalogue: CatalogueFigures): string[] {
  const { size, peers = {}, challenge, search } = catalogue;
  const others = PEER_NAMES.flatMap((name) => {
    const figures = peers[name];
    return figures ? [{ title: PEERS[name].title, ...figures }] : [];
  });
  const sites = [
    ...(catalogue.builds
      ? [{ title: GUIDE, uses: catalogue.builds.uses.cold, site: catalogue.builds.site }]
      : []),
    ...others,
  ];
  const pages = [{ title: GUIDE, challenge }, ...others].filter(
    (each) => each.challenge?.weight ?? each.challenge?.speed,
  );
  const searches = [{ title: GUIDE, search }, ...others].flatMap(({ title, search: costs }) =>
    costs ? [{ title, costs }] : [],
  );
  return [
    `#### ${count(size)} generated case studies`,
    ...(sites.length > 0
      ? [
          table(
            ['cold build', 'time', 'processor time', 'peak memory', 'pages', 'files', 'size'],
            sites.map(({ title, uses, site }) => [
              title,
              seconds(ofUses(uses, 'seconds')),
              seconds(ofUses(uses, 'processorSeconds')),
              shown(ofUses(uses, 'peakBytes'), 'megabytes'),
              count(site.pages),
              count(site.files),
              shown(site.bytes, 'megabytes'),
            ]),
          ),
        ]
      : []),
    ...(pages.length > 0
      ? [
          table(
            ['a generated challenge', ...PAGE_HEAD],
            pages.map((each) => [each.title, ...pageCells(each.challenge ?? { path: '' })]),
          ),
        ]
      : []),
    ...(searches.length > 0
      ? [
          table(
            ['search', 'reader', 'first hit: arrived', 'asked for', 'time', 'time, kept', 'later queries'],
            searches.flatMap(({ title, costs }) =>
              (Object.keys(READERS) as Reader[]).map((reader) => [
                title,
                READERS[reader],
                ...searchCells(costs[reader]),
              ]),
            ),
          ),
        ]
      : []),
  ];
}

/** The line that says when and where all was measured. */
const measuredOn = ({ date, machine, versions, commit, runs }: Results): string =>
  `Run on ${date} at ${commit}, medians of ${runs}: ${machine.cpu}, ${machine.cores} cores, Node ${versions.node}, Chromium ${versions.chromium}, Lighthouse ${versions.lighthouse}.`;

/** The section of the benches' README, between its markers, from the figures of a run. */
export function scaleSection(results: Results): string {
  const real = results.catalogues.find(({ size }) => size === 0);
  const generated = results.catalogues.filter(({ size }) => size > 0);
  return [
    verdictTable(results),
    '#### Points',
    pointsTable(results),
    ...generated.flatMap(comparison),
    ...(real?.kinds ? ['#### Kinds of page, the guide as it is', kindsTable(real)] : []),
    measuredOn(results),
  ].join('\n\n');
}

/** A catalogue that nobody has built. */
const ON_PAPER = 100_000;

/** What a figure comes to at a size, on the line through those of two catalogues. */
const onLine = (sizes: readonly [number, number], figures: readonly [number, number], size: number): number =>
  figures[1] + ((figures[1] - figures[0]) / (sizes[1] - sizes[0])) * (size - sizes[1]);

/**
 * What a catalogue of a hundred thousand case studies would take, worked out from the two largest that were built; a
 * sentence that says what is missing where there are fewer.
 */
export function onPaper({ catalogues }: Results): string {
  const [fewer, more] = catalogues.filter(({ builds, size }) => builds !== undefined && size > 0).slice(-2);
  if (!fewer?.builds || !more?.builds) return 'For an estimate of more, two sizes must be built.';
  const at = (figureOf: (catalogue: CatalogueFigures) => number | undefined) => {
    const figures = [fewer, more].map(figureOf);
    const [first, second] = figures;
    return first === undefined || second === undefined
      ? undefined
      : onLine([fewer.size, more.size], [first, second], ON_PAPER);
  };
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  const minutes = (value: number) => `${(value / 60).toFixed(0)} min`;
  return table(
    ['on paper', 'files', 'size', 'peak memory', 'processor time, cold', 'processor time, after one edit'],
    [
      [
        count(ON_PAPER),
        cell(
          at(({ builds }) => builds?.site.files),
          (files) => count(Math.round(files / 1000) * 1000),
        ),
        cell(
          at(({ builds }) => builds?.site.bytes),
          gigabytes,
        ),
        cell(
          at((catalogue) => ofBuilds(catalogue, 'cold', 'peakBytes')),
          gigabytes,
        ),
        cell(
          at((catalogue) => ofBuilds(catalogue, 'cold', 'processorSeconds')),
          minutes,
        ),
        cell(
          at((catalogue) => ofBuilds(catalogue, 'edited', 'processorSeconds')),
          minutes,
        ),
      ],
    ],
  );
}

/** The part of the project's README on growth, between its markers: the measured points, and where they lead. */
export const growthSection = (results: Results): string =>
  [pointsTable(results), onPaper(results), measuredOn(results)].join('\n\n');

/** A README with another text between the markers of this bench; throws when it lacks them. */
export const withSection = sectionWriter('scale');
