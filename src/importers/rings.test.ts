import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { polygonsFrom, signedArea } from './rings';
import { crossingOf } from './self-crossing';

const square = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('rings of one record', () => {
  const [land, lake, island, pond, far] = [
    square(0, 0, 100),
    square(10, 10, 50),
    square(20, 20, 20),
    square(25, 25, 5),
    square(200, 0, 10),
  ];

  it('become outlines, holes, islands in holes and parts, in any order and running either way', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([land, lake, island, pond, far], { minLength: 5 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (rings, turned) => {
          const given = rings.map((ring, index) => (turned[index] ? ring.toReversed() : ring));
          const polygons = polygonsFrom(given).map((polygon) => polygon.map((ring) => Math.abs(signedArea(ring))));
          expect(polygons.toSorted((a, b) => (b[0] ?? 0) - (a[0] ?? 0))).toEqual([[10_000, 2500], [400, 25], [100]]);
        },
      ),
    );
  });

  it('are all kept', () => {
    const ring = fc
      .tuple(fc.nat(50), fc.nat(50), fc.integer({ min: 1, max: 60 }))
      .map(([x, y, size]) => square(x, y, size));
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 8 }), (rings) => {
        expect(polygonsFrom(rings).flat()).toHaveLength(rings.length);
      }),
    );
  });

  it('that touch along an edge are told apart', () => {
    expect(polygonsFrom([square(0, 0, 10), square(10, 0, 10)])).toHaveLength(2);
    expect(polygonsFrom([square(0, 0, 10), square(0, 0, 5)])).toHaveLength(1);
  });
});

describe('crossings', () => {
  const bow = [
    [0, 0],
    [10, 10],
    [10, 0],
    [0, 10],
    [0, 0],
  ];

  it('are found within a ring and between the rings of a polygon', () => {
    expect(crossingOf([bow])).toBe('crossing');
    expect(crossingOf([square(0, 0, 10), square(5, 5, 10)])).toBe('crossing');
  });

  it('are none where rings only touch', () => {
    expect(crossingOf([square(0, 0, 10)])).toBe('none');
    expect(crossingOf([square(0, 0, 10), square(2, 2, 3)])).toBe('none');
    expect(
      crossingOf([
        square(0, 0, 10),
        [
          [0, 5],
          [3, 4],
          [3, 6],
          [0, 5],
        ],
      ]),
    ).toBe('none');
  });

  it('are those that a search of every pair finds', () => {
    const point = fc.tuple(fc.nat(12), fc.nat(12)).map(([x, y]) => [x, y]);
    const side = ([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[], [px = 0, py = 0]: number[]): number =>
      Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 9 }), (path) => {
        const ring = [...path, ...path.slice(0, 1)];
        const edges = path.map((start, index) => [start, ring[index + 1] ?? start] as const);
        const found = edges.some(([a, b]) =>
          edges.some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
        );
        expect(crossingOf([ring])).toBe(found ? 'crossing' : 'none');
      }),
      { numRuns: 500 },
    );
  });

  it('are given up where too many edges lie on one spot', () => {
    const comb = Array.from({ length: 8000 }, (_, index) => [
      index % 2 === 0 ? index * 1e-6 : 1 + index * 1e-6,
      index % 2 === 0 ? 0 : 1,
    ]);
    expect(crossingOf([[...comb, ...comb.slice(0, 1)]])).not.toBe('none');
  });
});
