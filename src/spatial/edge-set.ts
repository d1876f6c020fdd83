import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Bbox, LngLat } from '../contract/place';
import { degreeLengthsAt } from './ellipsoid';

/** Edges that share one box, so that far ones are passed over together. */
const CHUNK = 16;
/** About a kilometre, over which an edge bends by less than a centimetre. */
const SHORT_DEG = 0.01;
/** A gap in degrees is a bound only as far as a degree is equally long everywhere; this leaves room for that. */
const BOUND = 0.95;

/** The edges of a geometry, taken apart once so that many sites can be held against them. A point is an edge without length. */
export interface EdgeSet {
  /** x1, y1, x2, y2 of each edge, in degrees or in metres of a frame. */
  ends: Float64Array;
  /** West, south, east, north of each run of `CHUNK` edges, in the same unit. */
  boxes: Float64Array;
  /** First position of each path. */
  starts: readonly (readonly [number, number])[];
}

/**
 * Takes a geometry apart; positions stay WGS-84 degrees. Edges are straight in degrees, as GeoJSON has it, and those
 * longer than `SHORT_DEG` are taken as several, because in a frame of metres they are not quite.
 */
export function edgesOf(geometry: PlanGeometry): EdgeSet {
  const ends: number[] = [];
  const starts: [number, number][] = [];
  for (const path of pathsOf(geometry)) {
    path.forEach(([lng = NaN, lat = NaN], index) => {
      const [fromLng = NaN, fromLat = NaN] = path[index - 1] ?? [];
      if (index > 0) addEdge(ends, fromLng, fromLat, lng, lat);
      else {
        starts.push([lng, lat]);
        if (path.length === 1) ends.push(lng, lat, lng, lat);
      }
    });
  }
  return withBoxes(new Float64Array(ends), starts);
}

function addEdge(ends: number[], lng1: number, lat1: number, lng2: number, lat2: number): void {
  const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(lng2 - lng1), Math.abs(lat2 - lat1)) / SHORT_DEG));
  let [lng, lat] = [lng1, lat1];
  for (let piece = 1; piece <= pieces; piece += 1) {
    const [toLng, toLat] =
      piece === pieces
        ? [lng2, lat2]
        : [lng1 + ((lng2 - lng1) * piece) / pieces, lat1 + ((lat2 - lat1) * piece) / pieces];
    ends.push(lng, lat, toLng, toLat);
    [lng, lat] = [toLng, toLat];
  }
}

function withBoxes(ends: Float64Array, starts: EdgeSet['starts']): EdgeSet {
  const chunks = Math.ceil(ends.length / 4 / CHUNK);
  const boxes = new Float64Array(chunks * 4);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = chunk * CHUNK * 4; i < Math.min(ends.length, (chunk + 1) * CHUNK * 4); i += 2) {
      const [x = NaN, y = NaN] = [ends[i], ends[i + 1]];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    boxes.set(box, chunk * 4);
  }
  return { ends, boxes, starts };
}

/** A flat frame in metres around an origin, made for projecting many positions. */
export interface Frame {
  lngM: number;
  latM: number;
  x: (lng: number, lat: number) => number;
  y: (lat: number) => number;
}

/**
 * The frame of `localFrame` with the length of a degree as a parabola in latitude instead of its closed form: within
 * 10⁻⁵ of it up to 2° from the origin, and ten times as fast.
 */
export function frameAround([lng0, lat0]: LngLat): Frame {
  const [south, here, north] = [degreeLengthsAt(lat0 - 0.5), degreeLengthsAt(lat0), degreeLengthsAt(lat0 + 0.5)];
  const [lng1, lng2] = [north.lngM - south.lngM, 2 * (north.lngM + south.lngM - 2 * here.lngM)];
  const [lat1, lat2] = [north.latM - south.latM, 2 * (north.latM + south.latM - 2 * here.latM)];
  return {
    lngM: here.lngM,
    latM: here.latM,
    x: (lng, lat) => {
      const half = (lat - lat0) / 2;
      return (lng - lng0) * (here.lngM + half * (lng1 + half * lng2));
    },
    y: (lat) => {
      const half = (lat - lat0) / 2;
      return (lat - lat0) * (here.latM + half * (lat1 + half * lat2));
    },
  };
}

