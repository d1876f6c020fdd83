import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { areaM2, bearingDeg, degreeLengthsAt, distanceM, lengthM, localFrame, ringAreaM2 } from './ellipsoid';

const position = v.tuple([v.number(), v.number()]);
/** Values of GeographicLib by PROJ's `geod` and by pyproj; the file names tools and versions. */
const recorded = v.parse(
  v.object({
    inverse: v.array(v.object({ from: position, to: position, distanceM: v.number(), azimuthDeg: v.number() })),
    degrees: v.array(v.object({ latDeg: v.number(), lngM: v.number(), latM: v.number() })),
    polygons: v.array(v.object({ name: v.string(), rings: v.array(v.array(position)), areaM2: v.number() })),
  }),
  JSON.parse(readFileSync(new URL('../../tests/fixtures/geodesic.json', import.meta.url), 'utf8')),
);

const off = (value: number, truth: number): number => Math.abs(value / truth - 1);
const BOUND = 1e-4;

describe('distances', () => {
  it.each(recorded.inverse)('$from to $to is within 0.01 % of $distanceM m', ({ from, to, distanceM: truth }) => {
    expect(off(distanceM(from, to), truth)).toBeLessThan(BOUND);
  });

  it('are the same both ways and zero to the same spot', () => {
    for (const { from, to } of recorded.inverse) {
      expect(distanceM(from, to)).toBeCloseTo(distanceM(to, from), 6);
      expect(distanceM(from, from)).toBe(0);
    }
  });

  it('are not those of a sphere', () => {
    const [first] = recorded.inverse.filter(({ from, to }) => from[1] === to[1]);
    const sphereM = 6_371_008.8 * Math.cos((25.04 * Math.PI) / 180) * (0.99 * (Math.PI / 180));
    expect(first && off(sphereM, first.distanceM)).toBeGreaterThan(BOUND);
  });
});

describe('bearings', () => {
  it('are those of the geodesic to half a degree, within 100 km', () => {
    for (const { from, to, azimuthDeg } of recorded.inverse) {
      const gap = Math.abs(((bearingDeg(from, to) - azimuthDeg + 540) % 360) - 180);
      expect(gap).toBeLessThan(0.5);
    }
  });

  it.each<[string, [number, number], number]>([
    ['north', [102, 26], 0],
    ['east', [103, 25], 90],
    ['south', [102, 24], 180],
    ['west', [101, 25], 270],
  ])('to the %s', (_, to, bearing) => {
    expect(bearingDeg([102, 25], to)).toBeCloseTo(bearing, 6);
  });

  it('stay at or above 0 and below 360', () => {
    const lngLat = fc.tuple(
      fc.double({ min: 73, max: 135, noNaN: true }),
      fc.double({ min: 18, max: 54, noNaN: true }),
    );
    fc.assert(
      fc.property(lngLat, lngLat, (from, to) => {
        const bearing = bearingDeg(from, to);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(bearing).toBeLessThan(360);
      }),
      { numRuns: 300 },
    );
  });
});

describe('lengths of a degree', () => {
  it.each(recorded.degrees)('at latitude $latDeg are $lngM and $latM m', ({ latDeg, lngM, latM }) => {
    const found = degreeLengthsAt(latDeg);
    expect(off(found.lngM, lngM)).toBeLessThan(1e-6);
    expect(off(found.latM, latM)).toBeLessThan(1e-6);
  });
});

describe('areas', () => {
  it.each(recorded.polygons)('$name is within 0.01 % of $areaM2 m²', ({ rings, areaM2: truth }) => {
    expect(off(areaM2({ type: 'Polygon', coordinates: rings }), truth)).toBeLessThan(BOUND);
    expect(off(areaM2({ type: 'MultiPolygon', coordinates: [rings] }), truth)).toBeLessThan(BOUND);
  });

  it('do not depend on which way a ring runs', () => {
    for (const { rings, areaM2: truth } of recorded.polygons) {
      const turned = rings.map((ring) => ring.toReversed());
      expect(off(areaM2({ type: 'Polygon', coordinates: turned }), truth)).toBeLessThan(BOUND);
    }
  });

  it('of a polygon with a hole are its outline less the hole', () => {
    const holed = recorded.polygons.find(({ rings }) => rings.length > 1);
    const [outline = [], hole = []] = holed?.rings ?? [];
    expect(ringAreaM2(hole)).toBeGreaterThan(1e6);
    expect(areaM2({ type: 'Polygon', coordinates: [outline, hole] })).toBeCloseTo(
      ringAreaM2(outline) - ringAreaM2(hole),
      0,
    );
  });

  it('are zero for points and lines, and for nothing', () => {
    expect(areaM2({ type: 'Point', coordinates: [102, 25] })).toBe(0);
    expect(
      areaM2({
        type: 'LineString',
        coordinates: [
          [102, 25],
          [103, 25],
          [103, 26],
          [102, 25],
        ],
      }),
    ).toBe(0);
    expect(areaM2({ type: 'Polygon', coordinates: [] })).toBe(0);
  });
});

describe('lengths', () => {
  const path = recorded.inverse.slice(0, 4).flatMap(({ from, to }) => [from, to]);

  it('of a line are the sum of its pieces, and of several lines the sum of theirs, without the gaps', () => {
    const [a, b, c, d] = path;
    if (!a || !b || !c || !d) throw new Error('the fixture has too few positions');
    expect(lengthM({ type: 'LineString', coordinates: [a, b, c] })).toBeCloseTo(distanceM(a, b) + distanceM(b, c), 6);
    expect(
      lengthM({
        type: 'MultiLineString',
        coordinates: [
          [a, b],
          [c, d],
        ],
      }),
    ).toBeCloseTo(distanceM(a, b) + distanceM(c, d), 6);
  });

  it('are zero for points, areas and a line of one position', () => {
    expect(lengthM({ type: 'MultiPoint', coordinates: path })).toBe(0);
    expect(lengthM({ type: 'Polygon', coordinates: [path] })).toBe(0);
    expect(lengthM({ type: 'LineString', coordinates: [[102, 25]] })).toBe(0);
  });
});

describe('the local frame', () => {
  it('has its origin at the point and measures within 0.1 % up to 15 km', () => {
    for (const { from, to, distanceM: truth } of recorded.inverse.filter((one) => one.distanceM < 15_000)) {
      const frame = localFrame(from);
      expect(frame(from)).toEqual({ xM: 0, yM: 0 });
      const { xM, yM } = frame(to);
      expect(off(Math.hypot(xM, yM), truth)).toBeLessThan(1e-3);
      expect(Math.sign(yM)).toBe(Math.sign(to[1] - from[1]));
      expect(Math.sign(xM)).toBe(Math.sign(to[0] - from[0]));
    }
  });
});
