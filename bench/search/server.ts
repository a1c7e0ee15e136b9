import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { PIECE, wayOf, type Network } from '../network.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const COMPRESSED = ['.css', '.html', '.js', '.json', '.mjs', '.svg', '.txt', '.xml'];

const brotli = promisify(brotliCompress);

/** A response as it left the server. */
export interface Response {
  readonly path: string;
  /** What the browser wanted it for: document, style, font, image, script, worker or empty (Fetch, "destination"). */
  readonly destination: string;
  /** Head and body, as they went over the wire. */
  readonly bytes: number;
  /** Milliseconds since 1970, with fractions, when it was asked for. */
  readonly asked: number;
  /** When its last byte was handed over. */
  readonly at: number;
}

/** A folder that is being served. */
export interface Served {
  readonly address: string;
  /** Every response so far. */
  readonly responses: readonly Response[];
  readonly close: () => void;
}

/** Milliseconds since 1970 on the clock that browsers use for `performance.timeOrigin`. */
export const now = (): number => performance.timeOrigin + performance.now();

/**
 * Serves a folder on a free port of this machine as static hosts do: text is compressed with Brotli at quality 5,
 * what is compressed already goes as it is. It counts what it sends, since Chromium tells no size for the scripts of
 * workers (Pagefind has one).
 * @param network what lies between; it is here rather than in the browser, so that it slows workers as well
 */
export async function serve(folder: string, network?: Network): Promise<Served> {
  const bodies = new Map<string, Promise<Buffer>>();
  const bodyOf = (file: string) => {
    const body =
      bodies.get(file) ??
      readFile(join(folder, file)).then((bytes) =>
        COMPRESSED.includes(extname(file))
          ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
          : bytes,
      );
    bodies.set(file, body);
    return body;
  };
  const responses: Response[] = [];
  const arrival = network && wayOf(network);
  const connected = new WeakSet<object>();
  /** Sends a body as fast as the network is; a new connection takes one more round trip. */
  const send = async (response: ServerResponse, body: Buffer) => {
    if (network && arrival) {
      const { socket } = response;
      const isNew = socket !== null && !connected.has(socket);
      if (isNew) connected.add(socket);
      await wait(network.roundTrip * (isNew ? 2 : 1));
      for (let from = 0; from < body.length; from += PIECE) {
        const piece = body.subarray(from, from + PIECE);
        const ready = performance.now();
        await wait(arrival(piece.length, ready) - ready);
        // A reader who has left takes nothing of the way.
        if (response.destroyed) return;
        response.write(piece);
      }
      response.end();
    } else response.end(body);
  };

  const server = createServer((request, response) => {
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
    const file = normalize(decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path));
    const destination = request.headers['sec-fetch-dest'] ?? '';
    const before = request.socket.bytesWritten;
    const asked = now();
    response.on('finish', () => {
      responses.push({ path, destination, bytes: request.socket.bytesWritten - before, asked, at: now() });
    });
    bodyOf(file).then(
      (body) => {
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
        response.setHeader('Content-Length', body.length);
        response.setHeader('Cache-Control', 'max-age=600');
        if (COMPRESSED.includes(extname(file))) response.setHeader('Content-Encoding', 'br');
        void send(response, body);
      },
      () => {
        response.statusCode = 404;
        response.end('no such file');
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    responses,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
