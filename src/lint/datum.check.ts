import type { GazetteerFeature, PlanGeometry } from '../contract/features';
import type { LngLat } from '../contract/place';
import { isArea } from '../spatial/area';
import { gcj02ToWgs84 } from '../importers/crs/chinese-datums';
import { bboxOf, boxesTouch } from '../spatial/bbox';
import { nearestEdge, samplesOf } from '../spatial/edges';
import { widened } from '../spatial/spatial-index';
import type { Check, Entry, Finding, LintDraft } from './check';

/** A point this much farther from its line than either of the two is accurate is in the wrong place, in metres. */
const STRAY_M = 150;
/** It is in the wrong datum if the conversion brings it this near to the line, in metres. */
const ON_LINE_M = 120;

/**
 * Many points of one line tell together what one does not, since the shift (300–600 m in most of China) hardly shows
 * where a line runs along it: so many points, the median distances before and after the conversion in metres, and the
 * share of the points that the conversion brings to the line.
 */
const TOGETHER = { points: 4, beforeM: 100, afterM: 60, share: 0.75 };

/**
 * A border is compared where the conversion brings it within `nearM` of a neighbour, every `stepM` metres, at `samples`
 * spots at least, out of about `most` of a district. Measured on a city of 14 districts: a sound border lies 0 m from its
 * neighbours before, and each of the 14, put into GCJ-02, 190–270 m before and 0 m after.
 */
const BORDER = { stepM: 500, samples: 10, most: 200, nearM: 100, beforeM: 150, afterM: 40 };

/** More than a conversion moves anything, in metres: what is farther away is not brought near by it. */
const FARTHEST_SHIFT_M = 1500;

const FIX = 'the coordinate is GCJ-02: convert it to WGS-84 (gcoord)';

/** A point that belongs to a line, and its distances from that line in metres: as it stands, and once converted. */
interface OnLine {
  entry: Entry;
  lineId: string;
  limitM: number;
  beforeM: number;
  afterM: number;
}

export const datumMistaken: Check = {
  code: 'TC018',
  severity: 'error',
  rule: 'no coordinate is in GCJ-02: points lie on their lines, and districts meet, before a conversion rather than after',
  run: (draft) => [...strayPoints(draft), ...strayDistricts(draft)],
};

function strayPoints(draft: LintDraft): Finding[] {
  const found = new Map<Entry, Finding>();
  for (const points of pointsByLine(draft)) {
    const together = tellTogether(points);
    for (const { entry, lineId, limitM, beforeM, afterM } of points) {
      if (afterM > ON_LINE_M || beforeM <= (together ? afterM : limitM)) continue;
      const message = `it lies ${Math.round(beforeM)} m from ${lineId}, and ${Math.round(afterM)} m once converted`;
      found.set(entry, { file: entry.file, id: entry.feature.id, message, fix: FIX });
    }
  }
  return [...found.values()];
}

function tellTogether(points: readonly OnLine[]): boolean {
  return (
    points.length >= TOGETHER.points &&
    points.filter(({ afterM }) => afterM <= ON_LINE_M).length >= TOGETHER.share * points.length &&
    median(points.map(({ beforeM }) => beforeM)) > TOGETHER.beforeM &&
    median(points.map(({ afterM }) => afterM)) < TOGETHER.afterM
  );
}

/** For every line, the points that should lie on it: its parts, or the stations that bear its number. */
function pointsByLine({ entries, geometries }: LintDraft): OnLine[][] {
  return entries.map(({ feature: line }) => {
    const course = geometries.get(line.id);
    if (course?.type !== 'LineString' && course?.type !== 'MultiLineString') return [];
    const own = entries.filter((entry) => belongs(entry.feature, line));
    if (own.length === 0) return [];
    const toLine = nearestEdge([course]);
    return own.flatMap((entry) => {
      const at = pointOf(geometries.get(entry.feature.id));
      if (!at) return [];
      const accuracyM = Math.max(entry.feature.properties.accuracyM ?? 0, line.properties.accuracyM ?? 0);
      const [beforeM, afterM] = [toLine(at), toLine(gcj02ToWgs84(at))];
      return [{ entry, lineId: line.id, limitM: accuracyM + STRAY_M, beforeM, afterM }];
    });
  });
}

function belongs({ properties: point }: GazetteerFeature, { id, properties: line }: GazetteerFeature): boolean {
  if (point.role === 'part') return point.partOf === id;
  const refs = point.class === 'metro-station' ? (point.ref ?? '').split('·') : [];
  return line.class === 'metro-line' && line.ref !== undefined && refs.includes(line.ref);
}

function strayDistricts({ entries, geometries }: LintDraft): Finding[] {
  const districts = entries.flatMap((entry) => {
    const { class: is, kind } = entry.feature.properties;
    const area = geometries.get(entry.feature.id);
    if (is !== 'district' || kind !== 'zone' || !isArea(area)) return [];
    return [{ entry, area, box: bboxOf(area), toEdge: nearestEdge([area]) }];
  });
  return districts.flatMap(({ entry, area, box }) => {
    const within = widened(box, FARTHEST_SHIFT_M + BORDER.nearM);
    const neighbours = districts.filter((other) => other.area !== area && boxesTouch(other.box, within));
    const toNeighbour = (at: LngLat, withinM?: number): number =>
      Math.min(...neighbours.map(({ toEdge }) => toEdge(at, withinM)));
    const border = thinned(samplesOf(area, BORDER.stepM)).flatMap((at) => {
      const afterM = toNeighbour(gcj02ToWgs84(at), BORDER.nearM);
      return afterM < BORDER.nearM ? [{ beforeM: toNeighbour(at), afterM }] : [];
    });
    const beforeM = median(border.map((spot) => spot.beforeM));
    const afterM = median(border.map((spot) => spot.afterM));
    if (border.length < BORDER.samples || beforeM <= BORDER.beforeM || afterM >= BORDER.afterM) return [];
    const message =
      `its border lies ${Math.round(beforeM)} m from its neighbours (median of ${border.length} spots), ` +
      `and ${Math.round(afterM)} m once converted`;
    return [{ file: entry.file, id: entry.feature.id, message, fix: FIX }];
  });
}

/** At most so many of the spots as are enough, evenly spread. */
function thinned(spots: readonly LngLat[]): LngLat[] {
  const every = Math.ceil(spots.length / BORDER.most);
  return spots.filter((_, number) => number % every === 0);
}

function pointOf(geometry: PlanGeometry | undefined): LngLat | null {
  if (geometry?.type !== 'Point') return null;
  const [lng = NaN, lat = NaN] = geometry.coordinates;
  return [lng, lat];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
