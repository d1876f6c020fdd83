import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import type { Bbox, LngLat } from '../../contract/place';
import type { ImportedFile, InputFile } from '../imported';
import { readFiles } from '../read-files';
import { writeCsv } from './write-csv';
import type { WrittenFeature } from './write-features';
import { writeGeoJson } from './write-geojson';
import { writeGuotuTxt } from './write-guotu-txt';
import { writeKml } from './write-kml';

const COVERAGE: Bbox = [102, 24, 104, 27];
const again = async (name: string, text: string): Promise<ImportedFile> => {
  const file: InputFile = { name, bytes: new TextEncoder().encode(text) };
  const [result] = await readFiles([file], { coverage: COVERAGE });
  if (!result?.ok) throw new Error(`${result?.reason} ${result?.detail}`);
  return result;
};
const square = ([lng, lat]: LngLat, size: number): number[][] => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
];
const numbersIn = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(numbersIn) : typeof value === 'number' ? [value] : [];

const HOLED: WrittenFeature = {
  name: '甲',
  attributes: { 地块编号: '01', 地块用途: '住宅' },
  geometry: { type: 'Polygon', coordinates: [square([102.7, 25], 0.01), square([102.702, 25.002], 0.002)] },
};
const PARTS: WrittenFeature = {
  name: '乙',
  attributes: { 地块编号: '02' },
  geometry: { type: 'MultiPolygon', coordinates: [[square([102.8, 25], 0.01)], [square([102.83, 25], 0.01)]] },
};
const LINE: WrittenFeature = {
  name: '路',
  attributes: {},
  geometry: {
    type: 'LineString',
    coordinates: [
      [102.7, 25],
      [102.71, 25.01],
    ],
  },
};
const POINT: WrittenFeature = {
  name: '点',
  attributes: { n: 1 },
  geometry: { type: 'Point', coordinates: [102.7, 25] },
};

describe.each([
  ['GeoJSON', 'a.geojson', writeGeoJson, 1e-9],
  ['KML', 'a.kml', writeKml, 1e-9],
  ['CSV', 'a.csv', writeCsv, 1e-9],
  ['国土 TXT', 'a.txt', writeGuotuTxt, 2e-8],
] as const)('%s', (_, name, write, toleranceDeg) => {
  it('comes back as it went, names, attributes and shapes', async () => {
    const result = await again(name, write([HOLED, PARTS]));
    expect(result.rejected).toEqual([]);
    const surprises = result.warnings.filter(({ code }) => code !== 'datum-assumed');
    expect(surprises).toEqual([]);
    for (const [index, feature] of [HOLED, PARTS].entries()) {
      const back = result.features[index];
      expect(back?.name).toBe(feature.name);
      expect(back?.attributes['地块编号']).toBe(feature.attributes['地块编号']);
      expect(back?.geometry.type).toBe(feature.geometry.type);
      const [went, came] = [numbersIn(feature.geometry.coordinates), numbersIn(back?.geometry.coordinates)];
      expect(came).toHaveLength(went.length);
      for (const [at, value] of went.entries()) expect(Math.abs((came[at] ?? NaN) - value)).toBeLessThan(toleranceDeg);
    }
  });

  it('takes lines and points, too', async () => {
    const result = await again(name, write([LINE, POINT]));
    expect(result.features.map((feature) => feature.name)).toEqual(['路', '点']);
    expect(numbersIn(result.features[0]?.geometry.coordinates)).toHaveLength(4);
  });

  it('survives any name and attribute', async () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', '=1+1', 'constructor', '</name>', ']]>', 'a,b', '"', '@'),
    );
    await fc.assert(
      fc.asyncProperty(words, fc.dictionary(words, words, { maxKeys: 4 }), async (label, attributes) => {
        const text = write([{ ...HOLED, name: label, attributes }]);
        const { features } = await again(name, text);
        expect(features).toHaveLength(1);
        expect(numbersIn(features[0]?.geometry.coordinates)).toHaveLength(20);
        expect(Object.getPrototypeOf(features[0]?.attributes)).toBe(Object.prototype);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});

describe('a table', () => {
  it('opens in a spreadsheet: byte order mark, CRLF, and no cell that runs', () => {
    const evil = { name: '=HYPERLINK("http://x")', attributes: { a: '+1+cmd', b: '-5.5', c: '@x', d: 'x,"y"\nz' } };
    const text = writeCsv([{ ...POINT, ...evil }]);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
    expect(data).toEqual([
      {
        name: `'=HYPERLINK("http://x")`,
        a: "'+1+cmd",
        b: '-5.5',
        c: "'@x",
        d: 'x,"y"\nz',
        经度: '102.700000000',
        纬度: '25.000000000',
      },
    ]);
  });
});

describe('a parcel file', () => {
  const lines = writeGuotuTxt([HOLED]).split('\r\n');

  it('is written as the authorities prescribe it', () => {
    expect(lines.slice(0, 10)).toEqual([
      '[属性描述]',
      '格式版本号=1.01版本',
      '坐标系=2000国家大地坐标系',
      '几度分带=3',
      '投影类型=高斯克吕格',
      '计量单位=米',
      '带号=34',
      '精度=0.001',
      '转换参数=,,,,,,',
      '[地块坐标]',
    ]);
    // echo '25 102.7' | cs2cs -f %.3f EPSG:4490 EPSG:4522
    expect(lines[11]).toBe('J1,1,2766236.609,34570666.201');
    expect(lines[15]).toBe('J1,1,2766236.609,34570666.201');
    expect(lines[16]?.startsWith('J5,2,')).toBe(true);
    expect(lines[20]?.startsWith('J5,2,')).toBe(true);
  });

  it('states the area less its holes, in hectares', () => {
    expect(lines[10]).toMatch(/^10,\d+\.\d{4},01,甲,面,,住宅,,@$/u);
    const hectares = Number(lines[10]?.split(',')[1]);
    // 0.01° by 0.01° less 0.002° by 0.002°, at 25° N
    expect(Math.abs(hectares / (1009.5 * 1107.8 * 0.96 * 1e-4) - 1)).toBeLessThan(0.01);
  });
});
