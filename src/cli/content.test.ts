import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citedKeys } from '../model/citations.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../model/collections.ts';
import { countsOf, coverageOf } from '../model/coverage.ts';
import { withoutCode } from '../model/prose.ts';
import { sentencesOf, wordsIn } from '../model/sentences.ts';
import { slugsTold } from '../model/told.ts';
import { placeOf, stepsInOrder } from '../model/workflow.ts';
import type { Edition } from '../schema/vocabulary.ts';
import { check } from './check.ts';
import { readContent } from './read-content.ts';

const { content } = readContent('content');
const steps = stepsInOrder(content).map(({ step }) => step);
const files = readdirSync('content', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative('content', join(entry.parentPath, entry.name)).split(sep).join('/'));
const textOf = (file: string) => readFileSync(join('content', file), 'utf8');

test('the content has no slip', () => {
  expect(check([]).slips).toEqual([]);
}, 30_000);

test.each(COLLECTION_NAMES)('every file of the collection %s is loaded', (name) => {
  const own = files.filter((file) => file.startsWith(`${COLLECTIONS[name].folder}/`));
  expect(own.length).toBeGreaterThan(0);
  expect(content[name].map(({ filePath }) => filePath).toSorted()).toEqual(
    own.map((file) => `content/${file}`).toSorted(),
  );
});

describe('the survey is all there', () => {
  test('5 stages, 17 steps and 44 challenges', () => {
    expect(countsOf(content)).toMatchObject({ stages: 5, steps: 17, challenges: 44 });
  });

  test.each<[Edition, number, number]>([
    [2021, 38, 16],
    [2022, 44, 17],
  ])('the %s edition has %i challenges in %i steps', (edition, challenges, inSteps) => {
    expect(content.challenges.filter(({ data }) => data.editions.includes(edition))).toHaveLength(challenges);
    expect(steps.filter(({ editions }) => editions.includes(edition))).toHaveLength(inSteps);
  });

  test('law is the step that came with 2022, and the only one', () => {
    expect(
      steps.filter(({ editions }) => !editions.includes(2021)).map(({ slug, editions }) => [slug, editions]),
    ).toEqual([['law', [2022]]]);
  });

  test.each(['step', 'challenge'])('a %s has a name only in the editions it stands in', (kind) => {
    const records =
      kind === 'step' ? steps : content.challenges.map(({ id, data }) => ({ slug: id, ...data }));
    const odd = records.filter(({ names, editions }) =>
      ([2021, 2022] as const).some((edition) => names[edition] !== undefined && !editions.includes(edition)),
    );
    expect(odd.map(({ slug }) => slug)).toEqual([]);
  });

  test.each(content.challenges.map((challenge) => [challenge.id, challenge] as const))(
    '%s lies in the folder of its stage',
    (id, challenge) => {
      const { stage } = placeOf(challenge, content);
      expect(challenge.filePath).toBe(`content/challenges/${stage.slug}/${id}.mdx`);
    },
  );
});

test.each(content.challenges.map(({ id }) => id))(
  '%s has 3 mitigations, 3 case studies and 2 tools or approaches at least',
  (id) => {
    const { mitigations, caseStudies, tools, approaches } = coverageOf({ id }, content);
    expect(mitigations).toBeGreaterThanOrEqual(3);
    expect(caseStudies).toBeGreaterThanOrEqual(3);
    expect(tools + approaches).toBeGreaterThanOrEqual(2);
  },
);

test.each<[keyof typeof COLLECTIONS, string[]]>([
  [
    'tools',
    [
      'amazon-sagemaker',
      'azure-machine-learning',
      'tfx',
      'mlflow',
      'checklist',
      'snorkel',
      'snuba',
      'cleanlab',
    ],
  ],
  [
    'approaches',
    ['data-oriented-architectures', 'technology-readiness-levels', 'data-mesh', 'rules-of-machine-learning'],
  ],
])('the %s that the survey names keep their slugs', (name, slugs) => {
  expect(content[name].map(({ id }) => id)).toEqual(expect.arrayContaining(slugs));
});

describe.each(content.challenges.map((challenge) => [challenge.id, challenge] as const))(
  '%s',
  (id, challenge) => {
    const { body = '', data } = challenge;

    test('has 900 words at least', () => {
      expect(wordsIn(body)).toBeGreaterThanOrEqual(900);
    });

    test('tells of 4 mitigations, or of all that there are, and of 3 case studies', () => {
      const { mitigations } = coverageOf({ id }, content);
      expect(slugsTold(body, 'Mitigation').size).toBeGreaterThanOrEqual(Math.min(4, mitigations));
      expect(slugsTold(body, 'Case').size).toBeGreaterThanOrEqual(3);
    });

    test('rests on 5 sources at least', () => {
      expect(citedKeys(withoutCode(body)).length).toBeGreaterThanOrEqual(5);
    });

    test('has 5 questions and 4 symptoms at least', () => {
      expect(data.questions.length).toBeGreaterThanOrEqual(5);
      expect(data.symptoms.length).toBeGreaterThanOrEqual(4);
    });
  },
);

test('no two files share a sentence of 8 words or more', () => {
  const texts: { filePath?: string | undefined; body?: string | undefined }[] = [
    ...COLLECTION_NAMES.flatMap((name) => [...content[name]]),
    ...content.pages,
    ...(content.unread ?? []).map(({ collection, id, ...rest }) => ({
      filePath: `${collection}/${id}`,
      ...rest,
    })),
  ];
  const filesOf = new Map<string, Set<string>>();
  for (const { filePath = '', body = '' } of texts)
    for (const { text } of sentencesOf(body)) {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      if (words.length < 8) continue;
      const key = words.join(' ');
      filesOf.set(key, (filesOf.get(key) ?? new Set()).add(filePath));
    }
  const shared = [...filesOf].filter(([, files]) => files.size > 1);

  expect(shared.map(([sentence, files]) => `${sentence}: ${[...files].join(', ')}`)).toEqual([]);
});

describe('no file of the content', () => {
  /** What readers may see: `provenance.yaml` says where claims were read when they were written down. */
  const visible = files.filter((file) => file !== 'provenance.yaml');
  const MIRRORS =
    /https?:\/\/[^\s)]*(?:ar5iv|arxiv-vanity|vdocuments|emergentmind|boxedpaper|arietiform|deepai\.org|bohrium|techtelegraph)/i;

  test('names a file by a number of our own library', () => {
    expect(files.filter((file) => textOf(file).includes('github-file-id'))).toEqual([]);
  });

  test('that readers see leads to a copy of a work', () => {
    expect(visible.filter((file) => MIRRORS.test(textOf(file)))).toEqual([]);
  });

  test('holds signs that nobody sees, tabs, or ends without a line break', () => {
    const odd = files.filter((file) =>
      /[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\ufeff]|[^\n]$/.test(textOf(file)),
    );
    expect(odd).toEqual([]);
  });
});
