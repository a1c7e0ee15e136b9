import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import type { Rgb } from './colours.ts';

const compress = promisify(deflate);

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk: length, name, data, checksum over name and data. */
function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const bytes = Buffer.alloc(4 + named.length + 4);
  bytes.writeUInt32BE(data.length, 0);
  named.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(named), bytes.length - 4);
  return bytes;
}

const END = chunk('IEND', Buffer.alloc(0));

/** Whether a file goes on to its end; one that was cut off while it was written does not. */
export const isWholePng = (file: Uint8Array): boolean => END.equals(file.subarray(-END.length));

/**
 * A picture as PNG with a palette of at most 256 colours, a byte a pixel (https://www.w3.org/TR/png-3/).
 * @param pixels places in the palette, by rows
 */
export async function indexedPng(
  pixels: Uint8Array,
  width: number,
  height: number,
  palette: readonly Rgb[],
): Promise<Uint8Array> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, colour type 3 (palette), and the only methods of compression, filter and interlace but none.
  head.set([8, 3, 0, 0, 0], 8);
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  // Level 9 would take ten times as long for a twentieth less.
  const data = await compress(rows, { level: 6 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', data),
    END,
  ]);
}
