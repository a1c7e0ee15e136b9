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
  aTool,
} from '../model/samples.ts';
import { cardsOf, GUIDE_IMAGE, socialImageOf, socialImageOfStage } from './cards.ts';

const drift = aChallenge('concept-drift', { step: 'monitoring' });
const labels = aChallenge('labels', { step: 'preparing' });
const shadow = aMitigation('shadow-deployment', ['labels', 'concept-drift']);
const unused = aMitigation('unused', ['labels']);
const shop = aCaseStudy('shop', ['concept-drift'], {
  kind: 'incident',
  tools: ['mlflow'],
  mitigations: [applied('shadow-deployment'), applied('unused', { basis: 'proposed' })],
});
const bank = aCaseStudy('bank', ['concept-drift', 'labels'], { kind: 'incident' });
const mlflow = aTool('mlflow', ['concept-drift']);
const levels = anApproach('levels', ['labels', 'concept-drift']);
const preparing = aStage('data-management', [aStep('collecting'), aStep('preparing')], { mark: 'DM' });
const deploying = aStage('model-deployment', [aStep('monitoring')], { mark: 'MD', shape: 'diamond' });
const catalogue = aCatalogue({
  workflow: { stages: [preparing, deploying], moved: [] },
  challenges: [drift, labels],
  mitigations: [shadow, unused],
  tools: [mlflow],
  approaches: [levels],
  caseStudies: [shop, bank],
});

test.each([
  [
    'a challenge',
    socialImageOf('challenges', drift, catalogue),
    '/social/challenges/concept-drift.png',
    'Card of the ML Deployment Field Guide: the challenge “Concept drift”, with the diamond of Model deployment (MD · 1). 2 case studies, 1 mitigation.',
  ],
  [
    'a mitigation',
    socialImageOf('mitigations', shadow, catalogue),
    '/social/mitigations/shadow-deployment.png',
    'Card of the ML Deployment Field Guide: the mitigation “Shadow deployment”, with the circle of Data management (DM) and the diamond of Model deployment (MD). Against 2 challenges, in 1 case study.',
  ],
  [
    'a mitigation that was only proposed',
    socialImageOf('mitigations', unused, catalogue),
    '/social/mitigations/unused.png',
    'Card of the ML Deployment Field Guide: the mitigation “Unused”, with the circle of Data management (DM). Against 1 challenge, in no case study yet.',
  ],
  [
    'a tool',
    socialImageOf('tools', mlflow, catalogue),
    '/social/tools/mlflow.png',
    'Card of the ML Deployment Field Guide: the tool “Mlflow”, with the diamond of Model deployment (MD). For 1 challenge, 1 case study.',
  ],
  [
    'an approach',
    socialImageOf('approaches', levels, catalogue),
    '/social/approaches/levels.png',
    'Card of the ML Deployment Field Guide: the approach “Levels”, with the circle of Data management (DM) and the diamond of Model deployment (MD). For 2 challenges, no case study yet.',
  ],
  [
    'a case study',
    socialImageOf('caseStudies', shop, catalogue),
    '/social/case-studies/incident.png',
    'Card of the ML Deployment Field Guide: a report from the field, of the kind “Incident”. One of 2 such reports.',
  ],
  [
    'a stage',
    socialImageOfStage(preparing, catalogue),
    '/social/stages/data-management.png',
    'Card of the ML Deployment Field Guide: the stage “Data management”, with the circle of Data management (DM). 2 steps, 1 challenge, 1 case study.',
  ],
])('the picture of %s has its address and is told in words', (_, image, address, alt) => {
  expect(image).toEqual({ address, alt });
});

test('case studies of one kind share a picture, and kinds that do not occur have none', () => {
  expect(socialImageOf('caseStudies', bank, catalogue)).toEqual(
    socialImageOf('caseStudies', shop, catalogue),
  );
  expect([...cardsOf(catalogue).keys()].filter((address) => address.includes('case-studies'))).toEqual([
    '/social/case-studies/incident.png',
  ]);
});

test('the guide has a picture of its own, whatever it holds', () => {
  expect(cardsOf(catalogue).get(GUIDE_IMAGE.address)?.alt).toBe(GUIDE_IMAGE.alt);
  expect([...cardsOf(aCatalogue()).keys()]).toEqual([GUIDE_IMAGE.address]);
});

test('an entry that the catalogue does not hold has no picture', () => {
  expect(() => socialImageOf('tools', aTool('unheard-of', []), catalogue)).toThrow(
    '/social/tools/unheard-of.png',
  );
});
