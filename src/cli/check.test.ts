import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aChallengeBody } from '../model/samples.ts';
import { check, main } from './check.ts';
import { challenge, DRIFT_BODY, RELEASE_BODY, RIGHT, STUDY } from './fixtures/small-content.ts';

const FILES = Object.keys(RIGHT).length - 1; // provenance.yaml is not read
const SHOP = 'case-studies/shop.md';
const FIELDS =
  'title, organisation, industry, year, kind, task, challenges, mitigations, tools, source, scope, status';

let folder = '';
const home = process.cwd();
const write = (path: string, text: string | Uint8Array) => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
  for (const [path, text] of Object.entries(RIGHT)) write(`content/${path}`, text);
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Slips of `npm run check` as it prints them, without the folder. */
const slips = (...paths: string[]) =>
  check(paths).slips.map(({ path, line, column, message, rule }) =>
    `${path}:${line}:${column}: ${message} [${rule}]`.replace('content/', ''),
  );

/** Replaces text of a right file, which must hold it exactly once. */
const change = (path: string, from: string, to: string) => {
  const right = RIGHT[path] ?? '';
  expect(right.split(from)).toHaveLength(2);
  write(`content/${path}`, right.replace(from, to));
};

test('right content has no slip, and all its files are read', () => {
  expect(check([])).toEqual({ slips: [], files: FILES, misspelt: expect.any(Function) as unknown });
});

describe('one slip in a case study is told once, with its place', () => {
  test.each<[what: string, from: string, to: string, told: string[]]>([
    [
      'an unknown key, at the key',
      'industry:',
      'industy:',
      ['3:1: unknown key "industy"; did you mean "industry"? [unknown-key]'],
    ],
    [
      'an unknown key deep inside, at the key',
      '    outcome: helped',
      '    outcome: helped\n    notes: x',
      ['11:5: unknown key "notes"; did you mean "note"? [unknown-key]'],
    ],
    [
      'a key named as an object member',
      'year: 2020',
      'year: 2020\nconstructor: x\n__proto__: {a: 1}',
      [
        '5:1: unknown key "constructor"; did you mean "contributor"? [unknown-key]',
        '6:1: unknown key "__proto__" [unknown-key]',
      ],
    ],
    [
      'a word outside the vocabulary, at the word',
      'e-commerce',
      'e-comerce',
      ['3:11: "industry" is "e-comerce"; it takes one of WORDS; did you mean "e-commerce"? [unknown-value]'],
    ],
    [
      'a missing field, at the first field',
      'task: product ranking\n',
      '',
      ['2:1: "task" is missing; it takes text [missing-key]'],
    ],
    [
      'a missing field of a group, at the group',
      '  title: How we found drift\n',
      '',
      ['14:3: "source.title" is missing; it takes text [missing-key]'],
    ],
    [
      'an empty field, after its colon',
      'task: product ranking',
      'task:',
      ['6:6: "task" is empty; it takes text [empty-value]'],
    ],
    [
      'a wrong type, at the value',
      'year: 2020',
      "year: '2020'",
      [
        '4:7: "year" is "2020"; it takes a year such as 2024, without quotes; did you mean 2020? [wrong-type]',
      ],
    ],
    [
      'a day that does not exist, at the value',
      '2026-01-02',
      '2026-02-30',
      [
        '17:10: "checked" is "2026-02-30"; it takes a day that exists in the calendar; did you mean "2026-02-28"? [invalid-value]',
      ],
    ],
    [
      'a script for an address, at the value',
      'https://example.org/drift',
      'javascript:alert(1)',
      [
        '15:8: "source.url" is "javascript:alert(1)"; it takes a web address that starts with https:// or http:// [invalid-value]',
      ],
    ],
    [
      'an unknown slug in a flow list, at the slug',
      '[concept-drift]',
      '[slow-release, concept-drfit]',
      ['7:28: there is no challenge "concept-drfit"; did you mean "concept-drift"? [known-slug]'],
    ],
    [
      'an unknown slug in a block list, at the slug',
      '  - watcher',
      '  - watchr',
      ['12:5: there is no tool or approach "watchr"; did you mean "watcher"? [known-slug]'],
    ],
    [
      'an unknown slug in a group, at the slug',
      'id: retraining',
      'id: retrainng',
      ['9:9: there is no mitigation "retrainng"; did you mean "retraining"? [known-slug]'],
    ],
    [
      'a status without date, at the status',
      'evidence:',
      'status: finding\nevidence:',
      ['16:9: "status" needs "statusAsOf", the date it was so [dated-status]'],
    ],
    [
      'an unknown citation, in its line',
      '[@smith2020]',
      '[@smith2020; @smit2020]',
      ['22:9: nothing is known as [@smit2020]; did you mean "smith2020"? [known-citation]'],
    ],
    [
      'a missing section, at the end of the front matter',
      '## Outcome\n\nIt rose.\n',
      '',
      ['19:1: the section "## Outcome" is missing [sections]'],
    ],
    [
      'an empty section, at its heading',
      'They looked.\n',
      '',
      ['24:1: "## What was done" is empty; one honest sentence is enough [sections]'],
    ],
    [
      'raw HTML, where it begins',
      'They looked.',
      'They <b>looked.',
      ['26:6: raw HTML is not allowed here; write it in Markdown, or \\< for the sign [no-raw-html]'],
    ],
    [
      'a link to a script, where it begins',
      'It rose.',
      'It [rose](javascript:alert).',
      ['30:4: a link may not lead to "javascript:alert" [known-link]'],
    ],
    [
      'a link to no page, where it begins',
      'It rose.',
      '[It](/tools/watchr/) rose.',
      ['30:1: there is no page "/tools/watchr/"; did you mean "/tools/watcher/"? [known-link]'],
    ],
    [
      'a tab in the YAML',
      '    outcome: helped',
      '\toutcome: helped',
      ['10:1: a tab indents this line; YAML takes blanks only [yaml]'],
    ],
    [
      'a key that stands twice',
      'year: 2020',
      'year: 2020\nyear: 2021',
      ['5:1: "year" stands here a second time; keep one of the two [duplicate-key]'],
    ],
    [
      'a quotation mark without its pair',
      'title: A shop',
      'title: "A shop',
      ['2:8: a quotation mark opens here, and nothing closes it [yaml]'],
    ],
    [
      'a YAML tag',
      'task: product',
      'task: !js product',
      [
        `6:7: "!js" is a YAML tag, which the guide does not take; put the value in quotes: '!js product ranking' [yaml]`,
      ],
    ],
    [
      'an alias of nothing',
      'task: product ranking',
      'task: *ranking',
      [`6:7: "*ranking" is a YAML alias of nothing; put the value in quotes: '*ranking' [yaml]`],
    ],
    [
      'no front matter',
      '---\ntitle',
      'title',
      [
        '1:1: the file must begin with front matter: a line of ---, the fields, and a line of --- [front-matter]',
      ],
    ],
    [
      'front matter without end',
      '2026-01-02\n---',
      '2026-01-02',
      [
        '1:1: the front matter opens here and never ends; write a line of --- after the last field [front-matter]',
      ],
    ],
    [
      'a line before the front matter',
      '---\ntitle',
      '\n---\ntitle',
      [
        '1:1: the front matter must begin on the first line; remove what stands before the line of --- [front-matter]',
      ],
    ],
  ])('%s', (_what, from, to, told) => {
    change(SHOP, from, to);
    // The bibliography's only citation goes with some changes; that is another slip, of another file.
    const own = slips(`content/${SHOP}`).map((line) =>
      line.replace(/one of advertising, .*, other/, 'one of WORDS'),
    );
    expect(own).toEqual(told.map((each) => `${SHOP}:${each}`));
  });
});

