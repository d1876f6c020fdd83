import { existsSync, readFileSync } from 'node:fs';

import * as v from 'valibot';
import { expect, it } from 'vitest';

const { icons } = v.parse(
  v.object({
    name: v.string(),
    start_url: v.literal('./'),
    scope: v.literal('./'),
    display: v.string(),
    icons: v.array(v.object({ src: v.string(), type: v.string(), sizes: v.string(), purpose: v.optional(v.string()) })),
  }),
  JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')),
);

it('has what an installed site needs, each icon as large as it says', () => {
  const pngs = icons.filter(({ type }) => type === 'image/png');
  expect(icons.every(({ src }) => existsSync(`public/${src}`))).toBe(true);
  expect(pngs.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const { src, sizes } of pngs) {
    const header = readFileSync(`public/${src}`);
    expect(`${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`).toBe(sizes);
  }
});
