import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { caseStudyText } from '../model/case-study-text.ts';
import { check } from './check.ts';
import { main } from './new.ts';

const home = process.cwd();

/** A small content folder; its entries are drafts but for the case, as they are while somebody works on them. */
const CONTENT: Record<string, string> = {
  'workflow.yaml': `stages:
  - slug: model-deployment
    title: Model deployment
    mark: MD
    shape: circle
    names:
      2021: Deployment
    editions: [2021, 2022]
    summary: A stage.
    steps:
      - slug: updating
        title: Updating
        names:
          2021: Updating
        editions: [2021, 2022]
        summary: A step.
      - slug: monitoring
        title: Monitoring
        names:
          2021: Monitoring
        editions: [2021, 2022]
        summary: A step.
`,
  'references.bib': '@misc{smith-2020,\n  title = {A work},\n  url = {https://example.org/smith}\n}\n',
  'redirects.yaml': 'tools:\n  old-watcher: watcher\n',
  'challenges/model-deployment/concept-drift.mdx':
    '---\ntitle: Concept drift\nstep: updating\norder: 1\naliases: [model decay]\n---\n\nText.\n',
  'challenges/model-deployment/slow-release.mdx':
    '---\ntitle: Slow release\nstep: updating\norder: 4\n---\n\nText.\n',
  'mitigations/retraining.mdx': '---\ntitle: Retraining\n---\n\nText.\n',
  'mitigations/shadow-deployment.mdx': '---\ntitle: Shadow deployment\n---\n\nText.\n',
  'tools/watcher.mdx': '---\ntitle: Watcher\n---\n\nText.\n',
  'approaches/data-mesh.mdx': '---\ntitle: Data mesh\n---\n\nText.\n',
  'case-studies/shop.md': `---
title: A shop finds drift in its ranking
industry: e-commerce
year: 2020
kind: case-study
task: product ranking
challenges: [concept-drift]
source:
  title: How we found drift
  url: https://example.org/drift
  arxiv: '2011.09926'
evidence: full-text
checked: 2026-01-02
---

## Problem

It fell.

## What was done

They looked.

## Outcome

It rose.
`,
  'case-studies/begun.md':
    '---\ntitle: A case that somebody has begun\nsource:\n  doi: 10.1145/begun\n  title:\n---\n',
};

let folder = '';
let out = '';
let err = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'new-'));
  for (const [path, text] of Object.entries(CONTENT)) {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  process.chdir(folder);
  out = '';
  err = '';
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (out += `${text}\n`));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void (err += `${text}\n`));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const today = () => new Date().toISOString().slice(0, 10);
const read = (path: string) => readFileSync(join('content', path), 'utf8');
const files = () =>
  readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .toSorted();
const before = Object.keys(CONTENT).toSorted();

/** What the check says of one file: its fields that are empty, and its other slips by rule. */
const gapsIn = (path: string) =>
  check([join('content', path)]).slips.map(({ message, rule }) =>
    rule === 'sections'
      ? (/"(## .*?)"/.exec(message)?.[1] ?? message)
      : (/^"(.*?)"/.exec(message)?.[1] ?? rule),
  );

/** A run where nobody can be asked. */
const silent = { input: new PassThrough(), output: new PassThrough() };
const run = (...args: string[]) => main(args, silent, {});

const TITLE = 'Shadow traffic: a ranking regression';
const FILE = 'case-studies/shadow-traffic-a-ranking-regression.md';

