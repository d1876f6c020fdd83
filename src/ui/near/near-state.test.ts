import { expect, it } from 'vitest';

import { sharedSpot, shownSpot, type Spot } from './near-state';

const SPOT: Spot = { at: [102.733_57, 25.020_53], accuracyM: 30, origin: 'device', name: null };

it('shows a spot no finer than chosen, and as doubtful as the rounding and the device make it', () => {
  const shown = shownSpot(SPOT, 2, 2000);
  expect(shown.at).toEqual([102.73, 25.02]);
  // Half a cell: about 504 m and 554 m at this latitude.
  expect(shown.accuracyM).toBe(30 + 749);
});

it('does not doubt a spot twice that came rounded', () => {
  const came = sharedSpot({ at: [102.734, 25.021], decimals: 3, radiusM: 2000 });
  expect(shownSpot(came, 3, 2000).accuracyM).toBe(came.accuracyM);
  expect(shownSpot(came, 2, 2000).accuracyM).toBeGreaterThan(came.accuracyM + 700);
});
