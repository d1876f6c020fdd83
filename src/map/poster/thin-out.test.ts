import { describe, expect, it } from 'vitest';

import { drawnFeature } from '../../../tests/drawn-feature';
import type { DrawnFile, PlanGeometry } from '../../contract/features';
import { thinOut } from './thin-out';

const square = (at: number, size: number): number[][][] => [
  [
    [at, 0],
    [at + size, 0],
    [at + size, size],
    [at, size],
    [at, 0],
  ],
];
const fileOf = (...geometries: PlanGeometry[]): DrawnFile => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry, number) => drawnFeature(`f${number}`, geometry)),
});
const areas = fileOf(
  { type: 'MultiPolygon', coordinates: [square(0, 0.1), square(1, 0.5), square(2, 0.4)] },
  { type: 'Polygon', coordinates: square(3, 0.2) },
);

describe('a drawing of a plan with too much in it', () => {
  it('is all of a plan that is small enough', () => {
    const drawn = { areas };
    expect(thinOut(drawn, 20)).toEqual({ drawn, leftOut: 0 });
  });

  it('leaves out the smallest pieces, says how many, and keeps the rest under their features', () => {
    const { drawn, leftOut } = thinOut({ areas, points: fileOf({ type: 'Point', coordinates: [0, 0] }) }, 10);
    expect(leftOut).toBe(2);
    expect(drawn.areas?.features.map(({ properties, geometry }) => [properties.id, geometry])).toEqual([
      ['f0', { type: 'MultiPolygon', coordinates: [square(1, 0.5), square(2, 0.4)] }],
    ]);
    expect(drawn.points?.features).toHaveLength(1);
  });

  it('counts the pieces of lines and soft edges too', () => {
    const path = (at: number): number[][] => [
      [at, 0],
      [at, 1],
      [at, 2],
    ];
    const lines = fileOf({ type: 'MultiLineString', coordinates: [path(0), path(1)] });
    expect(thinOut({ areas: fileOf(), lines, bands: areas }, 6)).toMatchObject({
      leftOut: 4,
      drawn: { lines, bands: { features: [] } },
    });
  });
});
