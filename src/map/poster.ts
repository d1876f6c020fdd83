import { DRAWN_FILES } from '../contract/features';
import type { Bbox } from '../contract/place';
import { buildStyle } from './build-style';
import { FONT } from './layers/fonts';
import { nearData } from './layers/near.layer';
import type { Palette } from './palette';
import { type Beyond, type Canvas, canvasOf } from './poster/canvas';
import { placeLabels, type PlacedLabel } from './poster/draw-labels';
import { drawCircles, drawFills, drawLines, type Patterns, UNITS_PER_PX } from './poster/draw-shapes';
import { type Attributes, element, pair } from './poster/markup';
import { type Drawable, type LayerPair, type LayerReader, readLayer } from './poster/reader';
import type { PixelBox } from './poster/shapes';
import { siteFeatures } from './site-source';
import type { StyleInput } from './style-input';

/** A size at which the drawing is shown: the width of its frame on the screen. */
interface Size {
  /** Marks what is drawn for this size only, as `data-at`, for a style sheet to choose by. */
  name: string;
  widthPx: number;
}

export interface PosterInput {
  view: Omit<StyleInput, 'palette' | 'base'>;
  /** One palette, or light and dark in one drawing that follows the `color-scheme` around it. */
  palettes: readonly [Palette] | readonly [light: Palette, dark: Palette];
  /** What the frame of the drawing holds, WGS-84. */
  frame: Bbox;
  /** The first is the one whose line widths and details the drawing has; names are set for each. */
  sizes: readonly [Size, ...Size[]];
  beyond: Beyond;
  /** What lies less than this beside a line is left out: below one nobody sees it, above one the drawing is lighter. */
  tolerancePx: number;
  /** What the picture is, for who cannot see it. */
  label: string;
  /** Begins the ids inside, where several drawings share a page. */
  idPrefix?: string;
  /** Fill the paper too and say how large the drawing is, so that it is a picture by itself. */
  standalone?: boolean;
}

/**
 * The map as an SVG, by the very layers, filters and expressions of the interactive map at the zoom that the frame
 * gives. Shapes scale with the drawing while line widths, dots and names keep their size on the screen. Pure; throws
 * only where the style itself is at fault.
 */
export function poster(input: PosterInput): string {
  const { view, palettes, frame, sizes, beyond, tolerancePx } = input;
  const layers = readStyle(view, palettes);
  const canvases = sizes.map(({ name, widthPx }) => ({ name, canvas: canvasOf(frame, widthPx, beyond, tolerancePx) }));
  const [main] = canvases;
  if (!main) return '';
  const { canvas } = main;
  const featuresOf = (layer: LayerReader, zoom: number): Drawable[] =>
    sourceOf(layer, view).filter((feature) => layer.draws(feature, zoom));
  const names = canvases.map(({ canvas: at }) => namesOf(layers, at, featuresOf));

  const patterns: Patterns = new Map();
  const prefix = input.idPrefix ?? 'poster-';
  /** Markup in drawing order; neighbours that scale with the drawing share a frame of units. */
  const parts: { scaled: boolean; markup: string }[] = [];
  const put = (scaled: boolean, markup: string): void => {
    const last = parts.at(-1);
    if (markup === '') return;
    if (last?.scaled === scaled) last.markup += markup;
    else parts.push({ scaled, markup });
  };
  for (const pairOf of layers) {
    const [layer] = pairOf;
    if (layer.layer.type === 'symbol') {
      const found = canvases.map(({ name }, index) => ({ name, labels: names[index]?.get(layer.layer.id) ?? [] }));
      put(false, labelGroups(found));
      continue;
    }
    const shownAt = canvases.filter(({ canvas: at }) => layer.visibleAt(at.zoom));
    if (!shownAt.some((one) => one === main)) continue;
    const only = (markup: string): string =>
      markup !== '' && shownAt.length < canvases.length ? element('g', { 'data-at': main.name }, markup) : markup;
    const features = featuresOf(layer, canvas.zoom);
    if (layer.layer.type === 'background' && input.standalone) put(true, paper(pairOf, canvas));
    if (layer.layer.type === 'fill') put(true, only(drawFills(pairOf, features, canvas, patterns, prefix)));
    if (layer.layer.type === 'line') put(true, only(drawLines(pairOf, features, canvas)));
    if (layer.layer.type === 'circle') {
      const { fixed, scaled } = drawCircles(pairOf, features, canvas);
      put(true, only(scaled));
      put(false, only(fixed));
    }
  }
  return assembled(input, canvas, patterns, parts);
}

