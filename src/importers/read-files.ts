import { isCoordinateList, readCoordinateList } from './coordinate-list';
import { decodeText } from './decode-text';
import { failure, type Imported, type ImportOptions, type InputFile } from './imported';
import { MAX_INPUT_BYTES } from './limits';
import type { RawResult } from './raw';
import type { ShapefileParts } from './shapefile';
import { toFeatures } from './to-features';
import { unzip } from './unzip';

/**
 * Reads what was dropped at once: each source of features, which is a file or a shapefile of several, gives one result.
 * The format is told by the contents first and by the name only where they do not. Every format is loaded when the
 * first file of it comes.
 */
export async function readFiles(files: readonly InputFile[], options: ImportOptions): Promise<Imported[]> {
  const opened = files.map(open);
  const refused = opened.flatMap((one) => ('reason' in one ? [one] : []));
  const loose = opened.flatMap((one) => ('files' in one ? one.files : []));
  const results: Imported[] = [...refused];
  const taken = new Set<InputFile>();
  for (const shp of loose.filter((file) => formatOf(file) === 'shapefile')) {
    const parts = partsOf(shp, loose);
    for (const part of Object.values(parts)) if (part) taken.add(part);
    const { readShapefile } = await import('./shapefile');
    results.push(toFeatures(await readShapefile(parts), options));
  }
  for (const file of loose.filter((one) => !taken.has(one))) {
    if (IGNORED.test(file.name) && (taken.size > 0 || loose.length > 1)) continue;
    results.push(toFeatures(await readOne(file, options), options));
  }
  return results;
}

/** What accompanies other files and holds no features. */
const IGNORED = /\.(?:shx|sbn|sbx|qpj|qix|xml|txt\.xml|png|jpe?g|gif|html?)$/iu;

type Opened = { files: InputFile[] } | ReturnType<typeof failure>;

function open(file: InputFile): Opened {
  const { name, bytes } = file;
  if (bytes.length === 0) return failure(name, 'empty');
  if (bytes.length > MAX_INPUT_BYTES) return failure(name, 'too-large', String(bytes.length));
  if (!startsWith(bytes, [0x50, 0x4b])) return { files: [file] };
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return failure(name, unzipped.reason, unzipped.detail);
  // the KML of a KMZ is always called doc.kml
  return { files: unzipped.files.map((one) => (one.name.toLowerCase() === 'doc.kml' ? { ...one, name } : one)) };
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

function partsOf(shp: InputFile, files: readonly InputFile[]): ShapefileParts {
  const base = shp.name.slice(0, -4).toLowerCase();
  const part = (extension: string): InputFile | undefined =>
    files.find(({ name }) => name.toLowerCase() === `${base}.${extension}`);
  return { shp, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') };
}

type Format =
  | 'shapefile'
  | 'shapefile-part'
  | 'flat-geobuf'
  | 'geojson'
  | 'kml'
  | 'dxf'
  | 'guotu-txt'
  | 'coordinate-list'
  | 'csv'
  | null;

/** Bytes of a text that are looked at to tell its format. */
const HEAD = 4096;

/** Tells the format of a file. */
export function formatOf({ name, bytes }: InputFile): Format {
  if (startsWith(bytes, [0x00, 0x00, 0x27, 0x0a])) return /\.shx$/iu.test(name) ? 'shapefile-part' : 'shapefile';
  if (startsWith(bytes, [0x66, 0x67, 0x62])) return 'flat-geobuf';
  const extension = /\.(?<extension>[a-z0-9]{1,10})$/iu.exec(name)?.groups?.['extension']?.toLowerCase() ?? '';
  if (['dbf', 'prj', 'cpg', 'shx'].includes(extension)) return 'shapefile-part';
  const head = decodeText(bytes.subarray(0, HEAD)).text.trimStart();
  if (head.startsWith('{') || head.startsWith('[{')) return 'geojson';
  if (head.startsWith('<')) return 'kml';
  if (/^\[[^\]]{1,40}\]/u.test(head) || /^[A-Za-z]{0,3}\d{1,7},\d{1,5},[\d.]+,[\d.]+/mu.test(head)) return 'guotu-txt';
  if (/,@\s*$/mu.test(head)) return 'guotu-txt';
  if (extension === 'dxf' || /^(?:999\r?\n[^\n]{0,200}\n)?[ \t]{0,9}0[ \t]{0,9}\r?\n[ \t]{0,9}SECTION/u.test(head))
    return 'dxf';
  if (isCoordinateList(head)) return 'coordinate-list';
  return ['csv', 'tsv', 'txt'].includes(extension) || /^[^\n]{1,500}[,\t;|]/u.test(head) ? 'csv' : null;
}

async function readOne(file: InputFile, options: ImportOptions): Promise<RawResult> {
  switch (formatOf(file)) {
    case 'geojson': {
      const { readGeoJson } = await import('./geojson');
      return readGeoJson(file);
    }
    case 'kml': {
      const { readKml } = await import('./kml');
      return readKml(file);
    }
    case 'flat-geobuf': {
      const { readFlatGeobuf } = await import('./flat-geobuf');
      return readFlatGeobuf(file);
    }
    case 'guotu-txt': {
      const { readGuotuTxt } = await import('./guotu-txt');
      return readGuotuTxt(file);
    }
    case 'dxf': {
      const { readDxf } = await import('./dxf');
      return readDxf(file);
    }
    case 'coordinate-list':
      return readCoordinateList(file, options);
    case 'csv': {
      const { readCsv } = await import('./csv');
      return readCsv(file, options);
    }
    case 'shapefile':
    case 'shapefile-part':
      return failure(file.name, 'shape-missing');
    case null:
      return failure(file.name, 'unknown-format');
  }
}
