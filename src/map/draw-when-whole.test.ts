import { describe, expect, it, vi } from 'vitest';

import { drawWhenWhole } from './draw-when-whole';

describe('drawWhenWhole', () => {
  it('draws nothing that nobody sees while tiles are missing, and all else', () => {
    const drawn = vi.fn<() => void>();
    let [unseen, whole] = [true, false];
    const map = { style: {} as unknown, areTilesLoaded: () => whole, triggerRepaint: drawn };
    drawWhenWhole(map, () => unseen);
    map.triggerRepaint();
    expect(drawn).not.toHaveBeenCalled();
    whole = true;
    map.triggerRepaint();
    expect(drawn).toHaveBeenCalledTimes(1);
    [unseen, whole] = [false, false];
    map.triggerRepaint();
    expect(drawn).toHaveBeenCalledTimes(2);
  });

  it('asks no map for its tiles that has no style, or none any more', () => {
    const drawn = vi.fn<() => void>();
    const ask = vi.fn<() => boolean>(() => false);
    const map = { style: undefined as unknown, areTilesLoaded: ask, triggerRepaint: drawn };
    drawWhenWhole(map, () => true);
    map.triggerRepaint();
    expect(ask).not.toHaveBeenCalled();
    expect(drawn).toHaveBeenCalledTimes(1);
  });
});