describe('without a terminal', () => {
  test('a case study with gaps is written, and the check names exactly these', async () => {
    expect(await run('case-study', TITLE)).toBe(0);
    expect(read(FILE)).toBe(`---
title: 'Shadow traffic: a ranking regression'
industry:
year: # of the report
kind: # case-study, application-review, lessons-learned, interview-study, regulation, incident
task: # what the model was for
challenges: # 1 to 8 slugs
source:
  title:
  url: # or doi, arxiv or isbn
evidence: # full-text, abstract, secondary: how you saw the source
checked: '${today()}'
---

## Problem

## What was done

## Outcome
`);
    expect(gapsIn(FILE)).toEqual([
      ...['industry', 'year', 'kind', 'task', 'challenges', 'source.title', 'source.url', 'evidence'],
      ...['## Problem', '## What was done', '## Outcome'],
    ]);
    expect(out).toBe(`Written: content/${FILE}
Next:
  1. Fill in the gaps and the sections; npm run check -- content/${FILE} names what is left.
     Mitigations and tools that the source names belong there too: CONTRIBUTING.md shows how.
  2. See it: npm run dev, then http://localhost:4321/case-studies/shadow-traffic-a-ranking-regression/
  3. Commit it and open a pull request.
`);
    expect(err).toBe('');
  });

  const ALL = [
    ['--doi', '10.1145/3533378'],
    ['--arxiv', '2001.00001'],
    ['--url', 'https://example.org/shadow'],
    ['--source-title', '- How: we #found it'],
    ['--organisation', 'null'],
    ['--industry', 'e-commerce'],
    ['--year', '2024'],
    ['--kind', 'lessons-learned'],
    ['--task', 'yes'],
    ['--challenges', 'concept-drift, slow-release'],
    ['--mitigations', 'retraining:helped'],
    ['--mitigations', 'shadow-deployment:not-reported'],
    ['--tools', 'watcher,data-mesh'],
    ['--evidence', 'abstract'],
    ['--contributor', 'someone'],
    ['--slug', 'by-its-own-name'],
  ].flat();

  test('with all flags only the sections are left to write', async () => {
    expect([await run('case-study', TITLE, ...ALL), err]).toEqual([0, '']);
    expect(read('case-studies/by-its-own-name.md')).toBe(`---
title: 'Shadow traffic: a ranking regression'
organisation: 'null'
industry: e-commerce
year: 2024
kind: lessons-learned
task: 'yes'
challenges: [concept-drift, slow-release]
mitigations:
  - id: retraining
    outcome: helped
  - id: shadow-deployment
    outcome: not-reported
tools: [watcher, data-mesh]
source:
  title: '- How: we #found it'
  doi: 10.1145/3533378
  arxiv: '2001.00001'
  url: https://example.org/shadow
evidence: abstract
checked: '${today()}'
contributor: someone
---

## Problem

## What was done

## Outcome
`);
    expect(gapsIn('case-studies/by-its-own-name.md')).toEqual([
      '## Problem',
      '## What was done',
      '## Outcome',
    ]);
  });

  test('with all flags and filled sections the check of the whole guide has nothing to say', async () => {
    rmSync('content', { recursive: true });
    cpSync(join(home, 'content'), 'content', { recursive: true });
    const slips = check([]).slips.length;
    const args = ALL.map((each) =>
      each
        .replace('retraining', 'frequent-retraining')
        .replace('slow-release', 'continuous-delivery')
        .replace('watcher', 'mlflow')
        .replace('10.1145/3533378', '10.9999/none-other')
        .replace('2001.00001', '9901.00001'),
    );
    expect([await run('case-study', TITLE, ...args), err]).toEqual([0, '']);
    const file = 'case-studies/by-its-own-name.md';
    writeFileSync(join('content', file), read(file).replace(/^## .*$/gm, '$&\n\nOne honest sentence.'));
    expect(check([join('content', file)]).slips).toEqual([]);
    expect(check([]).slips).toHaveLength(slips);
  }, 20_000);

  test.each([
    'a title: with a colon',
    '- a title with a dash',
    '# a title with a sign',
    '"a title" in quotes',
    "it's 'a title'",
    '@a title [in] {brackets}',
    'a title 👩‍💻 with emoji',
    '2024-01-01',
    '1234567890',
    '0x1234567890',
    '&title *title !title %title',
    'title\\ntitle',
  ])('a complete case named %j passes the check unchanged', (text) => {
    const study = caseStudyText({
      title: text,
      organisation: text,
      industry: 'finance',
      year: 2024,
      kind: 'incident',
      task: text,
      challenges: ['concept-drift'],
      mitigations: [{ id: 'retraining', outcome: 'helped', note: text }],
      source: { title: text, venue: text, arxiv: '2001.00010' },
      scope: text,
      evidence: 'secondary',
      checked: '2026-01-02',
      contributor: text,
      problem: 'One.\r\n\r\n- two\r\n\r\n---\r\n\r\n### three',
      whatWasDone: '> four',
      outcome: '1 < 2 & 3 > 2',
    });
    writeFileSync(join('content', FILE), study);
    expect(gapsIn(FILE)).toEqual([]);
  });

  test('a mitigation whose outcome is not said leaves a gap for it', async () => {
    await run('case-study', TITLE, '--mitigations', 'retraining');
    expect(gapsIn(FILE)).toContain('mitigations[1].outcome');
  });

  test('a challenge stands in the folder of its stage, after the others of its step', async () => {
    expect(await run('challenge', 'Silent failures', '--step=updating')).toBe(0);
    expect(await run('challenge', 'Loud failures', '--step=updating')).toBe(0);
    expect(await run('challenge', 'Other failures', '--step=monitoring')).toBe(0);
    const place = 'challenges/model-deployment';
    expect(
      ['silent', 'loud', 'other'].map(
        (each) => /order: (\d)/.exec(read(`${place}/${each}-failures.mdx`))?.[1],
      ),
    ).toEqual(['5', '6', '1']);
    const gaps = gapsIn(`${place}/silent-failures.mdx`);
    expect(gaps.slice(0, 4)).toEqual(['summary', 'symptoms', 'questions[1].id', 'questions[1].question']);
    expect(gaps).toContain('questions[5].question');
    expect(read(`${place}/silent-failures.mdx`)).toContain('\n  - id: silent-failures-\n');
    expect(gaps.filter((gap) => gap.startsWith('##'))).toEqual([
      '## At a glance',
      '## Why it is hard',
      '## Since the survey',
    ]);
  });

  test.each<[kind: string, file: string, args: string[], gaps: string[]]>([
    [
      'mitigation',
      'mitigations/slow-start.mdx',
      ['--challenges', 'concept-drift', '--effort', 'low'],
      ['summary', 'mitigates[1].how', 'when', 'length', '## What it is'],
    ],
    [
      'tool',
      'tools/slow-start.mdx',
      ['--kind', 'library', '--url', 'https://example.org/', '--evidence', 'abstract'],
      [
        ...['summary', 'maintainer', 'license', 'openSource', 'language', 'docs'],
        ...['statusSeen.claim', 'statusSeen.date', 'addresses[1].challenge', 'addresses[1].how', 'length'],
        '## What it does',
      ],
    ],
    [
      'approach',
      'approaches/slow-start.mdx',
      ['--doi', '10.1234/x', '--source-title', 'A way'],
      [
        ...[
          'summary',
          'authors',
          'figure',
          'addresses[1].challenge',
          'addresses[1].how',
          'evidence',
          'length',
        ],
        '## The idea',
      ],
    ],
  ])('%s: the check names the gaps of what was written', async (kind, file, args, gaps) => {
    expect([await run(kind, 'Slow start', ...args), err]).toEqual([0, '']);
    expect(gapsIn(file).slice(0, gaps.length)).toEqual(gaps);
  });
});

describe('bad usage is told all at once, writes nothing and gives 2', () => {
  test.each<[what: string, args: string[], told: string[]]>([
    ['nothing', [], ['say what to write: case-study, challenge, mitigation, tool, approach']],
    [
      'an unknown kind',
      ['case-studi', TITLE],
      [
        'there is no kind of entry "case-studi"; one of case-study, challenge, mitigation, tool, approach; did you mean "case-study"?',
      ],
    ],
    [
      'a kind named as an object member',
      ['constructor', TITLE],
      ['there is no kind of entry "constructor"; one of case-study, challenge, mitigation, tool, approach'],
    ],
    ['no title', ['tool'], ['the title is missing']],
    [
      'a title without quotes',
      ['case-study', 'Shadow', 'traffic'],
      [
        'put the title in quotes: "Shadow traffic"',
        'the title is "Shadow"; it takes a title of 10 to 120 characters',
      ],
    ],
    [
      'a title that is too long',
      ['case-study', 'x'.repeat(121)],
      [`the title is "${'x'.repeat(59)}…; it takes a title of 10 to 120 characters`],
    ],
    [
      'a title of two lines',
      ['case-study', 'A title\nof two lines'],
      ['the title holds a line break; it must be text on one line'],
    ],
    [
      'a control character',
      ['case-study', 'A title with \u0007 a bell'],
      ['the title holds a sign that nobody sees (U+0007); take it out'],
    ],
    [
      'a mark that turns text',
      ['case-study', 'A title with \u202E a turn'],
      ['the title holds a sign that nobody sees (U+202E); take it out'],
    ],
    [
      'a title of signs',
      ['case-study', '!!! ??? !!! ???'],
      ['the title "!!! ??? !!! ???" has no letter from a to z for a slug; give one with --slug'],
    ],
    [
      'a title in another script',
      ['tool', '機械学習'],
      ['the title "機械学習" has no letter from a to z for a slug; give one with --slug'],
    ],
    [
      'a title that is an object member',
      ['tool', 'Constructor'],
      ['"constructor" may not be a slug; give another with --slug'],
    ],
    [
      'a slug that leads elsewhere',
      ['tool', 'A tool', '--slug', '../../etc/x'],
      [
        '--slug is "../../etc/x"; a slug is lower-case words joined by hyphens, such as concept-drift; did you mean "etc-x"?',
      ],
    ],
    [
      'a slug that is an object member',
      ['tool', 'A tool', '--slug=__proto__'],
      ['--slug may not be "__proto__"; choose another word'],
    ],
    [
      'another of them',
      ['tool', 'A tool', '--slug=constructor'],
      ['--slug may not be "constructor"; choose another word'],
    ],
    [
      'a slug that is too long',
      ['tool', 'A tool', `--slug=${'a'.repeat(61)}`],
      [`--slug has 61 characters; 60 at most; did you mean "${'a'.repeat(60)}"?`],
    ],
    [
      'a slug that leaves no room for questions',
      ['challenge', 'A thing', '--step=updating', `--slug=${'a'.repeat(46)}`],
      [`--slug has 46 characters; 45 at most; did you mean "${'a'.repeat(45)}"?`],
    ],
    [
      'a challenge without a step',
      ['challenge', 'A thing'],
      ['--step is needed: it decides the folder of a challenge'],
    ],
    [
      'an unknown step',
      ['challenge', 'A thing', '--step', 'updatin'],
      ['--step names "updatin", and there is no such step; did you mean "updating"?'],
    ],
    [
      'many bad flags',
      [
        ...[
          'case-study',
          TITLE,
          '--industy=x',
          '--industry=e-comerce',
          '--year',
          'soon',
          '--kind',
          'casestudy',
        ],
        ...[
          '--challenges',
          'concept-drfit,model decay,slow-release,slow-release',
          '--mitigations',
          'retraing:helpd',
        ],
        ...[
          '--tools=',
          '--doi',
          'https://doi.org/10.1/x',
          '--arxiv',
          'arXiv:2001.00001v2',
          '--url',
          'example.org/x',
        ],
        ...['--evidence', '--contributor', 'a\tb', '--step', 'updating', '--yes=no'],
      ],
      [
        'there is no flag --industy; did you mean "--industry"?',
        '--evidence needs a value',
        '--yes takes no value',
        '--step is no flag of case-study; its flags: --doi --arxiv',
        '--doi is "https://doi.org/10.1/x"; it takes a DOI such as 10.1145/3533378, without https://doi.org/',
        '--arxiv is "arXiv:2001.00001v2"; it takes an arXiv number in quotes, such as "2011.09926"; did you mean --arxiv 2001.00001?',
        '--url is "example.org/x"; it takes a web address that starts with https:// or http://; did you mean --url https://example.org/x?',
        '--industry is "e-comerce"; it takes one of advertising,',
        '--year is "soon"; it takes a year such as 2024, without quotes',
        '--kind is "casestudy"; it takes one of case-study,',
        '--challenges names "concept-drfit", and there is no such challenge; did you mean "concept-drift"?',
        '--challenges names "model decay", and there is no such challenge; did you mean "concept-drift"?',
        '--challenges names "slow-release" twice; once is enough',
        '--mitigations names "retraing", and there is no such mitigation; did you mean "retraining"?',
        '--mitigations (number 1) is "helpd"; it takes one of helped, partly, did-not-help, not-reported; did you mean "helped"?',
        '--tools is empty; give it a value or leave it out',
      ],
    ],
    ['a flag twice', ['tool', 'A tool', '--slug', 'a', '--slug', 'b'], ['--slug stands there twice']],
    [
      'a year to come',
      ['case-study', TITLE, '--year', '2999'],
      ['--year is 2999; it takes a year that is not in the future'],
    ],
    [
      'nine challenges',
      ['case-study', TITLE, '--challenges', 'concept-drift,slow-release,a,b,c,d,e,f,g'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
        (slug) => `--challenges names "${slug}", and there is no such challenge`,
      ),
    ],
  ])('%s', async (_what, args, told) => {
    expect(await run(...args)).toBe(2);
    const lines = err.trimEnd().split('\n');
    expect(lines.pop()).toBe('new: npm run new -- --help shows every flag');
    expect(lines).toHaveLength(told.length);
    for (const [i, line] of lines.entries())
      expect(line.startsWith(`new: ${told[i] ?? '?'}`), line).toBe(true);
    expect([out, files()]).toEqual(['', before]);
  });
});

describe('what is in the way is told, nothing is written, and the status is 1', () => {
  test.each<[what: string, args: string[], told: string[]]>([
    [
      'a file that is there',
      ['case-study', 'Another title for it', '--slug', 'shop'],
      ['there is already a case study "shop"; free is --slug shop-2'],
    ],
    [
      'a title that is there',
      ['case-study', 'A shop finds DRIFT in its ranking'],
      ['"A shop finds DRIFT in its ranking" is already the title of "shop"; each title is used once'],
    ],
    [
      'a tool named as an approach',
      ['tool', 'Data mesh'],
      ['there is already an approach "data-mesh"; free is --slug data-mesh-2'],
    ],
    [
      'a slug that was given away',
      ['approach', 'Old watcher'],
      [
        'the slug "old-watcher" was given away once, and a slug is never used again; free is --slug old-watcher-2',
      ],
    ],
    [
      'the key of a reference',
      ['case-study', 'A title of its own', '--slug', 'smith-2020'],
      ['the slug "smith-2020" is already the key of a reference; free is --slug smith-2020-2'],
    ],
    [
      'a source that is told',
      ['case-study', TITLE, '--arxiv', '2011.09926'],
      ['"shop" already tells this source; add to it instead'],
    ],
    [
      'the same by another address',
      ['case-study', TITLE, '--url', 'https://arxiv.org/abs/2011.09926v2'],
      ['"shop" already tells this source; add to it instead'],
    ],
    [
      'a source that somebody has begun to tell',
      ['case-study', TITLE, '--doi', '10.1145/BEGUN'],
      ['"begun" already tells this source; add to it instead'],
    ],
    [
      'several at once',
      [
        'case-study',
        'A shop finds drift in its ranking',
        '--slug',
        'begun',
        '--url',
        'https://example.org/drift/',
      ],
      [
        'there is already a case study "begun"; free is --slug begun-2',
        '"A shop finds drift in its ranking" is already the title of "shop"; each title is used once',
        '"shop" already tells this source; add to it instead',
      ],
    ],
  ])('%s', async (_what, args, told) => {
    expect(await run(...args)).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual(told.map((line) => `new: ${line}`));
    expect([out, files()]).toEqual(['', before]);
  });

  test('a file is never written over, not even one that nobody knew of', async () => {
    const path = join('content', FILE);
    mkdirSync(path);
    expect(await run('case-study', TITLE)).toBe(1);
    expect(err).toBe(`new: the file ${path} is already there; give another name with --slug\n`);
    rmSync(path, { recursive: true });
    expect(await run('case-study', TITLE)).toBe(0);
    const text = read(FILE);
    expect(await run('case-study', TITLE, '--task', 'another')).toBe(1);
    expect(read(FILE)).toBe(text);
  });

  test('a place without content', async () => {
    process.chdir(tmpdir());
    expect(await run('case-study', TITLE)).toBe(1);
    expect(err).toBe('new: there is no folder "content" here\n');
    process.chdir(folder);
  });
});

test('help names every kind and every flag', async () => {
  expect([await run('--help'), err]).toEqual([0, '']);
  for (const word of ['case-study', 'approach', '--source-title', '--effort', '--slug', '--yes'])
    expect(out).toContain(word);
});

test('its own process neither asks nor hangs when its input is open and says nothing', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(home, 'src/cli/new.ts'), 'tool', 'A tool'], {
    encoding: 'utf8',
    stdio: 'pipe',
    timeout: 15_000,
  });
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'Written: content/tools/a-tool.mdx']);
}, 20_000);

