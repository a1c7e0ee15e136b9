/** The value of a field of a record of any shape; nothing where there is none. */
export const fieldIn = (record: unknown, key: string): unknown =>
  record !== null && typeof record === 'object' && Object.hasOwn(record, key)
    ? (record as Record<string, unknown>)[key]
    : undefined;

/** The items of a field of a record of any shape; none where it is no list. */
export const listIn = (record: unknown, key: string): readonly unknown[] => {
  const list = fieldIn(record, key);
  return Array.isArray(list) ? list : [];
};
