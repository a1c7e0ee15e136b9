/** A whole number from 0 on, below a limit. */
export type Below = (limit: number) => number;

/** Numbers that look random and are the same for the same start (a linear congruential generator, Numerical Recipes). */
export function numbersFrom(start: number): Below {
  let state = start >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** One of some items. */
export const oneOf = <T>(items: readonly T[], below: Below): T => items[below(items.length)] as T;
