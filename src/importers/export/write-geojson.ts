import type { WrittenFeature } from './write-features';

/** Digits of a degree: a hundredth of a millimetre. */
const DIGITS = 10;

/** GeoJSON of RFC 7946, in WGS-84. The name is an attribute `name` unless there is one. */
export function writeGeoJson(features: readonly WrittenFeature[]): string {
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(DIGITS)) : value;
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ geometry, name, attributes }) => ({
      type: 'Feature',
      // `fromEntries` makes an own property of any name
      properties: Object.fromEntries([
        ...(name === null ? [] : [['name', name] as const]),
        ...Object.entries(attributes),
      ]),
      geometry,
    })),
  };
  return `${JSON.stringify(collection, rounded, 1)}\n`;
}
