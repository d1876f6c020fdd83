import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { systemOf, systemOfZone } from './systems';

/** Recorded from PROJ; the file names the version and the command. */
const recorded = v.parse(
  v.object({
    systems: v.array(
      v.object({ system: v.string(), points: v.array(v.tuple([v.number(), v.number(), v.number(), v.number()])) }),
    ),
  }),
  JSON.parse(readFileSync(new URL('../../../tests/fixtures/projections.json', import.meta.url), 'utf8')),
);
const METRES_PER_DEGREE = 111_400;

describe.each(recorded.systems)('$system against PROJ', ({ system: id, points }) => {
  const system = systemOf(id);

  it('agrees to a tenth of a millimetre, there and back', () => {
    expect(points.length).toBeGreaterThanOrEqual(15);
    for (const [lng, lat, x, y] of points) {
      const [x2 = NaN, y2 = NaN] = system?.fromWgs84([lng, lat]) ?? [];
      expect(Math.hypot(x2 - x, y2 - y)).toBeLessThan(1e-4);
      const [lng2 = NaN, lat2 = NaN] = system?.toWgs84(x, y) ?? [];
      expect(Math.hypot(lng2 - lng, lat2 - lat) * METRES_PER_DEGREE).toBeLessThan(1e-4);
    }
  });
});

describe('the registry', () => {
  // projinfo EPSG:<code> -o PROJ -q
  it.each([
    ['EPSG:4522', 102, 34_500_000],
    ['EPSG:4523', 105, 35_500_000],
    ['EPSG:4521', 99, 33_500_000],
    ['EPSG:4542', 99, 500_000],
    ['EPSG:4543', 102, 500_000],
    ['EPSG:4544', 105, 500_000],
    ['EPSG:4495', 99, 17_500_000],
    ['EPSG:4496', 105, 18_500_000],
    ['EPSG:4506', 99, 500_000],
    ['EPSG:4507', 105, 500_000],
    ['EPSG:4491', 75, 13_500_000],
    ['EPSG:4554', 135, 500_000],
  ])('%s has central meridian %d and false easting %d', (id, centralMeridianDeg, falseEastingM) => {
    expect(systemOf(id)?.zone).toEqual({ centralMeridianDeg, falseEastingM });
  });

  it('finds a zone by its numbers, that of 3° where one of 6° is the same', () => {
    expect(systemOfZone({ centralMeridianDeg: 102, falseEastingM: 34_500_000 })?.id).toBe('EPSG:4522');
    expect(systemOfZone({ centralMeridianDeg: 105, falseEastingM: 500_000 })?.id).toBe('EPSG:4544');
    expect(systemOfZone({ centralMeridianDeg: 105, falseEastingM: 18_500_000 })?.id).toBe('EPSG:4496');
    expect(systemOfZone({ centralMeridianDeg: 102.75, falseEastingM: 500_000 })).toBeNull();
  });

  it('says of every system how far WGS-84 from it may be off', () => {
    expect(systemOf('EPSG:4326')?.accuracyM).toBe(0);
    expect(systemOf('EPSG:4490')?.accuracyM).toBe(1);
    expect(systemOf('BD-09')?.accuracyM).toBe(2);
    expect(systemOf('EPSG:9999')).toBeNull();
  });
});
