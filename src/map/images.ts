import { HUES, PATTERNS, type Hue, type Pattern } from '../contract/place';
import { rgb } from './colour';
import type { Palette } from './palette';

/** A raster for the map's sprite, two pixels a unit. `stretch` marks the column and row that may grow. */
export interface MapImage {
  id: string;
  width: number;
  height: number;
  data: Uint8ClampedArray;
  stretch?: [number, number];
}

const PIXEL_RATIO = 2;
/** Edge of a pattern tile in CSS pixels; every period below divides it. */
const TILE = 24;

interface Hatch {
  period: number;
  width: number;
  /** Distance coordinate of a pixel, in CSS pixels, along the direction in which the lines repeat. */
  along: (x: number, y: number) => number;
  slanted?: boolean;
}

const HATCHES: Partial<Record<Pattern, Hatch>> = {
  slash: { period: 8, width: 0.8, along: (x, y) => x + y, slanted: true },
  backslash: { period: 8, width: 0.8, along: (x, y) => x - y + TILE, slanted: true },
  vertical: { period: 6, width: 0.8, along: (x) => x },
  horizontal: { period: 6, width: 0.8, along: (_, y) => y },
  dense: { period: 4, width: 0.9, along: (x, y) => x + y, slanted: true },
  medium: { period: 8, width: 0.9, along: (x, y) => x + y, slanted: true },
  sparse: { period: 12, width: 0.8, along: (x, y) => x + y, slanted: true },
};

/** Id of the sprite image that fills an area. */
export function patternId(hue: Hue, pattern: Pattern, palette: Palette['name']): string {
  return `${palette}-${hue}-${pattern}`;
}

/** Id of the sprite image behind the number of a line. */
export function badgeId(hue: Hue, palette: Palette['name']): string {
  return `${palette}-${hue}-badge`;
}

/** Radius of a badge in CSS pixels, its rim with it. */
export const BADGE_RADIUS_PX = 14;
const RIM_PX = 1.6;

const known = new Map<Palette, ReadonlyMap<string, () => MapImage>>();

/**
 * How all fill patterns of a palette, the badges of lines and the plate behind road names are drawn, by id. A map uses
 * few of them, and to draw them all would hold a phone up for half a second.
 */
export function mapImages(palette: Palette): ReadonlyMap<string, () => MapImage> {
  const images = known.get(palette) ?? imagesOf(palette);
  known.set(palette, images);
  return images;
}

function imagesOf(palette: Palette): ReadonlyMap<string, () => MapImage> {
  const images = new Map<string, () => MapImage>();
  for (const hue of HUES) {
    images.set(badgeId(hue, palette.name), () => badgeImage(palette, hue));
    for (const pattern of PATTERNS)
      if (pattern !== 'none')
        images.set(patternId(hue, pattern, palette.name), () => patternImage(palette, hue, pattern));
  }
  images.set(`${palette.name}-plate`, () => plateImage(palette));
  return images;
}

/**
 * A colour, without opacity, as the four bytes of a pixel in one number: red has the lowest, as every processor that runs
 * a browser has it. Written so, an image takes less than half of the time.
 */
type Ink = number;
type Rgb = ReturnType<typeof rgb>;

function inkOf([r, g, b]: Rgb): Ink {
  return r | (g << 8) | (b << 16);
}

function patternImage(palette: Palette, hue: Hue, pattern: Pattern): MapImage {
  const size = TILE * PIXEL_RATIO;
  const ink = inkOf(rgb(palette.hues[hue].mark));
  const cover = coverOf(pattern);
  const pixels = new Uint32Array(size * size);
  for (let pixel = 0; pixel < pixels.length; pixel += 1) pixels[pixel] = ink | ((cover[pixel] ?? 0) << 24);
  return { id: patternId(hue, pattern, palette.name), width: size, height: size, data: bytesOf(pixels) };
}

function bytesOf(pixels: Uint32Array<ArrayBuffer>): Uint8ClampedArray {
  return new Uint8ClampedArray(pixels.buffer);
}

const covers = new Map<Pattern, Uint8ClampedArray>();

/** How much of each pixel of a tile a pattern covers, 0–255; it is the same in every colour. */
function coverOf(pattern: Pattern): Uint8ClampedArray {
  const before = covers.get(pattern);
  if (before) return before;
  const size = TILE * PIXEL_RATIO;
  const covered = coverageOf(pattern);
  const every = (HATCHES[pattern]?.period ?? GRID) * PIXEL_RATIO;
  const cover = new Uint8ClampedArray(size * size);
  for (let row = 0; row < every; row += 1) {
    const start = row * size;
    for (let column = 0; column < every; column += 1)
      cover[start + column] = 255 * covered((column + 0.5) / PIXEL_RATIO, (row + 0.5) / PIXEL_RATIO);
    for (let column = every; column < size; column += every) cover.copyWithin(start + column, start, start + every);
  }
  for (let row = every; row < size; row += every) cover.copyWithin(row * size, 0, every * size);
  covers.set(pattern, cover);
  return cover;
}