describe('in a terminal', () => {
  /** A terminal in which somebody types one thing after another, each once the screen has come to rest. */
  function typing(...keys: string[]) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
    let shown = '';
    let timer: NodeJS.Timeout | undefined;
    output.on('data', (part: Buffer) => {
      shown += part.toString();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const next = keys.shift();
        if (next === undefined) input.end();
        else input.write(next);
      }, 60);
    });
    return { terminal: { input, output }, shown: () => shown };
  }
  const ENTER = '\r';
  const TAB = '\t';

  test('each question is answered in turn, choices by a few letters', async () => {
    const { terminal } = typing(
      ...[
        'https://arxiv.org/abs/2001.00001',
        ENTER,
        'How we saw it',
        ENTER,
        'Example Corp',
        ENTER,
        'e-com',
        ENTER,
      ],
      ...['2024', ENTER, 'lesons', ENTER, 'ranking', ENTER, 'model decay', TAB, ENTER, 'full', ENTER],
    );
    expect([await main(['case-study', TITLE], terminal, {}), err]).toEqual([0, '']);
    expect(read(FILE)).toContain(`organisation: Example Corp
industry: e-commerce
year: 2024
kind: lessons-learned
task: ranking
challenges: [concept-drift]
source:
  title: How we saw it
  arxiv: '2001.00001'
evidence: full-text
`);
  }, 20_000);

  test('what flags say is not asked, and Enter leaves a gap', async () => {
    const flags = [
      '--doi',
      '10.1234/x',
      '--organisation',
      'O',
      '--year',
      '2024',
      '--task',
      'x',
      '--evidence',
      'abstract',
    ];
    const { terminal, shown } = typing(...Array.from({ length: 4 }, () => ENTER));
    expect(await main(['case-study', TITLE, ...flags], terminal, {})).toBe(0);
    expect(gapsIn(FILE).slice(0, 4)).toEqual(['industry', 'kind', 'challenges', 'source.title']);
    expect(shown()).not.toContain('year of the report');
  }, 20_000);

  test('a bad answer is told at once: a year to come, a source that is told', async () => {
    const { terminal, shown } = typing('2011.09926', ENTER, '\u0003');
    expect(await main(['case-study', TITLE], terminal, {})).toBe(130);
    expect(shown()).toContain('"shop" already tells this source; add to it instead');
    const again = typing('2999', ENTER, '\u0003');
    const flags = [
      '--doi',
      '10.1234/x',
      '--source-title',
      'x',
      '--organisation',
      'O',
      '--industry',
      'finance',
    ];
    expect(await main(['case-study', TITLE, ...flags], again.terminal, {})).toBe(130);
    expect(again.shown()).toContain('a year that is not in the future');
    expect(files()).toEqual(before);
  }, 20_000);

  test('kind, title, and a slug for a title without letters are asked where they are missing', async () => {
    const { terminal } = typing(
      'mitig',
      ENTER,
      '機械学習',
      ENTER,
      '../x',
      ENTER,
      '\u0015machine-learning',
      ENTER,
      ...Array.from({ length: 4 }, () => ENTER),
    );
    expect(await main([], terminal, {})).toBe(0);
    expect(read('mitigations/machine-learning.mdx')).toContain('title: 機械学習\n');
  }, 20_000);

  test.each([
    ['Ctrl+C', ['\u0003']],
    ['Ctrl+C later', ['2001.00001', ENTER, 'half a title', '\u0003']],
    ['Escape', ['\u001B']],
    ['the end of the terminal', []],
  ])(
    '%s leaves nothing behind',
    async (_what, keys) => {
      const { terminal, shown } = typing(...keys);
      expect(await main(['case-study', TITLE], terminal, {})).toBe(130);
      expect(shown()).toContain('Stopped; nothing was written.');
      expect([out, files()]).toEqual(['', before]);
    },
    20_000,
  );

  test.each<[what: string, args: string[], env: NodeJS.ProcessEnv]>([
    ['--yes', ['--yes'], {}],
    ['CI', [], { CI: 'true' }],
    ['a dumb terminal', [], { TERM: 'dumb' }],
  ])('nothing is asked with %s', async (_what, args, env) => {
    const { terminal, shown } = typing();
    expect(await main(['case-study', TITLE, ...args], terminal, env)).toBe(0);
    expect(shown()).toBe('');
  });
});
