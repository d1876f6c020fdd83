import { Formatted, type ResolvedImage } from '@maplibre/maplibre-gl-style-spec';

import { BADGE_RADIUS_PX, badgeId } from '../images';
import type { Canvas } from './canvas';
import { percent } from './draw-shapes';
import { alongLine, type Spot } from './along-line';
import { type Attributes, element, escaped, pair, short } from './markup';
import type { Drawable, LayerPair } from './reader';
import { clipLine, type Pixel, type PixelBox, touches, within } from './shapes';
import { linesOf, widthEm } from './text-lines';

/** A name that found room. */
export interface PlacedLabel {
  look: Attributes;
  markup: string;
}

const LINE_HEIGHT_EM = 1.2;
/** From the middle of a line of text to its base line. */
const BASELINE_EM = 0.36;
type Anchor = 'center' | 'top' | 'bottom' | 'left' | 'right';

/** Where the middle of a name lies from the point that it hangs at. */
const HANGS: Record<Anchor, Pixel> = { center: [0, 0], left: [1, 0], right: [-1, 0], top: [0, 1], bottom: [0, -1] };

/** A name as it will be set, before it has a place. */
interface Name {
  lines: { text: string; sizePx: number }[];
  widthPx: number;
  heightPx: number;
  sizePx: number;
}

/** Names of one layer that do not touch what is `taken`; what they take is added to it. */
export function placeLabels(
  layers: LayerPair,
  features: readonly Drawable[],
  canvas: Canvas,
  taken: PixelBox[],
): PlacedLabel[] {
  const [layer] = layers;
  return features.flatMap((feature) => {
    const name = nameOf(layers, feature, canvas.zoom);
    if (!name) return [];
    const read = (property: string): unknown => layer.value(property, feature, canvas.zoom);
    const paddingPx = layer.number('text-padding', feature, canvas.zoom);
    const plate = plateOf(layers, feature, name, canvas.zoom);
    const look = lookOf(layers, feature, name.sizePx, canvas.zoom);
    return spotsOf(layers, feature, canvas, name).flatMap((spot) => {
      for (const anchor of anchorsOf(read)) {
        const middle = shifted(spot.at, anchor, read, name);
        const box = boxAround(middle, name, spot.angleDeg, paddingPx + (plate?.paddingPx ?? 0));
        // A name cut at the edge of the drawing says nothing.
        if (!within(box, canvas.reach)) continue;
        if (read('text-allow-overlap') !== true && taken.some((other) => touches(other, box))) continue;
        if (read('text-ignore-placement') !== true) taken.push(box);
        return [{ look, markup: labelMarkup(name, middle, spot.angleDeg, plate, canvas) }];
      }
      return [];
    });
  });
}

function nameOf(layers: LayerPair, feature: Drawable, zoom: number): Name | null {
  const [layer] = layers;
  const field = layer.value('text-field', feature, zoom);
  const sizePx = layer.number('text-size', feature, zoom);
  const maxEm = layer.number('text-max-width', feature, zoom);
  const spacingEm = layer.number('text-letter-spacing', feature, zoom);
  const sections = field instanceof Formatted ? field.sections : [{ text: String(field), scale: null }];
  const lines = sections
    .flatMap(({ text, scale }) => linesOf(text, maxEm).map((line) => ({ text: line, sizePx: sizePx * (scale ?? 1) })))
    .filter(({ text }) => text !== '');
  if (lines.length === 0) return null;
  const widths = lines.map((line) => (widthEm(line.text) + spacingEm * line.text.length) * line.sizePx);
  const heightPx = lines.reduce((sum, line) => sum + line.sizePx * LINE_HEIGHT_EM, 0);
  return { lines, widthPx: Math.max(...widths), heightPx, sizePx };
}

/** Where a name may stand: at its point, or at places along its line. */
function spotsOf(layers: LayerPair, feature: Drawable, canvas: Canvas, name: Name): Spot[] {
  const [layer] = layers;
  const paths = canvas.paths(feature.geometry);
  if (layer.value('symbol-placement', feature, canvas.zoom) !== 'line') {
    return paths.flat().map((at) => ({ at, angleDeg: 0 }));
  }
  const upright = layer.value('text-rotation-alignment', feature, canvas.zoom) === 'viewport';
  const spacingPx = layer.number('symbol-spacing', feature, canvas.zoom);
  return paths
    .flatMap((path) => clipLine(path, canvas.reach))
    .flatMap((part) => alongLine(part, spacingPx, name.widthPx, upright));
}

function anchorsOf(read: (property: string) => unknown): Anchor[] {
  const variable: unknown = read('text-variable-anchor');
  const wanted: unknown[] = Array.isArray(variable) ? variable : [read('text-anchor')];
  return wanted.filter((one): one is Anchor =>
    ['center', 'top', 'bottom', 'left', 'right'].some((anchor) => anchor === one),
  );
}

