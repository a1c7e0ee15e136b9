/** What the bytes of a file say: its text without a byte-order mark, or the offset of the first byte that is no UTF-8. */
export type Decoded = { readonly text: string } | { readonly badByte: number; readonly before: string };

const decode = (bytes: Uint8Array, isWhole: boolean, ignoreBOM = false): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes, { stream: !isWhole });
  } catch {
    return undefined;
  }
};

/** Decodes a file; where it is not UTF-8, finds the first byte that is wrong by halving. */
export function decoded(bytes: Uint8Array): Decoded {
  const text = decode(bytes, true);
  if (text !== undefined) return { text };
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (decode(bytes.subarray(0, middle), false) === undefined) wrong = middle;
    else right = middle;
  }
  // A sign that is cut off is only known by the byte behind it; the fault is where the sign begins.
  const before = decode(bytes.subarray(0, right), false) ?? '';
  const whole = decode(bytes.subarray(0, right), false, true) ?? '';
  return { badByte: new TextEncoder().encode(whole).length, before };
}
