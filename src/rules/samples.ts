import {
  aCaseStudy,
  aChallenge,
  aChallengeBody,
  aMitigation,
  anApproach,
  aPath,
  applied,
  aReview,
  aStage,
  aStep,
  aSymptom,
  aSymptomGroup,
  aTerm,
  aTool,
  aToolGroup,
  aWork,
} from '../model/samples.ts';
import type { Content } from './rule.ts';

/** A small catalogue that breaks no rule; a test puts in place of a part what it is about. */
export const aContent = (parts: Partial<Content> = {}): Content => ({
  workflow: { stages: [aStage('model-deployment', [aStep('updating')])], moved: [] },
  challenges: [
    aChallenge(
      'concept-drift',
      { related: [{ challenge: 'slow-release', why: 'Retraining waits for it.' }] },
      aChallengeBody({ Case: ['shop'], Mitigation: ['retraining'], Tool: ['watcher'] }),
    ),
    aChallenge(
      'slow-release',
      { order: 2, related: [{ challenge: 'concept-drift', why: 'Its cause.' }] },
      aChallengeBody({ Tool: ['data-mesh'] }),
    ),
  ],
  mitigations: [aMitigation('retraining', ['concept-drift'])],
  tools: [aTool('watcher', ['concept-drift'], { supports: ['retraining'], alternatives: ['data-mesh'] })],
  approaches: [anApproach('data-mesh', ['slow-release'])],
  caseStudies: [
    aCaseStudy('shop', ['concept-drift'], {
      mitigations: [applied('retraining')],
      tools: ['watcher', 'data-mesh'],
    }),
  ],
  pages: [
    {
      id: 'about',
      data: { title: 'About', summary: 'What this is.' },
      body: 'Read [@smith2020] and [@shop].\n',
    },
  ],
  toolGroups: [aToolGroup('monitors', { tools: ['watcher'], references: ['smith2020'] })],
  works: [aWork('smith2020', { URL: 'https://example.org/smith' })],
  redirects: { tools: { 'old-watcher': 'watcher' } },
  symptomGroups: [
    aSymptomGroup('in-use', [
      aSymptom('it-got-worse', ['concept-drift', 'slow-release']),
      aSymptom('nothing-ships', ['slow-release']),
    ]),
  ],
  glossary: [aTerm('drift', { also: ['shift'], see: ['/challenges/concept-drift/', '/matrix/'] })],
  paths: [
    aPath('after-an-incident', [
      '/challenges/concept-drift/',
      '/case-studies/shop/',
      '/mitigations/retraining/',
      '/tools/watcher/',
      '/matrix/',
    ]),
  ],
  synonyms: [
    ['drift', 'shift'],
    ['bill', 'cost', 'price'],
  ],
  asked: { '/challenges/concept-drift/': ['why does it get worse every month'] },
  review: aReview(),
  ...parts,
});
