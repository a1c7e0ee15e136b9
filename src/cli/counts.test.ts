import { expect, test } from 'vitest';
import { countsOfPlaywright, countsOfStatus, countsOfVitest, sumOf } from './counts.ts';

const vitest = (passed: number, failed: number) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 2, numTodoTests: 1 });

test('tests of Vitest are counted, and those to be done are skipped ones', () => {
  expect(countsOfVitest(vitest(5, 1), false)).toEqual({ passed: 5, failed: 1, skipped: 3 });
});

test('a test file that cannot be read is a failure though no test failed', () => {
  expect(countsOfVitest(vitest(5, 0), false)).toMatchObject({ passed: 5, failed: 1 });
});

test('a flaky test of Playwright has failed', () => {
  const report = JSON.stringify({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } });

  expect(countsOfPlaywright(report, false)).toEqual({ passed: 7, failed: 2, skipped: 0 });
});

test('counts add up, and a step counts as one', () => {
  expect(sumOf([countsOfStatus(true), countsOfStatus(false), countsOfVitest(vitest(5, 1), false)])).toEqual({
    passed: 6,
    failed: 2,
    skipped: 3,
  });
});