/** A set of edges in metres of a frame. */
export function framed(set: EdgeSet, frame: Frame): EdgeSet {
  const ends = new Float64Array(set.ends.length);
  for (let i = 0; i < ends.length; i += 2) {
    const lat = set.ends[i + 1] ?? NaN;
    ends[i] = frame.x(set.ends[i] ?? NaN, lat);
    ends[i + 1] = frame.y(lat);
  }
  return withBoxes(
    ends,
    set.starts.map(([lng, lat]) => [frame.x(lng, lat), frame.y(lat)]),
  );
}

/**
 * Edges of a set in degrees that may lie within `reachM` of a box in degrees, in metres of a frame around that box:
 * x1, y1, x2, y2 of each.
 */
export function edgesNear(set: EdgeSet, box: Bbox, reachM: number, frame: Frame): Float64Array {
  const { boxes, ends } = set;
  const near: number[] = [];
  const reachLng = reachM / frame.lngM / BOUND;
  const reachLat = reachM / frame.latM / BOUND;
  for (let chunk = 0; chunk < boxes.length; chunk += 4) {
    if ((boxes[chunk] ?? NaN) > box[2] + reachLng || (boxes[chunk + 2] ?? NaN) < box[0] - reachLng) continue;
    if ((boxes[chunk + 1] ?? NaN) > box[3] + reachLat || (boxes[chunk + 3] ?? NaN) < box[1] - reachLat) continue;
    for (let i = chunk * CHUNK; i < endOf(set, chunk); i += 2) {
      const lat = ends[i + 1] ?? NaN;
      near.push(frame.x(ends[i] ?? NaN, lat), frame.y(lat));
    }
  }
  return new Float64Array(near);
}

/** Where in `ends` a run of edges stops. */
function endOf({ ends }: EdgeSet, chunk: number): number {
  return Math.min(ends.length, (chunk + 4) * CHUNK);
}

/**
 * Metres from the edges of a site (in metres of its frame) to those of a place (in degrees); 0 where they cross.
 * `Infinity` where one has none. As exact as the frame: 0.1 % for a site of up to 15 km.
 */
export function nearestM(site: EdgeSet, box: Bbox, place: EdgeSet, frame: Frame): number {
  const runs = place.boxes.length / 4;
  let first = 0;
  let least = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const bound = boundM(place.boxes, run, box, frame);
    if (bound >= least) continue;
    least = bound;
    first = run;
  }
  let nearest = nearestOfRun(site, place, first, frame, Infinity);
  for (let run = 0; run < runs; run += 1) {
    if (run === first || boundM(place.boxes, run, box, frame) >= nearest) continue;
    nearest = nearestOfRun(site, place, run, frame, nearest);
  }
  return nearest;
}

/** Metres that a run of edges is away from a box at least. */
function boundM(boxes: Float64Array, run: number, box: Bbox, frame: Frame): number {
  const at = run * 4;
  const gapLng = Math.max(0, (boxes[at] ?? NaN) - box[2], box[0] - (boxes[at + 2] ?? NaN)) * frame.lngM;
  const gapLat = Math.max(0, (boxes[at + 1] ?? NaN) - box[3], box[1] - (boxes[at + 3] ?? NaN)) * frame.latM;
  return Math.sqrt(gapLng * gapLng + gapLat * gapLat) * BOUND;
}

