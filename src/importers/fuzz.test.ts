import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fuzzRuns } from '../../tests/fuzz-runs';
import { readCsv } from './csv';
import { readDxf } from './dxf';
import { readFlatGeobuf } from './flat-geobuf';
import { readGeoJson } from './geojson';
import { readGuotuTxt } from './guotu-txt';
import type { Imported, ImportOptions, InputFile } from './imported';
import { readKml } from './kml';
import type { RawResult } from './raw';
import { readFiles } from './read-files';
import { readShapefile } from './shapefile';
import { toFeatures } from './to-features';
import { unzip } from './unzip';

const RUNS = fuzzRuns(10_000);
/** In milliseconds; a hang is a failure, a slow machine is not. */
const PATIENCE = 12 * RUNS;
const OPTIONS: ImportOptions = {
  coverage: [102, 24, 104, 27],
  chosen: { chosen: { system: 'EPSG:4543', yFirst: false } },
};

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../tests/fixtures/sites/${name}`, import.meta.url)));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const EVIL = [
  '__proto__',
  'constructor',
  'prototype',
  'NaN',
  '1e999',
  '-0',
  '{"__proto__":{"polluted":1}}',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;&#0;&#x110000;',
  '<![CDATA[',
  'POLYGON((((',
  'GEOMETRYCOLLECTION(',
  '\0',
  '\uFEFF',
  ',,,,,,@',
  'J1,1,2770740,34571884',
  '[地块坐标]',
  '0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n',
].map(bytesOf);

/** A valid file with some of its bytes changed, cut, doubled, or with something evil put in; or no file at all. */
function damaged(originals: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const damage = fc.oneof(
    { weight: 4, arbitrary: fc.record({ at: part, bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ at: part, evil: fc.constantFrom(...EVIL) }) },
    { weight: 1, arbitrary: fc.record({ at: part, cut: part }) },
    { weight: 1, arbitrary: fc.record({ at: part, twice: part }) },
  );
  const mutated = fc
    .tuple(fc.constantFrom(...originals), fc.array(damage, { maxLength: 4 }))
    .map(([original, list]) => {
      let bytes = original;
      for (const one of list) {
        const at = Math.floor(one.at * bytes.length);
        if ('bytes' in one) {
          bytes = bytes.slice();
          bytes.set(one.bytes.subarray(0, bytes.length - at), at);
        } else if ('evil' in one) {
          bytes = joined(bytes.subarray(0, at), one.evil, bytes.subarray(at));
        } else if ('cut' in one) {
          bytes = bytes.slice(0, Math.floor(one.cut * bytes.length));
        } else {
          bytes = joined(bytes, bytes.subarray(at));
        }
        bytes = bytes.subarray(0, 20_000);
      }
      return bytes;
    });
  return fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) });
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

const numbersIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(numbersIn) : typeof value === 'number' ? [value] : [];

/** Whatever comes in, what goes out is a value that can be drawn. */
function check(result: Imported): void {
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  if (!result.ok) return;
  for (const { geometry, attributes } of result.features) {
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
    expect(numbersIn(geometry.coordinates).every((value) => Math.abs(value) <= 180)).toBe(true);
  }
}
const named = (bytes: Uint8Array): InputFile => ({ name: 'chosen', bytes });
const asked = (bytes: Uint8Array): InputFile => ({ name: 'asked', bytes });

const PARCELS = bytesOf(`[属性描述]
坐标系=2000国家大地坐标系
带号=34
[地块坐标]
4,0.5,01,甲,面,,,,@
J1,1,2770740.693,34571884.299
J2,1,2770840.693,34571884.299
J3,1,2770840.693,34571984.299
J1,1,2770740.693,34571884.299
`);
const TABLE = bytesOf('name,lng,lat\n甲,102.7,25.0\n乙,"102°42′",25.1\n');

const READERS: readonly (readonly [
  name: string,
  originals: readonly Uint8Array[],
  read: (file: InputFile) => RawResult,
])[] = [
  ['GeoJSON', [fixture('sites-4543.geojson'), fixture('sites-4326.geojson')], readGeoJson],
  ['KML', [fixture('sites.kml')], readKml],
  ['tables', [fixture('sites-wkt-4326.csv'), TABLE], (file) => readCsv(file, OPTIONS)],
  ['国土 TXT', [PARCELS], readGuotuTxt],
  ['DXF', [bytesOf(dxf()), fixture('sites-4543.dxf').subarray(-1500)], readDxf],
];

function dxf(): string {
  const corners = [571_884, 571_984, 571_984].map((x, index) => `10\n${x}\n20\n${2_770_740 + index * 50}`).join('\n');
  const old = [1, 2, 3].map((x) => `0\nVERTEX\n8\n0\n10\n${x}\n20\n${x * x}\n70\n0`).join('\n');
  return `0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\nA\n90\n3\n70\n1\n${corners}\n0\nPOLYLINE\n70\n1\n${old}\n0\nSEQEND\n0\nPOINT\n10\n1\n20\n2\n0\nENDSEC\n0\nEOF\n`;
}

describe.each(READERS)('damaged %s', (_, originals, read) => {
  it(
    'never throws, pollutes or hangs',
    () => {
      fc.assert(
        fc.property(damaged(originals), fc.boolean(), (bytes, chosen) => {
          check(toFeatures(read(chosen ? named(bytes) : asked(bytes)), OPTIONS));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});

describe('damaged binary files', () => {
  const shapefile = unzip(fixture('shp-4543-gbk-cpg.zip'));
  const part = (extension: string): Uint8Array =>
    (shapefile.ok ? shapefile.files : []).find(({ name }) => name.endsWith(extension))?.bytes ?? new Uint8Array();

  it(
    'as shapefiles never throw, pollute or hang',
    async () => {
      const parts = fc.tuple(
        damaged([part('.shp')]),
        damaged([part('.dbf')]),
        damaged([part('.prj')]),
        damaged([part('.cpg')]),
      );
      await fc.assert(
        fc.asyncProperty(parts, async ([shp, dbf, prj, cpg]) => {
          const raw = await readShapefile({ shp: named(shp), dbf: named(dbf), prj: named(prj), cpg: named(cpg) });
          check(toFeatures(raw, OPTIONS));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'as FlatGeobuf never throw, pollute or hang',
    async () => {
      await fc.assert(
        fc.asyncProperty(damaged([fixture('sites-4543.fgb'), fixture('sites-4326.fgb')]), async (bytes) => {
          check(toFeatures(await readFlatGeobuf(named(bytes)), OPTIONS));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'as archives never throw, pollute or hang',
    () => {
      fc.assert(
        fc.property(damaged([fixture('sites.kmz'), fixture('shp-4522-utf8.zip')]), (bytes) => {
          expect(typeof unzip(bytes).ok).toBe('boolean');
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'with any name find an importer or a reason',
    async () => {
      const names = fc.constantFrom(
        'a.zip',
        'a.shp',
        'a.dbf',
        'a.kml',
        'a.csv',
        'a.txt',
        'a.dxf',
        'a',
        '__proto__',
        '',
      );
      const files = fc.array(
        fc.record({
          name: names,
          bytes: damaged([...READERS.flatMap(([, originals]) => originals), part('.shp'), fixture('sites.kmz')]),
        }),
        { maxLength: 3 },
      );
      await fc.assert(
        fc.asyncProperty(files, async (list) => {
          for (const result of await readFiles(list, OPTIONS)) check(result);
        }),
        { numRuns: RUNS / 2 },
      );
    },
    PATIENCE,
  );
});
