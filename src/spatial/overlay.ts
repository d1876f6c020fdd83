import type { Bbox } from '../contract/place';
import type { Area } from './area';
import { attempt, clip, type Clipper, FAST, type Polygons, polygonsOf, ROBUST } from './clip';
import { areaM2, distanceM } from './ellipsoid';
import { cutToBox, type FlatRing, signedArea } from './half-plane';

type Pair = Polygons[number][number][number];

/** Rings of each polygon, x and y in turn, without the closing position. */
export type FlatArea = readonly (readonly FlatRing[])[];

/** Share of an area by which its two pieces may miss it before an overlay counts as failed. */
const IDENTITY = 1e-8;
/** Below this an area in square degrees is rounding: less than a square centimetre. */
const ROUNDING_DEG2 = 1e-14;
/** Degrees around the box of a site to which a place is cut: more than rounding, so that no cut edge meets the site. */
const MARGIN_DEG = 1e-4;

/** What an area and a site have in common and what of the site lies outside, in WGS-84. */
export interface Overlay {
  inside: Polygons;
  outside: Polygons;
  insideM2: number;
  outsideM2: number;
}

/** Thrown when neither clipping library gives pieces that add up to the whole. */
export class OverlayError extends Error {
  override name = 'OverlayError';
}

type Cutter = Pick<Clipper, 'intersection' | 'difference'>;

/**
 * Lays an area over a site. `site` must come from `cleaned`; `box` is its box. The area is cut to the box first, which
 * takes linear time and leaves the clipping library few vertices. The result is taken if inside and outside together
 * are the site, to one part in a hundred million; else the slower, more robust library is asked.
 *
 * The identity is held in the plane of degrees, where edges are straight for the library. On the ellipsoid an edge that
 * gets a new vertex is another edge (10⁻⁶ of the area with edges of 10 km), so that the two amounts are scaled to the
 * whole.
 */
export function overlay(
  site: Polygons,
  box: Bbox,
  area: FlatArea,
  clippers: readonly Cutter[] = [FAST, ROBUST],
): Overlay {
  const wholeM2 = polygonsM2(site);
  const near = cutNear(area, box);
  if (near.length === 0) return { inside: [], outside: site, insideM2: 0, outsideM2: wholeM2 };
  const wholeDeg2 = planeArea(site);
  for (const clipper of clippers) {
    const found = attempt(() => ({
      inside: clipper.intersection(site, near),
      outside: clipper.difference(site, near),
    }));
    if (!found) continue;
    const off = Math.abs(planeArea(found.inside) + planeArea(found.outside) - wholeDeg2);
    if (off > Math.max(ROUNDING_DEG2, wholeDeg2 * IDENTITY)) continue;
    const [insideM2, outsideM2] = [polygonsM2(found.inside), polygonsM2(found.outside)];
    const scale = wholeM2 / (insideM2 + outsideM2);
    return { ...found, insideM2: insideM2 * scale, outsideM2: outsideM2 * scale };
  }
  throw new OverlayError(`inside and outside do not add up to ${wholeM2} m²`);
}

/**
 * An area without crossings, double positions or overlapping parts, as the overlay needs it. Within one polygon the
 * even-odd rule holds; land that two polygons share counts once. Empty if nothing has an area.
 */
export function cleaned(area: Area): Polygons {
  const raw = polygonsOf(area).map((rings) => rings.filter((ring) => ring.length >= 3));
  const [first, ...rest] = raw.filter((rings) => rings.length > 0).map((rings): Polygons => [rings]);
  if (!first) return [];
  const found = attempt(() => clip('union', first, ...rest));
  if (!found) throw new OverlayError('the rings of the site cannot be sorted out');
  return found;
}

/** What `overlay` gives for an area that lies all within a site, known without clipping. */
export function overlayWithin(site: Polygons, siteM2: number, area: Area): Overlay {
  const inside = turned(area);
  const insideM2 = polygonsM2(inside);
  const cutOut = inside.flat().map((ring): Pair[][] => [ring.toReversed()]);
  return { inside, outside: [...site, ...cutOut], insideM2, outsideM2: siteM2 - insideM2 };
}

/** Outlines anticlockwise, holes clockwise. */
function turned(area: Area): Polygons {
  return polygonsOf(area).map((rings) =>
    rings.map((ring, number) => (signedArea([ring.slice(1).flat()]) < 0 === (number === 0) ? ring.toReversed() : ring)),
  );
}

/** Area of polygons in square metres on the ellipsoid. */
export function polygonsM2(polygons: Polygons): number {
  return areaM2({ type: 'MultiPolygon', coordinates: polygons });
}

/** Length in metres of all the rings of polygons. */
export function perimeterM(polygons: Polygons): number {
  let sumM = 0;
  for (const ring of polygons.flat()) {
    ring.forEach((position, index) => {
      const before = ring[index - 1];
      if (before) sumM += distanceM(before, position);
    });
  }
  return sumM;
}

/** Area in square degrees; outlines run anticlockwise and holes clockwise. */
function planeArea(polygons: Polygons): number {
  return signedArea(polygons.flat().map((ring) => ring.slice(1).flat()));
}

/** The rings of each polygon of an area as the cutting takes them, made once for many sites. */
export function flatArea(area: Area): FlatArea {
  const parts = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return parts.map((rings) => rings.map((ring) => ring.slice(1).flat()));
}

/** What of an area lies in a box or close by it, so that no edge of the cut is in the box. */
export function cutNear(area: FlatArea, [west, south, east, north]: Bbox): Polygons {
  return area.flatMap((rings): Polygons => {
    const [outline, ...holes] = rings.map((ring) =>
      cutToBox([ring], west - MARGIN_DEG, south - MARGIN_DEG, east + MARGIN_DEG, north + MARGIN_DEG).flat(),
    );
    if (!outline || outline.length === 0) return [];
    return [[outline, ...holes.filter((hole) => hole.length > 0)].map(closedRing)];
  });
}

function closedRing(flat: FlatRing): Pair[] {
  const ring: Pair[] = [];
  for (let i = 0; i < flat.length; i += 2) ring.push([flat[i] ?? NaN, flat[i + 1] ?? NaN]);
  const [first] = ring;
  return first ? [...ring, first] : ring;
}
