import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Forbids a room of src/ to import from others, tests aside; src/architecture.test.ts proves the whole map. */
const noImports = (room, ...targets) => ({
  files: [`src/${room}/**/*.{ts,astro}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${targets.join('|')})(/|\\.ts$)`,
            message: `${room} must not know this; see "Which way imports point".`,
          },
          { regex: '^astro:content$', message: 'Only src/catalogue.ts and pages ask Astro for content.' },
        ],
      },
    ],
  },
});

export default defineConfig(
  globalIgnores(['dist*/', '.astro/', 'test-results/', 'playwright-report/', 'bench/results/']),
  {
    files: ['src/**/*.ts', 'e2e/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers read well inside templates; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // One-line callbacks whose value nobody uses are plain to read.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A name that starts with "_" is there to be left out.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // `element<T>(selector): T` names the kind of element that is asked for.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      eqeqeq: 'error',
    },
  },
  astro.configs['flat/recommended'],
  noImports('schema', 'model', 'rules', 'catalogue', 'exports', 'components', 'layouts', 'pages', 'cli'),
  noImports('model', 'rules', 'catalogue', 'exports', 'components', 'layouts', 'pages', 'cli'),
  noImports('rules', 'catalogue', 'exports', 'components', 'layouts', 'pages', 'cli'),
  noImports('exports', 'catalogue', 'components', 'layouts', 'pages', 'cli'),
  noImports('plots', 'rules', 'catalogue', 'exports', 'components', 'layouts', 'pages', 'cli'),
  noImports('components', 'catalogue', 'exports', 'layouts', 'pages', 'cli'),
  noImports('layouts', 'catalogue', 'exports', 'pages', 'cli'),
  noImports('islands', 'catalogue', 'exports', 'components', 'layouts', 'pages', 'cli'),
  noImports('cli', 'catalogue', 'components', 'layouts', 'pages'),
);
