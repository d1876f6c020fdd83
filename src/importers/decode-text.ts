/** Text out of bytes, and how sure the encoding is. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'gb18030';
}

/**
 * Decodes text whose encoding nobody states: a byte order mark decides, else UTF-8 if it is valid, else GB 18030, which
 * holds GBK and GB 2312. No byte can make it fail.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
}

/** Valid UTF-8 as text, else `null`. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // the only way in which a decoder says that bytes are not UTF-8
    return null;
  }
}

/** How deep brackets stand in each other outside of strings; stops counting beyond `limit`. */
export function jsonDepth(text: string, limit: number): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let index = 0; index < text.length && deepest <= limit; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) {
      inString = true;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return deepest;
}
