import { describe, expect, it } from 'vitest';

import type { Bbox, LngLat } from '../contract/place';
import { readGuotuTxt } from './guotu-txt';
import type { Imported, ImportedFile } from './imported';
import { toFeatures } from './to-features';

const COVERAGE: Bbox = [102, 24, 104, 27];
// echo '25.0406 102.7123' | cs2cs -f %.3f EPSG:4490 EPSG:4522
const HERE: LngLat = [102.7123, 25.0406];
const [N, E] = [2_770_740.693, 34_571_884.299];

const HEADER = `[属性描述]
格式版本号=1.01版本
数据产生单位=某所
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=34
精度=0.001
转换参数=,,,,,,
[地块坐标]
`;
/** A square of so many metres, closed by its first corner. */
const square = (ring: number, fromM: number, sizeM: number, first = 1): string[] =>
  (
    [
      [0, 0],
      [0, sizeM],
      [sizeM, sizeM],
      [sizeM, 0],
      [0, 0],
    ] as const
  ).map(
    ([north, east], index) =>
      `J${index === 4 ? first : first + index},${ring},${(N + fromM + north).toFixed(3)},${(E + fromM + east).toFixed(3)}`,
  );
const file = (...lines: string[]): string => HEADER + lines.join('\r\n');
const HECTARE = ['5,1.0000,01,甲地块,面,H48,住宅,0701,@', ...square(1, 0, 100)];

const read = (text: string | Uint8Array): Imported => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return toFeatures(readGuotuTxt({ name: 'a.txt', bytes }), { coverage: COVERAGE });
};
const sound = (text: string | Uint8Array): ImportedFile => {
  const result = read(text);
  if (!result.ok) throw new Error(`${result.reason} ${result.detail}`);
  return result;
};
const codes = (text: string): string[] => sound(text).warnings.map(({ code }) => code);
const firstCorner = ({ features: [feature] }: ImportedFile): readonly number[] => {
  let part: unknown = feature?.geometry.coordinates;
  while (Array.isArray(part) && Array.isArray(part[0])) [part] = part;
  return Array.isArray(part) ? part : [];
};
const offM = ([lng = 0, lat = 0]: readonly number[]): number => Math.hypot(lng - HERE[0], lat - HERE[1]) * 111_400;

describe('a parcel file as the authorities prescribe it', () => {
  const result = sound(file(...HECTARE));

  it('is read to the millimetre', () => {
    expect(offM(firstCorner(result))).toBeLessThan(0.001);
    expect(result.crs).toEqual({ id: 'EPSG:4543', datum: 'cgcs2000', basis: 'stated', accuracyM: 1 });
    expect(result.warnings).toEqual([]);
  });

  it('keeps names, attributes and the declared area', () => {
    expect(result.features[0]).toMatchObject({
      name: '甲地块',
      attributes: { 地块编号: '01', 地块名称: '甲地块', 图幅号: 'H48', 地块用途: '住宅', 地类编码: '0701' },
      declaredAreaM2: 10_000,
      problem: null,
    });
  });
});

describe('the encodings of the trade', () => {
  it('GBK is read and said', () => {
    // printf '甲地块' | iconv -t GBK | xxd -p
    const name = [0xbc, 0xd7, 0xb5, 0xd8, 0xbf, 0xe9];
    // 面 in GBK
    const area = [0xc3, 0xe6];
    const ascii = (part: string): number[] => [...new TextEncoder().encode(part)];
    const bytes = new Uint8Array([
      ...ascii('5,1.0000,01,'),
      ...name,
      ...ascii(','),
      ...area,
      ...ascii(`,,,,@\n${square(1, 0, 100).join('\n')}`),
    ]);
    const result = sound(bytes);
    expect(result.features[0]?.name).toBe('甲地块');
    expect(result.warnings.map(({ code }) => code)).toEqual(['encoding-assumed']);
  });

  it('a byte order mark and full-width commas do no harm', () => {
    expect(codes(`\uFEFF${file(...HECTARE).replaceAll(',', '，')}`)).toEqual([]);
  });
});