describe('one slip elsewhere is told once, with its place', () => {
  test.each<[path: string, from: string, to: string, told: string]>([
    [
      'challenges/model-deployment/slow-release.mdx',
      '2021: Slow release',
      '2021: 7',
      '7:9: "names.2021" is 7; it takes text; did you mean "7"? [wrong-type]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      '2021: Slow release',
      '2023: x',
      '7:3: unknown key "2023"; did you mean "2021"? [unknown-key]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      'step: updating',
      'step: updatin',
      '3:7: there is no step "updatin"; did you mean "updating"? [known-slug]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      'editions: [2021, 2022]',
      'editions: [2021, 2032]',
      '5:18: "editions[2]" is 2032; it takes one of 2021, 2022, community; did you mean "2022"? [unknown-value]',
    ],
    [
      'mitigations/retraining.mdx',
      'challenge: concept-drift',
      'challenge: concept-dirft',
      '5:16: there is no challenge "concept-dirft"; did you mean "concept-drift"? [known-slug]',
    ],
    [
      'mitigations/retraining.mdx',
      'when: operate',
      'when: operat',
      '8:7: "when" is "operat"; it takes one of design, build, verify, deploy, operate; did you mean "operate"? [unknown-value]',
    ],
    [
      'tools/watcher.mdx',
      'openSource: true',
      'openSource: yes',
      '7:13: "openSource" is "yes"; it takes true or false; did you mean true? [wrong-type]',
    ],
    [
      'tools/watcher.mdx',
      '  date: 2026-01',
      '  date: 2026-13',
      '13:9: "statusSeen.date" is "2026-13"; it takes a date, month or year such as 2026-03-02, 2021-04 or 2025 [invalid-value]',
    ],
    [
      'tools/watcher.mdx',
      '## Limits\n\nFive',
      '## Limits\n\n[Five](/about)',
      '31:6: there is no page "/about"; did you mean "/about/"? [known-link]',
    ],
    [
      'tools/watcher.mdx',
      '## Limits\n\nFive',
      '## Limits\n\nFive, <= n,',
      '31:7: "<" begins a tag here, and it cannot be read; write \\< for the sign [mdx]',
    ],
    [
      'tools/watcher.mdx',
      '## Limits\n\nFive',
      '## Limits\n\nFive <b>plain</b>',
      '31:6: <b> is not among the components a page may use: none here [mdx]',
    ],
    [
      'tools/watcher.mdx',
      '## Limits\n\nFive',
      '## Limits\n\n[Here](https://example.org/) are 5',
      '31:1: the link text "Here" does not say where the link goes [link-text]',
    ],
    [
      'tools/watcher.mdx',
      '## Limits\n\nFive',
      '## Limits\n\nSo. And 5',
      '31:5: a sentence with a figure needs its source: [@key] before the full stop [cited-figure]',
    ],
    [
      'approaches/data-mesh.mdx',
      'https://example.org/report-3',
      'https://example.org/report-2',
      '15:1: the text rests on 2 source(s); at least 3 [enough-sources]',
    ],
    [
      'mitigations/retraining.mdx',
      '## Steps\n\nFive',
      '## Steps\n\nFive {many}',
      '21:6: MDX pages hold prose: an expression in braces is not allowed; write \\{ for a brace [mdx]',
    ],
    [
      'challenges/model-deployment/concept-drift.mdx',
      '<Tool of="watcher">',
      '<Tool of="watcher" id="a">',
      '50:1: <Tool> takes one attribute, of="slug" [mdx]',
    ],
    [
      'challenges/model-deployment/concept-drift.mdx',
      '<Tool of="watcher">',
      '<Tool of="watchr">',
      '50:11: no tool or approach "watchr" belongs to this challenge; did you mean "watcher"? [told-entries]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      '</Tool>',
      '</Tools>',
      '42:1: the MDX cannot be read: Unexpected closing tag `</Tools>`, expected corresponding closing tag for `<Tool>` [mdx]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      '"slow-release-b"',
      '"concept-drift-x"',
      '13:68: "concept-drift-x" does not begin with the slug of its challenge, "slow-release-" [question-id]',
    ],
    [
      'challenges/model-deployment/slow-release.mdx',
      '## Since the survey',
      '## Since the survey\n\nimport x from "y";',
      '52:1: MDX pages hold prose: "import" and "export" are not allowed [mdx]',
    ],
    [
      'approaches/data-mesh.mdx',
      'authors: [A. Author]',
      'authors: []',
      '4:10: "authors" is []; it takes a list of at least 1 [invalid-value]',
    ],
    [
      'pages/about.md',
      'Hello.',
      'Hello [@nobody-knows].',
      '6:7: nothing is known as [@nobody-knows] [known-citation]',
    ],
    [
      'workflow.yaml',
      'mark: MD',
      'mark: Md',
      '4:11: "stages[1].mark" is "Md"; it takes a mark of two capital letters [invalid-value]',
    ],
    [
      'workflow.yaml',
      '        summary: A step.',
      '        sumary: A step.\n        summary: A step.',
      '16:9: unknown key "sumary"; did you mean "summary"? [unknown-key]',
    ],
    [
      'workflow.yaml',
      '      - slug: updating',
      '      - slug: monitoring\n        title: M\n        names: {}\n        editions: [2021]\n        summary: x\n      - slug: updating',
      '1:1: no challenge belongs to the step "monitoring" [step-with-challenge]',
    ],
    [
      'tool-groups.yaml',
      'tools: [watcher]',
      'tools: [watchr]',
      '6:11: there is no tool "watchr"; did you mean "watcher"? [known-slug]',
    ],
    [
      'tool-groups.yaml',
      '    2021: [Watcher]',
      '    2020: [Watcher]',
      '5:5: unknown key "2020"; did you mean "2021"? [unknown-key]',
    ],
    [
      'tool-groups.yaml',
      '  mappingBasis:',
      '  mapingBasis: x\n  mappingBasis:',
      '8:3: unknown key "mapingBasis"; did you mean "mappingBasis"? [unknown-key]',
    ],
    [
      'redirects.yaml',
      'old-watcher: watcher',
      'old-watcher: wacher',
      '2:3: there is no tool "wacher"; did you mean "watcher"? [redirect]',
    ],
    ['redirects.yaml', 'tools:', 'tool:', '1:1: unknown key "tool"; did you mean "tools"? [unknown-key]'],
    [
      'redirects.yaml',
      'old-watcher:',
      'watcher:',
      '2:3: "watcher" is in use again; a slug that was given away is never reused [redirect]',
    ],
    [
      'symptoms.yaml',
      'challenge: concept-drift',
      'challenge: concept-drfit',
      '7:22: there is no challenge "concept-drfit"; did you mean "concept-drift"? [known-slug]',
    ],
    [
      'symptoms.yaml',
      '      says: It',
      '      say: x\n      says: It',
      '5:7: unknown key "say"; did you mean "says"? [unknown-key]',
    ],
    [
      'glossary.yaml',
      '[/challenges/concept-drift/]',
      '[/challenges/concept-drif/]',
      '5:9: there is no page "/challenges/concept-drif/"; did you mean "/challenges/concept-drift/"? [known-link]',
    ],
    [
      'glossary.yaml',
      '[/challenges/concept-drift/]',
      '[challenges/concept-drift]',
      '5:9: "[1].see[1]" is "challenges/concept-drift"; it takes the address of a page of the guide, such as /challenges/concept-drift/ [invalid-value]',
    ],
    [
      'glossary.yaml',
      'also: [shift]',
      'also: [shift, drift]',
      '4:17: "drift" is already a word of the glossary (drift); each is used once [once]',
    ],
    [
      'paths.yaml',
      '/tools/watcher/',
      '/tools/wacher/',
      '12:13: there is no page "/tools/wacher/"; did you mean "/tools/watcher/"? [known-link]',
    ],
    [
      'paths.yaml',
      '/tools/watcher/',
      '/tools/old-watcher/',
      '12:13: there is no page "/tools/old-watcher/"; it was renamed, and is "/tools/watcher/" now [known-link]',
    ],
    [
      'paths.yaml',
      '/tools/watcher/',
      '/mitigations/retraining/',
      '12:13: "/mitigations/retraining/" stands in this list already, as number 3; remove one of the two [once]',
    ],
    [
      'paths.yaml',
      '    - page: /matrix/\n      why: The rest.\n',
      '',
      '6:5: "[1].stops" is [{"page":"/challenges/concept-drift/","why":"It begins here.…; it takes a list of at least 5 [invalid-value]',
    ],
    [
      'paths.yaml',
      'id: after-an-incident',
      'id: After an incident',
      '1:7: "[1].id" is "After an incident"; it takes a slug: lower-case words joined by hyphens, such as concept-drift; did you mean "after-an-incident"? [invalid-value]',
    ],
    [
      'paths.yaml',
      '/matrix/',
      '/paths/after-an-incident/',
      '14:13: "[1].stops[5].page" is "/paths/after-an-incident/"; it takes the address of a whole page of the guide that is no path itself, such as /challenges/concept-drift/ [invalid-value]',
    ],
    [
      'synonyms.yaml',
      '[drift, shift]',
      '[drift, cost]',
      '2:11: "cost" is already a word of a group of synonyms (bill, cost); each is used once [once]',
    ],
    [
      'synonyms.yaml',
      '[bill, cost]',
      '[cost]',
      '1:3: "[1]" is ["cost"]; it takes a list of at least 2 [invalid-value]',
    ],
    [
      'asked.yaml',
      '/challenges/concept-drift/:',
      '/challenges/concept-drif/:',
      '1:1: there is no page "/challenges/concept-drif/"; did you mean "/challenges/concept-drift/"? [known-link]',
    ],
    [
      'asked.yaml',
      '  - why does it get worse every month\n',
      '  - is it old\n/matrix/:\n  - Is it old\n',
      '4:5: "is it old" is already a phrase that people ask (/challenges/concept-drift/); each is used once [once]',
    ],
    [
      'review.yaml',
      'challenge: slow-release',
      'challenge: slow-relase',
      '27:20: there is no challenge "slow-relase"; did you mean "slow-release"? [known-slug]',
    ],
    [
      'review.yaml',
      'seenIn: [shop]',
      'seenIn: [shpo]',
      '21:18: there is no case study "shpo"; did you mean "shop"? [known-slug]',
    ],
    [
      'review.yaml',
      'weight: 1\n',
      'weight: 1\n        seenIn: [shop]\n',
      '30:18: the case study "shop" does not name the challenge "slow-release" [review-case]',
    ],
    [
      'review.yaml',
      '        seenIn: [shop]\n',
      '',
      '18:20: nothing shows why "concept-drift" matters; cite a case study under "seenIn" [review-case]',
    ],
    [
      'review.yaml',
      'data: [sensors]',
      'data: [sensor]',
      '24:14: "data" has no answer "sensor"; did you mean "sensors"? [review-choice]',
    ],
    [
      'review.yaml',
      '      data: [sensors]',
      '      dta: [sensors]',
      '24:7: the review asks nothing called "dta"; did you mean "data"? [review-choice]',
    ],
    [
      'review.yaml',
      'domain: [e-commerce]',
      'domain: [e-comerce]',
      '25:16: "domain" has no answer "e-comerce"; did you mean "e-commerce"? [review-choice]',
    ],
    [
      'review.yaml',
      'data: [sensors]',
      'data: sensors',
      '24:13: "rules[2].when.data" is "sensors"; it takes a list (lines that start with "- ", or [a, b]); did you mean [sensors]? [wrong-type]',
    ],
    [
      'review.yaml',
      'why: It comes to all.',
      'wy: It comes to all.',
      '19:9: unknown key "wy"; did you mean "why"? [unknown-key]',
    ],
    [
      'review.yaml',
      'why: It comes to all.',
      'why: It comes to all',
      '19:14: "rules[1].challenges[1].why" is "It comes to all"; it takes a sentence that ends in a full stop [invalid-value]',
    ],
    [
      'review.yaml',
      'weight: 2',
      'weight: 4',
      '20:17: "rules[1].challenges[1].weight" is 4; it takes a whole number from 1 to 3 [invalid-value]',
    ],
    [
      'review.yaml',
      'weight: 2',
      'weight: "2"',
      '20:17: "rules[1].challenges[1].weight" is "2"; it takes a whole number from 1 to 3; did you mean 2? [wrong-type]',
    ],
    [
      'review.yaml',
      'seenIn: [shop]',
      'seenIn: [shop, shop]',
      '21:24: "shop" stands in this list already, as number 1; remove one of the two [once]',
    ],
    [
      'review.yaml',
      '    from: industries\n',
      '',
      '10:9: a context needs "options", or "from: industries" [invalid-value]',
    ],
    [
      'review.yaml',
      '    from: industries\n',
      '    from: industries\n    options:\n      - id: a\n        label: A\n      - id: b\n        label: B\n',
      '13:11: a context has "options" or "from", and this one has both; remove one of the two [invalid-value]',
    ],
    [
      'review.yaml',
      'from: industries',
      'from: industry',
      '13:11: "contexts[2].from" is "industry"; it takes one of industries; did you mean "industries"? [unknown-value]',
    ],
    [
      'review.yaml',
      'id: sensors',
      'id: personal',
      '8:13: "personal" stands in this list already, as number 1; remove one of the two [once]',
    ],
    [
      'review.yaml',
      'question: Which data?',
      'question: Which data',
      '3:15: "contexts[1].question" is "Which data"; it takes a question that ends in a question mark [invalid-value]',
    ],
    [
      'review.yaml',
      'id: of-sensors',
      'id: always',
      '22:9: "always" is already a rule of the review (number 1); each is used once [once]',
    ],
    [
      'review.yaml',
      'kind: one',
      'kind: several',
      '12:11: "contexts[2].kind" is "several"; it takes one of one, many [unknown-value]',
    ],
    [
      'review.yaml',
      '    when: {}\n',
      '',
      '15:5: "rules[1].when" is missing; it takes a group of "key: value" lines [missing-key]',
    ],
    [
      'references.bib',
      '@misc{smith2020',
      '@misc{jones,title = {B}}\n@misc{smith2020',
      '1:6: no page cites "jones"; cite it as [@jones] or remove it [used-reference]',
    ],
    [
      'references.bib',
      'https://example.org/smith',
      'javascript:alert(1)',
      '1:6: the address of "smith2020" is "javascript:alert(1)"; a web address that starts with https:// or http:// is needed [sound-reference]',
    ],
    [
      'references.bib',
      '{https://example.org/smith}',
      '{https://example.org/smith',
      '1:1: the BibTeX cannot be read: expected "rbrace", got EOF at line 5 col 1: [bibtex]',
    ],
  ])('%s: %j written as %j', (path, from, to, told) => {
    change(path, from, to);
    expect(slips()).toEqual([`${path}:${told}`]);
  });
});

