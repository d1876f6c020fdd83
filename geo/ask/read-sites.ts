import * as v from 'valibot';

import { GeometrySchema } from '../../src/contract/features';
import type { SiteRequest } from '../../src/extract/extract';

/** What a file held: sites to ask about, and records that are none, with the reason in words. */
export type ReadSites =
  | { ok: true; sites: SiteRequest[]; rejected: { id: string; reason: string }[]; warnings: string[] }
  | { ok: false; reason: string };

const FeatureSchema = v.object({
  type: v.literal('Feature'),
  properties: v.nullish(v.record(v.string(), v.unknown())),
  geometry: v.unknown(),
});
const FileSchema = v.union([
  v.object({ type: v.literal('FeatureCollection'), features: v.array(FeatureSchema) }),
  FeatureSchema,
]);

/** Reads sites from GeoJSON in WGS-84. */
export function readSites(name: string, bytes: Uint8Array): ReadSites {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { ok: false, reason: String(error) };
  }
  const file = v.safeParse(FileSchema, raw);
  if (!file.success) return { ok: false, reason: 'not GeoJSON features' };
  const features = file.output.type === 'Feature' ? [file.output] : file.output.features;
  const read: Extract<ReadSites, { ok: true }> = { ok: true, sites: [], rejected: [], warnings: [] };
  features.forEach(({ geometry, properties }, index) => {
    const id = `${name}#${index + 1}`;
    const parsed = v.safeParse(GeometrySchema, geometry);
    const label = properties?.['name'];
    if (!parsed.success) read.rejected.push({ id, reason: 'no geometry that can be asked about' });
    else {
      read.sites.push({
        id,
        name: typeof label === 'string' ? label : null,
        geometry: parsed.output,
        inputCrs: 'EPSG:4326',
      });
    }
  });
  return read;
}
