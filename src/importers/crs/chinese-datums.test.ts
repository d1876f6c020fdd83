import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LngLat } from '../../contract/place';
import {
  bd09MercatorToWgs84,
  bd09ToWgs84,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToBd09Mercator,
  wgs84ToGcj02,
} from './chinese-datums';

const METRES_PER_DEGREE = 111_400;
const apartM = (a: LngLat, b: LngLat): number => Math.hypot(a[0] - b[0], a[1] - b[1]) * METRES_PER_DEGREE;
const inChina = fc.tuple(fc.double({ min: 74, max: 135, noNaN: true }), fc.double({ min: 4, max: 53, noNaN: true }));

describe('the shifted datums of Chinese maps', () => {
  it('lie hundreds of metres from WGS-84', () => {
    const at: LngLat = [102.7123, 25.0406];
    expect(apartM(at, wgs84ToGcj02(at))).toBeGreaterThan(250);
    expect(apartM(at, wgs84ToBd09(at))).toBeGreaterThan(500);
  });

  it('lead back to WGS-84 within the accuracy that they state', () => {
    fc.assert(
      fc.property(inChina, (at) => {
        expect(apartM(at, gcj02ToWgs84(wgs84ToGcj02(at)))).toBeLessThan(1);
        expect(apartM(at, bd09ToWgs84(wgs84ToBd09(at)))).toBeLessThan(2);
        expect(apartM(at, bd09MercatorToWgs84(...wgs84ToBd09Mercator(at)))).toBeLessThan(2);
      }),
    );
  });

  it('are WGS-84 far from China', () => {
    expect(gcj02ToWgs84([2.35, 48.85])).toEqual([2.35, 48.85]);
    expect(wgs84ToBd09([2.35, 48.85])).toEqual([2.35, 48.85]);
  });

  it('always come to an end: on the edge of the shifted area, and for numbers that are no position', () => {
    for (const lng of [72.004, 72.0041, 72.0049, 72.1, 137.8346, 137.8347])
      for (const lat of [0.8293, 0.83, 30, 55.827]) expect(gcj02ToWgs84([lng, lat])).toHaveLength(2);
    fc.assert(
      fc.property(fc.double(), fc.double(), (x, y) => {
        expect(gcj02ToWgs84([x, y])).toHaveLength(2);
        expect(bd09ToWgs84([x, y])).toHaveLength(2);
        expect(bd09MercatorToWgs84(x, y)).toHaveLength(2);
      }),
    );
  });
});
