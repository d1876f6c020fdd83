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
import { pastedFile } from '../src/importers/pasted';
import { readFiles } from '../src/importers/read-files';
import { labelOf } from '../src/policy/parse/labels';
import { formOf, parseDocument } from '../src/policy/parse/parse-document';

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
  'a file of no known kind': async (text) => readFiles([fileOf(text)], OPTIONS),
  'what is pasted': async (text) => readFiles([pastedFile(`POINT(1 2)${text}`, 'a')], OPTIONS),
  'the number of a line': (text) => ['第', 'Section 1', '（', '1.', '附件'].map((head) => labelOf(`${head}${text}`)),
  'a page': (text) => parseDocument(text, 'html'),
  Markdown: (text) => parseDocument(text, 'markdown'),
  'plain text': (text) => parseDocument(text, 'plain'),
  'a document of unknown form': (text) => formOf(text, 'a'),
  'the name of a system': systemFromName,
  'the definition of a system': systemFromWkt,
};

/** What makes a pattern that can be read in many ways try them all: the same again and again, and then not. */
const UNITS = [
  ['1', ' ', ',', '-', '.', '"', '(', '[', '<', '&', '°', '\n', '\t', '_', '!', '%', '/', 'a', 'a-', 'a/', '0.', '１'],
  ['1,', '1 ', '1°', '-1.', '1′1″', '102.7,', 'E1', 'N ', '102°42′', '，', 'J1,1,1,1\n', '@\n', '1,1,1,a,面,,,,@\n'],
  ['{"a":', '[[', '"a",', '""', '<a', '<a>', '<a b="', '<!--', '<![CDATA[', '&a;', '&#', '</a>', '1,2 '],
  [
    '第',
    '第 ',
    '第一',
    '一',
    '一、',
    '（一）',
    '1.1 ',
    '附件',
    '附件：',
    '目录\n',
    '甲。',
    '“',
    '（',
    '　',
    '. ',
    'A. ',
    '年月日',
    '印发',
  ],
  [
    '#',
    '# ',
    '- ',
    '> ',
    '|',
    '| a ',
    '|-',
    '**',
    '**a',
    '__a ',
    '*a',
    '~~',
    '`',
    '![',
    '[a](',
    '\\',
    '---\n',
    '\r',
    '\f',
  ],
  [
    '<p',
    '<p>',
    '<div>',
    '<b>',
    '<ol><li>',
    '<table><tr><td>',
    '<!-- ',
    '<article>',
    '<p class=a>',
    'Section 1 ',
    'annex A\n',
  ],
  ['POLYGON((', '1 2,', '((', '))', '0\nLWPOLYLINE\n', '10\n1\n', 'GEOGCS["', 'PARAMETER[', 'CGCS2000 ', '3-degree '],
].flat();
const ENDS = ['', 'x', '\n!'];

/** Longer each time, so that what explodes does so while it is short. */
const LENGTHS = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384];
/**
 * What reading may take, in milliseconds of the processor, whatever else the machine does meanwhile: the slowest reader
 * takes a quarter of that on a busy machine, and one whose time grows with the square of the length more at the end.
 */
const allowedMs = (length: number): number => 80 + 0.014 * length;

/** The least of three times, as long as they are too long. */
async function processorMs(length: number, run: () => unknown): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < 3 && best > allowedMs(length); tries += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe.each(Object.entries(PARSERS))('the time to read %s', (_, read) => {
  it('grows with the length of what is read, and no faster', { timeout: 300_000 }, async () => {
    const exploded: string[] = [];
    for (const unit of UNITS) {
      for (const end of ENDS) {
        for (const length of LENGTHS) {
          const text = `${unit.repeat(Math.ceil(length / unit.length))}${end}`;
          const ms = await processorMs(length, () => read(text));
          if (ms <= allowedMs(length)) continue;
          exploded.push(`${JSON.stringify(unit)} … ${JSON.stringify(end)}: ${length} letters, ${ms.toFixed(0)} ms`);
          break;
        }
      }
    }
    expect(exploded).toEqual([]);
  });
});
