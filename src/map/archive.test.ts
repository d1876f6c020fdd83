import { afterEach, describe, expect, it, vi } from 'vitest';

import { writePmtiles } from '../../geo/pipeline/tiles/pmtiles-writer';
import { ARCHIVE_PROTOCOL, tilesOf } from './archive';

const TILE = { z: 6, x: 50, y: 27, bytes: new Uint8Array([1, 2, 3]) };
const archive = writePmtiles([TILE], { bounds: [101, 24, 104, 27], minzoom: 6, maxzoom: 6, metadata: {} });

/** Answers ranges of the archive, as a server does. */
function serve(): void {
  vi.stubGlobal('fetch', (_: string, { headers }: { headers: Headers }) => {
    const [from = 0, to = 0] =
      /bytes=(\d+)-(\d+)/u
        .exec(headers.get('range') ?? '')
        ?.slice(1)
        .map(Number) ?? [];
    const body = archive.slice(from, to + 1);
    return Promise.resolve(new Response(body, { status: 206, headers: { 'content-length': String(body.length) } }));
  });
}
const read = async (address: string, x: number): Promise<number[]> => {
  const url = tilesOf(address).replace('{z}', '6').replace('{x}', String(x)).replace('{y}', '27');
  const { data } = await ARCHIVE_PROTOCOL.read({ url }, new AbortController());
  return [...new Uint8Array(data)];
};

afterEach(() => vi.unstubAllGlobals());

describe('a tile of an archive', () => {
  it('is read by its address, which may name a version, and is empty where the archive has none', async () => {
    serve();
    expect(await read('https://tuce.example/map.pmtiles?v=1', 50)).toEqual([1, 2, 3]);
    expect(await read('https://tuce.example/map.pmtiles?v=1', 51)).toEqual([]);
  });

  it('can be had the next time when it could not once', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    await expect(read('https://tuce.example/other.pmtiles', 50)).rejects.toThrow('no network');
    serve();
    expect(await read('https://tuce.example/other.pmtiles', 50)).toEqual([1, 2, 3]);
  });
});
