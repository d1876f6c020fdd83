import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fold } from './fold';

/** The part of the shown text that the folded part stands for. */
function shownOf(text: string, part: string): string {
  const folded = fold(text);
  const at = folded.text.indexOf(part);
  return text.slice(...folded.shown(at, at + part.length));
}

describe('fold', () => {
  it.each([
    ['ＴＯＤ　７号线', 'tod 7号线'],
    ['Kunming’s', "kunming's"],
    ['Façade', 'facade'],
    ['LÜ', 'lu'],
  ])('makes %s the same as %s', (shown, folded) => {
    expect(fold(shown).text).toBe(folded);
  });

  it('leads back to the text as it is shown', () => {
    expect(shownOf('沿Ｔ７号线', 't7')).toBe('Ｔ７');
    expect(shownOf('Cafe\u0301 Lake', 'cafe')).toBe('Cafe\u0301');
    expect(shownOf('Cafe\u0301 Lake', 'lake')).toBe('Lake');
    expect(shownOf('5㎞远', 'k')).toBe('㎞');
    expect(shownOf('5㎞远', 'km远')).toBe('㎞远');
    expect(shownOf('𠀀翠湖', '翠湖')).toBe('翠湖');
  });

  it('takes any string, and every stretch of it lies inside of what is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const folded = fold(text);
        const start = Math.min(a, folded.text.length);
        const end = Math.min(start + b, folded.text.length);
        const [from, to] = folded.shown(start, end);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
        if (end > start) expect(to).toBeGreaterThan(from);
      }),
      { numRuns: 2000 },
    );
  });
});
