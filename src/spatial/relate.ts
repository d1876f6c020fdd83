import type { PlanGeometry } from '../contract/features';
import type { Range, SiteRelation } from '../contract/extract';
import type { Bbox, LngLat } from '../contract/place';
import type { Area } from './area';
import { type NearEdges, nearEdges, shareWithin } from './band-share';
import { bboxOf } from './bbox';
import { besideRings } from './clear-edges';
import { type Polygons, polygonsOf } from './clip';
import { type EdgeSet, edgesNear, edgesOf, framed, holds, nearestM } from './edge-set';
import { areaM2, lengthM } from './ellipsoid';
import { signedArea } from './half-plane';
import { lengthInside } from './line-inside';
import { type FlatArea, flatArea, overlay, overlayWithin, perimeterM } from './overlay';
import { askPoint } from './point-query';
import { ringsIn, type Site } from './site';

/**
 * What is thinner than this, in metres, is the noise of two boundaries drawn apart, not an overlap; a sure overlap has
 * at least its square.
 */
export const SLIVER_M = 1;

/** Share, and metres, by which the distances of `askPoint` and of a site may differ: `askPoint` takes long edges whole. */
const DIFFER_SHARE = 1e-3;
const DIFFER_M = 2;

/** A drawn place made ready to be held against many sites. */
export interface Target {
  geometry: PlanGeometry;
  accuracyM: number;
  box: Bbox;
  edges: EdgeSet;
  /** Rings of an area; `null` for lines and points. */
  flat: FlatArea | null;
  /** Area over half the perimeter of an area, which is the width of a strip; 0 for lines and points. */
  widthM: number;
}

export interface Answer {
  relation: SiteRelation;
  areaM2: Range | null;
  lengthM: Range | null;
  percent: Range | null;
  distanceToEdgeM: number;
}

/** Prepares a geometry in WGS-84 whose true position lies within `accuracyM` of what is drawn. */
export function targetOf(geometry: PlanGeometry, accuracyM: number): Target {
  const rings = isArea(geometry) ? polygonsOf(geometry) : [];
  const around = perimeterM(rings);
  return {
    geometry,
    accuracyM,
    box: bboxOf(geometry),
    edges: edgesOf(geometry),
    flat: isArea(geometry) ? flatArea(geometry) : null,
    widthM: around > 0 ? (2 * areaM2(geometry)) / around : 0,
  };
}

/**
 * Relation of a site and a place with three-valued amounts: `value` for the boundary as drawn, `min` and `max` for the
 * boundary moved in and out by the accuracies of both together (`reachM`).
 *
 * - A point is asked as `askPoint` asks.
 * - A site is `inside` or `outside` if the boundary stays farther away than the reach.
 * - Else it is `part` (or `holds`, of a line or point of the plan in a parcel) if some of it is deeper than the reach,
 *   and `too-close` if not. Overlaps thinner than `SLIVER_M` are never sure.
 */
export function relate(site: Site, target: Target): Answer {
  const reachM = site.accuracyM + target.accuracyM;
  if (site.kind === 'point') return pointAt(site, target, reachM);
  if (target.flat) {
    return site.kind === 'parcel' ? parcelInArea(site, target, target.flat, reachM) : lineInArea(site, target, reachM);
  }
  if (site.kind === 'parcel') return thingInParcel(site, target, reachM);
  const distanceM = nearestM(site.edges, site.box, target.edges, site.frame);
  return bare(distanceM <= reachM ? 'too-close' : 'outside', distanceM);
}

/** Metres from a site to the edge of a place, to the line or the point; 0 where it runs through the site. */
export function distanceToEdgeM(site: Site, target: Target): number {
  if (site.kind === 'parcel' && target.edges.starts.some(([lng, lat]) => parcelHolds(site, [lng, lat]))) return 0;
  return nearestM(site.edges, site.box, target.edges, site.frame);
}

