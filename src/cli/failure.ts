/** A failure whose message tells a person what happened and what to do: it is printed as it is, without a stack. */
export class Failure extends Error {}

/** What to tell someone whose port another program has. */
export const portTaken = (port: number): string =>
  `port ${port} is taken by another program: stop that one, or choose another, such as PORT=${port === 65_535 ? 4321 : port + 1} npm start`;

/** What the errors of Node and Astro carry besides a message. */
interface Details {
  code?: unknown;
  syscall?: unknown;
  path?: unknown;
  port?: unknown;
  hostname?: unknown;
  /** Astro: an error of its own making, meant for people. */
  type?: unknown;
  hint?: unknown;
  loc?: { file?: string; line?: number; column?: number };
}

const at = (path: unknown) => (typeof path === 'string' ? ` (${path})` : '');

/** One line for an error of the operating system, when it has a code that people can act on. */
function systemLine({ code, syscall, path, port, hostname }: Details): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return portTaken(Number(port));
    case 'ENOSPC':
      return syscall === 'watch'
        ? 'the system watches too many files already: raise fs.inotify.max_user_watches, or stop other programs that watch'
        : `the disk is full${at(path)}: free some space and run the command again`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return syscall === 'listen'
        ? `port ${String(port)} needs special rights: choose one above 1023, such as PORT=4321 npm start`
        : `no permission${at(path)}: make the folder yours, or work on a copy that is`;
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open: raise the limit (ulimit -n 4096) and run the command again';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
      return `${typeof hostname === 'string' ? hostname : 'another machine'} cannot be reached (${code}): check the network or proxy and run the command again`;
    default:
      return undefined;
  }
}

const isCommandLineError = ({ code }: Details) =>
  typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');

/**
 * What to tell people about an error: what happened and what to do.
 * @returns undefined when the error is none of those that can be foreseen
 */
export function lineFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Failure) return error.message;
  const details = error as Error & Details;
  if (isCommandLineError(details)) return error.message;
  if (typeof details.type === 'string' && 'hint' in error) {
    const { file, line, column } = details.loc ?? {};
    const place =
      file === undefined ? '' : [file, line, column].filter((part) => part !== undefined).join(':') + ': ';
    return [`${place}${error.message}`, details.hint].filter((part) => typeof part === 'string').join('\n');
  }
  return systemLine(details) ?? lineFor(error.cause);
}

/** All there is to print about an error: one line for those that can be foreseen, message and stack for others. */
export function reportOf(error: unknown): string {
  const line = lineFor(error);
  if (line !== undefined) return line;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}\nThis is a bug; please report it, with the lines above.`;
}

/**
 * Runs a command and sets the exit status: what it returns, or 0, or 1 after printing what went wrong.
 * @param main gives the exit status; nothing means 0
 */
export async function runMain(main: () => Promise<number | undefined> | number | undefined): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(reportOf(error));
    // What failed may have left servers or workers behind, which would keep the command waiting for ever.
    process.exit(1);
  }
}
