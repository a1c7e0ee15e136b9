import { spawn } from 'node:child_process';
import { Failure } from '../src/cli/failure.ts';

/**
 * Builds the site into dist/ as readers get it, whatever settings the terminal has.
 * @throws Failure when it cannot be built
 */
export const buildSiteAnew = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, BASE_PATH: '/', SITE_URL: undefined };
    spawn(process.execPath, ['src/cli/build.ts'], { stdio: ['ignore', 'inherit', 'inherit'], env })
      .on('error', reject)
      .on('close', (status) => {
        if (status === 0) resolve();
        else reject(new Failure('the site could not be built, so there is nothing to measure'));
      });
  });
