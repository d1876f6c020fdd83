import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/** What changes is of our own layers, which the tests hold against the specification; doing it again costs time. */
const UNCHECKED = { validate: false } as const;

/** The few commands of a map that a change of view needs; MapLibre's `Map` has them all. */
export interface StyledMap {
  getLayer: (id: string) => unknown;
  addLayer: (layer: LayerSpecification, before?: string) => unknown;
  removeLayer: (id: string) => unknown;
  setFilter: (id: string, filter: never, options: typeof UNCHECKED) => unknown;
  setPaintProperty: (id: string, name: string, value: unknown, options: typeof UNCHECKED) => unknown;
  setLayoutProperty: (id: string, name: string, value: unknown, options: typeof UNCHECKED) => unknown;
}

/**
 * Brings the layers of a map from one list to the next with as few commands as possible. Sources are left alone:
 * MapLibre's own `setStyle` would compare all their coordinates at every click.
 */
export function applyLayers(
  map: StyledMap,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  const kept = new Map(before.map((layer) => [layer.id, layer]));
  const wanted = new Set(after.map((layer) => layer.id));
  for (const { id } of before) if (!wanted.has(id)) map.removeLayer(id);

  let above: string | undefined;
  for (const layer of after.toReversed()) {
    const old = kept.get(layer.id);
    if (!old || !map.getLayer(layer.id)) map.addLayer(layer, above);
    else change(map, old, layer);
    above = layer.id;
  }
}

function change(map: StyledMap, before: LayerSpecification, after: LayerSpecification): void {
  const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined);
  if (!same(filterOf(before), filterOf(after))) map.setFilter(after.id, filterOf(after) as never, UNCHECKED);
  eachDifference(before.paint, after.paint, (name, value) => map.setPaintProperty(after.id, name, value, UNCHECKED));
  eachDifference(before.layout, after.layout, (name, value) => map.setLayoutProperty(after.id, name, value, UNCHECKED));
}

function eachDifference(
  before: object | undefined,
  after: object | undefined,
  tell: (name: string, value: unknown) => void,
): void {
  const [old, next] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  for (const name of new Set([...old.keys(), ...next.keys()])) {
    if (!same(old.get(name), next.get(name))) tell(name, next.get(name));
  }
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
