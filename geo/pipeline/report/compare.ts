import type { GazetteerFeature, PlanGeometry } from '../../../src/contract/features';
import { areaM2, lengthM } from '../../../src/spatial/ellipsoid';
import type { PlacedPlan } from '../draft';
import { type Measured, measure, type Pair } from './measure';
import type { Comparison, Published, Reference, ReportFile } from './report-file';

/** A report file that asks for something that is not there. */
export class ReportError extends Error {
  override name = 'ReportError';
}

/** One row of a table of comparisons. */
export interface Row extends Measured {
  /** What is compared: an id, a class, or how many features. */
  what: string;
  ids: readonly string[];
  kind: Comparison['kind'];
  sample: 'drawn' | 'reference';
  reference: string;
  /** The feature was drawn after this very reference, so that the distance shows the drawing and no more. */
  own: boolean;
  /** Features of the row that the reference does not name. */
  unmatched: readonly string[];
  partial: boolean;
  note: string | undefined;
}

export interface PublishedRow {
  id: string;
  unit: 'km' | 'km²';
  drawn: number;
  published: number;
  from: string;
  note: string | undefined;
}

export interface Compared {
  groups: readonly { title: string; note: string | undefined; rows: readonly Row[] }[];
  published: readonly PublishedRow[];
}

/** Everything that the report file lists, measured; distances in metres. */
export function compare(
  draft: PlacedPlan,
  file: ReportFile,
  references: ReadonlyMap<string, readonly Reference[]>,
): Compared {
  return {
    groups: file.groups.map(({ title, note, comparisons }) => ({
      title,
      note,
      rows: comparisons.flatMap((comparison) => rowsOf(draft, file, references, comparison)),
    })),
    published: file.published.map((one) => publishedRow(draft, one)),
  };
}

function rowsOf(
  draft: PlacedPlan,
  file: ReportFile,
  references: ReadonlyMap<string, readonly Reference[]>,
  comparison: Comparison,
): Row[] {
  const { reference, kind, nameIn, note, sample = 'drawn' } = comparison;
  const selected = (references.get(reference) ?? []).filter((one) => fits(one, comparison.where ?? {}));
  const named = wantedOf(draft, comparison.feature);
  const cited = file.references[reference];
  if (selected.length === 0 || !cited) {
    throw new ReportError(`${[comparison.feature].flat().join(', ')}: nothing in ${reference} fits`);
  }
  const pairs = named.map((feature): Pair => {
    const drawn = draft.geometries.get(feature.id);
    const { accuracyM, name } = feature.properties;
    if (!drawn || accuracyM === null) throw new ReportError(`${feature.id} is not drawn`);
    if (!isOfKind(drawn, kind, sample))
      throw new ReportError(`${feature.id} is a ${drawn.type} and not fit for ${kind}`);
    const same = nameIn ? selected.filter((one) => [one.properties[nameIn]].flat().includes(name.zh)) : selected;
    return { id: feature.id, drawn, accuracyM, references: same.map((one) => one.geometry) };
  });
  const matched = pairs.filter((pair) => pair.references.length > 0);
  const isPoints = kind.startsWith('point') && sample === 'drawn';
  const rows = isPoints ? [matched] : matched.map((pair) => [pair]);
  const unmatched = pairs.filter((pair) => pair.references.length === 0).map(({ id }) => id);
  if (matched.length === 0) throw new ReportError(`${unmatched.join(', ')}: no such name in ${reference}`);
  const referenceId = 'source' in cited ? cited.source : cited.id;
  return rows.map((row) => {
    const measured = measure(row, sample);
    const own = named.some(
      ({ id, properties }) => row.some((pair) => pair.id === id) && isOwn(draft, properties, referenceId),
    );
    return {
      ...measured,
      // Closeness to what it was drawn after proves the drawing, not that its radius could be narrower.
      verdict: own && measured.verdict === 'padded' ? 'holds' : measured.verdict,
      what: row.length === 1 ? (row[0]?.id ?? '') : titleOf(comparison.feature, row.length),
      ids: row.map(({ id }) => id),
      kind,
      sample,
      reference: referenceId,
      own,
      unmatched: isPoints ? unmatched : [],
      partial: comparison.partial ?? false,
      note,
    };
  });
}

/** Whether a feature was drawn after a source, itself or through the features that it is derived from. */
function isOwn(draft: PlacedPlan, properties: GazetteerFeature['properties'], source: string): boolean {
  if (properties.source.from.includes(source)) return true;
  const of = properties.derive?.of ?? [];
  return draft.entries.some(({ feature }) => of.includes(feature.id) && isOwn(draft, feature.properties, source));
}

function wantedOf({ entries }: PlacedPlan, wanted: string | readonly string[]): GazetteerFeature[] {
  return [wanted].flat().flatMap((name) => {
    const found = entries
      .map((entry) => entry.feature)
      .filter(({ id, properties }) =>
        name.startsWith('class:')
          ? properties.role === 'ground' && properties.class === name.slice('class:'.length)
          : id === name,
      );
    if (found.length === 0) throw new ReportError(`there is no feature ${name}`);
    return found;
  });
}

function titleOf(wanted: string | readonly string[], count: number): string {
  return typeof wanted === 'string' ? `${count} of ${wanted}` : `${count} features`;
}

function fits({ properties }: Reference, where: NonNullable<Comparison['where']>): boolean {
  return Object.entries(where).every(([key, value]) => {
    const wanted: readonly unknown[] = [value].flat();
    return [properties[key] ?? null].flat().some((one) => wanted.includes(one));
  });
}

/** Whether what is drawn is what stands before (sampled) or behind (not sampled) the `to` of the kind. */
function isOfKind({ type }: PlanGeometry, kind: Comparison['kind'], sample: Row['sample']): boolean {
  const [from, to] = kind.split('-to-');
  const wanted = sample === 'drawn' ? from : to;
  if (wanted === 'ring') return type === 'Polygon' || type === 'MultiPolygon';
  if (wanted === 'line') return type === 'LineString' || type === 'MultiLineString';
  return type === 'Point' || type === 'MultiPoint';
}

function publishedRow({ geometries, sources }: PlacedPlan, published: Published): PublishedRow {
  const { feature: id, lengthKm, areaKm2, from, note } = published;
  const geometry = geometries.get(id);
  if (!geometry) throw new ReportError(`${id} is not drawn`);
  if (!(from in sources)) throw new ReportError(`${id}: there is no source ${from}`);
  if (lengthKm !== undefined)
    return { id, unit: 'km', drawn: lengthM(geometry) / 1e3, published: lengthKm, from, note };
  if (areaKm2 !== undefined) return { id, unit: 'km²', drawn: areaM2(geometry) / 1e6, published: areaKm2, from, note };
  throw new ReportError(`${id}: give lengthKm or areaKm2`);
}
