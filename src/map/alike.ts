import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/**
 * What a layer takes from each feature. What comes from the features and what stands in the style are drawn by two
 * programs of the graphics card, and each that is met for the first time holds the page up; so every layer takes all
 * that some of them take. With the value the style language has where a layer says nothing.
 */
const TAKEN: Readonly<Record<string, Readonly<Record<string, number | string>>>> = {
  fill: { 'fill-color': '#000000', 'fill-opacity': 1 },
  line: { 'line-color': '#000000', 'line-width': 1, 'line-opacity': 1 },
  circle: {
    'circle-color': '#000000',
    'circle-radius': 5,
    'circle-opacity': 1,
    'circle-stroke-color': '#000000',
    'circle-stroke-opacity': 1,
  },
  symbol: { 'text-color': '#000000', 'text-opacity': 1, 'icon-opacity': 1 },
};
/** Those that some layers have differ by zoom and feature. */
const BY_ZOOM: ReadonlySet<string> = new Set(['line-width', 'circle-radius']);

/** A layer that draws the same, by a program that it shares with the others of its kind. */
export function alike(layer: LayerSpecification): LayerSpecification {
  const taken = TAKEN[layer.type];
  if (!taken) return layer;
  const paint = new Map<string, unknown>(Object.entries(layer.paint ?? {}));
  for (const [name, usual] of Object.entries(taken)) {
    // Colour and pattern exclude each other.
    if (name === 'fill-color' && paint.has('fill-pattern')) continue;
    paint.set(name, takenFromEach(paint.get(name) ?? usual, BY_ZOOM.has(name)));
  }
  return { ...layer, paint: Object.fromEntries(paint) } as LayerSpecification;
}

function takenFromEach(value: unknown, byZoom: boolean): unknown {
  if (Array.isArray(value) && value[0] === 'interpolate')
    // Behind the curve and what it runs along come its stops: where, and how much there.
    return value.map((part: unknown, at) => (at > 2 && at % 2 === 0 ? ofEach(part) : part));
  return byZoom ? ['interpolate', ['linear'], ['zoom'], 0, ofEach(value), 22, ofEach(value)] : ofEach(value);
}

/** A value said of each feature, as an expression has it already. */
function ofEach(value: unknown): unknown {
  return Array.isArray(value) ? value : ['case', ['has', 'id'], value, value];
}