function readStyle(view: PosterInput['view'], palettes: PosterInput['palettes']): LayerPair[] {
  const [first, ...rest] = palettes.map((palette) =>
    buildStyle({ ...view, palette }).layers.map((layer) => readLayer(layer, palette)),
  );
  return (first ?? []).map((layer, index): LayerPair => {
    const others = rest.map((readers) => readers[index]).filter((reader) => reader !== undefined);
    return [layer, ...others];
  });
}

function sourceOf({ layer }: LayerReader, { data, near, site }: PosterInput['view']): readonly Drawable[] {
  const source = 'source' in layer ? layer.source : null;
  if (source === 'near') return nearData(near).features;
  if (source === 'site') return siteFeatures(site).features;
  const name = DRAWN_FILES.find((one) => one === source);
  return (name && data[name]?.features) ?? [];
}

/** Names by layer. As on the interactive map the layers above choose their places first. */
function namesOf(
  layers: readonly LayerPair[],
  canvas: Canvas,
  featuresOf: (layer: LayerReader, zoom: number) => Drawable[],
): Map<string, PlacedLabel[]> {
  const taken: PixelBox[] = [];
  const found = new Map<string, PlacedLabel[]>();
  for (const pairOf of layers.toReversed()) {
    const [layer] = pairOf;
    if (layer.layer.type !== 'symbol' || !layer.visibleAt(canvas.zoom)) continue;
    found.set(layer.layer.id, placeLabels(pairOf, featuresOf(layer, canvas.zoom), canvas, taken));
  }
  return found;
}

/** Names that look the same share a group; what is the same at every size is there once. */
function labelGroups(found: readonly { name: string; labels: readonly PlacedLabel[] }[]): string {
  const groups = new Map<string, { attributes: Attributes; markup: string }>();
  for (const { name, labels } of found) {
    for (const { look, markup } of labels) {
      const attributes: Attributes = { ...(found.length > 1 && { 'data-at': name }), ...look };
      const key = JSON.stringify(attributes);
      const group = groups.get(key) ?? { attributes, markup: '' };
      groups.set(key, group);
      group.markup += markup;
    }
  }
  return [...groups.values()].map(({ attributes, markup }) => element('g', attributes, markup)).join('');
}

function paper(layers: LayerPair, canvas: Canvas): string {
  const [left, top, right, bottom] = canvas.reach.map((px) => Math.round(px * UNITS_PER_PX)) as unknown as PixelBox;
  return element('rect', {
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    fill: pair(layers.map((one) => one.colour('background-color', 'background-opacity', null, canvas.zoom))),
  });
}

function assembled(
  { label, standalone }: PosterInput,
  { widthPx, heightPx }: Canvas,
  patterns: Patterns,
  parts: readonly { scaled: boolean; markup: string }[],
): string {
  const viewBox = [0, 0, widthPx * UNITS_PER_PX, heightPx * UNITS_PER_PX].map((unit) => Math.round(unit)).join(' ');
  const defs = [...patterns.values()].map(({ markup }) => markup).join('');
  const body = parts.map(({ scaled, markup }) =>
    scaled ? element('svg', { viewBox, overflow: 'visible' }, markup) : element('g', TEXT, markup),
  );
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-label': label,
      ...(standalone && { width: Math.round(widthPx), height: Math.round(heightPx) }),
      overflow: standalone ? undefined : 'visible',
    },
    `${defs === '' ? '' : element('defs', {}, defs)}${body.join('')}`,
  );
}

const TEXT: Attributes = {
  'font-family': FONT.join(','),
  'text-anchor': 'middle',
  'paint-order': 'stroke',
  'stroke-linejoin': 'round',
};
