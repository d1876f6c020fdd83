import { Color } from '@maplibre/maplibre-gl-style-spec';

import { BAND_SHARES } from '../../contract/features';
import { HUES, PATTERNS } from '../../contract/place';
import { metresPerPixel } from '../../spatial/mercator';
import type { Canvas } from './canvas';
import { type Attributes, element, pair, short } from './markup';
import { patternElement } from './patterns';
import { type Drawable, faded, type LayerPair } from './reader';
import { clipLine, clipRing, pathData, type Pixel, simplify, touches } from './shapes';

/** Units of the drawing a pixel: half a pixel is what a dense screen shows at the size that it is made for. */
export const UNITS_PER_PX = 2;
/** A soft edge has no line that could be seen: how much coarser than a line it may be, and its steps apart. */
const BAND_COARSER = 2.4;
const STEPS_APART = 3.5;
/** A step fainter than this is hardly seen itself, so that fewer of them do. */
const FAINT = 0.025;
const FAINT_STEPS_APART = 9;

/** Fill patterns in use, by what they look like. */
export type Patterns = Map<string, { id: string; markup: string }>;

/** Marks that look the same share an element. */
class Strokes {
  private readonly byLook = new Map<string, { attributes: Attributes; data: string[] }>();

  add(attributes: Attributes, data: string): void {
    if (data === '') return;
    const key = JSON.stringify(attributes);
    const found = this.byLook.get(key);
    if (found) found.data.push(data);
    else this.byLook.set(key, { attributes, data: [data] });
  }

  /** `apart` keeps marks that lie on top of each other from becoming one. */
  markup(apart: boolean): string {
    return [...this.byLook.values()]
      .map(({ attributes, data }) =>
        apart && data.length > 1
          ? element('g', attributes, data.map((d) => element('path', { d })).join(''))
          : element('path', { ...attributes, d: data.join('') }),
      )
      .join('');
  }
}

export function drawFills(
  layers: LayerPair,
  features: readonly Drawable[],
  canvas: Canvas,
  patterns: Patterns,
  prefix: string,
): string {
  const [layer] = layers;
  const strokes = new Strokes();
  const patterned = layer.value('fill-pattern', features[0] ?? null, canvas.zoom) !== undefined;
  for (const [feature, steps] of distinguishable(layer, features, canvas)) {
    const tolerancePx = canvas.tolerancePx * (feature.properties.mark === 'band' ? BAND_COARSER : 1);
    const data = canvas
      .paths(feature.geometry)
      .map((ring) => pathData(simplify(clipRing(ring, canvas.reach), tolerancePx), UNITS_PER_PX, true))
      .join('');
    if (data === '') continue;
    const fill = patterned
      ? patternFill(layers, feature, canvas, patterns, prefix)
      : pair(
          stacked(
            layers.map((one) => one.colour('fill-color', 'fill-opacity', feature, canvas.zoom)),
            steps,
          ),
        );
    if (fill !== null) strokes.add({ fill, 'fill-rule': 'evenodd' }, data);
  }
  return strokes.markup(true);
}

/**
 * The steps of a soft edge are drawn as far as they can be told apart: of several that end within one pixel only the
 * widest is, as strong as all of them. Everything else is one step.
 */
function distinguishable(
  layer: LayerPair[0],
  features: readonly Drawable[],
  canvas: Canvas,
): [Drawable, steps: number][] {
  const kept: [Drawable, number][] = [];
  let [id, step, shownPx] = ['', 0, Infinity];
  for (const feature of features) {
    const { properties } = feature;
    if (properties.mark !== 'band') {
      kept.push([feature, 1]);
      continue;
    }
    step = properties.id === id ? step + 1 : 0;
    const lat = feature.geometry.type === 'Polygon' ? feature.geometry.coordinates[0]?.[0]?.[1] : undefined;
    const edgeM = (properties.accuracyM ?? 0) * (BAND_SHARES[step] ?? 0);
    const edgePx = edgeM / metresPerPixel(lat ?? 0, canvas.zoom);
    const last = kept.at(-1);
    const faint = layer.number('fill-opacity', feature, canvas.zoom) < FAINT;
    const apartPx = canvas.tolerancePx * (faint ? FAINT_STEPS_APART : STEPS_APART);
    if (properties.id === id && last && shownPx - edgePx < apartPx) last[1] += 1;
    else {
      kept.push([feature, 1]);
      shownPx = edgePx;
    }
    id = properties.id ?? '';
  }
  return kept;
}

/** A see-through colour laid on itself some times. */
function stacked(colours: readonly string[], times: number): string[] {
  return colours.map((colour) => {
    if (times === 1 || colour.length < 9) return colour;
    const alpha = 1 - (1 - Number.parseInt(colour.slice(7), 16) / 255) ** times;
    return `${colour.slice(0, 7)}${Math.round(alpha * 255)
      .toString(16)
      .padStart(2, '0')}`;
  });
}