/** Every so many CSS pixels dots and grids repeat. */
const GRID = 6;

/** Tells how much of the pixel around (x, y) a pattern covers, 0–1. */
function coverageOf(pattern: Pattern): (x: number, y: number) => number {
  if (pattern === 'dots') return (x, y) => soft(0.9 - Math.hypot((x % GRID) - GRID / 2, (y % GRID) - GRID / 2));
  if (pattern === 'grid') return (x, y) => Math.max(stripe(x, GRID, 0.6, 1), stripe(y, GRID, 0.6, 1));
  const hatch = HATCHES[pattern];
  if (!hatch) return () => 0;
  const { along, period, width, slanted } = hatch;
  return (x, y) => stripe(along(x, y), period, width, slanted ? Math.SQRT1_2 : 1);
}

function stripe(at: number, period: number, width: number, scale: number): number {
  const offset = Math.abs((at % period) - period / 2) * scale;
  return soft(width / 2 - offset);
}

/** Anti-aliasing over one device pixel around an edge. */
function soft(inside: number): number {
  return Math.max(0, Math.min(1, inside * PIXEL_RATIO + 0.5));
}

/** A disc in the colour of words, which can carry them, with a rim of halo. */
function badgeImage(palette: Palette, hue: Hue): MapImage {
  const size = BADGE_RADIUS_PX * 2 * PIXEL_RATIO;
  const [disc, rim] = [rgb(palette.hues[hue].text), rgb(palette.halo)];
  const [discInk, rimInk] = [inkOf(disc), inkOf(rim)];
  const pixels = new Uint32Array(size * size);
  badge ??= badgeCover(size);
  const { inDisc, all } = badge;
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const share = inDisc[pixel] ?? NaN;
    const ink = share === 1 ? discInk : share === 0 ? rimInk : mixed(disc, rim, share);
    pixels[pixel] = ink | ((all[pixel] ?? 0) << 24);
  }
  return { id: badgeId(hue, palette.name), width: size, height: size, data: bytesOf(pixels) };
}

/** How much of each pixel of a badge its disc covers, 0–1, and how much that with its rim, 0–255. */
interface BadgeCover {
  inDisc: Float64Array;
  all: Uint8ClampedArray;
}

let badge: BadgeCover | null = null;

function badgeCover(size: number): BadgeCover {
  const cover = { inDisc: new Float64Array(size * size), all: new Uint8ClampedArray(size * size) };
  for (let pixel = 0; pixel < size * size; pixel += 1) {
    const x = (pixel % size) + 0.5 - size / 2;
    const y = Math.floor(pixel / size) + 0.5 - size / 2;
    const away = Math.sqrt(x * x + y * y) / PIXEL_RATIO;
    cover.inDisc[pixel] = soft(BADGE_RADIUS_PX - RIM_PX - away);
    cover.all[pixel] = 255 * soft(BADGE_RADIUS_PX - away);
  }
  return cover;
}

function mixed(a: Rgb, b: Rgb, share: number): Ink {
  const channel = (at: 0 | 1 | 2): number => Math.round(a[at] * share + b[at] * (1 - share));
  return inkOf([channel(0), channel(1), channel(2)]);
}

/** A small plate with a hairline, stretched behind the name of a road. */
function plateImage(palette: Palette): MapImage {
  const size = 24;
  const pixels = new Uint32Array(size * size);
  const [fill, line] = [inkOf(rgb(palette.paper)), inkOf(rgb(palette.hues.slate.mark))];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const edge = roundedDistance(column + 0.5, row + 0.5, size, 5);
      if (edge > 0.5) continue;
      const opacity = Math.round(255 * Math.min(1, 0.5 - edge));
      pixels[row * size + column] = (edge > -2 ? line : fill) | (opacity << 24);
    }
  }
  return { id: `${palette.name}-plate`, width: size, height: size, data: bytesOf(pixels), stretch: [8, 16] };
}

/** Signed distance from the edge of a rounded square, negative inside. */
function roundedDistance(x: number, y: number, size: number, radius: number): number {
  const half = size / 2 - radius - 0.5;
  const dx = Math.abs(x - size / 2) - half;
  const dy = Math.abs(y - size / 2) - half;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}