describe('headers', () => {
  it('may begin with the project', () => {
    expect(codes(`[项目信息]\n项目名称=某项目\n${file(...HECTARE)}`)).toEqual([]);
  });

  it('may be missing: the zone stands in the eastings, the system is assumed', () => {
    const result = sound(HECTARE.join('\n'));
    expect(offM(firstCorner(result))).toBeLessThan(0.001);
    expect(result.crs).toMatchObject({ id: 'EPSG:4543', basis: 'assumed' });
  });

  it("that say Xi'an 1980 give a position that nobody can relate", () => {
    const result = sound(file(...HECTARE).replace('2000国家大地坐标系', '1980西安坐标系'));
    expect(result.crs).toMatchObject({ datum: 'unrelated', accuracyM: null });
    expect(result.warnings.map(({ code }) => code)).toEqual(['datum-unrelated']);
  });

  it('that say another zone than the eastings do not prevail', () => {
    const result = sound(file(...HECTARE).replace('带号=34', '带号=35'));
    expect(offM(firstCorner(result))).toBeLessThan(0.001);
    expect(result.warnings.map(({ code }) => code)).toEqual(['zone-conflict']);
  });
});

describe('coordinates', () => {
  it('without zone prefix take the zone of the header', () => {
    expect(offM(firstCorner(sound(file(...HECTARE).replaceAll(',345', ',5'))))).toBeLessThan(0.001);
  });

  it('without any zone are put before the visitor', () => {
    const result = read(HECTARE.join('\n').replaceAll(',345', ',5'));
    expect(result).toMatchObject({ ok: false, reason: 'crs-unknown' });
    expect(!result.ok && result.offers.map(({ system, yFirst }) => [system, yFirst])).toEqual([['EPSG:4543', false]]);
  });

  it('without any zone are in the one that the visitor chose', () => {
    const bytes = new TextEncoder().encode(HECTARE.join('\n').replaceAll(',345', ',5'));
    const chosen = { 'a.txt': { system: 'EPSG:4543', yFirst: false } };
    const result = toFeatures(readGuotuTxt({ name: 'a.txt', bytes }), { coverage: COVERAGE, chosen });
    expect(result.ok && offM(firstCorner(result))).toBeLessThan(0.001);
    expect(result.ok && result.crs.basis).toBe('chosen');
  });

  it('with X and Y swapped are put right', () => {
    const swapped = file(...HECTARE).replaceAll(/(277\d+\.\d+),(3457\d+\.\d+)/gu, '$2,$1');
    expect(offM(firstCorner(sound(swapped)))).toBeLessThan(0.001);
    expect(codes(swapped)).toEqual(['axes-swapped']);
  });

  it('in degrees are taken as such, latitude first or last', () => {
    const corners = ['25.0406,102.7123', '25.0406,102.7133', '25.0416,102.7133', '25.0406,102.7123'];
    const lines = corners.map((corner, index) => `J${index + 1},1,${corner}`);
    const text = file('4,0.5602,01,甲,面,,,,@', ...lines);
    expect(firstCorner(sound(text))).toEqual([102.7123, 25.0406]);
    expect(sound(text).crs.id).toBe('EPSG:4490');
    const swapped = text.replaceAll(/(25\.\d+),(102\.\d+)/gu, '$2,$1');
    expect(firstCorner(sound(swapped))).toEqual([102.7123, 25.0406]);
    expect(codes(swapped)).toEqual(['axes-swapped']);
  });

  it('of parcels in different zones go each to its own', () => {
    // echo '25.0406 102.7133' | cs2cs -f %.3f EPSG:4490 EPSG:4523
    const east = ['2772501.701', '2772601.701', '2772601.701'].map(
      (north, index) => `J${index + 1},1,${north},${(35_269_193.749 + (index === 2 ? 100 : 0)).toFixed(3)}`,
    );
    const result = sound([...HECTARE, '3,,02,乙,面,,,,@', ...east].join('\n'));
    const last = result.features[1]?.geometry;
    expect(last?.type === 'Polygon' && Math.abs((last.coordinates[0]?.[0]?.[0] ?? 0) - 102.7133)).toBeLessThan(1e-6);
  });
});

