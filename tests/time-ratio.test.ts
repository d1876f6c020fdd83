import { describe, expect, it } from 'vitest';

import { readUrl } from '../src/state/url';
import { readSite } from '../src/ui/check/site-link';
import { readCoordinateList } from '../src/importers/coordinate-list';
import { readCoordinates } from '../src/importers/coordinates';
import { systemFromName, systemFromWkt } from '../src/importers/crs/from-definition';
import { readCsv } from '../src/importers/csv';
import { readDxf } from '../src/importers/dxf';
import { readGeoJson } from '../src/importers/geojson';
import { readGuotuTxt } from '../src/importers/guotu-txt';
import type { ImportOptions } from '../src/importers/imported';
import { readKml } from '../src/importers/kml';

const OPTIONS: ImportOptions = {
  coverage: [102, 24, 104, 27],
  chosen: { 'a.txt': { system: 'EPSG:4543', yFirst: false } },
};
const fileOf = (text: string) => ({ name: 'a.txt', bytes: new TextEncoder().encode(text) });

const PARSERS: Record<string, (text: string) => unknown> = {
  'the path of an address': readUrl,
  'the query of an address': (text) => readUrl(`?at=${text}&c=${text}&off=${text}&near=${text}&p=${text}&due=${text}`),
  'a link to a site': (text) => readSite(`site=a${text}`),
  'a position': readCoordinates,
  'a list of positions': (text) => readCoordinateList(fileOf(text), { ...OPTIONS, listShape: 'parcel' }),
  'a table': (text) => readCsv(fileOf(`name,lng,lat,wkt\n${text}`), OPTIONS),
  GeoJSON: (text) => readGeoJson(fileOf(text)),
  KML: (text) => readKml(fileOf(`<kml><Placemark>${text}</Placemark></kml>`)),
  '国土 TXT': (text) => readGuotuTxt(fileOf(`[属性描述]\n坐标系=2000国家大地坐标系\n带号=34\n[地块坐标]\n${text}`)),
  DXF: (text) => readDxf(fileOf(`0\nSECTION\n2\nENTITIES\n${text}`)),
  'the name of a system': systemFromName,
  'the definition of a system': systemFromWkt,
};

/** What makes a pattern that can be read in many ways try them all: the same again and again, and then not. */
const UNITS = [
  ['1', ' ', ',', '-', '.', '"', '(', '[', '<', '&', '°', '\n', '\t', '_', '!', '%', '/', 'a', 'a-', 'a/', '0.', '１'],
  ['1,', '1 ', '1°', '-1.', '1′1″', '102.7,', 'E1', 'N ', '102°42′', '，', 'J1,1,1,1\n', '@\n', '1,1,1,a,面,,,,@\n'],
  ['{"a":', '[[', '"a",', '""', '<a', '<a>', '<a b="', '<!--', '<![CDATA[', '&a;', '&#', '</a>', '1,2 '],
  ['POLYGON((', '1 2,', '((', '))', '0\nLWPOLYLINE\n', '10\n1\n', 'GEOGCS["', 'PARAMETER[', 'CGCS2000 ', '3-degree '],
].flat();
const ENDS = ['', 'x', '"', ')', '\n!'];

const SMALLEST = 16;
const LARGEST = 8192;
/** Twice as much may take four times as long; the rest is for a machine that does something else in between. */
const MOST = 4 * 3;
/** In milliseconds: what is shorter says nothing about a ratio. */
const NOISE = 4;
/** Long enough to have seen how it grows. */
const ENOUGH = 250;

async function shortest(run: () => unknown): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 2; tries += 1) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
    if (best < NOISE) break;
  }
  return best;
}

describe.each(Object.entries(PARSERS))('the time to read %s', (_, read) => {
  it('never explodes with the length of what is read', { timeout: 300_000 }, async () => {
    const exploded: string[] = [];
    for (const unit of UNITS) {
      for (const end of ENDS) {
        let before = NOISE;
        for (let length = SMALLEST; length <= LARGEST && before < ENOUGH; length *= 2) {
          const text = `${unit.repeat(Math.ceil(length / unit.length))}${end}`;
          const now = await shortest(() => read(text));
          if (now > before * MOST) {
            exploded.push(
              `${JSON.stringify(unit)} … ${JSON.stringify(end)}: ${length} letters, ${before} ms to ${now} ms`,
            );
            break;
          }
          before = Math.max(NOISE, now);
        }
      }
    }
    expect(exploded).toEqual([]);
  });
});
