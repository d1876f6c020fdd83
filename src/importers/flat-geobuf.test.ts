import { readFileSync } from 'node:fs';

import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { describe, expect, it } from 'vitest';

import { IMPORT_OPTIONS, importOne, importSound } from '../../tests/import-one';

describe('FlatGeobuf', () => {
  const point = { type: 'Point' as const, coordinates: [102.7, 25] };
  const feature = { type: 'Feature' as const, properties: { name: '甲', n: 1 }, geometry: point };
  const bytes = serialize({ type: 'FeatureCollection', features: [feature] });

  it('without a system is put before the visitor', async () => {
    expect(await importOne('a.fgb', bytes)).toMatchObject({ reason: 'crs-unknown' });
    const chosen = { 'a.fgb': { system: 'EPSG:4326', yFirst: false } };
    expect((await importSound('a.fgb', bytes, { ...IMPORT_OPTIONS, chosen })).features[0]).toMatchObject({
      name: '甲',
      geometry: point,
    });
  });

  it('with an index of nothing, over which its library loops for ever, is refused', async () => {
    const indexed = new Uint8Array(readFileSync(new URL('../../tests/fixtures/sites/sites-4543.fgb', import.meta.url)));
    const view = new DataView(indexed.buffer);
    const count = Array.from({ length: 200 }, (_, at) => at).find((at) => view.getBigUint64(at, true) === 2n) ?? NaN;
    view.setBigUint64(count, 0n, true);
    expect(await importOne('a.fgb', indexed)).toMatchObject({ ok: false, reason: 'no-features' });
  });

  it('at an odd place in memory, as out of an archive, is read the same', async () => {
    const moved = new Uint8Array([0, 0, 0, ...bytes]).subarray(3);
    const chosen = { 'a.fgb': { system: 'EPSG:4326', yFirst: false } };
    expect((await importSound('a.fgb', moved, { ...IMPORT_OPTIONS, chosen })).features).toHaveLength(1);
  });
});
