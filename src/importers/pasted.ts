import type { InputFile } from './imported';

const WKT =
  /^(?:SRID=\d{1,6};\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b|^(?:SRID=\d{1,6};\s*)?GEOMETRYCOLLECTION\b/iu;
const NEXT_WKT = /(?<=\))\s*(?:[;,]\s*)?(?=(?:SRID=\d{1,6};\s*)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b)/giu;

/**
 * A pasted text as a file, so that it is read as a dropped one would be. WKT, of which no file consists, becomes a table
 * with one column.
 */
export function pastedFile(text: string, name: string): InputFile {
  const trimmed = text.trim();
  if (!WKT.test(trimmed)) return { name, bytes: new TextEncoder().encode(trimmed) };
  const rows = trimmed.split(NEXT_WKT).map((one) => `"${one.trim().replaceAll('"', '""')}"`);
  return { name, bytes: new TextEncoder().encode(`wkt,\n${rows.join('\n')}\n`) };
}
