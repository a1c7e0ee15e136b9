import { z } from 'astro/zod';
import { GuideAddress } from './glossary.ts';
import { namesOnce } from './relation.ts';
import { Line } from './text.ts';

/** The whole of `asked.yaml`: how people ask for what a page answers, by the address of the page. */
export const Asked = z.record(
  GuideAddress,
  z
    .array(Line.max(80))
    .min(1)
    .superRefine(namesOnce)
    .describe('Phrases as somebody types them into a search, 80 characters at most, each once.'),
);
export type Asked = z.infer<typeof Asked>;
