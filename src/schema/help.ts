import type { z } from 'astro/zod';

/** A value that a field does not take, and what is wrong with it. */
export interface BadExample {
  readonly value: unknown;
  readonly why: string;
}

/** What an author should know of a field: shown in messages, in the field reference, in the form and in editors. */
export interface FieldHelp {
  /** What it means. */
  readonly description: string;
  /** Why it matters, in half a sentence. */
  readonly why: string;
  readonly examples: readonly unknown[];
  readonly bad: readonly BadExample[];
}

/** Attaches help to a field; it stands outermost, since wrapping a schema leaves its help behind. */
export const field = <T extends z.ZodType>(schema: T, help: FieldHelp): T => schema.meta({ ...help });

/** The help of a field, where it has any. */
export function helpOf(schema: z.ZodType): FieldHelp | undefined {
  const meta = schema.meta() as Partial<FieldHelp> | undefined;
  return meta?.description !== undefined && meta.why !== undefined
    ? { description: meta.description, why: meta.why, examples: meta.examples ?? [], bad: meta.bad ?? [] }
    : undefined;
}