/** The middle of a name that hangs at a point by one of its sides. */
function shifted([x, y]: Pixel, anchor: Anchor, read: (property: string) => unknown, name: Name): Pixel {
  const radialPx = Number(read('text-radial-offset') ?? 0) * name.sizePx;
  const offset: unknown = read('text-offset');
  const [dx, dy] = Array.isArray(offset) ? offset.map((em) => Number(em) * name.sizePx) : [0, 0];
  const [right, down] = HANGS[anchor];
  return [x + (dx ?? 0) + right * (radialPx + name.widthPx / 2), y + (dy ?? 0) + down * (radialPx + name.heightPx / 2)];
}

function boxAround([x, y]: Pixel, { widthPx, heightPx }: Name, angleDeg: number, paddingPx: number): PixelBox {
  const turn = (angleDeg * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  const across = (widthPx * cos + heightPx * sin) / 2 + paddingPx;
  const down = (widthPx * sin + heightPx * cos) / 2 + paddingPx;
  return [x - across, y - down, x + across, y + down];
}

function lookOf(layers: LayerPair, feature: Drawable, sizePx: number, zoom: number): Attributes {
  const [layer] = layers;
  const fonts = (layer.value('text-font', feature, zoom) as readonly string[] | undefined) ?? [];
  const haloPx = layer.number('text-halo-width', feature, zoom);
  const spacingEm = layer.number('text-letter-spacing', feature, zoom);
  const opacity = layer.number('text-opacity', feature, zoom);
  return {
    fill: pair(layers.map((one) => one.colour('text-color', 'text-opacity', feature, zoom))),
    'font-size': short(sizePx),
    'font-weight': fonts.some((font) => /bold$/iu.test(font)) ? 700 : undefined,
    'letter-spacing': spacingEm === 0 ? undefined : short(spacingEm * sizePx),
    ...(haloPx > 0 && {
      // A halo under faded words fades with them.
      stroke: pair(layers.map((one) => one.colour('text-halo-color', 'text-opacity', feature, zoom))),
      'stroke-width': short(haloPx * 2),
    }),
    opacity: opacity < 0.3 ? short(opacity, 2) : undefined,
  };
}

function labelMarkup(name: Name, middle: Pixel, angleDeg: number, plate: Plate | null, canvas: Canvas): string {
  const at = percent(middle, canvas);
  const [only] = name.lines;
  if (plate === null && angleDeg === 0 && only && name.lines.length === 1) {
    return element('text', { ...at, dy: short(only.sizePx * BASELINE_EM) }, escaped(only.text));
  }
  let y = -name.heightPx / 2;
  const text = name.lines
    .map((line) => {
      const height = line.sizePx * LINE_HEIGHT_EM;
      const attributes = {
        y: short(y + height / 2 + line.sizePx * BASELINE_EM),
        'font-size': line.sizePx === name.sizePx ? undefined : short(line.sizePx),
      };
      y += height;
      return element('text', attributes, escaped(line.text));
    })
    .join('');
  const turned = angleDeg === 0 ? text : element('g', { transform: `rotate(${short(angleDeg, 0)})` }, text);
  return element('svg', { ...at, overflow: 'visible' }, `${plate?.markup ?? ''}${turned}`);
}

/** What lies behind a name, and how much room it takes beyond it. */
interface Plate {
  paddingPx: number;
  markup: string;
}

/** The image behind a name, as `images.ts` makes it: a badge in the hue of the line, or the plate of a road. */
function plateOf(layers: LayerPair, feature: Drawable, name: Name, zoom: number): Plate | null {
  const [layer] = layers;
  const icon = layer.value('icon-image', feature, zoom) as ResolvedImage | undefined;
  if (!icon || icon.name === '') return null;
  const { hue } = feature.properties;
  if (!hue || icon.name !== badgeId(hue, layer.palette.name)) return roadPlate(layers, name);
  const radiusPx = layer.number('icon-size', feature, zoom) * BADGE_RADIUS_PX;
  return {
    paddingPx: Math.max(0, radiusPx - Math.min(name.widthPx, name.heightPx) / 2),
    markup: element('circle', {
      r: short(radiusPx - 0.7),
      fill: pair(layers.map(({ palette }) => palette.hues[hue].text)),
      stroke: pair(layers.map(({ palette }) => palette.halo)),
      'stroke-width': 1.4,
      opacity: faint(layer.number('icon-opacity', feature, zoom)),
    }),
  };
}

/** A plate of paper with a hairline of slate. */
function roadPlate(layers: LayerPair, { widthPx, heightPx }: Name): Plate {
  const paddingPx = 2;
  const [across, down] = [widthPx + paddingPx * 2 + 6, heightPx + paddingPx];
  const markup = element('rect', {
    x: short(-across / 2),
    y: short(-down / 2),
    width: short(across),
    height: short(down),
    rx: 2.5,
    fill: pair(layers.map(({ palette }) => palette.paper)),
    stroke: pair(layers.map(({ palette }) => palette.hues.slate.mark)),
    'stroke-width': 1,
  });
  return { paddingPx, markup };
}

function faint(opacity: number): string | undefined {
  return opacity < 1 ? short(opacity, 2) : undefined;
}
