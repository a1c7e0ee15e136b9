import { stepsInOrder } from '../model/workflow.ts';
import type { Content, Part, Rule, Where } from './rule.ts';
import { lacks, orderOfTelling } from './unread.ts';

/** A name, where it stands, and whose it is where the place alone does not say so. */
type Named = readonly [name: string, where: Where, whose?: string];

/** Everything that may be said only once, by what it is. */
function namesIn(content: Content): Record<string, Named[]> {
  const titled = (
    collection: 'challenges' | 'mitigations' | 'caseStudies' | 'tools' | 'approaches',
  ): Named[] =>
    content[collection].map(({ id, data }) => [
      data.title.toLowerCase(),
      { collection, id, path: ['title'] },
    ]);
  const ids = (collection: 'challenges' | 'mitigations' | 'caseStudies' | 'tools' | 'approaches'): Named[] =>
    content[collection].map(({ id }) => [id, { collection, id }]);
  const inFile = (collection: Part, ...path: (string | number)[]): Where => ({
    collection,
    id: collection,
    path,
  });
  const workflow = (...path: (string | number)[]) => inFile('workflow', ...path);
  return {
    'the slug of a challenge': ids('challenges'),
    // Case studies name both in one list, so the two collections share their slugs.
    'the slug of a tool or approach': [...ids('tools'), ...ids('approaches')],
    'the title of a challenge': titled('challenges'),
    'the title of a mitigation': titled('mitigations'),
    'the title of a tool or approach': [...titled('tools'), ...titled('approaches')],
    'the title of a case study': titled('caseStudies'),
    'the slug of a stage': content.workflow.stages.map(({ slug }, i) => [
      slug,
      workflow('stages', i, 'slug'),
    ]),
    'the mark of a stage': content.workflow.stages.map(({ mark }, i) => [
      mark,
      workflow('stages', i, 'mark'),
    ]),
    'the shape of a stage': content.workflow.stages.map(({ shape }, i) => [
      shape,
      workflow('stages', i, 'shape'),
    ]),
    'the slug of a step': content.workflow.stages.flatMap(({ steps }, i) =>
      steps.map(({ slug }, j): Named => [slug, workflow('stages', i, 'steps', j, 'slug')]),
    ),
    'the place of a challenge in its step': content.challenges.map(({ id, data }) => [
      `${data.step}, number ${data.order}`,
      { collection: 'challenges', id, path: ['order'] },
    ]),
    'the key of a reference': [
      ...content.works.map(({ key }): Named => [key, { collection: 'works', id: key }]),
      ...content.caseStudies.map(({ id }): Named => [id, { collection: 'caseStudies', id }]),
    ],
    // Groups and symptoms are anchors of one page.
    'the id of a symptom or a group of symptoms': content.symptomGroups.flatMap(
      ({ id, title, symptoms }, i): Named[] => [
        [id, inFile('symptoms', i, 'id'), title],
        ...symptoms.map((symptom, j): Named => [
          symptom.id,
          inFile('symptoms', i, 'symptoms', j, 'id'),
          symptom.says,
        ]),
      ],
    ),
    'a sentence of the symptoms': content.symptomGroups.flatMap(({ symptoms }, i) =>
      symptoms.map(({ id, says }, j): Named => [
        says.toLowerCase(),
        inFile('symptoms', i, 'symptoms', j, 'says'),
        id,
      ]),
    ),
    'the id of a term': content.glossary.map(({ id, term }, i) => [id, inFile('glossary', i, 'id'), term]),
    'a word of the glossary': content.glossary.flatMap(({ id, term, also }, i): Named[] => [
      [term.toLowerCase(), inFile('glossary', i, 'term'), id],
      ...also.map((phrase, j): Named => [phrase.toLowerCase(), inFile('glossary', i, 'also', j), id]),
    ]),
    'the id of a reading path': content.paths.map(({ id, title }, i) => [
      id,
      inFile('paths', i, 'id'),
      title,
    ]),
    'the title of a reading path': content.paths.map(({ id, title }, i) => [
      title.toLowerCase(),
      inFile('paths', i, 'title'),
      id,
    ]),
    'a phrase that people ask': Object.entries(content.asked).flatMap(([address, phrases]) =>
      phrases.map((phrase, i): Named => [phrase.toLowerCase(), inFile('asked', address, i), address]),
    ),
    'a question of the review': content.review.contexts.flatMap(({ id, question }, i): Named[] => [
      [id, inFile('review', 'contexts', i, 'id'), question],
    ]),
    'a rule of the review': content.review.rules.map(({ id }, i) => [
      id,
      inFile('review', 'rules', i, 'id'),
      `number ${i + 1}`,
    ]),
    'a word of a group of synonyms': content.synonyms.flatMap((group, i) =>
      group.map((word, j): Named => [word, inFile('synonyms', i, j), group.join(', ')]),
    ),
  };
}

/** Slugs, titles, marks and keys are each used once. */
export const once: Rule = {
  id: 'once',
  check(content, report) {
    const order = orderOfTelling(content);
    for (const [what, names] of Object.entries(namesIn(content))) {
      const first = new Map<string, string>();
      for (const [name, where, whose = where.id] of names.toSorted(([, a], [, b]) => order(a, b))) {
        const other = first.get(name);
        if (other !== undefined)
          report(where, `"${name}" is already ${what} (${other}); each is used once`, { found: name });
        else first.set(name, whose);
      }
    }
  },
};

/** Each step has at least one challenge, so that no page of the workflow is empty. */
export const stepWithChallenge: Rule = {
  id: 'step-with-challenge',
  check(content, report) {
    if (lacks(content, ['challenges'])) return;
    const used = new Set(content.challenges.map(({ data }) => data.step));
    for (const { step } of stepsInOrder(content))
      if (!used.has(step.slug))
        report({ collection: 'workflow', id: 'workflow' }, `no challenge belongs to the step "${step.slug}"`);
  },
};
