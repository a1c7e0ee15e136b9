import { createServer } from 'node:net';
import { Failure, portTaken } from './failure.ts';

const USUAL = 4321;

/** The two addresses that `localhost` stands for. */
export const LOOPBACKS = ['127.0.0.1', '::1'] as const;

/**
 * A port as someone wrote it.
 * @param name what to call it in the error, such as PORT or --port
 * @throws Failure when it is no whole number from 1 to 65535
 */
export function portFrom(text: string, name: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Failure(
    `${name} is "${text}": it must be a whole number from 1 to 65535, such as ${name}=${USUAL}`,
  );
}

/** The port to serve on: PORT when that is set, else 4321. */
export const portFromEnvironment = (env: { readonly PORT?: string | undefined }): number =>
  env.PORT ? portFrom(env.PORT, 'PORT') : USUAL;

/** Whether an address of this machine exists and its port is free; without IPv6 there is nothing to be taken. */
const isFreeAt = (host: string, port: number) =>
  new Promise<boolean>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(true);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });

/** Whether nothing listens on a port of this machine, over IPv4 or IPv6. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of LOOPBACKS) if (!(await isFreeAt(host, port))) return false;
  return true;
}

/** @throws Failure when a port is taken, saying how to choose another */
export async function demandFree(port: number): Promise<void> {
  if (!(await isFree(port))) throw new Failure(portTaken(port));
}
