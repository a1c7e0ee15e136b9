import { expect, test } from 'vitest';
import {
  aCaseStudy,
  aCatalogue,
  aChallenge,
  aMitigation,
  anApproach,
  applied,
  aStage,
  aStep,
  aTerm,
  aTool,
} from '../model/samples.ts';
import {
  approachNodes,
  caseStudyNodes,
  challengeNodes,
  challengesSet,
  entriesNode,
  glossarySet,
  mitigationNodes,
  stageNodes,
  stagesSet,
  toolNodes,
  type Surroundings,
} from './entries.ts';

const locate = (path: string) => `https://guide.example${path}`;
const surroundings: Surroundings = { locate, dates: {}, works: new Map([['known', {}]]) };

const deployment = aStage('model-deployment', [aStep('updating', { aliases: ['refreshing'] })], {
  mark: 'MD',
});
const drift = aChallenge('concept-drift', { aliases: ['covariate shift'] });
const catalogue = aCatalogue({ workflow: { stages: [deployment], moved: [] }, challenges: [drift] });

test('a challenge is an article about the term that it defines', () => {
  const [article, term] = challengeNodes(drift, catalogue, surroundings);

  expect(article).toMatchObject({
    '@type': 'TechArticle',
    '@id': 'https://guide.example/challenges/concept-drift/',
    headline: 'Concept drift',
    about: { '@id': 'https://guide.example/challenges/concept-drift/#term' },
    license: 'https://creativecommons.org/licenses/by/4.0/',
  });
  expect(term).toMatchObject({
    '@type': 'DefinedTerm',
    '@id': 'https://guide.example/challenges/concept-drift/#term',
    name: 'Concept drift',
    alternateName: ['covariate shift'],
    termCode: 'MD · 1',
    inDefinedTermSet: { '@id': 'https://guide.example/challenges/#terms' },
  });
});

test('an article carries the dates that are known, and no others', () => {
  const dated = { ...surroundings, dates: { changed: '2026-11-28T20:34:00Z' } };
  const [article] = challengeNodes(drift, catalogue, dated);

  expect(article).toMatchObject({ dateModified: '2026-11-28T20:34:00Z' });
  expect(article).not.toHaveProperty('datePublished');
});

test('an article cites the works of its text that are known, each once', () => {
  const citing = aChallenge('concept-drift', {}, 'So [@known; @unknown], and again [@known].');

  expect(challengeNodes(citing, catalogue, surroundings)[0]).toMatchObject({
    citation: [{ '@id': 'https://guide.example/references/#ref-known' }],
  });
});

test('a mitigation is about the challenges that it helps against', () => {
  expect(mitigationNodes(aMitigation('retraining', ['concept-drift']), surroundings)).toMatchObject([
    {
      '@id': 'https://guide.example/mitigations/retraining/',
      about: [{ '@id': 'https://guide.example/challenges/concept-drift/#term' }],
    },
  ]);
});

test('an approach rests on the work that introduced it', () => {
  expect(approachNodes(anApproach('data-mesh', ['concept-drift']), surroundings)).toMatchObject([
    {
      about: [{ '@id': 'https://guide.example/challenges/concept-drift/#term' }],
      isBasedOn: { '@type': 'Report', name: 'A way of working', url: 'https://example.org/way' },
    },
  ]);
});

test('a case study names what it mentions and the work that it rests on', () => {
  const study = aCaseStudy('shop', ['concept-drift'], {
    mitigations: [applied('retraining'), applied('gone')],
    tools: ['mlflow', 'data-mesh'],
  });
  const known = {
    mitigations: [aMitigation('retraining', [])],
    tools: [aTool('mlflow', [])],
    approaches: [anApproach('data-mesh', [])],
  };

  expect(caseStudyNodes(study, known, surroundings)).toMatchObject([
    {
      headline: 'Shop in the field',
      about: [{ '@id': 'https://guide.example/challenges/concept-drift/#term' }],
      mentions: [
        { '@id': 'https://guide.example/mitigations/retraining/' },
        { '@id': 'https://guide.example/tools/mlflow/#software' },
        { '@id': 'https://guide.example/approaches/data-mesh/' },
      ],
      isBasedOn: { '@id': 'https://guide.example/references/#ref-shop', name: 'Report of shop' },
    },
  ]);
});

test('a tool says what its record holds, and nothing of prices or ratings', () => {
  expect(
    toolNodes(aTool('mlflow', [], { homepage: 'https://a.example/', docs: 'https://a.example/' }), locate),
  ).toEqual([
    {
      '@type': 'SoftwareApplication',
      '@id': 'https://guide.example/tools/mlflow/#software',
      name: 'Mlflow',
      description: 'A tool.',
      applicationCategory: 'Library',
      url: 'https://a.example/',
      license: { '@type': 'CreativeWork', name: 'MIT' },
    },
  ]);
});

test('a tool says where its source and documentation are, and which version was seen', () => {
  const tool = aTool('mlflow', [], {
    repository: 'https://github.example/mlflow',
    latestVersion: { version: '3.1.0', registry: 'PyPI' },
  });

  expect(toolNodes(tool, locate)).toMatchObject([
    {
      sameAs: 'https://github.example/mlflow',
      softwareHelp: { url: 'https://example.org/docs' },
      softwareVersion: '3.1.0',
    },
  ]);
});

test('stages, steps and challenges are terms, and their sets name them in workflow order', () => {
  expect(stageNodes(deployment, locate)).toMatchObject([
    { '@id': 'https://guide.example/stages/model-deployment/#term', termCode: 'MD' },
    {
      '@id': 'https://guide.example/stages/model-deployment/#updating',
      name: 'Updating',
      alternateName: ['refreshing'],
      inDefinedTermSet: { '@id': 'https://guide.example/stages/#terms' },
    },
  ]);
  expect(stagesSet(catalogue, locate)).toMatchObject({
    '@id': 'https://guide.example/stages/#terms',
    hasDefinedTerm: [{ name: 'Model deployment' }, { name: 'Updating' }],
  });
  expect(challengesSet(catalogue, locate)).toMatchObject({
    '@id': 'https://guide.example/challenges/#terms',
    hasDefinedTerm: [
      { '@id': 'https://guide.example/challenges/concept-drift/#term', name: 'Concept drift' },
    ],
  });
});

test('the glossary is a set of terms under their anchors', () => {
  expect(glossarySet({ glossary: [aTerm('skew')] }, locate)).toMatchObject({
    '@type': 'DefinedTermSet',
    hasDefinedTerm: [
      { '@id': 'https://guide.example/glossary/#skew', name: 'Skew', description: 'It means something.' },
    ],
  });
});

test('an index page lists the pages of its entries in its own order', () => {
  expect(entriesNode('caseStudies', [aCaseStudy('b', []), aCaseStudy('a', [])], locate)).toMatchObject({
    '@id': 'https://guide.example/case-studies/#list',
    itemListElement: [
      { url: 'https://guide.example/case-studies/b/' },
      { url: 'https://guide.example/case-studies/a/' },
    ],
  });
});