/** What `askPoint` says. It is asked itself only where the decision hangs on the last digits of the distance. */
function pointAt(site: Site, target: Target, reachM: number): Answer {
  const distanceM = nearestM(site.edges, site.box, target.edges, site.frame);
  if (Math.abs(distanceM - reachM) <= DIFFER_SHARE * reachM + DIFFER_M) {
    const asked = askPoint(site.centre, { geometry: target.geometry, accuracyM: reachM });
    return bare(asked.relation, asked.distanceToEdgeM);
  }
  if (distanceM < reachM) return bare('too-close', distanceM);
  const inside = target.flat !== null && holds(target.edges, ...site.centre);
  return bare(inside ? 'inside' : 'outside', distanceM);
}

function parcelInArea(site: Site, target: Target, area: FlatArea, reachM: number): Answer {
  const distanceM = distanceToEdgeM(site, target);
  const whole = site.areaM2;
  if (distanceM > 0) {
    const inside = startsInside(site, target);
    const share =
      distanceM > reachM ? 0 : bandShare(site, site.polygons, edgesAround(site, target, distanceM), reachM, distanceM);
    const areaRange = inside
      ? { value: whole, min: whole * (1 - share), max: whole }
      : { value: 0, min: 0, max: whole * share };
    const clear = inside ? ('inside' as const) : ('outside' as const);
    const relation = distanceM > reachM ? clear : isSure(areaRange.min) ? 'part' : 'too-close';
    return ofParcel(relation, areaRange, whole, distanceM);
  }
  const gapM = isArea(target.geometry) ? gapHeldM(site, target) : 0;
  const { inside, outside, insideM2, outsideM2 } =
    isArea(target.geometry) && gapM > 0
      ? overlayWithin(site.polygons, whole, target.geometry)
      : overlay(site.polygons, site.box, area);
  const near = edgesAround(site, target, 0);
  const band =
    (gapM > reachM ? heldBand(site, inside, near(), reachM) : null) ??
    ([bandShare(site, inside, near, reachM, 0), bandShare(site, outside, near, reachM, 0)] as const);
  // The two add up to the whole but for rounding; the value keeps within it.
  const value = Math.min(insideM2, whole);
  const min = value * (1 - band[0]);
  const max = Math.min(whole, value + outsideM2 * band[1]);
  const hit = isSure(min) && !isSliver(inside, insideM2);
  const filled = reachM === 0 && isSliver(outside, outsideM2);
  return ofParcel(hit ? (filled ? 'inside' : 'part') : 'too-close', { value, min, max }, whole, 0);
}

/**
 * The boundary of a place as far as it can be the nearest to a spot of a site `distanceM` away. Not cut to the reach, so
 * that the same edges answer for every reach. They are made when they are first asked for: most answers need none.
 */
function edgesAround(site: Site, target: Target, distanceM: number): () => NearEdges {
  let near: NearEdges | null = null;
  return () => (near ??= nearEdges(edgesNear(target.edges, site.box, distanceM + site.sizeM, site.frame)));
}

/** Share of a site, or of a part of it, that lies within reach of a boundary `distanceM` from the site; 0 to 1. */
function bandShare(site: Site, polygons: Polygons, near: () => NearEdges, reachM: number, distanceM: number): number {
  if (polygons.length === 0 || reachM === 0) return 0;
  // No spot of the site is farther from the boundary than its nearest spot and then across the site.
  if (reachM >= distanceM + site.sizeM) return 1;
  return shareWithin(ringsIn(site.frame, polygons), near(), reachM).share;
}

/**
 * Shares, within reach of the boundary of an area, of that area and of what it leaves of a parcel around it whose own
 * boundary is out of reach. That needs no cutting where the edges are clear; `null` where they are not, or long ones have
 * been taken as several.
 */
function heldBand(site: Site, area: Polygons, { list, clear }: NearEdges, reachM: number): [number, number] | null {
  if (!clear || reachM > clear.upToM) return null;
  const rings = ringsIn(site.frame, area);
  if (rings.reduce((sum, ring) => sum + ring.length / 2, 0) !== list.length) return null;
  const flatM2 = signedArea(rings);
  const { left, right } = besideRings(rings, reachM);
  return [left / flatM2, right / (site.flatM2 - flatM2)];
}

