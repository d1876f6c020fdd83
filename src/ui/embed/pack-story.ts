import { deflateSync, strToU8 } from 'fflate';

/** A story as letters that fit into an address (deflate, base64url); the frame unpacks them (`unpack-story.ts`). */
export function packStory(text: string): string {
  const letters = Array.from(deflateSync(strToU8(text), { level: 9 }), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
