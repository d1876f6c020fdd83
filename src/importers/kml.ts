import type { PlanGeometry } from '../contract/features';
import { systemOf } from './crs/systems';
import { decodeText } from './decode-text';
import { failure, type ImportWarning, type InputFile } from './imported';
import { nameOf, type RawRecord, type RawResult } from './raw';
import { childOf, elementsBelow, readXml, type XmlElement } from './xml';

const PLACEMARK = new Set(['Placemark']);
/** Pictures and models, which stand for no place of the plan. */
const PICTURES = new Set(['GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Model', 'NetworkLink']);
/** Parts of a placemark that are no attributes. */
const NO_ATTRIBUTES = new Set(['ExtendedData', 'Style', 'StyleMap', 'styleUrl', 'LookAt', 'Camera', 'Region']);

/**
 * Reads KML 2.2: placemarks with points, lines, areas, collections and tracks, their attributes, names and folders.
 * KML is in WGS-84. Styles, pictures and linked files are left out; nothing is fetched.
 */
export function readKml({ name: file, bytes }: InputFile): RawResult {
  const xml = readXml(decodeText(bytes).text);
  if (!xml.ok) return failure(file, xml.reason, xml.detail);
  const wgs84 = systemOf('EPSG:4326');
  if (xml.root.name !== 'kml' || !wgs84) return failure(file, 'unreadable', xml.root.name);
  const records = elementsBelow(xml.root, PLACEMARK).map((placemark, index) => recordOf(placemark, index + 1));
  const pictures = elementsBelow(xml.root, PICTURES).length;
  const warnings: [ImportWarning, string][] = pictures > 0 ? [['entities-ignored', String(pictures)]] : [];
  return { ok: true, file, records, stated: { basis: 'format', system: wgs84 }, warnings };
}

function recordOf(placemark: XmlElement, number: number): RawRecord {
  const attributes = attributesOf(placemark);
  const geometries = placemark.children.flatMap(geometriesOf);
  return { number, name: nameOf(attributes), attributes, geometries };
}

function attributesOf(placemark: XmlElement): [string, string][] {
  const own = placemark.children
    .filter(({ name, children }) => children.length === 0 && !NO_ATTRIBUTES.has(name))
    .map(({ name, text }): [string, string] => [name, text.trim()]);
  const extended = childOf(placemark, 'ExtendedData');
  const data = (extended?.children ?? []).flatMap((entry): [string, string][] => {
    const key = entry.attributes.get('name');
    if (entry.name === 'Data' && key !== undefined) return [[key, childOf(entry, 'value')?.text.trim() ?? '']];
    if (entry.name !== 'SchemaData') return [];
    return entry.children.flatMap(({ name, attributes, text }): [string, string][] => {
      const field = attributes.get('name');
      return name === 'SimpleData' && field !== undefined ? [[field, text.trim()]] : [];
    });
  });
  return [...own, ...data].filter(([, value]) => value !== '');
}

function geometriesOf(element: XmlElement): PlanGeometry[] {
  switch (element.name) {
    case 'Point': {
      const [coordinates = []] = positionsIn(childOf(element, 'coordinates'));
      return [{ type: 'Point', coordinates }];
    }
    case 'LineString':
    case 'LinearRing':
      return [{ type: 'LineString', coordinates: positionsIn(childOf(element, 'coordinates')) }];
    case 'Polygon': {
      const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((name) =>
        element.children.filter((child) => child.name === name).flatMap(({ children }) => children),
      );
      return [{ type: 'Polygon', coordinates: rings.map((ring) => positionsIn(childOf(ring, 'coordinates'))) }];
    }
    case 'Track':
      return [
        {
          type: 'LineString',
          coordinates: element.children.filter(isCoord).map(({ text }) => numbersOf(text, /\s+/u)),
        },
      ];
    case 'MultiGeometry':
    case 'MultiTrack':
      return joined(element.children.flatMap(geometriesOf));
    default:
      return [];
  }
}

const isCoord = ({ name }: XmlElement): boolean => name === 'coord';

/** Parts of one kind are one geometry. */
function joined(parts: readonly PlanGeometry[]): PlanGeometry[] {
  const points = parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []));
  const lines = parts.flatMap((part) => (part.type === 'LineString' ? [part.coordinates] : []));
  const areas = parts.flatMap((part) => (part.type === 'Polygon' ? [part.coordinates] : []));
  const all: PlanGeometry[] = [
    { type: 'MultiPoint', coordinates: points },
    { type: 'MultiLineString', coordinates: lines },
    { type: 'MultiPolygon', coordinates: areas },
  ];
  const nested = parts.filter(({ type }) => type.startsWith('Multi'));
  const single = parts.length === 1 ? parts : null;
  return [...(single ?? [...all.filter(({ coordinates }) => coordinates.length > 0), ...nested])];
}

/** `lng,lat[,height]` with spaces between; what is no number becomes NaN and is rejected later, by name. */
function positionsIn(element: XmlElement | undefined): number[][] {
  const text = element?.text.trim() ?? '';
  if (text === '') return [];
  return text.split(/\s+/u).map((tuple) => numbersOf(tuple, /,/u));
}

function numbersOf(tuple: string, separator: RegExp): number[] {
  return tuple
    .trim()
    .split(separator)
    .map((part) => (part === '' ? NaN : Number(part)));
}
