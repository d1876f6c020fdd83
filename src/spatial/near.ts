import { byCharacters } from '../contract/order';
import type { LngLat } from '../contract/place';
import { crossingsOf, lakesAround } from './crossings';
import { bearingDeg } from './ellipsoid';
import type { Barrier, NearIndex, NearShape } from './near-index';
import { type Nearest, nearestFrom, nearestOf } from './nearest';
import type { Relation } from './point-query';
import { widened } from './spatial-index';

/** How a point stands to an area. */
export interface Standing {
  placeId: string;
  relation: Relation;
  /** The area as drawn contains the point, whether or not that is sure. */
  contains: boolean;
  distanceToEdgeM: number;
  /** What could make it otherwise: accuracy of the area and of the point together, metres. */
  marginM: number;
}

/** The one zone of a theme that a point is in, or that is nearest among those too close to call. */
interface ZoneStanding extends Standing {
  theme: string;
  /** Other zones of the theme that it may be instead. */
  rivals: readonly string[];
}

/** How a point stands to a line that closes on itself. `placeId` is the line. */
interface RingStanding extends Standing {
  /** The plan's own name for the area inside, where it has one. */
  insideId: string | null;
}

/** The overlapping areas of a theme: those that contain the point, surely or perhaps. */
interface ThemeStanding {
  theme: string;
  relation: Relation;
  hits: readonly Standing[];
  /** How many areas the theme draws; the point is outside all of them but `hits`. */
  drawn: number;
}

/** A planned thing beside a point. */
export interface Nearby {
  placeId: string;
  /** Metres to its nearest edge as drawn. */
  distanceM: number;
  /** Where the true distance lies, given both accuracies. */
  minM: number;
  maxM: number;
  /** Direction of the nearest edge, degrees from north; `null` where it could be any. */
  bearingDeg: number | null;
  spot: LngLat;
  /** What the straight line to it crosses. */
  crosses: readonly Barrier[];
  /** The nearest of the points that are marked on it, such as the stations of a line; `null` for none. */
  part: Omit<Nearby, 'part'> | null;
}

/** What the plan says about a spot and its surroundings. */
export interface NearAnswer {
  zones: readonly ZoneStanding[];
  rings: readonly RingStanding[];
  themes: readonly ThemeStanding[];
  /** Drawn within the radius, nearest first. */
  nearby: readonly Nearby[];
  /** Drawn beyond the radius, but so roughly that they may be within it. */
  perhaps: readonly Nearby[];
}

/**
 * What the plan says about a point (WGS-84) and within `radiusM` of it. `pointAccuracyM` is how well the point itself
 * is known; it adds to the accuracy of everything.
 *
 * An area that contains the point, or may contain it, applies here and is not nearby. What is drawn on demand (unions
 * of other areas), zones, of which the next one always begins where this one ends, and the whole plan can apply, but
 * are never nearby.
 */
export function nearMe(point: LngLat, radiusM: number, index: NearIndex, pointAccuracyM = 0): NearAnswer {
  const zones: (Standing & { theme: string })[] = [];
  const overlays = new Map<string, Standing[]>();
  const beside: Nearby[] = [];
  const around = widened([...point, ...point], radiusM + pointAccuracyM);
  const nearestHere = nearestFrom(point);
  const afloat = lakesAround(point, index.barriers);
  for (const position of index.index.search(around)) {
    const shape = index.shapes[position];
    if (!shape || shape.kind === 'whole-plan') continue;
    const nearest = nearestHere(shape.geometry);
    if (shape.isArea && (nearest.inside || nearest.distanceM <= shape.accuracyM + pointAccuracyM)) {
      const standing = standingOf(nearest, shape, pointAccuracyM);
      if (shape.kind === 'zone') zones.push({ ...standing, theme: shape.theme });
      else overlays.set(shape.theme, [...(overlays.get(shape.theme) ?? []), standing]);
      continue;
    }
    if (shape.onDemand || shape.kind === 'zone') continue;
    if (nearest.distanceM - shape.accuracyM - pointAccuracyM > radiusM) continue;
    // Written out: spreading takes as long as everything else here.
    const {
      placeId,
      distanceM,
      minM,
      maxM,
      bearingDeg: direction,
      spot,
    } = besideOf(point, nearest, shape, pointAccuracyM);
    const crosses = crossingsOf(point, spot, placeId, index.barriers, afloat);
    const part = partNear(point, placeId, index, pointAccuracyM);
    beside.push({ placeId, distanceM, minM, maxM, bearingDeg: direction, spot, crosses, part });
  }
  const sorted = beside.toSorted((a, b) => a.distanceM - b.distanceM || byCharacters(a.placeId, b.placeId));
  return {
    zones: oneZoneEach(zones),
    rings: index.rings.map(({ shape, insideId, enclosed }) => ({
      ...standingOf(nearestHere(enclosed), shape, pointAccuracyM),
      insideId,
    })),
    themes: [...index.areasByTheme].map(([theme, drawn]) => {
      const hits = (overlays.get(theme) ?? []).toSorted(surestFirst);
      return { theme, drawn, hits, relation: hits[0]?.relation ?? 'outside' };
    }),
    nearby: sorted.filter((near) => near.distanceM <= radiusM),
    perhaps: sorted.filter((near) => near.distanceM > radiusM),
  };
}

