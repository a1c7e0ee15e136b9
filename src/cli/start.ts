import { parseArgs } from 'node:util';
import { buildSite } from './build.ts';
import { runMain } from './failure.ts';
import { demandFree, portFromEnvironment } from './port.ts';
import { serve } from './preview.ts';

/** Builds the site and serves it; the port comes first, so that nobody waits for a build that cannot be shown. */
async function main(): Promise<number | undefined> {
  parseArgs({ options: {} });
  const port = portFromEnvironment(process.env);
  await demandFree(port);
  if (!(await buildSite())) return 1;
  console.log(`Stop the server with Ctrl+C.\n${await serve({ port })}`);
  return undefined;
}

if (import.meta.main) await runMain(main);
