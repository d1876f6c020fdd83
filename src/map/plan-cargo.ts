import type { DrawnFeature, DrawnFile, DrawnFileName } from '../contract/features';
import type { PackedFile } from '../contract/packed';
import { packedOf, unpackFeatures } from '../contract/unpack';

/** All that is drawn of the plan; each feature says of which file it is. */
export type PlanData = GeoJSON.FeatureCollection<GeoJSON.Geometry, Record<string, unknown> & { file: DrawnFileName }>;
type Packed = readonly (readonly [name: DrawnFileName, file: PackedFile])[];

/** The features of all files that are there, in their order. */
export function planFeatures(files: readonly (readonly [DrawnFileName, readonly DrawnFeature[]])[]): PlanData {
  return {
    type: 'FeatureCollection',
    features: files.flatMap(([file, features]) =>
      features.map(({ type, geometry, properties }) => ({
        type,
        geometry: geometry as GeoJSON.Geometry,
        properties: { ...properties, file },
      })),
    ),
  };
}

/**
 * The plan on its way to the worker of the map, as it came. MapLibre would copy every position of it to hand it over;
 * it lets a class that it is told of (`register` of its `web_worker_transfer.ts`) do that by itself, and what comes out
 * there is GeoJSON. Nobody reads it on this side.
 */
export class PlanCargo {
  readonly type = 'FeatureCollection';
  readonly features: [] = [];

  constructor(readonly packed: Packed) {}

  static serialize({ packed }: PlanCargo): { text: string } {
    return { text: JSON.stringify(packed) };
  }

  static deserialize({ text }: { text: string }): PlanData {
    const packed = JSON.parse(text) as Packed;
    return planFeatures(packed.map(([name, file]) => [name, unpackFeatures(file)]));
  }
}

/** The plan as a whole, where all of its files came packed. */
export function cargoOf(files: readonly (readonly [DrawnFileName, DrawnFile])[]): PlanCargo | null {
  const packed = files.flatMap(([name, file]) => {
    const from = packedOf(file);
    return from ? [[name, from] as const] : [];
  });
  return packed.length === files.length ? new PlanCargo(packed) : null;
}
