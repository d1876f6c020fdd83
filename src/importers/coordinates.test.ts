import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fuzzRuns } from '../../tests/fuzz-runs';
import type { Bbox, LngLat } from '../contract/place';
import { MAX_COORDINATE_TEXT, readCoordinates } from './coordinates';
import { gcj02ToWgs84 } from './crs/chinese-datums';
import { systemOf } from './crs/systems';

const COVERAGE: Bbox = [102, 24, 104, 27];
const HERE: LngLat = [102.7123, 25.0406];

/** System and rounded position of every candidate. */
const read = (text: string, coverage = COVERAGE): string[] => {
  const result = readCoordinates(text, coverage);
  if (!result.ok) return [result.reason];
  return result.candidates.map(({ system, at: [lng, lat] }) => `${system} ${lng.toFixed(4)} ${lat.toFixed(4)}`);
};
const first = (text: string): string | undefined => read(text)[0];
const notes = (text: string): readonly string[] => {
  const result = readCoordinates(text, COVERAGE);
  return result.ok ? (result.candidates[0]?.notes ?? []) : [result.reason];
};
const apartM = (a: LngLat, b: LngLat): number => Math.hypot(a[0] - b[0], a[1] - b[1]) * 111_400;

describe('degrees', () => {
  it.each([
    '25.0406, 102.7123',
    '102.7123, 25.0406',
    '102.7123 25.0406',
    '102.7123\t25.0406\n',
    '１０２．７１２３，２５．０４０６',
    '102.7123、25.0406',
    '(102.7123; 25.0406)',
    '[102.7123,25.0406]',
    '{"lng":102.7123,"lat":25.0406}',
    '东经102.7123 北纬25.0406',
    '东经102.7123度，北纬25.0406度',
    '北纬：25.0406 东经：102.7123',
    '经度 102.7123 纬度 25.0406',
    'lat: 25.0406, lon: 102.7123',
    'N25.0406 E102.7123',
    '25.0406N 102.7123E',
    '25.0406° N, 102.7123° E',
    '102.7123°E，25.0406°N',
    'X=102.7123, Y=25.0406',
    '我在 102.7123,25.0406 附近，第 3 栋',
    '102.7123,25.0406,1890',
    '102.7123-25.0406',
    '+25.0406+102.7123/',
    'POINT(102.7123 25.0406)',
  ])('%s', (text) => {
    expect(first(text)).toBe('EPSG:4326 102.7123 25.0406');
  });

  it('come with the other datums of Chinese maps as alternatives, WGS-84 first', () => {
    const [gcjLng, gcjLat] = gcj02ToWgs84(HERE);
    const [wgs, gcj, bd, ...more] = read('102.7123,25.0406');
    expect(wgs).toBe('EPSG:4326 102.7123 25.0406');
    expect(gcj).toBe(`GCJ-02 ${gcjLng.toFixed(4)} ${gcjLat.toFixed(4)}`);
    expect(bd).toMatch(/^BD-09 102\.70/u);
    expect(more).toEqual([]);
    expect(notes('102.7123,25.0406')).toEqual(['datum-not-stated']);
  });

  it('come alone where a datum is said', () => {
    expect(read('WGS84: 102.7123, 25.0406')).toEqual(['EPSG:4326 102.7123 25.0406']);
    expect(read('CGCS2000 102.7123, 25.0406')).toEqual(['EPSG:4490 102.7123 25.0406']);
    expect(read('国家2000坐标 北纬25.0406 东经102.7123')).toEqual(['EPSG:4490 102.7123 25.0406']);
    expect(read('高德坐标 102.7123, 25.0406')[0]).toMatch(/^GCJ-02/u);
    expect(read('GCJ-02 102.7123, 25.0406')).toHaveLength(1);
    expect(read('百度 102.7123, 25.0406')[0]).toMatch(/^BD-09/u);
    expect(notes('西安80 102.7123, 25.0406')).toEqual(['datum-unrelated']);
  });

  it('come in both orders where nothing decides, and say so', () => {
    expect(read('10.5, 20.5')).toEqual(['EPSG:4326 20.5000 10.5000', 'EPSG:4326 10.5000 20.5000']);
    expect(notes('10.5, 20.5')).toEqual(['order-not-stated']);
    expect(read('-33.85, 151.21')).toEqual(['EPSG:4326 151.2100 -33.8500']);
    expect(read('33.85S 151.21E')).toEqual(['EPSG:4326 151.2100 -33.8500']);
    expect(read('40.7128 N, 74.0060 W')).toEqual(['EPSG:4326 -74.0060 40.7128']);
  });

  it('in an order that is said stay in it, even where the other would lie in China', () => {
    expect(read('lat 30, lng 20')).toEqual(['EPSG:4326 20.0000 30.0000']);
  });
});

