import { expect, it } from 'vitest';

import { heightsOf } from './frame-height';

it('asks for more map the wider the frame is, within bounds', () => {
  const at = (widthPx: number): number => heightsOf({ restPx: 100, widthPx, beside: false }).height;
  expect([at(280), at(320), at(600), at(2000)]).toEqual([300, 300, 472, 540]);
});

it('can always do with less than it would like', () => {
  for (const widthPx of [0, 280, 600, 1280])
    for (const beside of [true, false]) {
      const { height, least } = heightsOf({ restPx: 120.4, widthPx, beside });
      expect(least).toBeLessThanOrEqual(height);
      expect(least).toBeGreaterThanOrEqual(121);
    }
});
