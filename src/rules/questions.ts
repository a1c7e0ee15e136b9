import type { Rule } from './rule.ts';

/** The id of a question says whose it is, and stands once: reviews keep their answers by it. */
export const questionId: Rule = {
  id: 'question-id',
  check({ challenges }, report) {
    const first = new Map<string, string>();
    for (const { id, data } of challenges.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      for (const [i, question] of data.questions.entries()) {
        const where = { collection: 'challenges' as const, id, path: ['questions', i, 'id'] };
        const expected = `${id}-…`;
        if (!question.id.startsWith(`${id}-`))
          report(where, `"${question.id}" does not begin with the slug of its challenge, "${id}-"`, {
            found: question.id,
            expected,
          });
        const other = first.get(question.id);
        if (other === undefined) first.set(question.id, id);
        else
          report(where, `"${question.id}" is already the id of a question (${other}); each is used once`, {
            found: question.id,
            expected,
          });
      }
  },
};
