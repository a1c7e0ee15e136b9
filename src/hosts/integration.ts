import type { AstroIntegration } from 'astro';
import { writeFileSync } from 'node:fs';
import { hostHeaders } from './headers.ts';

/** Astro integration: writes `_headers`, which Astro would not take for a page. */
export const headersForHosts = (): AstroIntegration => {
  let base = '/';
  return {
    name: 'headers-for-hosts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        writeFileSync(new URL('_headers', dir), hostHeaders(base));
      },
    },
  };
};
