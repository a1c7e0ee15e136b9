import { execFileSync } from 'node:child_process';

/** The forms of `.github/ISSUE_TEMPLATE/`, by file: how the title of an issue begins, and the field that says what it is about. */
export const ISSUE_FORMS = {
  case: { title: 'Case: ', about: 'link' },
  mistake: { title: 'Mistake: ', about: 'page' },
  word: { title: 'Not found: ', about: 'word' },
} as const;
export type IssueForm = keyof typeof ISSUE_FORMS;

/** Where the guide is written, for "edit this page", "report a problem" and the form for case studies. */
export interface Repository {
  /** Address where a file can be read. */
  readonly read: (path: string) => string;
  /** Address where a file can be read as it was at a commit, for as long as the repository is there. */
  readonly at: (commit: string, path: string) => string;
  /** Address where a file can be edited. */
  readonly edit: (path: string) => string;
  /** Address of a form for a new file, and the names of its parameters; a host that takes no text has none for it. */
  readonly newFile: { readonly address: string; readonly name: string; readonly text: string | undefined };
  /**
   * Address of a new issue by one of the forms. GitHub shows the form; elsewhere it is an issue with the beginning of
   * its title. What it is about stands last, so that words may be added to an address that is about nothing yet.
   */
  readonly issue: (form: IssueForm, about?: string) => string;
  readonly url: string;
}

/**
 * The code host's addresses from the name of a repository.
 * @param remote `owner/name` on GitHub, or the address of a Git remote on GitHub or GitLab
 * @returns nothing when the remote is on no host whose addresses we know (a folder, say)
 */
export function repositoryOf(remote: string): Repository | undefined {
  const short = /^(\w[\w.-]*)\/([\w.-]+)$/.exec(remote.trim());
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
    read: (path) => `${inner}/blob/main/${path}`,
    at: (commit, path) => `${inner}/blob/${commit}/${path}`,
    edit: (path) => `${inner}/edit/main/${path}`,
    newFile:
      host === 'gitlab.com'
        ? { address: `${inner}/new/main`, name: 'file_name', text: undefined }
        : { address: `${inner}/new/main`, name: 'filename', text: 'value' },
    issue: (form, about) => {
      const { title, about: field } = ISSUE_FORMS[form];
      if (host === 'gitlab.com')
        return `${inner}/issues/new?issue[title]=${encodeURIComponent(title + (about ?? ''))}`;
      const filled = about === undefined ? '' : `&${field}=${encodeURIComponent(about)}`;
      return `${url}/issues/new?template=${form}.yml${filled}`;
    },
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