describe('what is broken does not make others look broken', () => {
  const SECTIONS_NEEDED: Record<string, number> = {
    challenges: 9,
    mitigations: 5,
    tools: 3,
    approaches: 4,
    'case-studies': 3,
  };
  const broken = '---\ntitle: [\n---\n\nText.\n';

  test.each(Object.keys(RIGHT).filter((path) => /\.mdx?$/.test(path)))('%s', (path) => {
    write(`content/${path}`, broken);
    const rules = check([]).slips.map((slip) => `${slip.path.replace('content/', '')} ${slip.rule}`);
    // A text is also judged by its sections, length and sources, and the bibliography by who cites it.
    const also = [
      ...Array<string>(SECTIONS_NEEDED[path.split('/')[0] ?? ''] ?? 0).fill(`${path} sections`),
      ...(path.endsWith('.mdx') ? [`${path} length`, `${path} enough-sources`] : []),
      ...(path === SHOP ? ['references.bib used-reference'] : []),
    ];
    expect(rules.toSorted()).toEqual([`${path} yaml`, ...also].toSorted());
  });

  const YAML = [
    ...['workflow.yaml', 'tool-groups.yaml', 'redirects.yaml'],
    ...['symptoms.yaml', 'glossary.yaml', 'paths.yaml', 'synonyms.yaml', 'asked.yaml', 'review.yaml'],
  ];

  test.each(YAML)('%s', (path) => {
    write(`content/${path}`, 'a: [\n');
    expect(check([]).slips.map((slip) => `${slip.path.replace('content/', '')} ${slip.rule}`)).toEqual([
      `${path} yaml`,
    ]);
  });

  test.each([...YAML, 'references.bib'])('%s, where it is gone', (path) => {
    rmSync(join(folder, 'content', path));
    expect(slips()).toEqual([
      expect.stringMatching(`^${path}:1:1: the file cannot be read .* \\[unreadable\\]$`),
    ]);
  });

  test('a case study under unsound front matter is judged by its text all the same', () => {
    write(
      `content/${SHOP}`,
      STUDY.replace('industry: e-commerce', 'industry: shops').replace('It rose.', '<b> [a](b)'),
    );
    expect(slips().map((line) => line.replace(/one of .*, other/, 'one of WORDS'))).toEqual([
      `${SHOP}:3:11: "industry" is "shops"; it takes one of WORDS [unknown-value]`,
      `${SHOP}:30:1: raw HTML is not allowed here; write it in Markdown, or \\< for the sign [no-raw-html]`,
      `${SHOP}:30:5: a link may not lead to "b" [known-link]`,
    ]);
  });
});

