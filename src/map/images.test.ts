import { describe, expect, it } from 'vitest';

import { HUES, PATTERNS } from '../contract/place';
import { rgb } from './colour';
import { badgeId, type MapImage, mapImages, patternId } from './images';
import { DARK, LIGHT } from './palette';

const light = [...mapImages(LIGHT).values()].map((draw) => draw());
const drawnPatterns = PATTERNS.filter((pattern) => pattern !== 'none');
const imageOf = (pattern: (typeof PATTERNS)[number]): MapImage => {
  const image = light.find((one) => one.id === patternId('brick', pattern, 'light'));
  if (!image) throw new Error(`no image for ${pattern}`);
  return image;
};
/** How opaque a pixel is; beyond an edge it is the pixel of the tile beside it. */
const alpha = ({ data, width, height }: MapImage, column: number, row: number): number =>
  data[(((row + height) % height) * width + ((column + width) % width)) * 4 + 3] ?? NaN;
/** Whether the picture comes back after a shift, over the seams as well. */
function repeats(image: MapImage, dx: number, dy: number): boolean {
  for (let row = 0; row < image.height; row += 1) {
    for (let column = 0; column < image.width; column += 1) {
      if (alpha(image, column, row) !== alpha(image, column + dx, row + dy)) return false;
    }
  }
  return true;
}

describe('mapImages', () => {
  it.each([LIGHT, DARK])('has every hue in every pattern, once, a badge in every hue, and a plate', (palette) => {
    const images = mapImages(palette);
    const ids = [...images.keys()];
    const wanted = HUES.flatMap((hue) => drawnPatterns.map((pattern) => patternId(hue, pattern, palette.name)));
    const badges = HUES.map((hue) => badgeId(hue, palette.name));
    expect([...images.values()].map((draw) => draw().id)).toEqual(ids);
    expect(ids.toSorted()).toEqual([...wanted, ...badges, `${palette.name}-plate`].toSorted());
  });

  it('has rasters of the size that they state', () => {
    for (const { width, height, data } of light) expect(data).toHaveLength(width * height * 4);
  });

  it.each(drawnPatterns)('draws %s as a tile that goes on without a seam', (pattern) => {
    const image = imageOf(pattern);
    const shorter = Array.from({ length: image.width / 2 }, (_, index) => index + 1);
    expect(shorter.some((dx) => repeats(image, dx, 0))).toBe(true);
    expect(shorter.some((dy) => repeats(image, 0, dy))).toBe(true);
  });

  it.each(drawnPatterns)('draws %s with marks and with gaps, more gap than mark', (pattern) => {
    const image = imageOf(pattern);
    const alphas = Array.from({ length: image.width * image.height }, (_, index) => image.data[index * 4 + 3] ?? NaN);
    expect(Math.max(...alphas)).toBeGreaterThan(128);
    expect(Math.min(...alphas)).toBe(0);
    expect(alphas.reduce((sum, value) => sum + value, 0) / alphas.length).toBeLessThan(128);
  });

  it('draws no two patterns alike', () => {
    const pictures = drawnPatterns.map((pattern) => imageOf(pattern).data.join());
    const twins = drawnPatterns.filter((_, index) => pictures.indexOf(pictures[index] ?? '') !== index);
    expect(twins).toEqual([]);
  });

  it('draws lines that lean as they are called', () => {
    expect(repeats(imageOf('slash'), 1, -1)).toBe(true);
    expect(repeats(imageOf('backslash'), 1, 1)).toBe(true);
    expect(repeats(imageOf('vertical'), 0, 1)).toBe(true);
    expect(repeats(imageOf('horizontal'), 1, 0)).toBe(true);
    expect(repeats(imageOf('slash'), 1, 1)).toBe(false);
    expect(repeats(imageOf('vertical'), 1, 0)).toBe(false);
  });

  it('draws in the mark colour of the hue', () => {
    for (const hue of HUES) {
      const image = light.find((one) => one.id === patternId(hue, 'dots', 'light'));
      expect([...(image?.data.slice(0, 3) ?? [])]).toEqual(rgb(LIGHT.hues[hue].mark));
    }
  });

  it('has round badges in the colour of words, with a rim and clear corners', () => {
    const badge = light.find((one) => one.id === 'light-brick-badge');
    if (!badge) throw new Error('there is no badge');
    const middle = badge.width / 2;
    const colour = (x: number, y: number): number[] => {
      const start = (y * badge.width + x) * 4;
      return Array.from(badge.data.subarray(start, start + 4));
    };
    expect(colour(middle, middle)).toEqual([...rgb(LIGHT.hues.brick.text), 255]);
    expect(colour(middle, 1)).toEqual([...rgb(LIGHT.halo), 255]);
    expect(alpha(badge, 0, 0)).toBe(0);
  });

  it('has a plate with clear corners and a part that may stretch', () => {
    const plate = light.find((one) => one.id === 'light-plate');
    expect(plate && alpha(plate, 0, 0)).toBe(0);
    expect(plate && alpha(plate, 12, 12)).toBe(255);
    const [from = NaN, to = NaN] = plate?.stretch ?? [];
    expect(from).toBeGreaterThan(0);
    expect(to).toBeGreaterThan(from);
    expect(to).toBeLessThan(plate?.width ?? 0);
  });
});