describe('parcel lines', () => {
  it('may lack the count of points', () => {
    expect(sound(file('1.0000,01,甲地块,面,,,,@', ...square(1, 0, 100))).features[0]).toMatchObject({
      name: '甲地块',
      declaredAreaM2: 10_000,
    });
  });

  it('may count wrongly, which is said', () => {
    expect(codes(file('9,1.0,01,甲,面,,,,@', ...square(1, 0, 100)))).toEqual(['point-count-differs']);
    expect(codes(file('4,1.0,01,甲,面,,,,@', ...square(1, 0, 100)))).toEqual([]);
  });

  it.each([
    ['1.0000公顷', 10_000, []],
    ['1ha', 10_000, []],
    ['10000平方米', 10_000, []],
    ['10000㎡', 10_000, []],
    ['15亩', 10_000, []],
    ['10000', 10_000, ['area-in-square-metres']],
    ['0.7655公顷', 7655, ['area-differs']],
    ['2.5', 25_000, ['area-differs']],
    ['', null, []],
  ])('may state the area as %s', (area, declaredAreaM2, warnings) => {
    const text = file(`5,${area},01,甲,面,,,,@`, ...square(1, 0, 100));
    expect(sound(text).features[0]?.declaredAreaM2).toBe(declaredAreaM2);
    expect(codes(text)).toEqual(warnings);
  });

  it('may leave names empty, and be many', () => {
    const result = sound(file('5,1.0,01,,面,,,,@', ...square(1, 0, 100), '5,1.0,,,面,,,,@', ...square(1, 200, 100)));
    expect(result.features.map(({ name, record }) => [name, record.number])).toEqual([
      ['01', 1],
      [null, 2],
    ]);
  });

  it('may be missing altogether', () => {
    expect(sound(HEADER + square(1, 0, 100).join('\n')).features).toHaveLength(1);
  });

  it('may be lines and points', () => {
    const result = sound(
      file('2,0,01,路,线,,,,@', ...square(1, 0, 100).slice(0, 2), '1,0,02,桩,点,,,,@', ...square(1, 0, 9).slice(0, 1)),
    );
    expect(result.features.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'MultiPoint']);
  });
});

describe('rings', () => {
  it('may be closed by a new number, or not at all, which is mended and said', () => {
    const [one = '', two = '', three = '', four = ''] = square(1, 0, 100);
    expect(codes(file('5,1.0,01,甲,面,,,,@', one, two, three, four, one.replace('J1,', 'J5,')))).toEqual([]);
    const open = file('4,1.0,01,甲,面,,,,@', one, two, three, four);
    expect(codes(open)).toEqual(['ring-closed']);
    const geometry = sound(open).features[0]?.geometry;
    expect(geometry?.type === 'Polygon' && geometry.coordinates[0]).toHaveLength(5);
  });

  it('after the first are holes inside it and parts outside', () => {
    const hole = sound(file('10,0.91,01,甲,面,,,,@', ...square(1, 0, 100), ...square(2, 20, 30, 6)));
    expect(hole.features[0]?.geometry).toMatchObject({ type: 'Polygon', coordinates: { length: 2 } });
    expect(hole.warnings).toEqual([]);
    const part = sound(file('10,1.09,01,甲,面,,,,@', ...square(1, 0, 100), ...square(2, 200, 30, 6)));
    expect(part.features[0]?.geometry).toMatchObject({ type: 'MultiPolygon', coordinates: { length: 2 } });
    expect(part.warnings).toEqual([]);
  });

  it('written as a parcel of its own are kept, with a warning', () => {
    const result = sound(file(...HECTARE, '5,0.09,02,洞,面,,,,@', ...square(1, 20, 30)));
    expect(result.features).toHaveLength(2);
    expect(result.warnings).toEqual([
      { code: 'inside-another-parcel', record: { file: 'a.txt', number: 2, name: '洞' }, detail: '甲地块' },
    ]);
  });

  it('that cross themselves are kept, with the problem named', () => {
    const [one = '', two = '', three = '', four = ''] = square(1, 0, 100);
    expect(sound(file('5,,01,甲,面,,,,@', one, three, two, four, one)).features[0]?.problem).toBe('self-crossing');
  });

  it('with too few points are rejected by name, the others answer', () => {
    const result = sound(file('2,1.0,01,坏,面,,,,@', ...square(1, 0, 100).slice(0, 2), ...HECTARE));
    expect(result.rejected).toEqual([{ record: { file: 'a.txt', number: 1, name: '坏' }, reason: 'too-few-points' }]);
    expect(result.features.map(({ name }) => name)).toEqual(['甲地块']);
  });
});

describe('what is no parcel file', () => {
  it('is refused, and a stray line is named', () => {
    expect(read('hello')).toMatchObject({ ok: false, reason: 'unreadable' });
    expect(sound(file('???', ...HECTARE)).warnings).toEqual([{ code: 'line-ignored', record: null, detail: '12' }]);
  });
});