describe('degrees, minutes and seconds', () => {
  it.each([
    `102°42′44.28″ 25°02′26.16″`,
    `东经102°42′44.28″，北纬25°02′26.16″`,
    `102度42分44.28秒，25度2分26.16秒`,
    `E102°42'44.28" N25°02'26.16"`,
    `25°02'26.16"N 102°42'44.28"E`,
    `25°2’26.16’’N，102°42’44.28’’E`,
    `25 02 26.16 N 102 42 44.28 E`,
    `N 25 02 26.16 E 102 42 44.28`,
    `25:02:26.16, 102:42:44.28`,
    `25 02 26.16 102 42 44.28`,
    `25 02 26.16, 102 42 44.28`,
    `25d02m26.16s 102d42m44.28s`,
    `N25 02.436 E102 42.738`,
    `25°02.436′ 102°42.738′`,
    `25 02.436 102 42.738`,
    `25º02′26.16″ 102º42′44.28″`,
  ])('%s', (text) => {
    expect(first(text)).toBe('EPSG:4326 102.7123 25.0406');
  });

  it('without marks say that they were read so', () => {
    expect(notes('25 02 26.16 102 42 44.28')).toContain('read-as-minutes');
    expect(notes('25°02′26.16″ 102°42′44.28″')).not.toContain('read-as-minutes');
  });
});

describe('metres', () => {
  // echo '25.0406 102.7123' | cs2cs -f %.3f EPSG:4490 EPSG:4543 (4522, 4544, 4496); EPSG:4326 EPSG:3857
  const X = '2770740.693';
  it.each([
    [`${X}, 571884.299`, 'EPSG:4543'],
    [`571884.299, ${X}`, 'EPSG:4543'],
    [`X=${X} Y=571884.299`, 'EPSG:4543'],
    [`${X}m 571884.299m`, 'EPSG:4543'],
    [`${X}, 34571884.299`, 'EPSG:4522'],
    [`34571884.299，${X}`, 'EPSG:4522'],
    [`中央经线102° ${X}, 571884.299`, 'EPSG:4543'],
    [`3度带 带号34 ${X}, 571884.299`, 'EPSG:4543'],
    [`EPSG:4522 ${X}, 34571884.299`, 'EPSG:4522'],
    [`CGCS2000 ${X}, 34571884.299`, 'EPSG:4522'],
    ['2772503.408 269092.780', 'EPSG:4544'],
    ['2772503.408 18269092.780', 'EPSG:4496'],
  ])('%s is in %s', (text, system) => {
    expect(first(text)).toBe(`${system} 102.7123 25.0406`);
    const result = readCoordinates(text, COVERAGE);
    expect(result.ok && result.candidates[0] && apartM(result.candidates[0].at, HERE)).toBeLessThan(0.001);
  });

  it('without zone say that the coverage decided, and fit no zone outside', () => {
    expect(notes(`${X}, 571884.299`)).toEqual(['zone-not-stated']);
    expect(notes(`${X}, 34571884.299`)).toEqual([]);
    expect(read(`${X}, 571884.299`, [110, 30, 111, 31])).toEqual(['no-zone-fits']);
    expect(read(`${X}, 571884.299`, [100, 24, 107, 27])).toHaveLength(2);
  });

  it('of Web Mercator have that of Baidu as alternative', () => {
    expect(read('11433880.934, 2880732.244')[0]).toBe('EPSG:3857 102.7123 25.0406');
    expect(read('11433880.934, 2880732.244')[1]).toMatch(/^BD-09MC/u);
  });

  it("of Xi'an 1980 are given with a warning", () => {
    const result = readCoordinates(`西安80 ${X}, 34571884.299`, COVERAGE);
    expect(result.ok && result.candidates[0]?.datum).toBe('unrelated');
    expect(notes(`西安80 ${X}, 34571884.299`)).toEqual(['datum-unrelated']);
  });
});

