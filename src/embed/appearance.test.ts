import fc from 'fast-check';
import { expect, it } from 'vitest';

import { contrast } from '../map/colour';
import { DARK, LIGHT } from '../map/palette';
import { readableAccent } from './appearance';

it('keeps an accent that can be read as it is', () => {
  expect(readableAccent('#8b1a1a', LIGHT.paper, LIGHT.ink)).toBe('#8b1a1a');
});

it('makes every accent readable, in light and in dark', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, fc.constantFrom(LIGHT, DARK), (wanted, { paper, ink }) => {
      expect(contrast(readableAccent(wanted, paper, ink), paper)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
