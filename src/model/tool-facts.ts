import type { Tool } from '../schema/tool.ts';

/** The newest release of a tool that was seen, and when it came out where that is known: `0.13.0, 2025-12`. */
export const releaseSeen = ({ version, published }: NonNullable<Tool['latestVersion']>): string =>
  published === undefined ? version : `${version}, ${published}`;

/** Where a tool presents itself, can be read and is explained; the address of its home page stands there once. */
export const linksOf = ({
  homepage,
  repository,
  docs,
}: Pick<Tool, 'homepage' | 'repository' | 'docs'>): { title: string; address: string }[] => [
  { title: 'Home page', address: homepage },
  ...(repository !== undefined && repository !== homepage
    ? [{ title: 'Repository', address: repository }]
    : []),
  ...(docs !== homepage ? [{ title: 'Documentation', address: docs }] : []),
];
