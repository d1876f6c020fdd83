import { writeFileSync } from 'node:fs';

import type { PlanGeometry } from '../../src/contract/features';
import type { LngLat } from '../../src/contract/place';
import { ewkt, rowsOf } from './psql';
import { randomParcel, series } from './random-sites';

/**
 * `npx tsx tests/postgis/record.ts`: twenty pairs of a parcel and a place with what PostGIS measures of them, for the unit
 * tests that run without it. Edges are straight in longitude and latitude, hence the short pieces.
 */
const random = series(4490);
const pairs = Array.from({ length: 20 }, () => {
  const centre: LngLat = [102.2 + random(), 24.6 + random()];
  const near: LngLat = [centre[0] + (random() - 0.5) * 0.03, centre[1] + (random() - 0.5) * 0.03];
  return { parcel: randomParcel(random, centre), place: randomParcel(random, near, 3000) };
});
const fine = (geometry: PlanGeometry): string => `ST_Segmentize('${ewkt(geometry)}'::geometry, 0.001)`;
const recorded = pairs.map(({ parcel, place }) => {
  const [[area = '', common = '', distance = ''] = []] = rowsOf(
    `SELECT ST_Area(a::geography), ST_Area(ST_Intersection(a, b)::geography), ST_Distance(a::geography, ST_Boundary(b)::geography)
     FROM (SELECT ${fine(parcel)} a, ${fine(place)} b) pair`,
  );
  return { parcel, place, areaM2: Number(area), commonM2: Number(common), distanceToEdgeM: Number(distance) };
});
const [[by = ''] = []] = rowsOf('SELECT postgis_lib_version()');
writeFileSync(
  new URL('../fixtures/postgis.json', import.meta.url),
  `${JSON.stringify({ by: `PostGIS ${by}`, recorded }, null, 1)}\n`,
);
