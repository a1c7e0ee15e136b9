/** How many checks passed, failed, or were left out. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts added up. */
export const sumOf = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((sum, { passed }) => sum + passed, 0),
  failed: all.reduce((sum, { failed }) => sum + failed, 0),
  skipped: all.reduce((sum, { skipped }) => sum + skipped, 0),
});

/** A step without tests of its own counts as one. */
export const countsOfStatus = (ok: boolean): Counts => ({
  passed: Number(ok),
  failed: Number(!ok),
  skipped: 0,
});

/** A failure that no test stands for, such as a file that cannot be read, counts as one. */
const withFailure = (counts: Counts, ok: boolean): Counts =>
  ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };

/** What the JSON reporter of Vitest writes, as far as it is needed. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/**
 * Counts from the JSON report of Vitest.
 * @param ok whether Vitest itself ended well
 */
export function countsOfVitest(report: string, ok: boolean): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    report,
  ) as VitestReport;
  return withFailure(
    { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests },
    ok,
  );
}

/** What the JSON reporter of Playwright writes, as far as it is needed. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/**
 * Counts from the JSON report of Playwright; a test that passes only at a second try has failed.
 * @param ok whether Playwright itself ended well
 */
export function countsOfPlaywright(report: string, ok: boolean): Counts {
  const { expected, unexpected, flaky, skipped } = (JSON.parse(report) as PlaywrightReport).stats;
  return withFailure({ passed: expected, failed: unexpected + flaky, skipped }, ok);
}
