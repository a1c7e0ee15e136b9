import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../../src/cli/failure.ts';
import { filesOf, forget } from '../take-away/builds.ts';
import { builtOf, type Built } from './builds.ts';
import { measured, type Use } from './measured.ts';
import type { PlainPage } from './plain-pages.ts';
import type { SearchOverPage } from './searching.ts';

/** Another generator that can make a site of the same pages, set up as its documentation shows, with search. */
interface Peer {
  readonly title: string;
  /** What is installed. */
  readonly packages: readonly string[];
  /** Files of the project that are no pages. */
  readonly files: Readonly<Record<string, string>>;
  /** Folder of the pages. */
  readonly pages: string;
  /** Script and arguments that build it. */
  readonly build: readonly string[];
  /** What the build writes. */
  readonly dist: string;
  /** What the build keeps for the next one, besides what Astro and Vite keep. */
  readonly kept: string;
  readonly search: Omit<SearchOverPage, 'path'>;
  /** The address of a page from its path without ending. */
  readonly address: (path: string) => string;
  /** Whether the title of a page has to stand in its text. */
  readonly needsHeading: boolean;
}

/** What stands beside each page: a link to every challenge, and one to the list of each other kind of entry. */
const LISTS = [
  ['mitigations', 'Mitigations'],
  ['tools', 'Tools'],
  ['approaches', 'Approaches'],
  ['case-studies', 'Case studies'],
] as const;

export const PEERS = {
  starlight: {
    title: 'Starlight 0.42',
    packages: ['@astrojs/starlight@0.42.4', '@astrojs/markdown-remark@7.3.1', 'astro@7.3.4'],
    files: {
      'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'http://localhost:4321',
  integrations: [
    starlight({
      title: 'ML Deployment Field Guide',
      sidebar: [
        { label: 'Challenges', items: [{ autogenerate: { directory: 'challenges' } }] },
        ${LISTS.map(([path, label]) => `{ label: '${label}', slug: '${path}' },`).join('\n        ')}
      ],
    }),
  ],
});
`,
      'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`,
    },
    pages: 'src/content/docs',
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
    dist: 'dist',
    kept: '.astro',
    search: {
      opener: 'button[data-open-modal]',
      input: '.pagefind-ui__search-input',
      links: '.pagefind-ui__result-link',
    },
    address: (path) => `/${path}/`,
    needsHeading: false,
  },
  vitepress: {
    title: 'VitePress 1.6',
    packages: ['vitepress@1.6.4'],
    files: {
      'docs/.vitepress/config.mjs': `import { defineConfig } from 'vitepress';
import { readdirSync } from 'node:fs';

const challenges = readdirSync('docs/challenges').filter((file) => file !== 'index.md').sort();

export default defineConfig({
  title: 'ML Deployment Field Guide',
  // Pages link to parts of the guide that are not among them.
  ignoreDeadLinks: true,
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      {
        text: 'Challenges',
        items: challenges.map((file) => ({
          text: file.replace('.md', '').replaceAll('-', ' '),
          link: '/challenges/' + file.replace('.md', ''),
        })),
      },
      ${LISTS.map(([path, label]) => `{ text: '${label}', link: '/${path}/' },`).join('\n      ')}
    ],
  },
});
`,
    },
    pages: 'docs',
    build: ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'],
    dist: 'docs/.vitepress/dist',
    kept: 'docs/.vitepress/cache',
    search: {
      opener: '#local-search button',
      input: '#localsearch-input',
      links: '#localsearch-list a.result',
    },
    address: (path) => `/${path}.html`,
    needsHeading: true,
  },
} as const satisfies Readonly<Record<string, Peer>>;
export type PeerName = keyof typeof PEERS;
export const PEER_NAMES = Object.keys(PEERS) as PeerName[];

/** A project of a peer that can be built. */
export interface PeerProject {
  readonly name: PeerName;
  readonly project: string;
}

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/**
 * Installs a peer into a new folder.
 * @throws Failure when npm cannot
 */
export function install(name: PeerName, project: string): PeerProject {
  const { packages, files }: Peer = PEERS[name];
  write(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const { status, stderr, error } = spawnSync(
    'npm',
    [
      'install',
      '--save-exact',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      ...packages,
    ],
    { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0)
    throw new Failure(`${packages.join(', ')} cannot be installed: ${error?.message ?? stderr}`);
  for (const [path, text] of Object.entries(files)) write(join(project, path), text);
  return { name, project };
}

/** The text of a page as a peer wants it. */
const markdownOf = ({ title, body }: PlainPage, { needsHeading }: Pick<Peer, 'needsHeading'>) =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${needsHeading ? `# ${title}\n\n` : ''}${body}`;

/**
 * Lets a peer build pages, each time as if for the first time.
 * @param told gets each build when it has ended
 */
export async function buildPeer(
  { name, project }: PeerProject,
  pages: readonly PlainPage[],
  runs: number,
  signal: AbortSignal,
  told: (use: Use) => void,
): Promise<{ readonly uses: readonly Use[]; readonly site: Built; readonly folder: string }> {
  const peer: Peer = PEERS[name];
  const folders = new Set(pages.map(({ path }) => path.split('/')[0] ?? ''));
  for (const folder of folders) rmSync(join(project, peer.pages, folder), { recursive: true, force: true });
  for (const page of pages) write(join(project, peer.pages, `${page.path}.md`), markdownOf(page, peer));
  const uses: Use[] = [];
  for (let run = 0; run < runs; run += 1) {
    forget(project);
    for (const kept of [peer.dist, peer.kept]) rmSync(join(project, kept), { recursive: true, force: true });
    const use = await measured(
      { args: peer.build, cwd: project, env: { ASTRO_TELEMETRY_DISABLED: '1' } },
      signal,
    );
    uses.push(use);
    told(use);
  }
  return { uses, site: builtOf(filesOf(project, peer.dist)), folder: join(project, peer.dist) };
}
