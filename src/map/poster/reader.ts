import {
  Color,
  featureFilter,
  latest,
  type LayerSpecification,
  normalizePropertyExpression,
} from '@maplibre/maplibre-gl-style-spec';

import type { PlanGeometry } from '../../contract/features';
import type { Hue } from '../../contract/place';
import type { Palette } from '../palette';

/** A feature as far as the drawing knows it; the style reads whatever else is in its properties. */
export interface Drawable {
  geometry: PlanGeometry;
  properties: { mark: string; id?: string; accuracyM?: number; hue?: Hue };
}

/** What a layer of the style says of a feature at a zoom, by the rules of the style language itself. */
export interface LayerReader {
  layer: LayerSpecification;
  palette: Palette;
  visibleAt: (zoom: number) => boolean;
  draws: (feature: Drawable, zoom: number) => boolean;
  value: (name: string, feature: Drawable | null, zoom: number) => unknown;
  /** A colour with an opacity in it, `#rrggbb` or `#rrggbbaa`. */
  colour: (name: string, opacity: string, feature: Drawable | null, zoom: number) => string;
  number: (name: string, feature: Drawable | null, zoom: number) => number;
}

/** One layer of the style as each palette has it. */
export type LayerPair = readonly [LayerReader, ...LayerReader[]];

type Evaluate = (feature: Drawable | null, zoom: number) => unknown;
type PropertySpec = Parameters<typeof normalizePropertyExpression>[2];

const GEOMETRY_TYPES = { Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 3, MultiPolygon: 3 };

/** Reads one layer. Throws where the style itself is at fault. */
export function readLayer(layer: LayerSpecification, palette: Palette): LayerReader {
  const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'filter');
  const compiled = new Map<string, Evaluate>();
  const values = new Map<string, unknown>(Object.entries({ ...layer.layout, ...layer.paint }));
  const specs = new Map<string, PropertySpec>(
    Object.entries({
      ...(latest as unknown as Specs)[`layout_${layer.type}`],
      ...(latest as unknown as Specs)[`paint_${layer.type}`],
    }),
  );
  const compile = (name: string): Evaluate => {
    const spec = specs.get(name);
    if (!spec) throw new Error(`the style language has no ${name} for ${layer.type}`);
    const value = values.get(name) ?? spec.default;
    if (value === undefined || value === null) return () => undefined;
    const expression = normalizePropertyExpression(value as never, name, spec);
    return (feature, zoom) => expression.evaluate({ zoom }, feature ? evaluated(feature) : (undefined as never), {});
  };
  const value: LayerReader['value'] = (name, feature, zoom) => {
    const evaluate = compiled.get(name) ?? compile(name);
    compiled.set(name, evaluate);
    return evaluate(feature, zoom);
  };
  const number: LayerReader['number'] = (name, feature, zoom) => Number(value(name, feature, zoom));
  return {
    layer,
    palette,
    value,
    number,
    visibleAt: (zoom) => zoom >= (layer.minzoom ?? 0) && zoom < (layer.maxzoom ?? 24),
    draws: (feature, zoom) => filter({ zoom }, evaluated(feature)),
    colour: (name, opacity, feature, zoom) => {
      const colour = value(name, feature, zoom);
      if (!(colour instanceof Color)) throw new Error(`${layer.id}: ${name} is not a colour`);
      return faded(colour, number(opacity, feature, zoom));
    },
  };
}

type Specs = Record<string, Record<string, PropertySpec>>;

/** A feature as the style language sees it. */
function evaluated({ geometry, properties }: Drawable): Parameters<ReturnType<typeof featureFilter>['filter']>[1] {
  return { type: GEOMETRY_TYPES[geometry.type] as 1 | 2 | 3, properties };
}

/** `#rrggbb`, or `#rrggbbaa` where the colour is to be seen through. */
export function faded(colour: Color, opacity: number): string {
  const { r, g, b, a } = colour;
  const two = (share: number): string =>
    Math.round(Math.max(0, Math.min(1, share)) * 255)
      .toString(16)
      .padStart(2, '0');
  // The style language keeps colours multiplied by their alpha.
  const solid = [r, g, b].map((channel) => two(a === 0 ? 0 : channel / a)).join('');
  const alpha = two(a * opacity);
  return alpha === 'ff' ? `#${solid}` : `#${solid}${alpha}`;
}
