import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { distanceRangeText } from './distance-range';
import { TEXTS } from './texts';

const zh = (minM: number, maxM: number): string => distanceRangeText(minM, maxM, TEXTS.zh, 'zh');

describe('a distance from how far to how far', () => {
  it.each([
    [600, 1400, '约 0.6–1.4 公里'],
    [0, 1400, '1.4 公里以内'],
    [20, 1400, '1.4 公里以内'],
    [350, 350, '约 350 米'],
    [120, 340, '约 120–340 米'],
    [0, 340, '340 米以内'],
    [900, 1100, '约 0.9–1.1 公里'],
    [1000, 11_000, '约 1–11 公里'],
    [1020, 1040, '约 1 公里'],
  ])('from %d to %d metres is %s', (minM, maxM, words) => {
    expect(zh(minM, maxM)).toBe(words);
  });

  it('is English in English', () => {
    expect(distanceRangeText(600, 1400, TEXTS.en, 'en')).toBe('about 0.6–1.4 km');
    expect(distanceRangeText(0, 340, TEXTS.en, 'en')).toBe('within 340 m');
  });

  it('never has the lower end above the upper', () => {
    const metres = fc.double({ min: 0, max: 90_000, noNaN: true });
    fc.assert(
      fc.property(metres, metres, (a, b) => {
        const [low = 0, high = 0] = [...zh(Math.min(a, b), Math.max(a, b)).matchAll(/[\d.,]+/gu)].map(([text]) =>
          Number(text.replaceAll(',', '')),
        );
        expect(high === 0 || low <= high).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
