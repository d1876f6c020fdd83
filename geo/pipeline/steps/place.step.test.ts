import { describe, expect, it } from 'vitest';

import type { DrawnFeature, PlanGeometry } from '../../../src/contract/features';
import { positionsOf } from '../../../src/contract/paths';
import { distanceM } from '../../../src/spatial/ellipsoid';
import { zoneRings } from '../../../tests/bench/scale/zones';
import { changed, LAKE_AREA, square, tinyPlan, TOWN_A, TOWN_B } from '../../../tests/tiny-plan';

/** The soft edges of the lake area, with a geometry and an accuracy of their own. */
function edges(geometry: PlanGeometry, accuracyM: number): DrawnFeature[] {
  const lake = { ...changed(LAKE_AREA, { accuracyM }), geometry };
  const { drawn } = tinyPlan({ features: [TOWN_A, TOWN_B, lake] });
  return drawn.bands.filter(({ properties }) => properties.id === lake.id);
}

const FIELD = square(102.05, 25.02, 0.004);

describe('the soft edge of a place', () => {
  it('is made only where it can be seen at some zoom', () => {
    // Two pixels of zoom 17 at 25°: 2 × 40,075,017 m × cos 25° / (512 × 2¹⁷) = 1.08 m.
    expect(edges(FIELD, 1)).toEqual([]);
    expect(edges(FIELD, 1.07)).toEqual([]);
    expect(edges(FIELD, 1.1).length).toBeGreaterThan(0);
  });

  it('is as wide as the place is uncertain, however little that is', () => {
    for (const accuracyM of [3, 10, 19, 60]) {
      const [widest] = edges(FIELD, accuracyM);
      const corner = [102.05, 25.02];
      const away = positionsOf(widest?.geometry ?? FIELD).map((position) => distanceM(corner, position));
      // Its round corners are octagons, and positions are rounded to a decimetre, or, above 20 m, to ten metres.
      expect(Math.min(...away), String(accuracyM)).toBeGreaterThan(accuracyM * 0.85 - (accuracyM < 20 ? 0.2 : 10));
      expect(Math.min(...away), String(accuracyM)).toBeLessThan(accuracyM * 1.05 + (accuracyM < 20 ? 0.2 : 10));
    }
  });

  it('is not made for more pieces than it could be made for in seconds', () => {
    const rings = zoneRings(501, [102, 25, 102.1, 25.1]);
    const fields = (count: number): PlanGeometry => ({
      type: 'MultiPolygon',
      coordinates: rings.slice(0, count).map((ring) => [ring]),
    });
    expect(edges(fields(501), 60)).toEqual([]);
    expect(edges(fields(20), 60).length).toBeGreaterThan(0);
  });
});

describe('the name of a place in many pieces', () => {
  it('stands in the largest', () => {
    const pieces = [0.001, 0.004, 0.002].map((size, at) => square(102.05 + at * 0.01, 25.02, size));
    const geometry: PlanGeometry = {
      type: 'MultiPolygon',
      coordinates: pieces.flatMap((piece) => (piece.type === 'Polygon' ? [piece.coordinates] : [])),
    };
    const { places } = tinyPlan({ features: [TOWN_A, TOWN_B, { ...LAKE_AREA, geometry }] });
    expect(places.find(({ id }) => id === LAKE_AREA.id)?.labelAt).toEqual([102.062, 25.022]);
  });
});
