import { expect, test } from 'vitest';
import { onceFor } from './once.ts';

test('an answer is worked out once for each thing, whatever it is', () => {
  const asked: object[] = [];
  const nothing = onceFor((thing: object) => {
    asked.push(thing);
    return null;
  });
  const [a, b] = [{}, {}];

  expect([nothing(a), nothing(b), nothing(a)]).toEqual([null, null, null]);
  expect(asked).toEqual([a, b]);
});

test('where no answer could be worked out, it is tried again', () => {
  let times = 0;
  const answer = onceFor(() => {
    times += 1;
    if (times === 1) throw new Error('not yet');
    return times;
  });
  const thing = {};

  expect(() => answer(thing)).toThrow('not yet');
  expect(answer(thing)).toBe(2);
});
