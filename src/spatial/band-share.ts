import { areaNearClear, type ClearEdges, clearEdges } from './clear-edges';
import { areaNear, type Edge, type HalfPlane, nearerToFirst, sharedEnd } from './edge-band';
import { pointToSegment } from './edge-set';
import { cutRings, type FlatRing, signedArea } from './half-plane';

/** Halvings after which a cell is not divided any further: 1/256 of the sides of the box. */
const DEPTH = 16;
/** Edges among which pairs are compared. */
const FEW = 8;

interface Cell {
  /** Rings of the cell that this one is a half of; what lies in it has a·x + b·y ≤ c. */
  rings: readonly FlatRing[];
  a: number;
  b: number;
  c: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

export interface BandShare {
  /** Of the area of the rings, 0 to 1. */
  share: number;
  /** How far off `share` can be at most. */
  error: number;
}

/**
 * Share of an area that lies within `reachM` of some edges; rings anticlockwise, holes clockwise, all in metres of one
 * plane.
 *
 * No buffer is built. Where the edges are farther apart than twice the reach, but for those that meet, each is taken by
 * itself, and that is exact. Else the box of the area is halved again and again. A cell all within reach, or all beyond, counts
 * as a whole, because distance grows no faster than one moves. Edges that cannot be the nearest anywhere in a cell are
 * left out of it; once one is left, the area within its reach (a strip and two half discs) is exact, and so it is with
 * two that meet, since the line that halves their angle tells which is nearer. Cells that are still undecided after 16
 * halvings count by the edge nearest to their middle, and their area is the stated error.
 *
 * Which cells there are does not depend on `reachM`, so that a greater reach never gives a smaller share.
 */
export function shareWithin(rings: readonly FlatRing[], edges: NearEdges, reachM: number): BandShare {
  const all = signedArea(rings);
  const { list, clear } = edges;
  if (!(reachM > 0) || !(all > 0) || list.length === 0) return { share: 0, error: 0 };
  if (clear && reachM <= clear.upToM) return { share: clamp(areaNearClear(rings, clear, reachM) / all), error: 0 };
  const [west, south, east, north] = boxOf(rings);
  const found = within({ rings, a: 1, b: 0, c: east, west, south, east, north }, list, reachM, 0);
  // What is undecided may be missing: less than at the last reach that is exact it is not.
  const least = clear && found.undecided > 0 ? areaNearClear(rings, clear, clear.upToM) : 0;
  return { share: clamp(Math.max(found.area, least) / all), error: clamp(found.undecided / all) };
}

/** Edges made ready for `shareWithin`. */
export interface NearEdges {
  list: readonly Edge[];
  clear: ClearEdges | null;
}

/** Takes edges: x1, y1, x2, y2 of each, in metres of a plane. */
export function nearEdges(edges: Float64Array): NearEdges {
  const list: Edge[] = [];
  for (let i = 0; i < edges.length; i += 4) {
    list.push([edges[i] ?? NaN, edges[i + 1] ?? NaN, edges[i + 2] ?? NaN, edges[i + 3] ?? NaN]);
  }
  return { list, clear: clearEdges(list) };
}

function within(
  cell: Cell,
  edges: readonly Edge[],
  reachM: number,
  depth: number,
): { area: number; undecided: number } {
  const x = (cell.west + cell.east) / 2;
  const y = (cell.south + cell.north) / 2;
  const half = Math.hypot(cell.east - cell.west, cell.north - cell.south) / 2;
  let nearest = Infinity;
  for (const edge of edges) nearest = Math.min(nearest, distanceTo(edge, x, y));
  if (nearest - half > reachM) return { area: 0, undecided: 0 };
  // Not sooner: most halves are beyond reach.
  const rings = cutRings(cell.rings, cell.a, cell.b, cell.c);
  if (rings.length === 0) return { area: 0, undecided: 0 };
  if (nearest + half <= reachM) return { area: signedArea(rings), undecided: 0 };
  const rivals: Edge[] = [];
  for (const edge of edges) if (distanceTo(edge, x, y) <= nearest + 2 * half) rivals.push(asSeen(edge, cell));
  const few = withoutEnds(rivals);
  const [first, second] = few;
  if (first && few.length === 1) return { area: areaNear(rings, first, reachM), undecided: 0 };
  const corner = first && second && few.length === 2 ? cornerOf(first, second, cell) : null;
  if (corner) return { area: areaNearCorner(rings, corner, reachM), undecided: 0 };
  if (depth === DEPTH) {
    const closest = edges.find((edge) => distanceTo(edge, x, y) === nearest);
    return { area: closest ? areaNear(rings, closest, reachM) : 0, undecided: signedArea(rings) };
  }
  let area = 0;
  let undecided = 0;
  for (const part of halves(rings, cell)) {
    const found = within(part, few, reachM, depth + 1);
    area += found.area;
    undecided += found.undecided;
  }
  return { area, undecided };
}

function distanceTo(edge: Edge, x: number, y: number): number {
  return pointToSegment(x, y, edge[0], edge[1], edge[2], edge[3]);
}

function halves(rings: readonly FlatRing[], { west, south, east, north }: Cell): Cell[] {
  if (east - west >= north - south) {
    const middle = (west + east) / 2;
    return [
      { rings, a: 1, b: 0, c: middle, west, south, east: middle, north },
      { rings, a: -1, b: 0, c: -middle, west: middle, south, east, north },
    ];
  }
  const middle = (south + north) / 2;
  return [
    { rings, a: 0, b: 1, c: middle, west, south, east, north: middle },
    { rings, a: 0, b: -1, c: -middle, west, south: middle, east, north },
  ];
}

/** An edge as what it is for a cell: one whose nearest spot is the same end for all of the cell is that end. */
function asSeen(edge: Edge, { west, south, east, north }: Cell): Edge {
  if (isEnd(edge)) return edge;
  const [x1, y1, x2, y2] = edge;
  const dx = x2 - x1;
  const dy = y2 - y1;
  // How far along the edge the corners of the cell lie, times its length.
  const most = ((dx > 0 ? east : west) - x1) * dx + ((dy > 0 ? north : south) - y1) * dy;
  if (most <= 0) return [x1, y1, x1, y1];
  const least = ((dx > 0 ? west : east) - x1) * dx + ((dy > 0 ? south : north) - y1) * dy;
  return least >= dx * dx + dy * dy ? [x2, y2, x2, y2] : edge;
}

/** Edges without those ends that another of them has as well. Not worth the pairs while there are many. */
function withoutEnds(edges: readonly Edge[]): readonly Edge[] {
  if (edges.length < 2 || edges.length > FEW) return edges;
  return edges.filter((edge, index) => {
    if (!isEnd(edge)) return true;
    const [x, y] = edge;
    return !edges.some(
      (other, at) =>
        at !== index &&
        ((other[0] === x && other[1] === y) || (other[2] === x && other[3] === y)) &&
        (at < index || !isEnd(other)),
    );
  });
}

function isEnd(edge: Edge): boolean {
  return edge[0] === edge[2] && edge[1] === edge[3];
}

/** Two edges that meet: nearer to `one` is where `nearer` says. */
interface Corner {
  one: Edge;
  other: Edge;
  nearer: HalfPlane;
}

/** The corner that two edges make, if they meet and neither ends otherwise as far as the cell can tell. */
function cornerOf(one: Edge, other: Edge, cell: Cell): Corner | null {
  const nearer = nearerToFirst(one, other);
  return nearer && sharedEnd(one, other)?.every((edge) => goesOn(edge, cell)) ? { one, other, nearer } : null;
}

/** Whether an edge reaches at least as far out as a cell does. */
function goesOn([x, y, toX, toY]: Edge, cell: Cell): boolean {
  const length = Math.hypot(toX - x, toY - y);
  return farthest(cell, x, y, (toX - x) / length, (toY - y) / length) <= length;
}

/** How far out a cell lies along a direction from a point at most. */
function farthest({ west, south, east, north }: Cell, x: number, y: number, ux: number, uy: number): number {
  return ((ux > 0 ? east : west) - x) * ux + ((uy > 0 ? north : south) - y) * uy;
}

/** Area of rings within reach of either edge of a corner. */
function areaNearCorner(
  rings: readonly FlatRing[],
  { one, other, nearer: { a, b, c } }: Corner,
  reachM: number,
): number {
  return areaNear(cutRings(rings, a, b, c), one, reachM) + areaNear(cutRings(rings, -a, -b, -c), other, reachM);
}

function boxOf(rings: readonly FlatRing[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x = NaN, y = NaN] = [ring[i], ring[i + 1]];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}