/** Distance and direction from a point to one drawn place, however far; `null` for what is not drawn. */
export function distanceTo(
  point: LngLat,
  placeId: string,
  index: NearIndex,
  pointAccuracyM = 0,
): (Nearby & { inside: boolean }) | null {
  const shape = index.byId.get(placeId);
  if (!shape) return null;
  const nearest = nearestOf(point, shape.geometry);
  const near = besideOf(point, nearest, shape, pointAccuracyM);
  return {
    ...near,
    part: partNear(point, placeId, index, pointAccuracyM),
    inside: nearest.inside,
    crosses: crossingsOf(point, near.spot, placeId, index.barriers, lakesAround(point, index.barriers)),
  };
}

/** How a point stands to one drawn area, such as the coverage of the plan; `null` where it is not drawn. */
export function standingIn(point: LngLat, placeId: string, index: NearIndex, pointAccuracyM = 0): Standing | null {
  const shape = index.byId.get(placeId);
  return shape ? standingOf(nearestOf(point, shape.geometry), shape, pointAccuracyM) : null;
}

function standingOf({ inside, distanceM }: Nearest, shape: NearShape, pointAccuracyM: number): Standing {
  const marginM = shape.accuracyM + pointAccuracyM;
  const sure = inside ? 'inside' : 'outside';
  return {
    placeId: shape.id,
    relation: distanceM <= marginM ? 'too-close' : sure,
    contains: inside,
    distanceToEdgeM: distanceM,
    marginM,
  };
}

function partNear(point: LngLat, ownerId: string, index: NearIndex, pointAccuracyM: number): Nearby['part'] {
  const parts = index.parts.get(ownerId);
  if (!parts) return null;
  const [nearest = null] = parts
    .map((part) => besideOf(point, nearestOf(point, part.geometry), part, pointAccuracyM))
    .toSorted((a, b) => a.distanceM - b.distanceM || byCharacters(a.placeId, b.placeId));
  return nearest;
}

function besideOf(
  point: LngLat,
  { distanceM, spot }: Nearest,
  shape: NearShape,
  pointAccuracyM: number,
): Omit<Nearby, 'part'> {
  const marginM = shape.accuracyM + pointAccuracyM;
  return {
    placeId: shape.id,
    distanceM,
    minM: Math.max(0, distanceM - marginM),
    maxM: distanceM + marginM,
    bearingDeg: marginM >= distanceM ? null : bearingDeg(point, spot),
    spot,
    crosses: [],
  };
}

/** Zones tessellate: of each theme the one that contains the point, else the nearest of those that may. */
function oneZoneEach(zones: readonly (Standing & { theme: string })[]): ZoneStanding[] {
  const best = new Map<string, ZoneStanding>();
  for (const zone of zones.toSorted(surestFirst)) {
    const before = best.get(zone.theme);
    best.set(zone.theme, before ? { ...before, rivals: [...before.rivals, zone.placeId] } : { ...zone, rivals: [] });
  }
  return [...best.values()];
}

/** Sure before unsure, containing before not, then whatever has the edge nearest: the smallest thing says most. */
function surestFirst(a: Standing, b: Standing): number {
  const rank = ({ relation, contains }: Standing): number => (relation === 'inside' ? 0 : contains ? 1 : 2);
  return rank(a) - rank(b) || a.distanceToEdgeM - b.distanceToEdgeM;
}
