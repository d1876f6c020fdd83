import type { PlanGeometry } from '../../contract/features';
import { attributeText, type WrittenFeature } from './write-features';

/** KML 2.2 in WGS-84, with the attributes as ExtendedData. */
export function writeKml(features: readonly WrittenFeature[]): string {
  const placemarks = features.map(({ geometry, name, attributes }) => {
    const data = Object.keys(attributes)
      .map((key) => `<Data name="${escaped(key)}"><value>${escaped(attributeText(attributes, key))}</value></Data>`)
      .join('');
    return `<Placemark><name>${escaped(name ?? '')}</name><ExtendedData>${data}</ExtendedData>${shapeOf(geometry)}</Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${placemarks.join('\n')}\n</Document></kml>\n`;
}

/** Letters that XML gives a meaning, and those that it does not allow. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

const positions = (path: readonly (readonly number[])[]): string =>
  `<coordinates>${path.map(([lng = 0, lat = 0]) => `${lng.toFixed(10)},${lat.toFixed(10)}`).join(' ')}</coordinates>`;
const point = (at: readonly number[]): string => `<Point>${positions([at])}</Point>`;
const line = (path: readonly (readonly number[])[]): string => `<LineString>${positions(path)}</LineString>`;
const several = (parts: readonly string[]): string => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;

function area(rings: readonly (readonly (readonly number[])[])[]): string {
  const bounds = rings.map((ring, index) => {
    const element = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
    return `<${element}><LinearRing>${positions(ring)}</LinearRing></${element}>`;
  });
  return `<Polygon>${bounds.join('')}</Polygon>`;
}

function shapeOf(geometry: PlanGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return point(geometry.coordinates);
    case 'MultiPoint':
      return several(geometry.coordinates.map(point));
    case 'LineString':
      return line(geometry.coordinates);
    case 'MultiLineString':
      return several(geometry.coordinates.map(line));
    case 'Polygon':
      return area(geometry.coordinates);
    case 'MultiPolygon':
      return several(geometry.coordinates.map(area));
  }
}
