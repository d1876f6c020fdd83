import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { breakLines } from './break-lines';

/** A Chinese sign is two wide, everything else one. */
const measure = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2E80-\u9FFF\uFF00-\uFFEF]/u.test(sign) ? 2 : 1), 0);

describe('lines of a text', () => {
  it.each([
    ['between Chinese signs', '五华区老城', 6, ['五华区', '老城']],
    ['at spaces of Latin text', 'inside the old city', 10, ['inside the', 'old city']],
    ['never before what closes', '在老城。在新城', 6, ['在老', '城。在', '新城']],
    ['never after what opens', '据老城《总体规划》', 8, ['据老城', '《总体规', '划》']],
    ['never between a number and its unit', '约在这里 350 米', 12, ['约在这里', '350 米']],
    ['inside what is wider than a line', 'https://a.example/b', 8, ['https://', 'a.exampl', 'e/b']],
    ['where the text itself does', '一\n二', 8, ['一', '二']],
    ['nowhere in an apostrophe', 'the district’s old', 14, ['the district’s', 'old']],
  ])('break %s', (_, text, width, lines) => {
    expect(breakLines(text, width, measure)).toEqual(lines);
  });

  it('lose nothing but the space at their ends, and are never too wide', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'老城规划，。《》（）ab 12 -/'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = breakLines(text.trim(), width, measure);
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
