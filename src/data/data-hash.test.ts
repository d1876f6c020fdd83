import { afterEach, expect, it, vi } from 'vitest';

import { sha256Of } from './data-hash';

afterEach(() => vi.unstubAllGlobals());

it('is the SHA-256 of the bytes: printf abc | sha256sum', async () => {
  expect(await sha256Of(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

it('is nothing where the browser does not hash', async () => {
  vi.stubGlobal('crypto', {});
  expect(await sha256Of(new Uint8Array())).toBeNull();
});
