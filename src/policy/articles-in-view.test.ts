import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { tinyPlan } from '../../tests/tiny-plan';
import type { Bbox, Place } from '../contract/place';
import { articlesInView } from './articles-in-view';

const places = new Map(tinyPlan().places.map((place) => [place.id, place]));
const PLACES_OF: Record<number, string[]> = { 1: ['town-a'], 2: ['lake-area'], 3: ['town-b'], 4: [] };
const rank = (view: Bbox, from: ReadonlyMap<string, Place> = places): number[] =>
  articlesInView(view, [4, 3, 2, 1], (article) => PLACES_OF[article] ?? [], from).map(({ article }) => article);

describe('articles in view', () => {
  it('puts what fills the view less than a site in it behind that site, and leaves out what is not there', () => {
    expect(rank([102.04, 25.01, 102.08, 25.05])).toEqual([2, 1]);
  });

  it('gives everything in view its full weight, by number', () => {
    expect(rank([101, 24, 103, 26])).toEqual([1, 2, 3]);
  });

  it('counts a point in view, which has no extent', () => {
    const point = new Map([...places].map(([id, place]) => [id, { ...place, bbox: [102, 25, 102, 25] as Bbox }]));
    expect(rank([101.9, 24.9, 102.1, 25.1], point)).toEqual([1, 2, 3]);
    expect(rank([102.1, 24.9, 102.2, 25.1], point)).toEqual([]);
  });

  it('never weighs a place more than once or less than nothing', () => {
    const degree = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(degree, degree, fc.double({ min: 0, max: 1, noNaN: true }), (x, y, size) => {
        const view: Bbox = [102 + x, 25 + y, 102 + x + size, 25 + y + size];
        for (const { score } of articlesInView(view, [1, 2, 3], (article) => PLACES_OF[article] ?? [], places)) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});
