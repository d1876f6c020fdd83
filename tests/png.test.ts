import { inflateSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { palettePng } from '../build-png';

/** Reads what the writer writes by the PNG specification: one palette, one block of data, no filters. */
function pixelsOf(png: Uint8Array): { width: number; height: number; colours: string[] } {
  const file = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    const name = file.toString('latin1', at + 4, at + 8);
    chunks.set(name, file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(0);
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const colours = Array.from({ length: width * height }, (_, at) => {
    const index = rows[at + Math.floor(at / width) + 1] ?? 0;
    return palette.toString('hex', index * 3, index * 3 + 3);
  });
  return { width, height, colours };
}

const picture = (colours: readonly number[]): Uint8Array =>
  Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]));

it('keeps every colour where there are few', () => {
  const colours = [0xfbf9f4, 0x2b2722, 0xb9d3da, 0xfbf9f4, 0xb4472e, 0x000000];
  const { width, height, colours: read } = pixelsOf(palettePng(picture(colours), 3, 2));
  expect([width, height]).toEqual([3, 2]);
  expect(read).toEqual(colours.map((colour) => colour.toString(16).padStart(6, '0')));
});

it('keeps the common ones and comes close to the rest where there are many', () => {
  // As at the edges of letters and lines: between the colour of one thing and that of the other.
  const rest = Array.from({ length: 5000 }, (_, at) => {
    const mixed = (from: number, to: number): number => Math.round(from + ((to - from) * at) / 5000);
    return (mixed(0xb4, 0xfb) << 16) | (mixed(0x47, 0xf9) << 8) | (mixed(0x2e, 0xf4) ^ (at % 4));
  });
  const colours = [...Array.from({ length: 3000 }, () => 0xfbf9f4), ...rest];
  const { colours: read } = pixelsOf(palettePng(picture(colours), 80, 100));
  expect(new Set(read).size).toBeLessThanOrEqual(256);
  expect(read.slice(0, 3000).every((one) => one === 'fbf9f4')).toBe(true);
  const off = read.slice(3000).map((one, at) => {
    const [wanted, got] = [rest[at] ?? 0, Number.parseInt(one, 16)];
    return Math.max(...[16, 8, 0].map((shift) => Math.abs(((wanted >> shift) & 255) - ((got >> shift) & 255))));
  });
  expect(off.reduce((sum, one) => sum + one, 0) / off.length).toBeLessThan(3);
});
