import { execFileSync } from 'node:child_process';

/** Where the guide is written, for "edit this page" and "report a problem". */
export interface Repository {
  /** Address where a file can be edited. */
  readonly edit: (path: string) => string;
  /** Address of a new issue about a page. */
  readonly report: (title: string) => string;
  readonly url: string;
}

/**
 * The code host's addresses from the name of a repository.
 * @param remote `owner/name` on GitHub, or the address of a Git remote on GitHub or GitLab
 * @returns nothing when the remote is on no host whose addresses we know (a folder, say)
 */
export function repositoryOf(remote: string): Repository | undefined {
  const short = /^([\w.-]+)\/([\w.-]+)$/.exec(remote.trim());
  const long =
    /^(?:https:\/\/(?:[^@/]+@)?|(?:ssh:\/\/)?git@)(github\.com|gitlab\.com)[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      remote.trim(),
    );
  const host = short ? 'github.com' : long?.[1];
  const name = short ? `${short[1]}/${short[2]}` : long && `${long[2]}/${long[3]}`;
  if (!host || !name) return undefined;
  const url = `https://${host}/${name}`;
  const inner = host === 'gitlab.com' ? `${url}/-` : url;
  return {
    url,
    edit: (path) => `${inner}/edit/main/${path}`,
    report: (title) =>
      host === 'gitlab.com'
        ? `${inner}/issues/new?issue[title]=${encodeURIComponent(title)}`
        : `${inner}/issues/new?title=${encodeURIComponent(title)}`,
  };
}

const remoteOfGit = (): string => {
  try {
    return execFileSync('git', ['remote', 'get-url', 'origin'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return ''; // No Git, or no remote: then no such links.
  }
};

/** The repository, from `REPOSITORY` or `GITHUB_REPOSITORY` in the environment, else from the Git remote. */
export const repository: Repository | undefined = repositoryOf(
  process.env['REPOSITORY'] ?? process.env['GITHUB_REPOSITORY'] ?? remoteOfGit(),
);