describe('what is no position', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['x'.repeat(MAX_COORDINATE_TEXT + 1), 'too-long'],
    ['翠湖公园', 'nonsense'],
    ['2021年7月3日第12条', 'nonsense'],
    ['北京路123号45栋', 'nonsense'],
    ['102.7123', 'one-number'],
    ['N25.0406', 'one-number'],
    ['1,2,3,4', 'too-many-numbers'],
    ['N25.04 N26.04', 'same-axis'],
    ['200, 300', 'out-of-range'],
    ['95, 95', 'out-of-range'],
    ['25°61\'00" 102°00\'00"', 'out-of-range'],
    ['999999999999999999999999, 1', 'out-of-range'],
  ])('%s: %s', (text, reason) => {
    expect(read(text)).toEqual([reason]);
  });
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '东经',
      '北纬',
      '°',
      '′',
      '″',
      ',',
      ' ',
      'E',
      'N',
      '-',
      '.',
      '25.04',
      '102.71',
      '2770740',
      '34571884',
      '://',
      'https://',
      'geo:',
      'map.baidu.com/@',
      'amap.com/?q=',
      '!3d',
      '度',
      '分',
      '带号',
      'GCJ-02',
      'EPSG:4543',
      ':',
      '%',
      '１',
    ),
    fc.double().map(String),
  );

  it('gives an answer, every candidate on the globe', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const result = readCoordinates(pieces.join(''), COVERAGE);
        if (!result.ok) return;
        expect(result.candidates.length).toBeGreaterThan(0);
        for (const {
          at: [lng, lat],
        } of result.candidates) {
          expect(Math.abs(lng)).toBeLessThanOrEqual(180);
          expect(Math.abs(lat)).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: fuzzRuns(10_000) },
    );
  }, 600_000);

  it('gives it quickly, even for the longest and most repetitive', () => {
    const units = [
      '1',
      '1.',
      '°',
      "'",
      '-',
      ' ',
      'a.',
      'https://',
      '@',
      '1,',
      '!3d1',
      'N',
      '带号',
      '1 ',
      '[',
      '%2C',
      '中央经线',
      'EPSG:',
      '北',
      'geo:',
      'a-',
      'WGS',
      '1°',
      'x.com/',
      '/1',
    ];
    for (const unit of units) {
      const long = unit.repeat(MAX_COORDINATE_TEXT).slice(0, MAX_COORDINATE_TEXT);
      readCoordinates(long, COVERAGE);
      for (const head of ['https://www.google.com/maps/place/', 'https://map.baidu.com/@', 'https://www.amap.com/?p='])
        readCoordinates((head + long).slice(0, MAX_COORDINATE_TEXT), COVERAGE);
    }
    // the time that the test is given is the assertion: what backtracks would take for ever
  }, 20_000);
});

describe('what is written comes back', () => {
  const somewhere = fc.tuple(
    fc.double({ min: 74, max: 134, noNaN: true }),
    fc.double({ min: 4, max: 53, noNaN: true }),
  );
  const dms = (value: number): string => {
    const seconds = Math.round(value * 360_000) / 100;
    const minutes = Math.floor(seconds / 60);
    return `${Math.floor(minutes / 60)}°${minutes % 60}′${(seconds - minutes * 60).toFixed(2)}″`;
  };
  const forms: readonly ((at: LngLat) => string)[] = [
    ([lng, lat]) => `${lng.toFixed(7)},${lat.toFixed(7)}`,
    ([lng, lat]) => `${lat.toFixed(7)} ${lng.toFixed(7)}`,
    ([lng, lat]) => `北纬${dms(lat)}，东经${dms(lng)}`,
    ([lng, lat]) => `${dms(lng)}E ${dms(lat)}N`,
    ([lng, lat]) => `https://www.openstreetmap.org/?mlat=${lat.toFixed(7)}&mlon=${lng.toFixed(7)}`,
    (at) => {
      const zone = Math.round(at[0] / 3);
      const [x = 0, y = 0] = systemOf(`EPSG:${4488 + zone}`)?.fromWgs84(at) ?? [];
      return `${y.toFixed(3)}, ${x.toFixed(3)}`;
    },
  ];

  it('to a few decimetres or better, as the first candidate', () => {
    fc.assert(
      fc.property(somewhere, fc.constantFrom(...forms), (at, form) => {
        const result = readCoordinates(form(at));
        const [candidate] = result.ok ? result.candidates : [];
        expect(candidate && apartM(candidate.at, at)).toBeLessThan(0.3);
      }),
      { numRuns: 1000 },
    );
  });
});
