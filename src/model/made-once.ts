/**
 * A function that makes something of a list or a record once, however often it is asked, for as long as that is in
 * memory. What it is asked about must never change, and what it gives is shared: nobody may change that either.
 */
export function madeOnce<Of extends object, Made extends object>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return (of) => {
    const before = known.get(of);
    if (before) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}
