import { z } from 'astro/zod';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** YAML 1.1 readers turn a bare 2026-11-23 into a Date and a bare 2025 into a number; we keep what was typed. */
const asTyped = (value: unknown): unknown => {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
};

/** JavaScript rolls 30 February over to March; a date that does not come back as it went in does not exist. */
const exists = (text: string): boolean => {
  const day = `${text}-01-01`.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** Today where the day begins first (UTC+14), so that nobody's today is refused. */
const today = () => new Date(Date.now() + 14 * 3_600_000).toISOString();

/** A month or year has begun when it is no later than today's, cut to the same length. */
const isPast = (text: string): boolean => text <= today().slice(0, text.length);

/** A day that exists and is not in the future: `2026-11-23`. */
export const Day = z.preprocess(
  asTyped,
  z
    .string({ error: 'a date such as 2026-11-23' })
    .regex(DAY, { error: 'a date such as 2026-11-23' })
    .refine(exists, { error: 'a day that exists in the calendar' })
    .refine(isPast, { error: 'a date that is not in the future' }),
);

/** A day, a month or a year, as exactly as the source tells it: `2026-03-02`, `2021-04`, `2025`. */
export const Period = z.preprocess(
  asTyped,
  z
    .string({ error: 'a date, month or year such as 2026-03-02, 2021-04 or 2025' })
    .regex(PERIOD, { error: 'a date, month or year such as 2026-03-02, 2021-04 or 2025' })
    .refine(exists, { error: 'a date that exists in the calendar' })
    .refine(isPast, { error: 'a date that is not in the future' }),
);

/** A year of publication. */
export const Year = z
  .int({ error: 'a year such as 2024, without quotes' })
  .min(1940, { error: 'a year from 1940 on' })
  .max(new Date().getUTCFullYear(), { error: 'a year that is not in the future' });
