import { expect, test } from 'vitest';
import { readContent } from '../cli/read-content.ts';
import { embeddedFrom, knowledgeFrom } from './embedded.ts';
import { reviewKnowledge } from './knowledge.ts';

const knowledge = reviewKnowledge(readContent('content').content);
const texts = new Map(
  knowledge.challenges.flatMap(({ questions }) => questions.map(({ id, question }) => [id, question])),
);

test('what a page embeds is all that a review knows, with the texts of the questions', () => {
  const embedded = JSON.parse(JSON.stringify(embeddedFrom(knowledge))) as ReturnType<typeof embeddedFrom>;

  expect(knowledgeFrom(embedded, (id) => texts.get(id) ?? '')).toEqual(knowledge);
});

test('no text of a question and no title of a mitigation is embedded twice', () => {
  const text = JSON.stringify(embeddedFrom(knowledge));
  const [question = ''] = texts.values();
  const [mitigation] = knowledge.challenges.flatMap(({ mitigations }) => mitigations);

  expect(text).not.toContain(question);
  expect(text.split(JSON.stringify(mitigation?.title))).toHaveLength(2);
});

test('a slug that every object knows is no count', () => {
  const domains = { retail: { cases: 1, challenges: {} } };
  const challenges = [
    { slug: 'constructor', title: 'A', stage: 'b', number: 1, questions: [], mitigations: [] },
  ];

  expect(embeddedFrom({ ...knowledge, domains, challenges }).domains).toEqual({ retail: [1, 0] });
});
