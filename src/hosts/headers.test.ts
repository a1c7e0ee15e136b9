import { expect, test } from 'vitest';
import { hostHeaders, NAMED_BY_CONTENT } from './headers.ts';

test.each(['/', '/guide/'])('what is named by its contents is kept for ever, below %s', (base) => {
  const rules = hostHeaders(base).split('\n\n');

  expect(rules[0]).toMatch(new RegExp(`^${base.replaceAll('/', '\\/')}\\*\n(  [\\w-]+: .+\n?)+$`));
  expect(rules[0]).not.toContain('Cache-Control');
  expect(rules.slice(1).map((rule) => rule.trim())).toEqual(
    NAMED_BY_CONTENT.map((path) => `${base}${path}\n  Cache-Control: public, max-age=31536000, immutable`),
  );
});