describe('files', () => {
  test.each([
    ['Shop.md', '1:1: the file name "Shop" is no slug; rename it "shop.md" [file-name]'],
    ['my shop.md', '1:1: the file name "my shop" is no slug; rename it "my-shop.md" [file-name]'],
    [
      `${'x'.repeat(61)}.md`,
      `1:1: the file name has 61 characters; 60 at most; rename it "${'x'.repeat(60)}.md" [file-name]`,
    ],
    ['zoo.mdx', '1:1: files here end in .md, and this is "zoo.mdx"; rename it "zoo.md" [file-name]'],
    ['zoo.txt', '1:1: files here end in .md, and this is "zoo.txt"; rename it "zoo.md" [file-name]'],
    ['zoo.MD', '1:1: files here end in .md, and this is "zoo.MD"; rename it "zoo.md" [file-name]'],
  ])('a case study may not be called %s', (name, told) => {
    rmSync(join(folder, 'content', SHOP));
    write(`content/case-studies/${name}`, STUDY);
    // A challenge and the review go on to tell of the shop, which is gone by that name; those are slips of other files.
    const own = slips().filter((line) => !line.endsWith('[told-entries]') && !line.startsWith('review.yaml'));
    expect(own).toEqual([`case-studies/${name}:${told}`]);
  });

  test('a tool may not be plain Markdown', () => {
    write(
      'content/tools/other.md',
      (RIGHT['tools/watcher.mdx'] ?? '').replace('title: Watcher', 'title: Other'),
    );
    const telling = aChallengeBody({
      Case: ['shop'],
      Mitigation: ['retraining'],
      Tool: ['watcher', 'other'],
    });
    change('challenges/model-deployment/concept-drift.mdx', DRIFT_BODY, telling);
    expect(slips()).toEqual([
      'tools/other.md:1:1: files here end in .mdx, and this is "other.md"; rename it "other.mdx" [file-name]',
    ]);
  });

  test.each([
    'case-studies/2024/zoo.md',
    'case-study/zoo.md',
    'zoo.md',
    'challenges/zoo.mdx',
    'challenges/model-deployment/deep/zoo.mdx',
    'pages/tools/zoo.mdx',
    'notes.yaml',
  ])('%s would be read by nobody, and is told', (path) => {
    write(`content/${path}`, STUDY);
    expect(slips()).toEqual([
      `${path}:1:1: nothing reads a file in this place; move it to the folder of its collection [file-place]`,
    ]);
    expect(slips(`content/${path}`)).toHaveLength(1);
  });

  test('hidden files, such as an editor leaves behind, are passed over', () => {
    write('content/case-studies/.shop.md.swp', 'x');
    write('content/.DS_Store', 'x');
    expect(check([])).toEqual({ slips: [], files: FILES, misspelt: expect.any(Function) as unknown });
  });

  test('one slug stands for one challenge, whatever its folder', () => {
    write(
      'content/challenges/elsewhere/slow-release.mdx',
      challenge('Other', 3, 'concept-drift', RELEASE_BODY),
    );
    expect(slips().filter((line) => line.includes('[once]'))).toEqual([
      expect.stringMatching(
        /^challenges\/\S+\/slow-release\.mdx:1:1: "slow-release" is already the slug of a challenge/,
      ),
    ]);
  });

  test('a file that is not UTF-8 is told, and nothing follows from it', () => {
    write(`content/${SHOP}`, Buffer.from(STUDY.replace('It fell', 'Caf\u00e9'), 'latin1'));
    expect(slips()).toEqual([`${SHOP}:22:4: the byte 0xe9 is no UTF-8; save the file as UTF-8 [unreadable]`]);
  });

  test('an empty file is told', () => {
    write(`content/${SHOP}`, '');
    expect(slips()).toEqual([
      `${SHOP}:1:1: the file must begin with front matter: a line of ---, the fields, and a line of --- [front-matter]`,
    ]);
  });

  test('front matter without fields lacks each of them', () => {
    write('content/pages/about.md', '---\n---\n\nHello.\n');
    expect(slips()).toEqual([
      'pages/about.md:2:1: "title" is missing; it takes text [missing-key]',
      'pages/about.md:2:1: "summary" is missing; it takes text [missing-key]',
    ]);
  });

  test.each([
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['blanks after the marks of the front matter', (text: string) => text.replaceAll('---\n', '---  \n')],
  ])('files with %s are right, and slips keep their place', (_what, encoded) => {
    for (const [path, text] of Object.entries(RIGHT))
      if (/\.mdx?$/.test(path)) write(`content/${path}`, encoded(text));
    expect(slips()).toEqual([]);

    const wrong = STUDY.replace('  - watcher', '  - watchr').replace('They looked.', 'They <b>looked.');
    write(`content/${SHOP}`, encoded(wrong));
    expect(slips().map((line) => line.split(': ')[0])).toEqual([`${SHOP}:12:5`, `${SHOP}:26:6`]);
  });

  test.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
  ])(
    'all that is wrong in the MDX of a file with %s is told at once, each in its place',
    (_what, encoded) => {
      const tool = RIGHT['tools/watcher.mdx'] ?? '';
      write(
        'content/tools/watcher.mdx',
        encoded(`${tool}\nÉ 😀 {a} and <b>b</b>.\n\n- <= c ![d](https://example.org/e.png)\n\n{f\n`),
      );
      expect(slips().map((line) => line.replace(/: .*\[/, ' ['))).toEqual([
        'tools/watcher.mdx:33:6 [mdx]',
        'tools/watcher.mdx:33:14 [mdx]',
        'tools/watcher.mdx:35:3 [mdx]',
        'tools/watcher.mdx:35:8 [mdx]',
        'tools/watcher.mdx:37:1 [mdx]',
      ]);
    },
  );

  test('dates may stand with and without quotes', () => {
    change(SHOP, 'checked: 2026-01-02', "checked: '2026-01-02'");
    expect(slips()).toEqual([]);
  });
});

