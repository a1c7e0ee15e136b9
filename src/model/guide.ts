import type { Edition } from '../schema/vocabulary.ts';

/** What the guide is called, by whom it is, and how it may be used, wherever people or machines read it. */
export const GUIDE = {
  title: 'ML Deployment Field Guide',
  /** Sixteen characters at most: what OpenSearch takes, and what fits under an icon. */
  shortTitle: 'ML Field Guide',
  summary:
    'What makes deploying machine learning hard, what organisations report from the field, and what to do about it.',
  contributors: 'The contributors of the ML Deployment Field Guide',
  language: 'en',
  /** By its name in the list of SPDX. */
  licence: 'CC-BY-4.0',
  licenceTitle: 'CC BY 4.0',
  licenceAddress: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** Keys in `references.bib` of the survey's editions. */
export const SURVEY: Readonly<Record<Exclude<Edition, 'community'>, string>> = {
  2021: 'paleyes2021rarely',
  2022: 'paleyes2022challenges',
};
