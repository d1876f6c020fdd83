import { describe, expect, it } from 'vitest';

import { IMPORT_OPTIONS, importOne, importSound, rejections, warningCodes } from '../../tests/import-one';
import type { ImportedFile } from './imported';

const shapes = ({ features }: ImportedFile): unknown[] => features.map(({ geometry }) => geometry.coordinates);

describe('GeoJSON', () => {
  const feature = (geometry: unknown, properties: unknown = {}): string =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });
  const RING = [
    [102.7, 25],
    [102.8, 25],
    [102.8, 25.1],
    [102.7, 25],
  ];

  it('may be a bare geometry or one feature', async () => {
    expect(shapes(await importSound('a', '{"type":"Point","coordinates":[102.7,25]}'))).toEqual([[102.7, 25]]);
    const one = '{"type":"Feature","id":"x","properties":null,"geometry":{"type":"Point","coordinates":[102.7,25]}}';
    expect((await importSound('a', one)).features[0]?.name).toBe('x');
  });

  it('loses its heights, which is said', async () => {
    const result = await importSound('a', feature({ type: 'Point', coordinates: [102.7, 25, 1890] }));
    expect(shapes(result)).toEqual([[102.7, 25]]);
    expect(warningCodes(result)).toEqual(['height-dropped']);
  });

  it('has its collections taken apart', async () => {
    const parts = [
      { type: 'Point', coordinates: [102.7, 25] },
      { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [RING] }] },
    ];
    const result = await importSound('a', feature({ type: 'GeometryCollection', geometries: parts }));
    expect(result.features.map(({ geometry, record }) => [geometry.type, record.number])).toEqual([
      ['Point', 1],
      ['Polygon', 1],
    ]);
  });

  it('in metres without a system is put before the visitor', async () => {
    const result = await importOne('a', feature({ type: 'Point', coordinates: [571_884.299, 2_770_740.693] }));
    expect(result).toMatchObject({
      ok: false,
      reason: 'crs-unknown',
      offers: [{ system: 'EPSG:4543', yFirst: false }],
    });
    const swapped = await importOne('a', feature({ type: 'Point', coordinates: [2_770_740.693, 571_884.299] }));
    expect(swapped).toMatchObject({ offers: [{ system: 'EPSG:4543', yFirst: true }] });
    const chosen = { a: { system: 'EPSG:4543', yFirst: true } };
    const put = await importSound('a', feature({ type: 'Point', coordinates: [2_770_740.693, 571_884.299] }), {
      ...IMPORT_OPTIONS,
      chosen,
    });
    expect(put.features[0]?.geometry.coordinates).toMatchObject([
      expect.closeTo(102.7123, 6),
      expect.closeTo(25.0406, 6),
    ]);
  });

  it('in a system that nobody knows is refused, by its name', async () => {
    const json = { type: 'Point', coordinates: [1, 2], crs: { type: 'name', properties: { name: 'EPSG:2000' } } };
    expect(await importOne('a', JSON.stringify(json))).toMatchObject({
      reason: 'crs-not-supported',
      detail: 'EPSG:2000',
    });
  });

  it('keeps any name of an attribute for what it is', async () => {
    const result = await importSound(
      'a',
      '{"type":"Feature","properties":{"__proto__":{"polluted":1},"toString":1,"n":[1]},"geometry":{"type":"Point","coordinates":[102.7,25]}}',
    );
    const attributes = result.features[0]?.attributes ?? {};
    expect(Object.entries(attributes)).toEqual([
      ['__proto__', '{"polluted":1}'],
      ['toString', 1],
      ['n', '[1]'],
    ]);
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('rejects what cannot be drawn, record by record', async () => {
    const geometries = [
      { type: 'Point', coordinates: [102.7, 25] },
      { type: 'Point', coordinates: [200, 25] },
      { type: 'Point', coordinates: [102.7, null] },
      {
        type: 'LineString',
        coordinates: [
          [102.7, 25],
          [102.7, 25],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [102.7, 25],
            [102.8, 25],
            [102.7, 25],
          ],
        ],
      },
      null,
      { type: 'Polygon', coordinates: [] },
      { type: 'Circle', coordinates: [1, 2] },
    ];
    const features = geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry }));
    const result = await importSound('a', JSON.stringify({ type: 'FeatureCollection', features }));
    expect(result.features).toHaveLength(1);
    expect(rejections(result)).toEqual([
      [2, 'out-of-range'],
      [3, 'unreadable'],
      [4, 'too-few-points'],
      [5, 'too-few-points'],
      [6, 'no-geometry'],
      [7, 'no-geometry'],
      [8, 'unreadable'],
    ]);
  });

  it('closes open rings and names rings that cross themselves', async () => {
    const open = await importSound('a', feature({ type: 'Polygon', coordinates: [RING.slice(0, 3)] }));
    expect(shapes(open)).toEqual([[RING]]);
    expect(warningCodes(open)).toEqual(['ring-closed']);
    const bow = [
      [102.7, 25],
      [102.8, 25.1],
      [102.8, 25],
      [102.7, 25.1],
      [102.7, 25],
    ];
    expect((await importSound('a', feature({ type: 'Polygon', coordinates: [bow] }))).features[0]?.problem).toBe(
      'self-crossing',
    );
  });

  it('that is none, or empty, has a reason', async () => {
    expect(await importOne('a', '{"type":')).toMatchObject({ reason: 'unreadable' });
    expect(await importOne('a', '{}')).toMatchObject({ reason: 'unreadable' });
    expect(await importOne('a', '{"type":"FeatureCollection","features":[]}')).toMatchObject({ reason: 'no-features' });
    expect(await importOne('a', feature(null))).toMatchObject({
      reason: 'all-rejected',
      rejected: [{ reason: 'no-geometry' }],
    });
  });
});
