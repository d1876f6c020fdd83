import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { drawnFeature } from '../../tests/drawn-feature';
import type { DrawnFile, PlanGeometry } from './features';
import { packDrawn, PackedFileSchema } from './packed';
import { unpackDrawn } from './unpack';

const fileOf = (...geometries: PlanGeometry[]): DrawnFile => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, number) => drawnFeature(`f${number}`, geometry)),
});

const position = (decimals: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(fc.integer({ min: -180 * 10 ** decimals, max: 180 * 10 ** decimals }), fc.integer({ min: -90, max: 90 }))
    .map(([x, y]) => [x / 10 ** decimals || 0, y]);
const geometry = fc.integer({ min: 0, max: 7 }).chain((decimals): fc.Arbitrary<PlanGeometry> => {
  const path = fc.array(position(decimals), { maxLength: 5 });
  const paths = fc.array(path, { maxLength: 3 });
  return fc.oneof(
    position(decimals).map((coordinates) => ({ type: 'Point' as const, coordinates })),
    path.map((coordinates) => ({ type: 'MultiPoint' as const, coordinates })),
    path.map((coordinates) => ({ type: 'LineString' as const, coordinates })),
    paths.map((coordinates) => ({ type: 'MultiLineString' as const, coordinates })),
    paths.map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
    fc.array(paths, { maxLength: 3 }).map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
  );
});

describe('what is packed for the app', () => {
  it('is the polyline that Google’s description works out by hand, with the two numbers of a position swapped', () => {
    const path = [
      [38.5, -120.2],
      [40.7, -120.95],
      [43.252, -126.453],
    ];
    const packed = packDrawn(
      fileOf({ type: 'LineString', coordinates: path }, { type: 'Point', coordinates: [0.00001, 0] }),
    );
    expect(packed.decimals).toBe(5);
    expect(packed.features[0]?.geometry.coordinates).toBe('_p~iF~ps|U_ulLnnqC_mqNvxq`@');
  });

  it('comes back to the last digit, through JSON and its own schema', () => {
    fc.assert(
      fc.property(fc.array(geometry, { maxLength: 4 }), (all) => {
        const file = fileOf(...all);
        const sent: unknown = JSON.parse(JSON.stringify(packDrawn(file)));
        expect(unpackDrawn(v.parse(PackedFileSchema, sent))).toStrictEqual(file);
      }),
    );
  });

  it('keeps a position that is finer than a hundredth of a metre to that', () => {
    const [feature] = unpackDrawn(
      packDrawn(fileOf({ type: 'LineString', coordinates: [[102.123456789, 25.000000004]] })),
    ).features;
    expect(feature?.geometry.coordinates).toEqual([[102.1234568, 25]]);
  });

  it.each(['_', '?', '??_', '? ?', 'é?'])('refuses the path %j, which ends within a number or a position', (path) => {
    const { features } = fileOf({ type: 'LineString', coordinates: [] });
    const sent = features.map(({ properties }) => ({
      properties,
      geometry: { type: 'LineString', coordinates: path },
    }));
    expect(v.safeParse(PackedFileSchema, { decimals: 5, features: sent }).success).toBe(false);
  });
});