describe('YAML that would run away', () => {
  // Each list holds the one before it ten times: ten levels make 10,000,000,000 words.
  const bomb = Array.from({ length: 10 }, (_, level) => {
    const item = level === 0 ? 'x' : `*list${level - 1}`;
    return `list${level}: &list${level} [${Array<string>(10).fill(item).join(', ')}]`;
  }).join('\n');

  test('aliases that grow without bound are told at their anchors, and never resolved', () => {
    write('content/pages/about.md', `---\n${bomb}\n---\n\nHello.\n`);
    expect(slips().map((line) => line.replace(/ is a YAML anchor.*/, ''))).toEqual(
      Array.from({ length: 10 }, (_, level) => `pages/about.md:${level + 2}:8: "&list${level}"`),
    );
  });

  test('lists within lists without end are one slip', () => {
    write('content/pages/about.md', `---\ntitle: ${'['.repeat(20_000)}\n---\n\nHello.\n`);
    expect(check([]).slips.map(({ rule, path }) => [rule, path])).toEqual([
      ['yaml', 'content/pages/about.md'],
    ]);
  });

  test('a single alias is refused as well', () => {
    write('content/pages/about.md', '---\ntitle: &name About\nsummary: *name\n---\n\nHello.\n');
    expect(slips()).toEqual([
      'pages/about.md:2:8: "&name" is a YAML anchor, which the guide does not take; remove it, and write the value out wherever "*name" stands [yaml]',
    ]);
  });
});

