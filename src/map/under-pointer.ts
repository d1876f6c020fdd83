/** A thing that the map has drawn under the pointer. */
interface Rendered {
  layer: { id: string };
  properties: Readonly<Record<string, unknown>>;
}

/** Layers whose things can be pointed at: marks and names before areas, which lie under everything. */
const MARKS = ['badge', 'label-site', 'label-area', 'label-line', 'point-site', 'point-station'];
const LINES = ['line-indicative', 'line-exact', 'line-schematic', 'line-part'];
const AREAS = ['area-tint'];
export const POINTABLE: readonly string[] = [...MARKS, ...LINES, ...AREAS];

/**
 * Id of the place that a click asks about first: the nearest to a point, then a line, then an area; `null` over bare
 * land. Districts and lakes are the ground here, under the pointer nearly everywhere, so they do not answer.
 */
export function placeUnder(rendered: readonly Rendered[]): string | null {
  for (const layers of [MARKS, LINES, AREAS]) {
    for (const { layer, properties } of rendered) {
      const { owner, class: groundClass } = properties;
      if (layers.includes(layer.id) && groundClass === undefined && typeof owner === 'string') return owner;
    }
  }
  return null;
}
