import { geoJSONToWkt } from 'betterknown';

import { attributeNames, attributeText, type WrittenFeature } from './write-features';

/** What makes a spreadsheet run a cell instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/u;
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/iu;

/**
 * A table with a byte order mark and CRLF, as spreadsheets in China open it: name, attributes, and the geometry in
 * WGS-84 as WKT; points also as 经度 and 纬度. A cell that a spreadsheet would run as a formula begins with `'`.
 */
export function writeCsv(features: readonly WrittenFeature[]): string {
  const names = attributeNames(features);
  const points = features.length > 0 && features.every(({ geometry }) => geometry.type === 'Point');
  const header = ['name', ...names.filter((name) => name !== 'name'), ...(points ? ['经度', '纬度'] : ['wkt'])];
  const rows = features.map(({ geometry, name, attributes }) => [
    name ?? attributeText(attributes, 'name'),
    ...names.filter((key) => key !== 'name').map((key) => attributeText(attributes, key)),
    ...(points && geometry.type === 'Point'
      ? geometry.coordinates.map((value) => value.toFixed(9))
      : [geoJSONToWkt(geometry)]),
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
