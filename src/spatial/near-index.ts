import type { DrawnFeature, DrawnFile, PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Bbox } from '../contract/place';
import { bboxOf } from './bbox';
import { indexOf, type SpatialIndex, widened } from './spatial-index';

/** What a straight way cannot simply cross, by the class that the data give it. */
const BARRIER_OF_CLASS: Readonly<Record<string, Barrier>> = { lake: 'water', expressway: 'expressway' };
export type Barrier = 'water' | 'expressway';

/** A drawn shape of the plan. */
export interface NearShape {
  id: string;
  theme: string;
  kind: DrawnFeature['properties']['kind'];
  accuracyM: number;
  isArea: boolean;
  onDemand: boolean;
  geometry: PlanGeometry;
}

/** A line that closes on itself, taken for the area it encloses. */
interface Ring {
  shape: NearShape;
  /** The plan's own name for the area inside, where it has one: an area with the very same outline. */
  insideId: string | null;
  enclosed: PlanGeometry;
}

/** Segments of lakes and expressways: `at` holds lng1, lat1, lng2, lat2 of each. */
export interface Barriers {
  index: SpatialIndex;
  at: Float64Array;
  owners: readonly { id: string; barrier: Barrier }[];
  lakes: readonly { id: string; geometry: PlanGeometry; box: Bbox }[];
}

/** The plan, ready to be asked what is near many points. */
export interface NearIndex {
  shapes: readonly NearShape[];
  byId: ReadonlyMap<string, NearShape>;
  /** Marked points of a shape, such as the stations of a line, by its id. */
  parts: ReadonlyMap<string, readonly NearShape[]>;
  /** Boxes of the shapes, each widened by its accuracy. */
  index: SpatialIndex;
  rings: readonly Ring[];
  /** How many overlapping areas each theme draws. */
  areasByTheme: ReadonlyMap<string, number>;
  barriers: Barriers;
}

/** Indexes the shapes of the plan (not its parts, labels or background) and whatever is a barrier. */
export function nearIndex(files: readonly DrawnFile[]): NearIndex {
  const features = files.flatMap((file) => file.features);
  const shapes = features.filter((feature) => feature.properties.mark === 'shape').map(toShape);
  const areas = shapes.filter((shape) => shape.isArea);
  const areasByTheme = new Map<string, number>();
  for (const { kind, theme } of areas)
    if (kind === 'overlay') areasByTheme.set(theme, (areasByTheme.get(theme) ?? 0) + 1);
  return {
    shapes,
    byId: new Map(shapes.map((shape) => [shape.id, shape])),
    parts: partsOf(features),
    index: indexOf(shapes.map(({ geometry, accuracyM }) => widened(bboxOf(geometry), accuracyM))),
    rings: ringsOf(shapes, areas),
    areasByTheme,
    barriers: barriersOf(features),
  };
}

function partsOf(features: readonly DrawnFeature[]): Map<string, NearShape[]> {
  const parts = new Map<string, NearShape[]>();
  for (const feature of features) {
    const { mark, owner } = feature.properties;
    if (mark === 'part') parts.set(owner, [...(parts.get(owner) ?? []), toShape(feature)]);
  }
  return parts;
}

function toShape({ geometry, properties: p }: DrawnFeature): NearShape {
  return {
    id: p.id,
    theme: p.theme ?? '',
    kind: p.kind,
    accuracyM: p.accuracyM,
    isArea: geometry.type === 'Polygon' || geometry.type === 'MultiPolygon',
    onDemand: p.draw === 'on-demand',
    geometry,
  };
}

function ringsOf(shapes: readonly NearShape[], areas: readonly NearShape[]): Ring[] {
  return shapes.flatMap((shape) => {
    const { geometry } = shape;
    if (geometry.type !== 'LineString' || !closes(geometry.coordinates)) return [];
    const { coordinates: line } = geometry;
    const inside = areas.find((area) => {
      const [outline, ...others] = pathsOf(area.geometry);
      return others.length === 0 && outline?.length === line.length && outlineKey(outline) === outlineKey(line);
    });
    return [{ shape, insideId: inside?.id ?? null, enclosed: { type: 'Polygon', coordinates: [line] } }];
  });
}

function closes(path: readonly (readonly number[])[]): boolean {
  const [first, last] = [path[0], path.at(-1)];
  return path.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The same for two closed outlines of the same vertices, whichever way they run and wherever they start. */
function outlineKey(ring: readonly (readonly number[])[]): string {
  return ring
    .slice(1)
    .map((position) => position.join())
    .toSorted()
    .join(' ');
}

function barriersOf(features: readonly DrawnFeature[]): Barriers {
  const owners: { id: string; barrier: Barrier }[] = [];
  const lakes: { id: string; geometry: PlanGeometry; box: Bbox }[] = [];
  const at: number[] = [];
  const boxes: Bbox[] = [];
  for (const { geometry, properties } of features) {
    const barrier = BARRIER_OF_CLASS[properties.class ?? ''];
    if (!barrier || geometry.type === 'Point') continue;
    const { id } = properties;
    if (barrier === 'water') lakes.push({ id, geometry, box: bboxOf(geometry) });
    for (const path of pathsOf(geometry)) {
      path.forEach(([lng = NaN, lat = NaN], index) => {
        const [lng1, lat1] = path[index - 1] ?? [];
        if (lng1 === undefined || lat1 === undefined) return;
        at.push(lng1, lat1, lng, lat);
        boxes.push([Math.min(lng1, lng), Math.min(lat1, lat), Math.max(lng1, lng), Math.max(lat1, lat)]);
        owners.push({ id, barrier });
      });
    }
  }
  return { index: indexOf(boxes), at: Float64Array.from(at), owners, lakes };
}
