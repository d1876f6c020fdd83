import { type UnzipFileInfo, unzipSync } from 'fflate';

import { decodeStrictly } from './decode-text';
import type { ImportFault, InputFile } from './imported';
import { MAX_UNZIPPED_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO } from './limits';

export type Unzipped = { ok: true; files: InputFile[] } | { ok: false; reason: ImportFault; detail: string };

/** Folders, and what computers leave in archives unasked. */
const IGNORED = /\/$|(?:^|\/)(?:__MACOSX\/|\.)/u;

/**
 * Opens an archive. Sizes are looked at before anything is inflated, and no entry grows beyond the size that it
 * declares. Names keep their folders; those that are not in UTF-8 are taken for GB 18030.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      },
    });
    if (entries.length > MAX_ZIP_ENTRIES) return { ok: false, reason: 'too-many-entries', detail: `${entries.length}` };
    const sum = entries.reduce((all, { originalSize }) => all + originalSize, 0);
    if (sum > MAX_UNZIPPED_BYTES || sum > bytes.length * MAX_ZIP_RATIO) {
      return { ok: false, reason: 'too-large-unzipped', detail: `${sum}` };
    }
    const inflated = unzipSync(bytes, { filter: ({ name }) => !IGNORED.test(name) });
    const files = Object.entries(inflated).map(([name, content]) => ({ name: plainName(name), bytes: content }));
    return files.length === 0 ? { ok: false, reason: 'empty', detail: '' } : { ok: true, files };
  } catch (error) {
    // fflate throws for what is no archive, or damaged, encrypted or packed in a way it does not know
    return { ok: false, reason: 'unreadable', detail: error instanceof Error ? error.message : '' };
  }
}

/** fflate gives the bytes of a name one character each unless the archive says UTF-8. */
function plainName(name: string): string {
  const codes = Array.from(name, (letter) => letter.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  const raw = Uint8Array.from(codes);
  return decodeStrictly(raw) ?? new TextDecoder('gb18030').decode(raw);
}
