import { readFileSync } from 'node:fs';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { IMPORT_OPTIONS } from '../../tests/import-one';
import { readDbf } from './dbf';
import type { InputFile } from './imported';
import type { RawRecord } from './raw';
import { readShapefile } from './shapefile';
import { readShp } from './shp';
import { toFeatures } from './to-features';

const zip = unzipSync(
  new Uint8Array(readFileSync(new URL('../../tests/fixtures/sites/shp-4543-gbk-cpg.zip', import.meta.url))),
);
const part = (extension: string): InputFile => {
  const name = `gbk.${extension}`;
  const bytes = zip[name];
  if (!bytes) throw new Error(name);
  return { name, bytes: bytes.slice() };
};
const record = (shp: Uint8Array, number: number): RawRecord['fault'] | string | undefined => {
  const shape = readShp(shp)?.shapes[number];
  return shape?.fault ?? shape?.geometries[0]?.type;
};

describe('shapes', () => {
  it('that are damaged are named, the others stand', () => {
    const { bytes } = part('shp');
    const view = new DataView(bytes.buffer);
    // the number of points of the first record
    view.setInt32(100 + 8 + 40, 9_999_999, true);
    expect([record(bytes, 0), record(bytes, 1)]).toEqual(['unreadable', 'Polygon']);
  });

  it('whose end is missing stand as far as they go, which is said', async () => {
    const { name, bytes } = part('shp');
    const shp = { name, bytes: bytes.subarray(0, bytes.length - 10) };
    const result = toFeatures(await readShapefile({ shp, dbf: part('dbf'), prj: part('prj') }), IMPORT_OPTIONS);
    expect(result.ok && result.features.map((feature) => feature.name)).toEqual(['甲地块']);
    expect(result.ok && result.warnings.map(({ code }) => code)).toContain('truncated');
  });

  it('keep every ring, whichever way it runs', () => {
    const { bytes } = part('shp');
    const view = new DataView(bytes.buffer);
    const [start, corners] = [100 + 8 + 44 + 8, 5];
    // the outline the other way round: a reader that trusts the sense of rotation loses it
    const swap = (one: number, other: number): void => {
      for (const axis of [0, 8]) {
        const [a, b] = [start + one * 16 + axis, start + other * 16 + axis];
        const kept = view.getFloat64(a, true);
        view.setFloat64(a, view.getFloat64(b, true), true);
        view.setFloat64(b, kept, true);
      }
    };
    for (let index = 0; index < Math.floor(corners / 2); index += 1) swap(index, corners - 1 - index);
    expect(readShp(bytes)?.shapes[0]?.geometries[0]).toMatchObject({ type: 'Polygon', coordinates: { length: 2 } });
  });

  it('without a table come without attributes, which is said', async () => {
    const result = toFeatures(await readShapefile({ shp: part('shp'), prj: part('prj') }), IMPORT_OPTIONS);
    expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(['attributes-missing']);
    expect(result.ok && result.features.map(({ name }) => name)).toEqual([null, null]);
  });

  it('in a system that nobody understands are refused, by its words', async () => {
    const prj = { name: 'gbk.prj', bytes: new TextEncoder().encode('LOCAL_CS["desk"]') };
    const result = toFeatures(await readShapefile({ shp: part('shp'), prj }), IMPORT_OPTIONS);
    expect(result).toMatchObject({ ok: false, reason: 'crs-not-supported', detail: 'LOCAL_CS["desk"]' });
    expect(!result.ok && result.offers.map(({ system }) => system)).toEqual(['EPSG:4543']);
  });
});

describe('tables', () => {
  const { bytes } = part('dbf');

  it.each([['GBK'], ['936'], ['ANSI 936'], ['cp936'], ['gb18030'], ['gb2312']])(
    'are read by the encoding %s',
    (cpg) => {
      expect(readDbf(bytes, cpg)?.rows[0]).toContainEqual(['name', '甲地块']);
    },
  );

  it('are read by the language driver or by their contents where nothing else tells', () => {
    const silent = bytes.slice();
    silent[29] = 0;
    expect(readDbf(silent, null)).toMatchObject({ encodingAssumed: true });
    expect(readDbf(silent, null)?.rows[0]).toContainEqual(['name', '甲地块']);
    expect(readDbf(silent, 'no such encoding')?.rows[0]).toContainEqual(['name', '甲地块']);
    silent[29] = 0x4d;
    expect(readDbf(silent, null)).toMatchObject({ encodingAssumed: false });
  });

  it('give numbers as numbers', () => {
    expect(readDbf(bytes, 'GBK')?.rows[0]).toContainEqual(['area_ha', 91.5]);
  });

  it('that claim endless rows of nothing end', () => {
    const hostile = bytes.slice();
    const view = new DataView(hostile.buffer);
    view.setUint32(4, 0xff_ff_ff_ff, true);
    expect(readDbf(hostile, 'GBK')?.rows).toHaveLength(2);
    view.setUint16(10, 0, true);
    expect(readDbf(hostile, 'GBK')).toBeNull();
  });
});