function nearestOfRun(site: EdgeSet, place: EdgeSet, run: number, frame: Frame, best: number): number {
  const { ends } = place;
  const [x = NaN, y = NaN, x0, y0] = site.ends;
  const isSpot = site.ends.length === 4 && x === x0 && y === y0;
  const end = endOf(place, run * 4);
  let nearest = best;
  for (let i = run * 4 * CHUNK; i < end && nearest > 0; i += 4) {
    const lat1 = ends[i + 1] ?? NaN;
    const lat2 = ends[i + 3] ?? NaN;
    const x1 = frame.x(ends[i] ?? NaN, lat1);
    const x2 = frame.x(ends[i + 2] ?? NaN, lat2);
    const [y1, y2] = [frame.y(lat1), frame.y(lat2)];
    nearest = isSpot
      ? Math.min(nearest, pointToSegment(x, y, x1, y1, x2, y2))
      : nearestTo(site, x1, y1, x2, y2, nearest);
  }
  return nearest;
}

/** The smaller of `best` and the distance from the edges of a set to one edge, all in metres of one frame. */
function nearestTo(set: EdgeSet, x1: number, y1: number, x2: number, y2: number, best: number): number {
  const { ends, boxes } = set;
  let nearest = best;
  for (let chunk = 0; chunk < boxes.length; chunk += 4) {
    const dx = Math.max(0, (boxes[chunk] ?? NaN) - Math.max(x1, x2), Math.min(x1, x2) - (boxes[chunk + 2] ?? NaN));
    const dy = Math.max(0, (boxes[chunk + 1] ?? NaN) - Math.max(y1, y2), Math.min(y1, y2) - (boxes[chunk + 3] ?? NaN));
    if (dx * dx + dy * dy >= nearest * nearest) continue;
    for (let i = chunk * CHUNK; i < endOf(set, chunk); i += 4) {
      const ax = ends[i] ?? NaN;
      const ay = ends[i + 1] ?? NaN;
      const bx = ends[i + 2] ?? NaN;
      const by = ends[i + 3] ?? NaN;
      nearest = Math.min(nearest, pointToSegment(ax, ay, x1, y1, x2, y2));
      if (ax === bx && ay === by) continue;
      if (segmentsCross(ax, ay, bx, by, x1, y1, x2, y2)) return 0;
      nearest = Math.min(
        nearest,
        pointToSegment(bx, by, x1, y1, x2, y2),
        pointToSegment(x1, y1, ax, ay, bx, by),
        pointToSegment(x2, y2, ax, ay, bx, by),
      );
    }
  }
  return nearest;
}

/** Distance from a point to a segment in one plane. */
export function pointToSegment(x: number, y: number, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / squared));
  const gapX = x - x1 - t * dx;
  const gapY = y - y1 - t * dy;
  return Math.sqrt(gapX * gapX + gapY * gapY);
}

/** Whether two segments cross; where one ends on the other they only touch. */
export function segmentsCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = side(ax, ay, bx, by, cx, cy);
  const d = side(ax, ay, bx, by, dx, dy);
  if (c * d >= 0) return false;
  return side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
}

/** Above 0 left of a line, below 0 right of it. */
function side(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number {
  return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
}

/** Whether a position lies in the area whose rings these edges are, by the even-odd rule; same unit for both. */
export function holds(set: EdgeSet, x: number, y: number): boolean {
  const { ends, boxes } = set;
  let odd = false;
  for (let chunk = 0; chunk < boxes.length; chunk += 4) {
    if (y < (boxes[chunk + 1] ?? NaN) || y > (boxes[chunk + 3] ?? NaN) || x > (boxes[chunk + 2] ?? NaN)) continue;
    for (let i = chunk * CHUNK; i < endOf(set, chunk); i += 4) {
      const y1 = ends[i + 1] ?? NaN;
      const y2 = ends[i + 3] ?? NaN;
      if (y1 > y === y2 > y) continue;
      const x1 = ends[i] ?? NaN;
      if (x < x1 + ((y - y1) * ((ends[i + 2] ?? NaN) - x1)) / (y2 - y1)) odd = !odd;
    }
  }
  return odd;
}
