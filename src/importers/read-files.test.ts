import { readdirSync, readFileSync } from 'node:fs';

import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { Bbox } from '../contract/place';
import type { Imported, ImportedFile, ImportOptions } from './imported';
import { MAX_FEATURES, MAX_INPUT_BYTES, MAX_ZIP_ENTRIES } from './limits';
import { readFiles } from './read-files';

const SITES = new URL('../../tests/fixtures/sites/', import.meta.url);
const COVERAGE: Bbox = [102, 24, 104, 27];
const METRES_PER_DEGREE = 111_400;

/** Made by GDAL and PROJ from one source; `make.sh` in the folder has the commands. */
const fixture = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(name, SITES))),
});
const text = (name: string, content: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: strToU8(content),
});
const read = async (
  files: readonly { name: string; bytes: Uint8Array }[],
  more: Partial<ImportOptions> = {},
): Promise<Imported> => {
  const [first] = await readFiles(files, { coverage: COVERAGE, ...more });
  if (!first) throw new Error('nothing was read');
  return first;
};
function sound(result: Imported): ImportedFile {
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`);
  return result;
}
const numbersIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(numbersIn) : typeof value === 'number' ? [value] : [];
const codes = ({ warnings }: ImportedFile): string[] => warnings.map(({ code }) => code);

const expected: { features: { properties: { name: string; use: string }; geometry: { coordinates: unknown } }[] } =
  JSON.parse(readFileSync(new URL('expected.geojson', SITES), 'utf8'));

/** Farthest that a position lies from where PROJ has it, in metres; rings may begin and run anywhere. */
function worstOffM({ features }: ImportedFile): number {
  const pairs = (value: unknown): [number, number][] => {
    const numbers = numbersIn(value);
    return numbers.flatMap((lng, index): [number, number][] =>
      index % 2 === 0 ? [[lng, numbers[index + 1] ?? NaN]] : [],
    );
  };
  const truth = expected.features.flatMap(({ geometry }) => pairs(geometry.coordinates));
  const offs = features
    .flatMap(({ geometry }) => pairs(geometry.coordinates))
    .map(([lng, lat]) => Math.min(...truth.map(([x, y]) => Math.hypot(lng - x, lat - y))) * METRES_PER_DEGREE);
  expect(offs).toHaveLength(truth.length);
  return Math.max(...offs);
}

describe.each([
  ['sites-4543.geojson', 'EPSG:4543', 'stated'],
  ['sites-4522.geojson', 'EPSG:4522', 'stated'],
  ['sites-4544.geojson', 'EPSG:4544', 'stated'],
  ['sites-3857.geojson', 'EPSG:3857', 'stated'],
  ['sites-4490.geojson', 'EPSG:4490', 'stated'],
  ['sites-4326.geojson', 'EPSG:4326', 'format'],
  ['shp-4543-gbk-cpg.zip', 'EPSG:4543', 'stated'],
  ['shp-4522-utf8.zip', 'EPSG:4522', 'stated'],
  ['shp-32648.zip', 'WGS_1984_UTM_Zone_48N', 'stated'],
  ['sites.kml', 'EPSG:4326', 'format'],
  ['sites.kmz', 'EPSG:4326', 'format'],
  ['sites-4543.fgb', 'EPSG:4543', 'stated'],
  ['sites-4326.fgb', 'EPSG:4326', 'stated'],
  ['sites-wkt-4326.csv', 'EPSG:4326', 'assumed'],
])('%s', (name, system, basis) => {
  it('is where PROJ has it, to a centimetre, with names and attributes', async () => {
    const result = sound(await read([fixture(name)]));
    expect(result.crs).toMatchObject({ id: system, basis });
    expect(worstOffM(result)).toBeLessThan(0.01);
    expect(result.rejected).toEqual([]);
    const features = result.features.toSorted((a, b) =>
      (b.attributes['area_ha'] ?? 0) > (a.attributes['area_ha'] ?? 0) ? 1 : -1,
    );
    expect(features.map((feature) => feature.name).toSorted()).toEqual(['乙地块', '甲地块'].toSorted());
    const one = features.find((feature) => feature.name === '甲地块');
    expect(one?.attributes['use']).toBe('住宅');
    expect(one?.geometry).toMatchObject({ type: 'Polygon', coordinates: { length: 2 } });
    expect(one?.problem).toBeNull();
  });
});

describe('a drawing or shapefile without a system', () => {
  it.each(['sites-4543.dxf', 'shp-4544-gbk-no-prj-no-cpg.zip'])('%s is put before the visitor', async (name) => {
    const result = await read([fixture(name)]);
    expect(result).toMatchObject({ ok: false, reason: 'crs-unknown' });
    const offers = result.ok ? [] : result.offers;
    expect(offers.map(({ system }) => system)).toContain(name.includes('4543') ? 'EPSG:4543' : 'EPSG:4544');
    for (const {
      at: [lng, lat],
    } of offers)
      expect([lng > 102, lng < 104, lat > 24, lat < 27]).not.toContain(false);
  });

  it('is read in the system that was chosen', async () => {
    const name = 'bare.shp';
    const chosen = { [name]: { system: 'EPSG:4544', yFirst: false } };
    const result = sound(await read([fixture('shp-4544-gbk-no-prj-no-cpg.zip')], { chosen }));
    expect(worstOffM(result)).toBeLessThan(0.01);
    expect(result.crs.basis).toBe('chosen');
    expect(codes(result)).toEqual(['encoding-assumed']);
    expect(result.features[0]?.attributes['use']).toBe('住宅');
    const drawn = { 'sites-4543.dxf': { system: 'EPSG:4543', yFirst: false } };
    const drawing = sound(await read([fixture('sites-4543.dxf')], { chosen: drawn }));
    expect(worstOffM(drawing)).toBeLessThan(0.01);
    expect(drawing.features.map(({ geometry }) => geometry.type)).toEqual(['Polygon', 'Polygon', 'Polygon']);
  });
});

describe('what is dropped together', () => {
  it('is read source by source: a loose shapefile is one', async () => {
    const inside = unzipSync(fixture('shp-4543-gbk-cpg.zip').bytes);
    const loose = Object.entries(inside).map(([name, bytes]) => ({ name, bytes }));
    const results = await readFiles([...loose, fixture('sites.kml')], { coverage: COVERAGE });
    expect(results.map(({ ok, file }) => [ok, file])).toEqual([
      [true, 'gbk.shp'],
      [true, 'sites.kml'],
    ]);
  });

  it('names what it cannot read and reads the rest', async () => {
    const results = await readFiles(
      [
        text('a.pdf', '%PDF-1.7'),
        text('empty.csv', ''),
        text('lone.dbf', 'x'.repeat(99)),
        fixture('sites-4326.geojson'),
      ],
      { coverage: COVERAGE },
    );
    expect(results.map((one) => (one.ok ? 'ok' : one.reason)).toSorted()).toEqual(
      ['empty', 'ok', 'shape-missing', 'unknown-format'].toSorted(),
    );
  });

  it('has fixtures that the tests use, every one', () => {
    const known = readdirSync(SITES).filter((name) => !/^(?:make\.sh|source\.geojson|expected\.geojson)$/u.test(name));
    const used = readFileSync(new URL('read-files.test.ts', import.meta.url), 'utf8');
    expect(known.filter((name) => !used.includes(`'${name}'`))).toEqual([]);
  });
});

describe('archives', () => {
  it('that would burst are refused before they are opened', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(30_000_000) }, { level: 9 });
    expect(await read([{ name: 'bomb.zip', bytes: bomb }])).toMatchObject({ ok: false, reason: 'too-large-unzipped' });
    const many = zipSync(
      Object.fromEntries(Array.from({ length: MAX_ZIP_ENTRIES + 1 }, (_, n) => [`${n}.txt`, strToU8('x')])),
    );
    expect(await read([{ name: 'many.zip', bytes: many }])).toMatchObject({ ok: false, reason: 'too-many-entries' });
  });

  it('that lie about their sizes never grow beyond what they said', async () => {
    const bytes = zipSync({ 'a.geojson': strToU8(`{"type":"Point","coordinates":[102.7,25]}${' '.repeat(50_000)}`) });
    // the size before packing, in the local header and in the directory
    const view = new DataView(bytes.buffer);
    const directory = bytes.length - 22 - 46 - 'a.geojson'.length;
    expect(view.getUint32(directory, true)).toBe(0x02_01_4b_50);
    view.setUint32(directory + 24, 30, true);
    expect(await read([{ name: 'liar.zip', bytes }])).toMatchObject({ ok: false, reason: 'unreadable' });
  });

  it('that are damaged are refused', async () => {
    expect(await read([text('a.zip', 'PK\u0003\u0004nothing')])).toMatchObject({ ok: false, reason: 'unreadable' });
  });

  it('may have folders and rubbish of other computers inside', async () => {
    const point = strToU8('{"type":"Point","coordinates":[102.7,25]}');
    const zip = zipSync({
      '__MACOSX/._a.geojson': strToU8('x'),
      'folder/.DS_Store': strToU8('x'),
      'folder/a.geojson': point,
    });
    const results = await readFiles([{ name: 'a.zip', bytes: zip }], { coverage: COVERAGE });
    expect(results.map(({ ok, file }) => [ok, file])).toEqual([[true, 'folder/a.geojson']]);
  });
});

describe('limits', () => {
  it('of bytes and of features', async () => {
    const large = { name: 'a.csv', bytes: new Uint8Array(MAX_INPUT_BYTES + 1) };
    expect(await read([large])).toMatchObject({ ok: false, reason: 'too-large' });
    const rows = `lng,lat\n${'102.7,25\n'.repeat(MAX_FEATURES + 1)}`;
    expect(await read([text('a.csv', rows)])).toMatchObject({ ok: false, reason: 'too-many-features' });
  });

  it('of vertices', async () => {
    const ring = Array.from({ length: 1_000_001 }, (_, n) => `[102.${n % 9},25]`).join(',');
    const json = `{"type":"LineString","coordinates":[${ring}]}`;
    expect(await read([text('a.json', json)])).toMatchObject({ ok: false, reason: 'too-many-vertices' });
  });

  it('of depth', async () => {
    expect(await read([text('a.json', `{"type":"Point","coordinates":${'['.repeat(9999)}`)])).toMatchObject({
      reason: 'too-deep',
    });
    expect(await read([text('a.kml', `<kml>${'<Folder>'.repeat(99)}`)])).toMatchObject({ reason: 'too-deep' });
  });
});