function lineInArea(site: Site, target: Target, reachM: number): Answer {
  const distanceM = nearestM(site.edges, site.box, target.edges, site.frame);
  const whole = site.lengthM;
  const inFrame = framed(target.edges, site.frame);
  if (distanceM > reachM) {
    const [x = NaN, y = NaN] = site.edges.ends;
    const inside = holds(inFrame, x, y);
    const length = inside ? whole : 0;
    return ofLine(inside ? 'inside' : 'outside', { value: length, min: length, max: length }, whole, distanceM);
  }
  const near = edgesNear(target.edges, site.box, reachM, site.frame);
  const found = lengthInside(site.geometry, inFrame, near, reachM, site.frame);
  const filled = reachM === 0 && whole - found.value < SLIVER_M;
  const relation = found.min >= SLIVER_M ? (filled ? 'inside' : 'part') : 'too-close';
  return ofLine(relation, found, whole, distanceM);
}

/** A line or points of the plan and a parcel: here it is the parcel's boundary that the thing is held against. */
function thingInParcel(site: Site, target: Target, reachM: number): Answer {
  const toEdgeM = nearestM(site.edges, site.box, target.edges, site.frame);
  const within = target.edges.starts.some(([lng, lat]) => parcelHolds(site, [lng, lat]));
  const distanceM = within ? 0 : toEdgeM;
  if (lengthM(target.geometry) === 0) {
    const sure = target.edges.starts.some(
      ([lng, lat]) => parcelHolds(site, [lng, lat]) && boundaryM(site, lng, lat) > reachM,
    );
    return bare(sure ? 'holds' : distanceM <= reachM ? 'too-close' : 'outside', distanceM);
  }
  if (distanceM > reachM) return bare('outside', distanceM);
  const found = lengthInside(target.geometry, site.edges, site.edges.ends, reachM, site.frame);
  return { ...bare(found.min >= SLIVER_M ? 'holds' : 'too-close', distanceM), lengthM: found };
}

function boundaryM(site: Site, lng: number, lat: number): number {
  const spot = edgesOf({ type: 'Point', coordinates: [lng, lat] });
  return nearestM(site.edges, site.box, spot, site.frame);
}

function parcelHolds(site: Site, [lng, lat]: LngLat): boolean {
  return holds(site.edges, site.frame.x(lng, lat), site.frame.y(lat));
}

/** Metres between the boundaries of a parcel and of an area that lies all within it; 0 for any other. */
function gapHeldM(site: Site, target: Target): number {
  const held =
    target.edges.starts.every(([lng, lat]) => parcelHolds(site, [lng, lat])) &&
    // Nor does it lie around a hole of the parcel.
    !site.polygons.flat().some(([start]) => start && holds(target.edges, ...start));
  return held ? nearestM(site.edges, site.box, target.edges, site.frame) : 0;
}

/** Whether a parcel that the boundary does not touch lies inside: any spot of it tells. */
function startsInside(site: Site, target: Target): boolean {
  const [lng = NaN, lat = NaN] = site.polygons[0]?.[0]?.[0] ?? [];
  return holds(target.edges, lng, lat);
}

function isSure(areaInM2: number): boolean {
  return areaInM2 >= SLIVER_M * SLIVER_M;
}

function isSliver(polygons: Polygons, areaInM2: number): boolean {
  return areaInM2 === 0 || (2 * areaInM2) / perimeterM(polygons) < SLIVER_M;
}

function ofParcel(relation: SiteRelation, areaRange: Range, whole: number, distanceM: number): Answer {
  return { ...bare(relation, distanceM), areaM2: areaRange, percent: percentOf(areaRange, whole) };
}

function ofLine(relation: SiteRelation, length: Range, whole: number, distanceM: number): Answer {
  return { ...bare(relation, distanceM), lengthM: length, percent: percentOf(length, whole) };
}

function bare(relation: SiteRelation, distanceM: number): Answer {
  return { relation, areaM2: null, lengthM: null, percent: null, distanceToEdgeM: distanceM };
}

function percentOf({ value, min, max }: Range, whole: number): Range {
  const share = (part: number): number => Math.min(100, (part / whole) * 100);
  return { value: share(value), min: share(min), max: share(max) };
}

function isArea(geometry: PlanGeometry): geometry is Area {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
