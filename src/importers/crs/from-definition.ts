import type { Converter } from 'proj4';

import type { LngLat } from '../../contract/place';
import { type ReferenceSystem, systemOf, systemOfOwnZone, systemOfZone } from './systems';

/** Definitions are a few hundred characters long; what is much longer is not one. */
const MAX_DEFINITION = 20_000;
/** Datums that are WGS-84 to a metre or so. */
const RELATED = /WGS[_ ]?(?:19)?84|China[_ ](?:Geodetic[_ ]Coordinate[_ ]System[_ ])?2000|CGCS[_ ]?2000|ITRF|ETRS/iu;
const CGCS2000 = /China[_ ](?:Geodetic[_ ]Coordinate[_ ]System[_ ])?2000|CGCS[_ ]?2000/iu;

/**
 * The system that a name or code stands for: `EPSG:4543`, `urn:ogc:def:crs:EPSG::4543`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
 * `GCJ02`; `null` for one that is not known by heart.
 */
export function systemFromName(name: string): ReferenceSystem | null {
  if (name.length > MAX_DEFINITION) return null;
  const epsg = /EPSG(?::+|\/)(?:[\d.]+[:/]+)?(?<code>\d{4,6})\s*$/iu.exec(name)?.groups?.['code'];
  if (epsg !== undefined) return systemOf(`EPSG:${epsg === '900913' ? '3857' : epsg}`);
  if (/CRS:?84$/iu.test(name)) return systemOf('EPSG:4326');
  if (/^GCJ-?02(?:LL)?$/iu.test(name)) return systemOf('GCJ-02');
  if (/^BD-?09(?:LL)?$/iu.test(name)) return systemOf('BD-09');
  if (/^BD-?09MC$/iu.test(name)) return systemOf('BD-09MC');
  return null;
}

/**
 * The system of a `.prj` or other WKT definition. Degrees, Web Mercator and Gauss–Krüger on CGCS2000 are known by
 * heart, whatever they are called; the rest is proj4's, which is loaded only then. `null` if neither understands it.
 *
 * A datum without public parameters (Beijing 1954, Xi'an 1980) is read as if it were WGS-84 and says `unrelated`.
 */
export async function systemFromWkt(wkt: string): Promise<ReferenceSystem | null> {
  const text = wkt.trim();
  if (text.length > MAX_DEFINITION || !/^[A-Z]+[[(]/iu.test(text)) return null;
  return knownByHeart(text) ?? (await throughProj4(text));
}

function knownByHeart(wkt: string): ReferenceSystem | null {
  const code = /(?:AUTHORITY|ID)\["EPSG",\s?"?(?<code>\d{4,6})"?\]\]$/iu.exec(wkt)?.groups?.['code'];
  const coded = code === undefined ? null : systemOf(`EPSG:${code}`);
  if (coded) return coded;
  if (!RELATED.test(wkt) || !/PRIMEM\["Greenwich",\s?0(?:\.0*)?[,\]]/iu.test(wkt)) return null;
  if (/^GEOG(?:CS|CRS)\[/iu.test(wkt)) {
    if (!/UNIT\["degree",/iu.test(wkt)) return null;
    return systemOf(CGCS2000.test(wkt) ? 'EPSG:4490' : 'EPSG:4326');
  }
  if (/^PROJCS\["WGS_1984_Web_Mercator_Auxiliary_Sphere"/iu.test(wkt)) return systemOf('EPSG:3857');
  return gaussKrugerByHeart(wkt);
}

/** Gauss–Krüger on CGCS2000 in a WKT 1 definition, zones of one's own too. */
function gaussKrugerByHeart(wkt: string): ReferenceSystem | null {
  if (!/^PROJCS\[/iu.test(wkt) || !CGCS2000.test(wkt)) return null;
  if (!/PROJECTION\["(?:Gauss_Kruger|Transverse_Mercator)"/iu.test(wkt)) return null;
  if (!/UNIT\["met(?:re|er)",\s?1(?:\.0*)?[,\]]/iu.test(wkt)) return null;
  const [falseEastingM, centralMeridianDeg] = [parameter(wkt, 'false_easting'), parameter(wkt, 'central_meridian')];
  const usual =
    (parameter(wkt, 'false_northing') ?? 0) === 0 &&
    (parameter(wkt, 'scale_factor') ?? 1) === 1 &&
    (parameter(wkt, 'latitude_of_origin') ?? 0) === 0;
  if (!usual || falseEastingM === null || centralMeridianDeg === null) return null;
  const zone = { centralMeridianDeg, falseEastingM };
  return systemOfZone(zone) ?? systemOfOwnZone(nameIn(wkt), zone);
}

function parameter(wkt: string, name: string): number | null {
  const found = new RegExp(`PARAMETER\\["${name}",\\s?(?<value>[-+\\d.eE]{1,30})\\]`, 'iu').exec(wkt);
  const value = Number(found?.groups?.['value'] ?? NaN);
  return Number.isFinite(value) ? value : null;
}

function nameIn(wkt: string): string {
  return /\["(?<name>[^"]{1,200})"/u.exec(wkt)?.groups?.['name'] ?? 'WKT';
}

async function throughProj4(wkt: string): Promise<ReferenceSystem | null> {
  const { default: proj4 } = await import('proj4');
  let converter: Converter;
  try {
    converter = proj4('WGS84', wkt);
    converter.inverse([0, 0]);
  } catch {
    // proj4 has no other way to say that a definition is beyond it
    return null;
  }
  const related = RELATED.test(wkt);
  const pair = ([x = NaN, y = NaN]: number[]): LngLat => [x, y];
  return {
    id: nameIn(wkt),
    datum: related ? 'wgs84' : 'unrelated',
    projection: /^GEOG/iu.test(wkt) ? 'degrees' : 'other',
    accuracyM: related ? 1 : null,
    toWgs84: (x, y) => pair(converter.inverse([x, y])),
    fromWgs84: (at) => pair(converter.forward([...at])),
  };
}
