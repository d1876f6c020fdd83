import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { degreeLengthsAt } from './ellipsoid';
import { askPoint, type Relation } from './point-query';

const ORIGIN: LngLat = [102.7, 25];
const { lngM, latM } = degreeLengthsAt(25);
/** The position so many metres east and north of the origin. */
const at = (eastM: number, northM: number): LngLat => [ORIGIN[0] + eastM / lngM, ORIGIN[1] + northM / latM];
const ring = (corners: [number, number][]): LngLat[] => [...corners, ...corners.slice(0, 1)].map(([x, y]) => at(x, y));
const square = (fromM: number, toM: number): LngLat[] =>
  ring([
    [fromM, fromM],
    [toM, fromM],
    [toM, toM],
    [fromM, toM],
  ]);
const SQUARE: PlanGeometry = { type: 'Polygon', coordinates: [square(0, 1000)] };
const LAKE: PlanGeometry = { type: 'Polygon', coordinates: [square(0, 1000), square(400, 600)] };
const relation = (point: LngLat, geometry: PlanGeometry, accuracyM = 0): Relation =>
  askPoint(point, { geometry, accuracyM }).relation;
const distance = (point: LngLat, geometry: PlanGeometry): number =>
  askPoint(point, { geometry, accuracyM: 0 }).distanceToEdgeM;
const metres = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** A sheet of 4 × 4 cells whose inner corners are shaken; neighbours share their corners exactly. */
const sheet = fc.array(fc.tuple(metres(-90, 90), metres(-90, 90)), { minLength: 25, maxLength: 25 }).map((shakes) => {
  const corner = (column: number, row: number): LngLat => {
    const [dx = 0, dy = 0] = shakes[row * 5 + column] ?? [];
    const inner = column % 4 !== 0 && row % 4 !== 0;
    return at(column * 250 + (inner ? dx : 0), row * 250 + (inner ? dy : 0));
  };
  return Array.from({ length: 16 }, (_, cell): PlanGeometry => {
    const [column, row] = [cell % 4, Math.floor(cell / 4)];
    const corners = [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ];
    return { type: 'Polygon', coordinates: [[...corners, ...corners.slice(0, 1)]] };
  });
});

describe('askPoint on areas', () => {
  it('finds a point of a tessellated sheet in exactly one cell', () => {
    fc.assert(
      fc.property(sheet, metres(1, 999), metres(1, 999), (cells, x, y) => {
        const point = at(x, y);
        fc.pre(cells.every((cell) => distance(point, cell) > 1e-6));
        expect(cells.filter((cell) => relation(point, cell) === 'inside')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('finds a point beyond the sheet in no cell', () => {
    fc.assert(
      fc.property(sheet, metres(1001, 3000), metres(-500, 1500), (cells, x, y) => {
        expect(cells.filter((cell) => relation(at(x, y), cell) !== 'outside')).toEqual([]);
      }),
    );
  });

  it('never becomes surer when the accuracy gets worse', () => {
    fc.assert(
      fc.property(metres(-500, 1500), metres(-500, 1500), metres(0, 800), metres(0, 800), (x, y, a, b) => {
        const [better, worse] = [Math.min(a, b), Math.max(a, b)];
        const sure = relation(at(x, y), LAKE, better);
        const doubtful = relation(at(x, y), LAKE, worse);
        expect([sure, 'too-close']).toContain(doubtful);
      }),
      { numRuns: 500 },
    );
  });

  it('gives a greater distance the farther the point moves away', () => {
    fc.assert(
      fc.property(metres(0, 1000), metres(1, 4000), metres(1, 4000), (y, near, further) => {
        expect(distance(at(1000 + near + further, y), SQUARE)).toBeGreaterThan(distance(at(1000 + near, y), SQUARE));
      }),
    );
  });

  it.each<[string, LngLat, Relation, number]>([
    ['in the middle of the land', at(200, 500), 'inside', 200],
    ['in a hole', at(500, 500), 'outside', 100],
    ['beyond the edge', at(1300, 500), 'outside', 300],
    ['beyond a corner', at(1300, 1400), 'outside', 500],
    ['on a corner', at(0, 0), 'too-close', 0],
  ])('says of a point %s what it is and how far the edge is', (_, point, expected, distanceM) => {
    const answer = askPoint(point, { geometry: LAKE, accuracyM: 0.01 });
    expect(answer.relation).toBe(expected);
    expect(answer.distanceToEdgeM).toBeCloseTo(distanceM, 0);
  });

  it('takes every point of a hole for outside', () => {
    fc.assert(
      fc.property(metres(401, 599), metres(401, 599), (x, y) => {
        expect(relation(at(x, y), LAKE)).toBe('outside');
      }),
    );
  });

  it('looks at every piece of an area in several pieces', () => {
    const pieces: PlanGeometry = {
      type: 'MultiPolygon',
      coordinates: [[square(0, 100)], [square(500, 1000), square(700, 800)]],
    };
    expect(relation(at(50, 50), pieces)).toBe('inside');
    expect(relation(at(600, 600), pieces)).toBe('inside');
    expect(relation(at(750, 750), pieces)).toBe('outside');
    expect(relation(at(300, 300), pieces)).toBe('outside');
  });

  it('counts a point at exactly the accuracy as too close', () => {
    const answer = askPoint(at(200, 500), { geometry: SQUARE, accuracyM: distance(at(200, 500), SQUARE) });
    expect(answer.relation).toBe('too-close');
  });
});

describe('askPoint on lines and points', () => {
  const line: PlanGeometry = { type: 'LineString', coordinates: [at(0, 0), at(1000, 0), at(1000, 1000)] };

  it('measures to the nearest spot of a line, not to its nearest vertex', () => {
    expect(distance(at(500, 200), line)).toBeCloseTo(200, 0);
    expect(distance(at(-300, 400), line)).toBeCloseTo(500, 0);
  });

  it('is too close within the accuracy and outside beyond it, and never inside', () => {
    expect(relation(at(500, 200), line, 250)).toBe('too-close');
    expect(relation(at(500, 200), line, 150)).toBe('outside');
    fc.assert(
      fc.property(metres(-2000, 2000), metres(-2000, 2000), metres(0, 500), (x, y, accuracyM) => {
        expect(relation(at(x, y), { type: 'LineString', coordinates: square(0, 1000) }, accuracyM)).not.toBe('inside');
      }),
    );
  });

  it('does not bridge the gap between two lines', () => {
    const two: PlanGeometry = {
      type: 'MultiLineString',
      coordinates: [
        [at(0, 0), at(100, 0)],
        [at(900, 0), at(1000, 0)],
      ],
    };
    expect(distance(at(500, 0), two)).toBeCloseTo(400, 0);
  });

  it('measures to a point and to the nearest of several', () => {
    expect(distance(at(300, 400), { type: 'Point', coordinates: at(0, 0) })).toBeCloseTo(500, 0);
    const several: PlanGeometry = { type: 'MultiPoint', coordinates: [at(0, 0), at(300, 300), at(9000, 0)] };
    expect(distance(at(300, 400), several)).toBeCloseTo(100, 0);
    expect(relation(at(300, 400), several, 120)).toBe('too-close');
    expect(relation(at(300, 400), several, 80)).toBe('outside');
  });

  it('does not close a ring of three points into an area', () => {
    const points: PlanGeometry = { type: 'MultiPoint', coordinates: square(0, 1000) };
    expect(relation(at(500, 500), points)).toBe('outside');
  });
});