test('an entry that was renamed or deleted without a redirect is told, as far as Git knows', () => {
  const git = (...words: readonly string[]) => {
    const names = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
    expect(spawnSync('git', [...names, ...words], { cwd: folder }).status).toBe(0);
  };
  write('package.json', '{}');
  const body = `${STUDY}\nA lesson.\n`
    .replace('title: ', 'title: Another ')
    .replace('example.org/', 'example.org/b');
  write('content/case-studies/other.md', body);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Begin');
  const lost = () => slips().filter((line) => line.endsWith('[lost-slug]'));
  expect(lost()).toEqual([]);

  // Not yet committed: Git knows of no new name.
  renameSync(join(folder, 'content/case-studies/other.md'), join(folder, 'content/case-studies/others.md'));
  expect(lost()).toEqual([
    'redirects.yaml:1:1: the case study "other" was published and is gone; say under case-studies what answers for it, such as "other: others" [lost-slug]',
  ]);
  renameSync(join(folder, 'content/case-studies/others.md'), join(folder, 'content/case-studies/tale.md'));
  git('add', '--all');
  git('commit', '--quiet', '--no-gpg-sign', '--message', 'Rename');
  expect(lost()).toEqual([
    'redirects.yaml:1:1: the case study "other" was published and is gone; say under case-studies what answers for it, such as "other: tale" [lost-slug]',
  ]);

  change('redirects.yaml', 'tools:', 'case-studies:\n  other: tale\ntools:');
  expect(lost()).toEqual([]);
});

