import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fuzzRuns } from '../../../tests/fuzz-runs';
import type { PlanGeometry } from '../../contract/features';
import { printSite, readSite } from './site-link';

const degrees = (limit: number) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((value) => value / 1e6);
const position = fc.tuple(degrees(180), degrees(85)).map(([lng, lat]) => [lng, lat]);
const path = (least: number) => fc.array(position, { minLength: least, maxLength: 20 });
const geometries: fc.Arbitrary<PlanGeometry> = fc.oneof(
  position.map((coordinates) => ({ type: 'Point' as const, coordinates })),
  path(2).map((coordinates) => ({ type: 'LineString' as const, coordinates })),
  fc
    .array(path(3), { minLength: 1, maxLength: 3 })
    .map((rings) => ({ type: 'Polygon' as const, coordinates: rings.map((ring) => [...ring, ring[0] ?? []]) })),
);

it('comes back as it went', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      const link = printSite(geometry);
      expect(link).not.toBeNull();
      expect(readSite(link ?? '')).toEqual(
        JSON.parse(JSON.stringify(geometry, (_, value: unknown) => (Object.is(value, -0) ? 0 : value))),
      );
    }),
  );
});

it('keeps what is too large out of a link', () => {
  const coordinates = Array.from({ length: 61 }, (_, index) => [102 + index / 100, 25]);
  expect(printSite({ type: 'LineString', coordinates })).toBeNull();
  expect(printSite({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
});

it.each(['', 'p1.a1', 'site=', 'site=x1,2', 'site=p1', 'site=p200,10', 'site=a1,2_3,4', 'site=p1,2,3', 'site=l1,2'])(
  'makes nothing of “%s”',
  (fragment) => {
    expect(readSite(fragment)).toBeNull();
  },
);

it('gives positions on the globe, or nothing, whatever the link', () => {
  const piece = fc.oneof(
    fc.constantFrom('site=', 'p', 'l', 'a', '102.7,25', '_', '!', ',', '-', '.', '--1', '1..2', '999', '__proto__'),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      for (const fragment of [pieces.join(''), `site=${pieces.join('')}`]) {
        const numbers = JSON.stringify(readSite(fragment)).match(/-?\d[\d.e+-]*/gu) ?? [];
        expect(numbers.every((one) => Math.abs(Number(one)) <= 180)).toBe(true);
      }
    }),
    { numRuns: fuzzRuns(5000) },
  );
}, 600_000);
