import { type AreaUnit, UNIT_M2 } from '../contract/extract';
import type { PlanGeometry } from '../contract/features';
import type { ImportedFeature, ImportedFile } from './imported';

/** A feature as a plan is asked about it. */
export interface ImportedSite {
  /** File and number of the record; `.2` for the second point of several in one record. */
  id: string;
  name: string | null;
  /** WGS-84. */
  geometry: PlanGeometry;
  /** Metres by which the system of the file may be off; absent where nobody can say. */
  accuracyM?: number;
  inputCrs: string;
  declared?: { area: number; unit: AreaUnit };
}

/** The sites of a file: one of each record, and one of each point where a record has several. */
export function sitesOf({ file, features, crs }: ImportedFile): ImportedSite[] {
  return features.flatMap((feature) =>
    partsOf(feature.geometry).map((geometry, part, parts) => ({
      ...siteOf(feature, geometry),
      id: siteId(file, feature.record.number) + (parts.length > 1 ? `.${part + 1}` : ''),
      inputCrs: crs.id,
      ...(crs.accuracyM !== null && { accuracyM: crs.accuracyM }),
    })),
  );
}

/** How a record is called that has no better name. */
export function siteId(file: string, record: number): string {
  return `${file}#${record}`;
}

function siteOf(
  { name, declaredAreaM2 }: ImportedFeature,
  geometry: PlanGeometry,
): Pick<ImportedSite, 'name' | 'geometry' | 'declared'> {
  return {
    name,
    geometry,
    // The trade declares hectares.
    ...(declaredAreaM2 !== null && { declared: { area: declaredAreaM2 / UNIT_M2.ha, unit: 'ha' as const } }),
  };
}

/** Several points are several sites. */
function partsOf(geometry: PlanGeometry): PlanGeometry[] {
  if (geometry.type !== 'MultiPoint') return [geometry];
  return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
}