test('all slips of all files come in one run, in reading order', () => {
  write(
    `content/${SHOP}`,
    STUDY.replace('  - watcher', '  - watchr').replace('year: 2020', 'year: 2020\ncolour: red'),
  );
  change('tools/watcher.mdx', 'license: MIT\n', '');
  change('workflow.yaml', 'mark: MD', 'mark: Md');
  change('redirects.yaml', 'old-watcher: watcher', 'old-watcher: nobody-at-all');
  write('content/case-studies/Zoo.md', 'no front matter');
  expect(slips().map((line) => line.replace(/: .*\[/, ' ['))).toEqual([
    'case-studies/Zoo.md:1:1 [file-name]',
    'case-studies/Zoo.md:1:1 [front-matter]',
    `${SHOP}:5:1 [unknown-key]`,
    `${SHOP}:13:5 [known-slug]`,
    'redirects.yaml:2:3 [redirect]',
    'tools/watcher.mdx:2:1 [missing-key]',
    'workflow.yaml:4:11 [invalid-value]',
  ]);
});

describe('paths', () => {
  beforeEach(() => {
    change(SHOP, '  - watcher', '  - watchr');
    change('tools/watcher.mdx', 'license: MIT\n', '');
  });

  test.each([
    [['content'], 2, FILES + 1],
    [['content/case-studies'], 1, 1],
    [[`content/${SHOP}`], 1, 1],
    [['content/tools/', `content/${SHOP}`], 2, 2],
    [['content/pages/about.md'], 0, 1],
    [['content/challenges'], 0, 2],
  ])('%j: %i slips in %i files', (paths, count, files) => {
    const result = check(paths);
    expect([result.slips.length, result.files]).toEqual([count, files]);
  });

  test('a file that lies elsewhere is known by its folder', () => {
    write(
      'draft/case-studies/zoo.md',
      STUDY.replace('A shop', 'A zoo')
        .replace('kind: case-study', 'kind: story')
        .replace('org/drift', 'org/zoo'),
    );
    expect(slips('draft/case-studies/zoo.md').map((line) => line.replace(/one of .*/, ''))).toEqual([
      'draft/case-studies/zoo.md:5:7: "kind" is "story"; it takes ',
    ]);
  });

  test('a file that lies elsewhere is what --as says', () => {
    write(
      'draft.mdx',
      (RIGHT['mitigations/retraining.mdx'] ?? '').replace('Retraining', 'Draft').replace('low', 'lov'),
    );
    expect(
      check(['draft.mdx'], 'mitigation').slips.map(
        ({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`,
      ),
    ).toEqual(['draft.mdx:7:9: "effort" is "lov"; it takes one of low, medium, high; did you mean "low"?']);
  });

  test('a folder that lies elsewhere is read with all its folders', () => {
    write(
      'draft/case-studies/zoo.md',
      STUDY.replace('A shop', 'A zoo').replace('/drift', '/zoo').replace('- watcher', '- data-mehs'),
    );
    write(
      'draft/tools/other.mdx',
      (RIGHT['tools/watcher.mdx'] ?? '').replace('Watcher', 'Other').replace('low', 'x'),
    );
    expect(slips('draft')).toEqual([
      'draft/case-studies/zoo.md:12:5: there is no tool or approach "data-mehs"; did you mean "data-mesh"? [known-slug]',
    ]);
    expect(check(['draft']).files).toBe(2);
  });
});

describe('the command', () => {
  let out = '';
  let err = '';
  beforeEach(() => {
    out = '';
    err = '';
    vi.spyOn(console, 'log').mockImplementation((text: string) => void (out += `${text}\n`));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void (err += `${text}\n`));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('gives 0 and the count where there is no slip', () => {
    expect([main([]), out, err]).toEqual([0, `${FILES} files, no slips\n`, '']);
  });

  test('a word that may be misspelt is a warning: it is told beside the count, and fails nothing', () => {
    change(SHOP, '## Problem\n', '## Problem\n\nIt was recieved late.\n');
    expect(main([])).toBe(0);
    expect(out).toBe(`${FILES} files, no slips\n`);
    expect(err).toMatch(/^content\/case-studies\/[a-z-]+\.md:\d+:1: warning: "recieved" .+ \[spelling\]\n$/);
  });

  test('gives 1, a line a slip and the count where there are slips', () => {
    change(SHOP, '  - watcher', '  - watchr');
    expect([main([]), out, err]).toEqual([
      1,
      `content/${SHOP}:12:5: there is no tool or approach "watchr"; did you mean "watcher"? The case stands on the page of each. (CONTRIBUTING.md#tools) [known-slug]\n1 slip in ${FILES} files\n`,
      '',
    ]);
  });

  test.each([
    [['--format', 'xml'], 'check: there is no format "xml"'],
    [['--format', 'constructor'], 'check: there is no format "constructor"'],
    [['--as', 'story'], 'check: there is no kind of entry "story"'],
    [['--as', 'constructor'], 'check: there is no kind of entry "constructor"'],
    [['nowhere.md'], 'check: there is no file or folder "nowhere.md"'],
    [['a.md', 'content', 'b.md'], 'check: there is no file or folder "a.md", "b.md"'],
    [['--frmt', 'json'], "check: Unknown option '--frmt'"],
    [['--format'], "check: Option '--format <value>' argument missing"],
  ])('gives 2 and the usage for %j', (args, message) => {
    expect(main(args)).toBe(2);
    expect(out).toBe('');
    expect(err.startsWith(message)).toBe(true);
    expect(err).toContain('usage: npm run check');
  });

  test('gives 0 and the usage where it is asked for', () => {
    expect([main(['--help']), err]).toEqual([0, '']);
    expect(out).toContain('usage: npm run check');
  });

  test('prints JSON that parses', () => {
    change(SHOP, 'industry: e-commerce', 'industry: e-comerce');
    expect(main(['--format', 'json'])).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        path: `content/${SHOP}`,
        line: 3,
        column: 11,
        rule: 'unknown-value',
        message: expect.stringContaining('did you mean "e-commerce"?') as string,
        found: '"e-comerce"',
        expected: expect.stringContaining('agriculture') as string,
        suggestion: 'e-commerce',
      },
    ]);
  });

  test('prints an empty JSON list where there is no slip', () => {
    expect(main(['--format=json'])).toBe(0);
    expect(JSON.parse(out)).toEqual([]);
  });

  test('prints annotations for GitHub', () => {
    change(SHOP, '  - watcher', '  - watchr');
    expect(main(['--format', 'github'])).toBe(1);
    expect(out).toBe(
      `::error file=content/${SHOP},line=12,col=5,title=known-slug::there is no tool or approach "watchr"; did you mean "watcher"? The case stands on the page of each. (CONTRIBUTING.md#tools)\n1 slip in ${FILES} files\n`,
    );
  });

  test('writes nothing', () => {
    const state = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
        .map((path) => [
          relative(folder, path),
          statSync(path).mtimeMs,
          statSync(path).isFile() && readFileSync(path, 'utf8'),
        ]);
    change(SHOP, '  - watcher', '  - watchr');
    const before = state();
    main([]);
    main([`content/${SHOP}`, '--format', 'json']);
    expect(state()).toEqual(before);
  });

  test('sets the exit status of its process', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [join(home, 'src/cli/check.ts'), ...args], { encoding: 'utf8' });
    expect(run()).toMatchObject({ status: 0, stdout: `${FILES} files, no slips\n`, stderr: '' });
    change('tools/watcher.mdx', 'license: MIT\n', '');
    expect(run()).toMatchObject({ status: 1, stderr: '' });
    expect(run('--frmt').status).toBe(2);
  }, 20_000);
});

test('what the fields are is told with an unknown one', () => {
  change(SHOP, 'year: 2020', 'year: 2020\ncolour: red');
  expect(check([]).slips.map(({ found, expected }) => [found, expected?.startsWith(FIELDS)])).toEqual([
    ['colour', true],
  ]);
});
