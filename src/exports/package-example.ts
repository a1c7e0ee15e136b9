/** The name of the package. */
export const PACKAGE = 'ml-deployment-field-guide';

/** A program that uses the package, in TypeScript and in JavaScript alike: the case studies of a challenge, newest first. */
export const PACKAGE_EXAMPLE = `import { caseStudies, challenges } from '${PACKAGE}';

const drift = challenges.find(({ slug }) => slug === 'concept-drift');
for (const slug of drift?.relations.caseStudies ?? []) {
  const study = caseStudies.find((each) => each.slug === slug);
  if (study) console.log(study.year, study.title, study.source.doi ?? study.source.url ?? '');
}`;
