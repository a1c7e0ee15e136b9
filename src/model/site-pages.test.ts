import { expect, test } from 'vitest';
import {
  aCaseStudy,
  aChallenge,
  aMitigation,
  anApproach,
  aPath,
  aStage,
  aStep,
  aTerm,
  aTool,
} from './samples.ts';
import { pageTitles } from './site-pages.ts';

const titles = pageTitles({
  workflow: { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] },
  challenges: [aChallenge('concept-drift')],
  mitigations: [aMitigation('retraining', [])],
  tools: [aTool('watcher', [])],
  approaches: [anApproach('data-mesh', [])],
  caseStudies: [aCaseStudy('shop', [])],
  glossary: [aTerm('canary')],
  paths: [aPath('first-model', [])],
});

test.each([
  ['/', 'Home'],
  ['/matrix/', 'The map'],
  ['/contribute/case-study/', 'Write a case study'],
  ['/stages/model-deployment/', 'Model deployment'],
  ['/stages/model-deployment/#updating', 'Updating'],
  ['/challenges/', 'Challenges'],
  ['/challenges/concept-drift/', 'Concept drift'],
  ['/mitigations/retraining/', 'Retraining'],
  ['/tools/watcher/', 'Watcher'],
  ['/approaches/data-mesh/', 'Data mesh'],
  ['/case-studies/shop/', 'Shop in the field'],
  ['/glossary/#canary', 'Canary'],
  ['/paths/', 'Reading paths'],
  ['/paths/first-model/', 'First model'],
  ['/nowhere/', undefined],
])('a link to %s is called %s', (address, title) => {
  expect(titles.get(address)).toBe(title);
});
