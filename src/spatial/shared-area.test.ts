import { featureCollection, intersect } from '@turf/turf';
import { describe, expect, it } from 'vitest';

import { zoneRings } from '../../tests/bench/scale/zones';
import type { Bbox } from '../contract/place';
import { type Area, areaFeature } from './area';
import { areaM2 } from './ellipsoid';
import { pieced, sharedM2 } from './shared-area';

const BOX: Bbox = [102, 25, 102.2, 25.2];
/** Some of the zones that cover a box: one out of `each`. */
function some(count: number, box: Bbox, each: number): Area {
  const rings = zoneRings(count, box).filter((_, at) => at % each === 0);
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) };
}

describe('what two areas share', () => {
  it('is what laying them over each other whole gives', () => {
    for (const [countA, countB] of [
      [9, 16],
      [30, 47],
      [60, 12],
    ] as const) {
      const a = some(countA, BOX, 2);
      const b = some(countB, [102.05, 25.03, 102.3, 25.15], 3);
      const whole = intersect(featureCollection([areaFeature(a), areaFeature(b)]));
      const expectedM2 = whole ? areaM2(whole.geometry) : 0;
      expect(expectedM2).toBeGreaterThan(1e6);
      expect(Math.abs(sharedM2(pieced(a), pieced(b)) / expectedM2 - 1)).toBeLessThan(1e-5);
    }
  });

  it('is nothing for neighbours that share their edges', () => {
    const rings = zoneRings(400, BOX);
    const half = (rest: number): Area => ({
      type: 'MultiPolygon',
      coordinates: rings.filter((_, at) => at % 2 === rest).map((ring) => [ring]),
    });
    expect(sharedM2(pieced(half(0)), pieced(half(1)))).toBeLessThan(1);
  });

  it('does not count what a hole leaves out', () => {
    const ring = (from: number, to: number): number[][] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const frame: Area = { type: 'Polygon', coordinates: [ring(1, 1.03), ring(1.01, 1.02)] };
    const middle: Area = { type: 'Polygon', coordinates: [ring(1.01, 1.02)] };
    const all: Area = { type: 'Polygon', coordinates: [ring(1, 1.03)] };
    expect(sharedM2(pieced(frame), pieced(middle))).toBeLessThan(1);
    expect(sharedM2(pieced(frame), pieced(all))).toBeCloseTo(areaM2(frame), 0);
  });
});