/** Refers to the pattern that the style names `<palette>-<hue>-<pattern>`, in the hue's colour as faded as the layer. */
function patternFill(
  layers: LayerPair,
  feature: Drawable,
  canvas: Canvas,
  patterns: Patterns,
  prefix: string,
): string | null {
  const [{ palette }] = layers;
  const name = String(layers[0].value('fill-pattern', feature, canvas.zoom)).slice(palette.name.length + 1);
  const hue = HUES.find((one) => name.startsWith(`${one}-`));
  const pattern = PATTERNS.find((one) => name === `${hue}-${one}`);
  if (!hue || !pattern) return null;
  const colours = layers.map((one) => {
    const mark = Color.parse(one.palette.hues[hue].mark);
    return mark ? faded(mark, one.number('fill-opacity', feature, canvas.zoom)) : '';
  });
  const key = `${name} ${colours.join(' ')}`;
  const known = patterns.get(key);
  const id = known?.id ?? `${prefix}${patterns.size}`;
  if (!known) {
    const markup = patternElement(id, pattern, pair(colours), UNITS_PER_PX);
    if (markup === null) return null;
    patterns.set(key, { id, markup });
  }
  return `url(#${id})`;
}

export function drawLines(layers: LayerPair, features: readonly Drawable[], canvas: Canvas): string {
  const [layer] = layers;
  const strokes = new Strokes();
  const dashes = dashesOf(layer.layer);
  for (const feature of features) {
    const paths = canvas.paths(feature.geometry);
    if (paths.length === 0) continue;
    const widthPx = layer.number('line-width', feature, canvas.zoom);
    const colours = layers.map((one) => one.colour('line-color', 'line-opacity', feature, canvas.zoom));
    const closed = feature.geometry.type.endsWith('Polygon');
    const attributes: Attributes = {
      stroke: pair(colours),
      'stroke-width': short(widthPx, 2),
      'stroke-dasharray': dashes?.map((dash) => short(dash * widthPx)).join(' '),
      'stroke-linecap': layer.value('line-cap', feature, canvas.zoom) === 'round' ? 'round' : undefined,
    };
    for (const path of paths) {
      for (const part of clipLine(path, canvas.reach)) {
        const whole = closed && part.length === path.length;
        strokes.add(attributes, pathData(simplify(part, canvas.tolerancePx), UNITS_PER_PX, whole));
      }
    }
  }
  const markup = strokes.markup(false);
  return markup === '' ? '' : element('g', { fill: 'none', 'stroke-linejoin': 'round' }, fixedWidths(markup));
}

/** Widths and dashes are pixels of the screen, however large the drawing is shown. */
function fixedWidths(markup: string): string {
  return markup.replaceAll('<path ', '<path vector-effect="non-scaling-stroke" ');
}

/** Dashes and gaps in widths of the line; the style has them as plain numbers. */
function dashesOf(layer: LayerPair[0]['layer']): number[] | null {
  const raw: unknown = layer.type === 'line' ? layer.paint?.['line-dasharray'] : undefined;
  return Array.isArray(raw) ? raw.map(Number) : null;
}

/** Circles of a fixed size on the screen, and circles that are true to scale. */
export function drawCircles(
  layers: LayerPair,
  features: readonly Drawable[],
  canvas: Canvas,
): { fixed: string; scaled: string } {
  const [layer] = layers;
  const groups = new Map<string, { attributes: Attributes; marks: string[] }>();
  let scaled = '';
  for (const feature of features) {
    const [at] = canvas.paths(feature.geometry).flat();
    if (!at) continue;
    const radiusPx = layer.number('circle-radius', feature, canvas.zoom);
    const fill = pair(layers.map((one) => one.colour('circle-color', 'circle-opacity', feature, canvas.zoom)));
    const around = [at[0] - radiusPx, at[1] - radiusPx, at[0] + radiusPx, at[1] + radiusPx] as const;
    if (!touches(around, canvas.reach)) continue;
    if (layer.value('circle-pitch-alignment', feature, canvas.zoom) === 'map') {
      const [cx, cy, r] = [at[0], at[1], radiusPx].map((px) => Math.round(px * UNITS_PER_PX));
      scaled += element('circle', { cx, cy, r, fill });
      continue;
    }
    const strokePx = layer.number('circle-stroke-width', feature, canvas.zoom);
    const strokes = layers.map((one) =>
      one.colour('circle-stroke-color', 'circle-stroke-opacity', feature, canvas.zoom),
    );
    const attributes = { fill, stroke: pair(strokes), 'stroke-width': short(strokePx), 'paint-order': 'normal' };
    const key = JSON.stringify(attributes);
    const group: { attributes: Attributes; marks: string[] } = groups.get(key) ?? { attributes, marks: [] };
    groups.set(key, group);
    // MapLibre draws the stroke around the radius, SVG along it.
    group.marks.push(element('circle', { ...percent(at, canvas, 'cx', 'cy'), r: short(radiusPx + strokePx / 2) }));
  }
  const fixed = [...groups.values()].map(({ attributes, marks }) => element('g', attributes, marks.join(''))).join('');
  return { fixed, scaled };
}

/** A position as shares of the frame, which hold at every size. */
export function percent([x, y]: Pixel, canvas: Canvas, across = 'x', down = 'y'): Attributes {
  return {
    [across]: `${short((x / canvas.widthPx) * 100, 2)}%`,
    [down]: `${short((y / canvas.heightPx) * 100, 2)}%`,
  };
}
