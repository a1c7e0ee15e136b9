import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { demandFree, isFree, portFrom, portFromEnvironment } from './port.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Takes some free port, and tells which. */
async function takenPort(host: string): Promise<number> {
  server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

test('the port is 4321 unless PORT says otherwise', () => {
  expect(portFromEnvironment({})).toBe(4321);
  expect(portFromEnvironment({ PORT: '' })).toBe(4321);
  expect(portFromEnvironment({ PORT: '8080' })).toBe(8080);
});

test.each(['abc', '0', '65536', '-1', '80.5', '4321x', '0x50', '1e3', ' '])(
  'PORT=%s is refused in words',
  (PORT) => {
    expect(() => portFromEnvironment({ PORT })).toThrow(
      `PORT is "${PORT}": it must be a whole number from 1 to 65535`,
    );
  },
);

test('an option is named as it was written', () => {
  expect(() => portFrom('x', '--port')).toThrow('--port is "x"');
});

test('a port is free once nobody listens', async () => {
  const port = await takenPort('127.0.0.1');

  expect(await isFree(port)).toBe(false);
  server?.close();
  await once(server ?? createServer(), 'close');
  expect(await isFree(port)).toBe(true);
});

test('a taken port is refused with its number and a way out', async () => {
  const port = await takenPort('127.0.0.1');

  await expect(demandFree(port)).rejects.toThrow(
    new RegExp(`port ${port} is taken .*PORT=${port + 1} npm start`),
  );
});
