import fc from 'fast-check';
import { PMTiles, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ArchiveBytes } from '../../../tests/archive-bytes';
import { series } from '../../../tests/postgis/random-sites';
import { type MapTile, tileIdOf, writePmtiles } from './pmtiles-writer';

const WORDS = {
  bounds: [102.5, 24.7, 103.1, 25.2] as const,
  minzoom: 0,
  maxzoom: 14,
  metadata: { vector_layers: [{ id: 'areas', fields: { id: 'String' } }] },
};
const archiveOf = (tiles: readonly MapTile[]): Uint8Array =>
  writePmtiles(tiles, { ...WORDS, bounds: [...WORDS.bounds] });
const readerOf = (archive: Uint8Array): PMTiles => new PMTiles(new ArchiveBytes(archive));

/** The tile as its reader gets it, with the gzip taken off. */
async function tileOf(reader: PMTiles, { z, x, y }: Omit<MapTile, 'bytes'>): Promise<number[] | null> {
  const found = await reader.getZxy(z, x, y);
  return found ? [...new Uint8Array(found.data)] : null;
}

const tile = (id: number, ...bytes: number[]): MapTile => {
  const [z, x, y] = tileIdToZxy(id);
  return { z, x, y, bytes: Uint8Array.from(bytes) };
};

describe('an archive of tiles', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('numbers tiles as its reader does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 26 }),
        fc.double({ min: 0, max: 0.999 }),
        fc.double({ min: 0, max: 0.999 }),
        (z, u, v) => {
          const [x, y] = [Math.floor(u * 2 ** z), Math.floor(v * 2 ** z)];
          expect(tileIdOf(z, x, y)).toBe(zxyToTileId(z, x, y));
        },
      ),
    );
  });

  it('says what it is and what it holds', async () => {
    const reader = readerOf(archiveOf([tile(5, 1, 2), tile(6, 1, 2), tile(9, 3)]));
    expect(await reader.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      internalCompression: 2,
      tileCompression: 2,
      tileType: 1,
      minZoom: 0,
      maxZoom: 14,
      minLon: 102.5,
      minLat: 24.7,
      maxLon: 103.1,
      maxLat: 25.2,
      centerLon: 102.8,
      centerLat: 24.95,
      centerZoom: 7,
      numAddressedTiles: 3,
      numTileEntries: 2,
      numTileContents: 2,
    });
    expect(await reader.getMetadata()).toEqual(WORDS.metadata);
  });

  it('stores what comes again once, beside itself or far away', async () => {
    const sea = Array.from({ length: 500 }, (_, at) => at % 251);
    const once = archiveOf([tile(100, ...sea), tile(7000, 1)]);
    const tiles = [
      ...Array.from({ length: 300 }, (_, at) => tile(100 + at, ...sea)),
      tile(7000, 1),
      tile(9000, ...sea),
    ];
    const archive = archiveOf(tiles);
    expect(archive.length).toBeLessThan(once.length + 20);
    const reader = readerOf(archive);
    expect(await reader.getHeader()).toMatchObject({ numAddressedTiles: 302, numTileEntries: 3, numTileContents: 2 });
    for (const one of [tile(100), tile(399), tile(9000)]) expect(await tileOf(reader, one)).toEqual(sea);
    for (const one of [tile(99), tile(400), tile(8999)]) expect(await tileOf(reader, one)).toBeNull();
  });

  it('finds each of many tiles by leaf directories', async () => {
    // Odd gaps and lengths, so that the directory stays long in gzip.
    const random = series(5);
    let id = 100_000;
    const tiles = Array.from({ length: 24_000 }, (_, at) => {
      id += 2 + Math.floor(random() * 1000);
      const noise = Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 256));
      return { id, bytes: [at % 256, Math.floor(at / 256), ...noise] };
    });
    const reader = readerOf(archiveOf(tiles.map((one) => tile(one.id, ...one.bytes))));
    const header = await reader.getHeader();
    expect(header.leafDirectoryLength).toBeGreaterThan(0);
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    for (const one of tiles.filter((_, at) => at % 499 === 0 || at > 23_990)) {
      expect(await tileOf(reader, tile(one.id)), String(one.id)).toEqual(one.bytes);
      expect(await tileOf(reader, tile(one.id + 1))).toBeNull();
    }
    expect(await tileOf(reader, tile(99_999))).toBeNull();
  });

  it('gives every tile back, and none besides', async () => {
    const zoom = 4;
    const places = (4 ** (zoom + 1) - 1) / 3;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.tuple(fc.integer({ min: 0, max: places - 1 }), fc.uint8Array({ minLength: 1, maxLength: 3 })),
          {
            selector: ([id]) => id,
            maxLength: 120,
          },
        ),
        async (drawn) => {
          const tiles = drawn.map(([id, bytes]) => tile(id, ...bytes));
          const archive = archiveOf(tiles);
          expect(archiveOf(tiles.toReversed())).toEqual(archive);
          const reader = readerOf(archive);
          const known = new Map(drawn);
          for (let id = 0; id < places; id += 1) {
            const bytes = known.get(id);
            expect(await tileOf(reader, tile(id)), String(id)).toEqual(bytes ? [...bytes] : null);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('does not look at the clock', () => {
    vi.useFakeTimers({ now: new Date('2026-01-01') });
    const first = archiveOf([tile(5, 1)]);
    vi.setSystemTime(new Date('2031-07-07'));
    expect(archiveOf([tile(5, 1)])).toEqual(first);
  });
});
