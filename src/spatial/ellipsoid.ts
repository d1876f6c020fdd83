import type { PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';

type Position = readonly number[];

/** WGS-84: semi-major axis in metres and flattening (NGA.STND.0036, 2014, table 3.1). */
const A_M = 6_378_137;
const F = 1 / 298.257_223_563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RAD = Math.PI / 180;

/** Metres that one degree of longitude and of latitude are long at a latitude. */
export interface DegreeLengths {
  lngM: number;
  latM: number;
}

/**
 * Lengths of a degree from the radii of curvature in the prime vertical (N) and the meridian (M) of WGS-84
 * (Snyder, Map Projections, USGS PP 1395, eq. 4-18 and 4-20).
 */
export function degreeLengthsAt(latDeg: number): DegreeLengths {
  const sin = Math.sin(latDeg * RAD);
  const w2 = 1 - E2 * sin * sin;
  const primeVerticalM = A_M / Math.sqrt(w2);
  const meridianM = (A_M * (1 - E2)) / (w2 * Math.sqrt(w2));
  return { lngM: primeVerticalM * Math.cos(latDeg * RAD) * RAD, latM: meridianM * RAD };
}

/**
 * Distance in metres between two WGS-84 positions, with the degree lengths of the middle latitude. Against
 * GeographicLib the error stays below 0.01 % up to 100 km at the latitudes of China.
 */
export function distanceM(from: Position, to: Position): number {
  const [lng1 = 0, lat1 = 0] = from;
  const [lng2 = 0, lat2 = 0] = to;
  const { lngM, latM } = degreeLengthsAt((lat1 + lat2) / 2);
  return Math.hypot((lng2 - lng1) * lngM, (lat2 - lat1) * latM);
}

/** Initial direction from one position to another, degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearingDeg(from: Position, to: Position): number {
  const [lng1 = 0, lat1 = 0] = from;
  const [lng2 = 0, lat2 = 0] = to;
  const { lngM, latM } = degreeLengthsAt((lat1 + lat2) / 2);
  const bearing = Math.atan2((lng2 - lng1) * lngM, (lat2 - lat1) * latM) / RAD;
  return (bearing + 360) % 360;
}

/** Length in metres of a line; 0 for points and areas. */
export function lengthM(geometry: PlanGeometry): number {
  if (geometry.type === 'LineString') return pathLengthM(geometry.coordinates);
  if (geometry.type === 'MultiLineString')
    return geometry.coordinates.reduce((sum, path) => sum + pathLengthM(path), 0);
  return 0;
}

function pathLengthM(path: readonly Position[]): number {
  let sumM = 0;
  path.forEach((position, index) => {
    const before = path[index - 1];
    if (before) sumM += distanceM(before, position);
  });
  return sumM;
}

/**
 * Area in square metres of a polygon on the ellipsoid; 0 for points and lines. Rings may run either way round; the
 * first ring of a polygon is its outline, the others are holes.
 *
 * Each ring is integrated over authalic latitude (Snyder, eq. 3-11 and 3-12): exact for edges that are straight in
 * the equal-area cylindrical projection, which differ from geodesics by less than 10⁻⁵ for edges under 20 km.
 */
export function areaM2(geometry: PlanGeometry): number {
  if (geometry.type === 'Polygon') return polygonAreaM2(geometry.coordinates);
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.reduce((sum, rings) => sum + polygonAreaM2(rings), 0);
  return 0;
}

function polygonAreaM2([outline = [], ...holes]: readonly (readonly Position[])[]): number {
  return ringAreaM2(outline) - holes.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
}

/** Area in square metres enclosed by one closed ring, whichever way it runs. */
export function ringAreaM2(ring: readonly Position[]): number {
  let sum = 0;
  ring.forEach((position, index) => {
    const [lng2 = 0, lat2 = 0] = ring[(index + 1) % ring.length] ?? position;
    const [lng1 = 0, lat1 = 0] = position;
    sum += (lng2 - lng1) * RAD * (authalicQ(lat1) + authalicQ(lat2)) * 0.5;
  });
  return Math.abs(sum) * A_M * A_M * 0.5;
}

function authalicQ(latDeg: number): number {
  const sin = Math.sin(latDeg * RAD);
  return (1 - E2) * (sin / (1 - E2 * sin * sin) - (1 / (2 * E)) * Math.log((1 - E * sin) / (1 + E * sin)));
}

/** A flat frame in metres around an origin: good to 0.1 % within 15 km, for measuring what is near a point. */
export function localFrame([lng0, lat0]: LngLat): (position: Position) => { xM: number; yM: number } {
  return ([lng = 0, lat = 0]) => {
    const { lngM, latM } = degreeLengthsAt((lat + lat0) / 2);
    return { xM: (lng - lng0) * lngM, yM: (lat - lat0) * latM };
  };
}

/** The position so many metres east and north of an origin: the inverse of `localFrame`, to a millimetre. */
export function positionAt([lng0, lat0]: LngLat, eastM: number, northM: number): LngLat {
  let lat = lat0;
  for (let i = 0; i < 3; i += 1) lat = lat0 + northM / degreeLengthsAt((lat + lat0) / 2).latM;
  return [lng0 + eastM / degreeLengthsAt((lat + lat0) / 2).lngM, lat];
}

/** A closed ring of positions `radiusM` from a centre on the ellipsoid; true to 0.01 % up to 100 km. */
export function circleAround(centre: LngLat, radiusM: number, corners = 96): LngLat[] {
  const ring = Array.from({ length: corners }, (_, index) => {
    const turn = (index / corners) * 2 * Math.PI;
    return positionAt(centre, radiusM * Math.sin(turn), radiusM * Math.cos(turn));
  });
  return [...ring, ...ring.slice(0, 1)];
}
