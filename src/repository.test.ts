import { describe, expect, test } from 'vitest';
import { repositoryOf, type IssueForm } from './repository.ts';

test.each<[remote: string, form: IssueForm, about: string | undefined, address: string]>([
  ['owner/name', 'case', undefined, 'https://github.com/owner/name/issues/new?template=case.yml'],
  [
    'https://github.com/owner/name.git',
    'word',
    'drift & shift',
    'https://github.com/owner/name/issues/new?template=word.yml&word=drift%20%26%20shift',
  ],
  ['owner/name', 'word', '', 'https://github.com/owner/name/issues/new?template=word.yml&word='],
  [
    'git@gitlab.com:owner/name.git',
    'mistake',
    '/tools/tfx/',
    'https://gitlab.com/owner/name/-/issues/new?issue[title]=Mistake%3A%20%2Ftools%2Ftfx%2F',
  ],
])('in %s, a %s about %s is told at its own address', (remote, form, about, address) => {
  expect(repositoryOf(remote)?.issue(form, about)).toBe(address);
});

describe('the page for a new file', () => {
  test.each([
    'owner/name',
    'https://github.com/owner/name',
    'https://github.com/owner/name.git\n',
    'https://token@github.com/owner/name.git',
    'git@github.com:owner/name.git',
    'ssh://git@github.com/owner/name',
  ])('on GitHub takes a path and a text: %s', (remote) => {
    expect(repositoryOf(remote)?.newFile).toEqual({
      address: 'https://github.com/owner/name/new/main',
      name: 'filename',
      text: 'value',
    });
  });

  test.each(['https://gitlab.com/owner/name.git', 'git@gitlab.com:owner/name.git'])(
    'on GitLab takes a path alone: %s',
    (remote) => {
      expect(repositoryOf(remote)?.newFile).toEqual({
        address: 'https://gitlab.com/owner/name/-/new/main',
        name: 'file_name',
        text: undefined,
      });
    },
  );
});

test.each([
  ['owner/name', 'https://github.com/owner/name/blob/49db83c/content/tools/tfx.mdx'],
  ['git@gitlab.com:owner/name.git', 'https://gitlab.com/owner/name/-/blob/49db83c/content/tools/tfx.mdx'],
])('in %s, a file at a commit has an address of its own', (remote, address) => {
  expect(repositoryOf(remote)?.at('49db83c', 'content/tools/tfx.mdx')).toBe(address);
});

test('a remote on an unknown host, or none, is no repository', () => {
  expect(repositoryOf('')).toBeUndefined();
  expect(repositoryOf('/home/me/guide')).toBeUndefined();
  expect(repositoryOf('../guide.git')).toBeUndefined();
  expect(repositoryOf('https://git.example.org/owner/name.git')).toBeUndefined();
});
