import { systemFromWkt } from './crs/from-definition';
import { readDbf } from './dbf';
import { decodeText } from './decode-text';
import { failure, type ImportWarning, type InputFile } from './imported';
import { nameOf, type RawRecord, type RawResult, type StatedSystem } from './raw';
import { readShp } from './shp';

/** The files of one shapefile, by extension. */
export interface ShapefileParts {
  shp: InputFile;
  dbf?: InputFile | undefined;
  prj?: InputFile | undefined;
  cpg?: InputFile | undefined;
}

/**
 * Reads a shapefile. Without a `.prj` its system is unknown and the visitor is asked; without a `.dbf` the shapes come
 * without attributes.
 */
export async function readShapefile({ shp, dbf, prj, cpg }: ShapefileParts): Promise<RawResult> {
  const file = shp.name;
  const read = readShp(shp.bytes);
  if (!read) return failure(file, 'unreadable', 'no shapes');
  const warnings: [ImportWarning, string][] = read.truncated ? [['truncated', '']] : [];
  const table = dbf ? readDbf(dbf.bytes, cpg ? decodeText(cpg.bytes).text : null) : null;
  if (!table) warnings.push(['attributes-missing', dbf?.name ?? '']);
  if (table?.encodingAssumed) warnings.push(['encoding-assumed', 'gb18030']);
  const records = read.shapes.map((shape, index): RawRecord => {
    const attributes = table?.rows[index] ?? [];
    return { ...shape, attributes, name: nameOf(attributes) };
  });
  const stated = prj ? await statedBy(decodeText(prj.bytes).text) : ({ basis: 'unknown' } as const);
  return { ok: true, file, records, stated, warnings };
}

async function statedBy(wkt: string): Promise<StatedSystem> {
  const system = await systemFromWkt(wkt);
  return system ? { basis: 'stated', system } : { basis: 'unsupported', name: wkt.slice(0, 200) };
}
