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

type Rgb = ReturnType<typeof rgb>;

function patternImage(palette: Palette, hue: Hue, pattern: Pattern): MapImage {
  const size = TILE * PIXEL_RATIO;
  const colour = rgb(palette.hues[hue].mark);
  const cover = coverOf(pattern);
  const data = new Uint8ClampedArray(size * size * 4);
  cover.forEach((a, pixel) => paint(data, pixel, colour, a));
  return { id: patternId(hue, pattern, palette.name), width: size, height: size, data };
}

const covers = new Map<Pattern, Float64Array>();

/** How much of each pixel of a tile a pattern covers, 0–1; it is the same in every colour. */
function coverOf(pattern: Pattern): Float64Array {
  const before = covers.get(pattern);
  if (before) return before;
  const size = TILE * PIXEL_RATIO;
  const covered = coverageOf(pattern);
  const every = (HATCHES[pattern]?.period ?? GRID) * PIXEL_RATIO;
  const cover = new Float64Array(size * size);
  for (let pixel = 0; pixel < cover.length; pixel += 1) {
    const [column, row] = [pixel % size, Math.floor(pixel / size)];
    cover[pixel] =
      column < every && row < every
        ? covered((column + 0.5) / PIXEL_RATIO, (row + 0.5) / PIXEL_RATIO)
        : (cover[(row % every) * size + (column % every)] ?? 0);
  }
  covers.set(pattern, cover);
  return cover;
}

/** Writes one pixel, with its opacity from 0 to 1. */
function paint(data: Uint8ClampedArray, pixel: number, [r, g, b]: Rgb, a: number): void {
  data[pixel * 4] = r;
  data[pixel * 4 + 1] = g;
  data[pixel * 4 + 2] = b;
  data[pixel * 4 + 3] = a * 255;
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
  const data = new Uint8ClampedArray(size * size * 4);
  badge ??= badgeCover(size);
  badge.forEach(({ inDisc, all }, pixel) => {
    paint(data, pixel, inDisc === 1 ? disc : inDisc === 0 ? rim : mix(disc, rim, inDisc), all);
  });
  return { id: badgeId(hue, palette.name), width: size, height: size, data };
}

let badge: readonly { inDisc: number; all: number }[] | null = null;

/** How much of each pixel of a badge its disc covers, and how much that with its rim. */
function badgeCover(size: number): { inDisc: number; all: number }[] {
  return Array.from({ length: size * size }, (_, pixel) => {
    const [x, y] = [(pixel % size) + 0.5 - size / 2, Math.floor(pixel / size) + 0.5 - size / 2];
    const away = Math.sqrt(x * x + y * y) / PIXEL_RATIO;
    return { inDisc: soft(BADGE_RADIUS_PX - RIM_PX - away), all: soft(BADGE_RADIUS_PX - away) };
  });
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => a[at] * share + b[at] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

/** A small plate with a hairline, stretched behind the name of a road. */
function plateImage(palette: Palette): MapImage {
  const size = 24;
  const data = new Uint8ClampedArray(size * size * 4);
  const [fill, line] = [rgb(palette.paper), rgb(palette.hues.slate.mark)];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const edge = roundedDistance(column + 0.5, row + 0.5, size, 5);
      if (edge > 0.5) continue;
      paint(data, row * size + column, edge > -2 ? line : fill, Math.min(1, 0.5 - edge));
    }
  }
  return { id: `${palette.name}-plate`, width: size, height: size, data, stretch: [8, 16] };
}

/** Signed distance from the edge of a rounded square, negative inside. */
function roundedDistance(x: number, y: number, size: number, radius: number): number {
  const half = size / 2 - radius - 0.5;
  const dx = Math.abs(x - size / 2) - half;
  const dy = Math.abs(y - size / 2) - half;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}
