import { z } from 'astro/zod';
import { Slug } from './slug.ts';

const Slugs = z.record(Slug, Slug).describe('Old slug to the slug that answers for it today.');

const Key = z.string().regex(/^[^[\]\s;@]+$/, { error: 'the key of a work, without @' });

/** A page of the guide from the root of the site, without a place on it: `/glossary/`. */
const PageAddress = z.string().regex(/^\/(?:[^\s/#?]+\/)*$/, {
  error: 'the address of a page with a slash at both ends, such as /glossary/',
});

const Anchor = z.string().regex(/^[^\s#/]+$/, { error: 'an anchor without its #, such as concept-drift' });

/** Where an old anchor leads: another place on its page, or another page of the guide. */
const AnchorTarget = z.string().regex(/^(?:[^\s#/]+|\/(?:[^\s/#?]+\/)*(?:#[^\s#/]+)?)$/, {
  error: 'an anchor of the same page without its #, or an address such as /glossary/#concept-drift',
});

/** What was renamed, merged or moved, and what answers for it today. Old names are never used again. */
export const Redirects = z.strictObject({
  challenges: Slugs.optional(),
  mitigations: Slugs.optional(),
  tools: Slugs.optional(),
  approaches: Slugs.optional(),
  'case-studies': Slugs.optional(),
  references: z
    .record(Key, Key)
    .optional()
    .describe('Old key of a work to its key today: one of `references.bib`, or the slug of a case study.'),
  anchors: z
    .record(
      PageAddress,
      z
        .record(Anchor, AnchorTarget)
        .describe('Old anchor to the anchor of today, or to the page it moved to.'),
    )
    .optional()
    .describe('Old anchors, by the address of the page that they stood on.'),
});
export type Redirects = z.infer<typeof Redirects>;
