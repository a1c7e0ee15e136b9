import type { CaseStudyFields } from './case-study-text.ts';

/** An invented case study with every field that most cases have: it shows the format where words would be long. */
export const CASE_STUDY_EXAMPLE: CaseStudyFields = {
  title: 'Shadow traffic catches a ranking regression',
  organisation: 'Example Corp',
  industry: 'e-commerce',
  year: 2024,
  kind: 'case-study',
  task: 'product ranking',
  challenges: ['continuous-delivery', 'performance-metrics'],
  mitigations: [
    { id: 'shadow-deployment', outcome: 'helped', note: 'Found the drop before any user saw it.' },
    { id: 'ab-testing', outcome: 'not-reported', basis: 'proposed' },
  ],
  tools: ['mlflow'],
  source: {
    title: 'How we found drift',
    authors: ['A. Author'],
    year: 2024,
    venue: 'Example Corp engineering blog',
    url: 'https://example.org/drift',
  },
  scope: 'One market, three weeks.',
  evidence: 'full-text',
  checked: '2026-11-23',
  contributor: 'your-handle',
  problem:
    'A new ranking model looked better offline, and nobody could say what it would do to live traffic.',
  whatWasDone:
    'The team sent a copy of live traffic to the new model and compared its answers with those in use.',
  outcome: 'Clicks on the first result would have fallen by 4 percent. The release was stopped.',
  lessons: 'Offline metrics left out the slowest queries.',
};
