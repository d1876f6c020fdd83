import { deflateRawSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packStory } from '../../ui/embed/pack-story';
import { unpackStory } from './unpack-story';

describe('a story in an address', () => {
  it('comes back as it was packed, in letters that need no escape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        const packed = packStory(text);
        expect(packed).toMatch(/^[\w-]+$/u);
        expect(await unpackStory(packed)).toBe(text);
      }),
    );
  });

  it('is nothing where it was cut off, is no text, or claims to be very large', async () => {
    const whole = packStory('{"title":{"zh":"老城","en":"Old city"}}'.repeat(3));
    expect(await unpackStory(whole.slice(0, -6))).toBeNull();
    expect(await unpackStory(deflateRawSync(Buffer.from([0xff, 0xfe, 0x41])).toString('base64url'))).toBeNull();
    expect(await unpackStory(deflateRawSync(Buffer.alloc(5_000_000)).toString('base64url'))).toBeNull();
  });

  it('never throws, whatever the letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[\w-]{1,80}$/u), async (packed) => {
        const text = await unpackStory(packed);
        expect(text === null || typeof text === 'string').toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
