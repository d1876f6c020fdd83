import { expect, it } from 'vitest';

import { hashOfFile } from './data-hash';

it('is the SHA-256 of the bytes: printf abc | sha256sum', async () => {
  const hash = await hashOfFile(() => Promise.resolve(new Response('abc')), 'a');
  expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('is nothing where the file does not come', async () => {
  expect(await hashOfFile(() => Promise.reject(new TypeError('offline')), 'a')).toBeNull();
  expect(await hashOfFile(() => Promise.resolve(new Response('', { status: 404 })), 'a')).toBeNull();
});
