/**
 * A function that works out its answer once for each thing that it is asked about, and lets go of the answer together
 * with the thing. What is asked about, and the answer, must not change afterwards.
 */
export function onceFor<Thing extends object, Answer>(
  answerTo: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const answers = new WeakMap<Thing, { readonly answer: Answer }>();
  return (thing) => {
    const known = answers.get(thing);
    if (known) return known.answer;
    const answer = answerTo(thing);
    answers.set(thing, { answer });
    return answer;
  };
}
