import { runMain } from '../src/cli/failure.ts';

/** Runs a bench with the arguments after its name; gives the exit status. */
type Bench = (args: readonly string[]) => Promise<number>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  check: async () => (await import('./check/bench.ts')).benchCheck,
  scale: async () => (await import('./scale/bench.ts')).benchScale,
  search: async () => (await import('./search/bench.ts')).benchSearch,
  'take-away': async () => (await import('./take-away/bench.ts')).benchTakeAway,
};

const USAGE = `usage: npm run bench -- [${Object.keys(BENCHES).join('|')}] [options…]; without a name and options, all run`;

/** The bench that options are for when none is named. */
const MEANT = 'scale';

const isUsageError = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('ERR_PARSE_ARGS');

/** Runs the bench that is named first or that options are for, or all of them; gives the worst exit status, 2 for a wrong command line. */
async function main(): Promise<number> {
  const args = process.argv.slice(2);
  const [first = MEANT, ...rest] = args[0]?.startsWith('-') ? [MEANT, ...args] : args;
  const chosen = args.length === 0 ? Object.values(BENCHES) : [BENCHES[first]];
  let worst = 0;
  for (const bench of chosen) {
    if (!bench) {
      console.error(`there is no bench "${first}"\n${USAGE}`);
      return 2;
    }
    try {
      worst = Math.max(worst, await (await bench())(rest));
    } catch (error) {
      if (!isUsageError(error)) throw error;
      console.error(`${error.message}\n${USAGE}`);
      return 2;
    }
  }
  return worst;
}

await runMain(main);
