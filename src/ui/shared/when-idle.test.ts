import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { goesFirst, whenIdle } from './when-idle';

describe('whenIdle', () => {
  let idle: (() => void)[] = [];
  beforeEach(() => {
    idle = [];
    vi.stubGlobal('window', {
      requestIdleCallback: (act: () => void) => idle.push(act),
      cancelIdleCallback: (asked: number) => delete idle[asked - 1],
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('waits for time to spare, and can be called off', () => {
    const act = vi.fn<() => void>();
    whenIdle(act);
    whenIdle(act)();
    idle.forEach((one) => one());
    expect(act).toHaveBeenCalledTimes(1);
  });

  it('waits for what goes first before it does', async () => {
    const act = vi.fn<() => void>();
    let come = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      come = resolve;
    });
    void goesFirst(first);
    whenIdle(act);
    whenIdle(act)();
    expect(idle).toEqual([]);
    come();
    await first;
    await Promise.resolve();
    expect(idle).toHaveLength(1);
    idle.forEach((one) => one());
    expect(act).toHaveBeenCalledTimes(1);
    whenIdle(act);
    expect(idle).toHaveLength(2);
  });
});
