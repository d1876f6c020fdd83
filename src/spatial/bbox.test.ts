import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PlanGeometry } from '../contract/features';
import { positionsOf } from '../contract/paths';
import { bboxOf, boxContains, boxesTouch, joinBoxes } from './bbox';

const lngLat = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }));
const path = fc.array(lngLat, { minLength: 1, maxLength: 6 });
const paths = fc.array(path, { minLength: 1, maxLength: 3 });
const geometry: fc.Arbitrary<PlanGeometry> = fc.oneof(
  lngLat.map((coordinates) => ({ type: 'Point', coordinates }) as const),
  path.map((coordinates) => ({ type: 'MultiPoint', coordinates }) as const),
  path.map((coordinates) => ({ type: 'LineString', coordinates }) as const),
  paths.map((coordinates) => ({ type: 'MultiLineString', coordinates }) as const),
  paths.map((coordinates) => ({ type: 'Polygon', coordinates }) as const),
  fc
    .array(paths, { minLength: 1, maxLength: 2 })
    .map((coordinates) => ({ type: 'MultiPolygon', coordinates }) as const),
);

describe('bboxOf', () => {
  it('contains every position of every kind of geometry and touches one on each side', () => {
    fc.assert(
      fc.property(geometry, (shape) => {
        const box = bboxOf(shape);
        const positions = positionsOf(shape);
        for (const [lng = NaN, lat = NaN] of positions) expect(boxContains(box, [lng, lat])).toBe(true);
        box.forEach((side, index) => {
          expect(positions.some((position) => position[index % 2] === side)).toBe(true);
        });
      }),
    );
  });

  it('gives west, south, east and north in this order', () => {
    expect(
      bboxOf({
        type: 'LineString',
        coordinates: [
          [3, 20],
          [1, 40],
          [2, 10],
        ],
      }),
    ).toEqual([1, 10, 3, 40]);
  });
});

describe('joinBoxes', () => {
  it('is null for no box and the box itself for one', () => {
    expect(joinBoxes([])).toBeNull();
    expect(joinBoxes([[1, 2, 3, 4]])).toEqual([1, 2, 3, 4]);
  });

  it('is the box of all the geometries together', () => {
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (parts) => {
        const boxes = parts.map((coordinates) => bboxOf({ type: 'MultiPoint', coordinates }));
        expect(joinBoxes(boxes)).toEqual(bboxOf({ type: 'MultiPoint', coordinates: parts.flat() }));
      }),
    );
  });
});

describe('boxContains', () => {
  it.each<[[number, number], boolean]>([
    [[1, 2], true],
    [[3, 4], true],
    [[2, 3], true],
    [[0.999, 3], false],
    [[3.001, 3], false],
    [[2, 1.999], false],
    [[2, 4.001], false],
  ])('%j in the box 1,2,3,4: %s', (at, expected) => {
    expect(boxContains([1, 2, 3, 4], at)).toBe(expected);
  });
});

describe('boxesTouch', () => {
  it('counts shared edges and corners, and nothing beside them', () => {
    expect(boxesTouch([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(boxesTouch([0, 0, 3, 3], [1, 1, 2, 2])).toBe(true);
    expect(boxesTouch([0, 0, 1, 1], [1.001, 0, 2, 1])).toBe(false);
    expect(boxesTouch([0, 0, 1, 1], [0, -2, 1, -0.001])).toBe(false);
  });

  it('is the same both ways, and true of boxes that share a position', () => {
    fc.assert(
      fc.property(geometry, geometry, lngLat, (one, other, shared) => {
        const [a, b] = [one, other].map((shape) =>
          bboxOf({ type: 'MultiPoint', coordinates: [...positionsOf(shape), shared] }),
        );
        if (!a || !b) return;
        expect(boxesTouch(a, b)).toBe(true);
        expect(boxesTouch(bboxOf(one), bboxOf(other))).toBe(boxesTouch(bboxOf(other), bboxOf(one)));
      }),
    );
  });
});
