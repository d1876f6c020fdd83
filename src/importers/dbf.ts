import { decodeStrictly } from './decode-text';
import { MAX_FEATURES } from './limits';

const HEADER = 32;
const FIELD = 32;
const END_OF_FIELDS = 0x0d;
/** The language driver of Windows code page 936. */
const GBK_DRIVER = 0x4d;

interface Field {
  name: Uint8Array;
  type: string;
  offset: number;
  length: number;
}

type Row = readonly (readonly [name: string, value: string | number | boolean | null])[];
export interface Table {
  rows: Row[];
  /** Nothing stated the encoding, and it is not UTF-8: GB 18030 was taken. */
  encodingAssumed: boolean;
}

/**
 * Reads the table of a shapefile (dBASE III and IV). The encoding is that of the `.cpg`, else of the language driver,
 * else UTF-8 if all of it is valid, else GB 18030. `null` if it is no table.
 */
export function readDbf(bytes: Uint8Array, cpg: string | null): Table | null {
  if (bytes.length < HEADER + 1) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [count, headerLength, rowLength] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const fields = fieldsOf(bytes, headerLength);
  if (fields.length === 0 || rowLength < 2 || headerLength > bytes.length) return null;
  const there = Math.floor((bytes.length - headerLength) / rowLength);
  const rows = Math.min(count, there, MAX_FEATURES + 1);
  const stated = statedDecoder(cpg, bytes[29] ?? 0);
  const body = bytes.subarray(headerLength, headerLength + rows * rowLength);
  const valid = stated !== null || (isUtf8(fields.map(({ name }) => name)) && isUtf8(textsOf(body, fields, rowLength)));
  const decoder = stated ?? new TextDecoder(valid ? 'utf-8' : 'gb18030');
  const named = fields.map((field) => ({ ...field, title: trimmed(decoder.decode(field.name)) }));
  return {
    encodingAssumed: !valid,
    rows: Array.from({ length: rows }, (_, index) => {
      const row = body.subarray(index * rowLength, (index + 1) * rowLength);
      return named.map(
        ({ title, type, offset, length }) =>
          [title, valueOf(type, trimmed(decoder.decode(row.subarray(offset, offset + length))))] as const,
      );
    }),
  };
}

function fieldsOf(bytes: Uint8Array, headerLength: number): Field[] {
  const fields: Field[] = [];
  // the first byte of a row says whether it is deleted
  let offset = 1;
  for (let start = HEADER; start + FIELD <= headerLength && start + FIELD <= bytes.length; start += FIELD) {
    if (bytes[start] === END_OF_FIELDS) break;
    const length = bytes[start + 16] ?? 0;
    const type = String.fromCodePoint(bytes[start + 11] ?? 0);
    const name = bytes.subarray(start, start + 11);
    const end = name.indexOf(0);
    fields.push({ name: end < 0 ? name : name.subarray(0, end), type, offset, length });
    offset += length;
  }
  return fields;
}

function statedDecoder(cpg: string | null, driver: number): TextDecoder | null {
  const label = cpg?.trim() ?? '';
  const page = /^(?:ANSI|CP|OEM|windows-)?[ _-]?(?<number>\d{3,5})$/iu.exec(label)?.groups?.['number'];
  const known = page === '936' || page === '54936' ? 'gb18030' : page === '65001' ? 'utf-8' : page && `windows-${page}`;
  for (const name of [known ?? label, driver === GBK_DRIVER ? 'gb18030' : '']) {
    if (name === '') continue;
    try {
      return new TextDecoder(name);
    } catch {
      // an encoding that no browser knows: the next hint, or the contents, decide
    }
  }
  return null;
}

function textsOf(body: Uint8Array, fields: readonly Field[], rowLength: number): Uint8Array[] {
  const texts = fields.filter(({ type }) => type === 'C');
  return Array.from({ length: body.length / rowLength }, (_, index) =>
    texts.map(({ offset, length }) => body.subarray(index * rowLength + offset, index * rowLength + offset + length)),
  ).flat();
}

/** A text that was cut at the length of its field may end in half a letter. */
const isUtf8 = (texts: readonly Uint8Array[]): boolean =>
  texts.every((text) => [0, 1, 2, 3].some((cut) => decodeStrictly(text.subarray(0, text.length - cut)) !== null));

const trimmed = (text: string): string => text.replaceAll('\0', '').trim();

function valueOf(type: string, text: string): string | number | boolean | null {
  if (type === 'N' || type === 'F') {
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? null : value;
  }
  if (type === 'L') return /^[yt]$/iu.test(text) ? true : /^[nf]$/iu.test(text) ? false : null;
  return text === '' ? null : text;
}
