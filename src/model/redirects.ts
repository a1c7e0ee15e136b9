import type { Redirects } from '../schema/redirects.ts';

/**
 * Old addresses and where they lead today, from the root of the site.
 * @example redirectTable({ tools: { reef: 'snuba' } }) // { '/tools/reef/': '/tools/snuba/' }
 */
export const redirectTable = (redirects: Redirects): Record<string, string> =>
  Object.fromEntries(
    Object.entries(redirects).flatMap(([folder, slugs]) =>
      Object.entries(slugs).map(([from, to]) => [`/${folder}/${from}/`, `/${folder}/${to}/`]),
    ),
  );
