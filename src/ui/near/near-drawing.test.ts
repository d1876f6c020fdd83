import { describe, expect, it } from 'vitest';

import { pinAt } from './near-drawing';

describe('a touch of a pin', () => {
  // WGS-84 and GCJ-02 readings of one coordinate in Kunming lie about 400 m apart.
  const PINS = [
    [102.7123, 25.0406],
    [102.711, 25.0436],
  ] as const satisfies [number, number][];

  it('takes the pin within 22 pixels of it, which on the ground depends on the zoom', () => {
    // 0.0005° of latitude are 55 m; a pixel is 4.3 m at zoom 14 and 17 m at zoom 12.
    expect(pinAt([102.7123, 25.0411], PINS.map(copy), 14)).toBe(0);
    expect(pinAt([102.7123, 25.0421], PINS.map(copy), 14)).toBeNull();
    expect(pinAt([102.7123, 25.0421], PINS.map(copy), 12)).not.toBeNull();
  });

  it('takes the nearer of two that are both in reach', () => {
    expect(pinAt([102.7112, 25.043], PINS.map(copy), 11)).toBe(1);
  });

  it('takes none where there is nothing to choose', () => {
    expect(pinAt([102.7123, 25.0406], [[102.7123, 25.0406]], 14)).toBeNull();
  });
});

function copy([lng, lat]: readonly [number, number]): [number, number] {
  return [lng, lat];
}
