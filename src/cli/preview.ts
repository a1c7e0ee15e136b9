import { preview, type AstroIntegration, type PreviewServer } from 'astro';
import { existsSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { Failure, portTaken, runMain } from './failure.ts';
import { demandFree, LOOPBACKS, portFrom, portFromEnvironment } from './port.ts';

const [IPV4, IPV6] = LOOPBACKS;

/** Media types of plain texts by the ending of their files; that of Markdown is from RFC 7763. */
const TEXT_TYPES: Readonly<Record<string, string>> = { '.md': 'text/markdown', '.txt': 'text/plain' };

/** What serving a built site can be told. */
export interface PreviewOptions {
  readonly port: number;
  /** The folder that holds the site; dist when left out. */
  readonly outDir?: string | undefined;
}

/** Astro integration: tells the base path that the site's configuration settles on. */
const basePath = (known: (base: string) => void): AstroIntegration => ({
  name: 'base-path',
  hooks: {
    'astro:config:done': ({ config }) => {
      known(config.base);
    },
  },
});

/** Says of a text that it is in UTF-8; the server names its kind alone, and browsers would read it as something else. */
function tellEncoding({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const type = TEXT_TYPES[/\.\w+(?=$|[?#])/.exec(url)?.[0] ?? ''];
  if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`);
}

/** Passes connections over IPv6 on to the server, which listens over IPv4; a machine without IPv6 does without. */
function alsoOverIPv6(port: number): void {
  const server = createServer((from) => {
    const to = connect(port, IPV4);
    from.pipe(to).pipe(from);
    from.on('error', () => to.destroy());
    to.on('error', () => from.destroy());
  });
  server.on('error', () => undefined);
  server.listen(port, IPV6).unref();
}

/**
 * Serves a built site on this machine until the process is asked to stop.
 * @returns the address of the front page
 * @throws Failure when the port is taken or nothing is built
 */
export async function serve({ port, outDir = 'dist' }: PreviewOptions): Promise<string> {
  if (!existsSync(outDir))
    throw new Failure(
      `there is no built site in ${outDir}/: run "npm run build" first, or "npm start" to do both`,
    );
  await demandFree(port);
  let base = '/';
  const server = await preview({
    logLevel: 'warn',
    outDir,
    server: { host: IPV4, port },
    vite: { preview: { strictPort: true } },
    integrations: [basePath((configured) => (base = configured))],
  });
  if (server.port !== port) {
    await server.stop();
    throw new Failure(portTaken(port));
  }
  // Astro leaves plugins out of its preview, and its types leave out the server that it gives.
  (server as PreviewServer & { readonly server: Server }).server.prependListener('request', tellEncoding);
  alsoOverIPv6(port);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0));
  return `http://localhost:${port}${base}`;
}

/** Runs the command; it goes on until it is stopped. */
async function main(): Promise<undefined> {
  const { values } = parseArgs({ options: { outDir: { type: 'string' }, port: { type: 'string' } } });
  const port = values.port === undefined ? portFromEnvironment(process.env) : portFrom(values.port, '--port');
  console.log(`The site is at ${await serve({ port, outDir: values.outDir })} (stop with Ctrl+C)`);
}

if (import.meta.main) await runMain(main);
