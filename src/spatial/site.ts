import type { PlanGeometry } from '../contract/features';
import { pathsOf, positionsOf } from '../contract/paths';
import type { SiteKind } from '../contract/extract';
import type { Bbox, LngLat } from '../contract/place';
import { bboxOf } from './bbox';
import { type EdgeSet, edgesOf, type Frame, framed, frameAround } from './edge-set';
import { areaM2, lengthM } from './ellipsoid';
import { type FlatRing, signedArea } from './half-plane';
import type { Polygons } from './clip';
import { cleaned, OverlayError, polygonsM2 } from './overlay';

/** Why a geometry cannot be asked about. */
export type SiteFault = 'no-position' | 'not-lng-lat' | 'several-points' | 'no-length' | 'no-area' | 'rings';

/** A site made ready to be held against many places. */
export interface Site {
  kind: SiteKind;
  geometry: PlanGeometry;
  accuracyM: number;
  box: Bbox;
  centre: LngLat;
  frame: Frame;
  /** Boundary, line or point, in metres of the frame. */
  edges: EdgeSet;
  /** The parcel without crossings; empty for lines and points. */
  polygons: Polygons;
  areaM2: number;
  /** Square metres of the parcel in the plane of the frame. */
  flatM2: number;
  lengthM: number;
  /** Metres from corner to corner of its box. */
  sizeM: number;
  /** Area as the rings were handed in, where it is not `areaM2`. */
  asDrawnM2: number;
}

/** Share by which the area as drawn may differ from the area as counted before it is worth a word. */
const SAME_AREA = 1e-6;

/** Prepares a point, a line or a parcel. Positions are WGS-84; `accuracyM` is what is known of them, 95 %. */
export function siteOf(
  geometry: PlanGeometry,
  accuracyM = 0,
): { ok: true; site: Site } | { ok: false; reason: SiteFault } {
  const positions = positionsOf(geometry);
  if (positions.length === 0) return { ok: false, reason: 'no-position' };
  if (!positions.every(isLngLat)) return { ok: false, reason: 'not-lng-lat' };
  if (geometry.type === 'MultiPoint') return { ok: false, reason: 'several-points' };
  const isParcel = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';
  const siteLengthM = lengthM(geometry);
  if (isLine && siteLengthM === 0) return { ok: false, reason: 'no-length' };

  let polygons: Polygons = [];
  try {
    if (isParcel) polygons = cleaned(geometry);
  } catch (error) {
    if (error instanceof OverlayError) return { ok: false, reason: 'rings' };
    throw error;
  }
  const siteM2 = polygonsM2(polygons);
  if (isParcel && !(siteM2 > 0)) return { ok: false, reason: 'no-area' };

  const shape: PlanGeometry = isParcel ? { type: 'MultiPolygon', coordinates: polygons } : geometry;
  const box = bboxOf(shape);
  const centre: LngLat = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const frame = frameAround(centre);
  const drawnM2 = areaM2(geometry);
  return {
    ok: true,
    site: {
      kind: isParcel ? 'parcel' : isLine ? 'line' : 'point',
      geometry,
      accuracyM,
      box,
      centre,
      frame,
      edges: framed(edgesOf(shape), frame),
      polygons,
      areaM2: siteM2,
      flatM2: signedArea(ringsIn(frame, polygons)),
      lengthM: siteLengthM,
      sizeM: Math.hypot((box[2] - box[0]) * frame.lngM, (box[3] - box[1]) * frame.latM),
      asDrawnM2: Math.abs(drawnM2 - siteM2) <= siteM2 * SAME_AREA ? siteM2 : drawnM2,
    },
  };
}

/** Rings of polygons in metres of a frame, without their closing positions. */
export function ringsIn(frame: Frame, polygons: Polygons): FlatRing[] {
  return pathsOf({ type: 'MultiPolygon', coordinates: polygons }).map((ring) =>
    ring.slice(1).flatMap(([lng = NaN, lat = NaN]) => [frame.x(lng, lat), frame.y(lat)]),
  );
}

function isLngLat([lng = NaN, lat = NaN]: readonly number[]): boolean {
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 85;
}
