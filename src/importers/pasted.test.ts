import { describe, expect, it } from 'vitest';

import { IMPORT_OPTIONS } from '../../tests/import-one';
import type { Imported, ImportOptions } from './imported';
import { pastedFile } from './pasted';
import { formatOf, readFiles } from './read-files';

const read = async (text: string, options: Partial<ImportOptions> = {}): Promise<Imported> => {
  const [result] = await readFiles([pastedFile(text, 'pasted')], { ...IMPORT_OPTIONS, ...options });
  if (!result) throw new Error('nothing was read');
  return result;
};
const types = (result: Imported): string[] => (result.ok ? result.features.map(({ geometry }) => geometry.type) : []);

describe('what is pasted', () => {
  it('may be WKT, several too', async () => {
    const one = await read('POLYGON((102.7 25, 102.71 25, 102.71 25.01, 102.7 25))');
    expect(types(one)).toEqual(['Polygon']);
    const two = await read('POINT(102.7 25)\nLINESTRING(102.7 25, 102.71 25)');
    expect(types(two)).toEqual(['Point', 'LineString']);
  });

  it('may be GeoJSON or a table', async () => {
    expect(types(await read('{"type":"Point","coordinates":[102.7,25]}'))).toEqual(['Point']);
    expect(types(await read('名称,经度,纬度\n甲,102.7,25'))).toEqual(['Point']);
  });

  it('asks in which system bare numbers are', async () => {
    const asked = await read('102.70,25.00\n102.71,25.00\n102.71,25.01');
    if (asked.ok) throw new Error('not asked');
    expect(asked.reason).toBe('crs-unknown');
    expect(asked.offers.map(({ system, yFirst }) => [system, yFirst])).toEqual([
      ['EPSG:4326', false],
      ['GCJ-02', false],
      ['BD-09', false],
    ]);
    const chosen = await read('25.00 102.70\n25.00 102.71\n25.01 102.71', {
      chosen: { pasted: { system: 'EPSG:4326', yFirst: true } },
    });
    expect(types(chosen)).toEqual(['Polygon']);
    expect(chosen.ok && chosen.warnings).toEqual([]);
  });

  it('takes a list for what the visitor says it is', async () => {
    const chosen = { pasted: { system: 'EPSG:4326', yFirst: false } };
    const list = '102.70,25.00\n102.71,25.00\n102.71,25.01';
    expect(types(await read(list, { chosen, listShape: 'line' }))).toEqual(['LineString']);
    expect(types(await read(list, { chosen, listShape: 'points' }))).toEqual(['Point', 'Point', 'Point']);
  });

  it('names the line of a list that is no position', async () => {
    const result = await read('102.70,25.00\n102.71,25.00\nnot a line');
    expect(result).toMatchObject({ ok: false, reason: 'unreadable', detail: '3: not a line' });
  });

  it('takes one position that says its system, and asks for one that does not', async () => {
    expect(types(await read('WGS84 102.7, 25.04'))).toEqual(['Point']);
    const asked = await read('102.7, 25.04');
    expect(asked.ok ? [] : asked.offers.map(({ system }) => system)).toEqual(['EPSG:4326', 'GCJ-02', 'BD-09']);
    const chosen = await read('25.04, 102.7', { chosen: { pasted: { system: 'GCJ-02', yFirst: false } } });
    if (!chosen.ok) throw new Error(chosen.reason);
    expect(chosen.crs).toMatchObject({ id: 'GCJ-02', basis: 'chosen' });
    const [lng = 0] = chosen.features[0]?.geometry.type === 'Point' ? chosen.features[0].geometry.coordinates : [];
    // GCJ-02 is some hundred metres east of WGS-84 here.
    expect(lng).toBeGreaterThan(102.698);
    expect(lng).toBeLessThan(102.699);
  });

  it('is not mistaken for a list when it is a table', () => {
    expect(formatOf(pastedFile('wkt,1\n"POINT(1 2)",3', 'a.csv'))).toBe('csv');
    expect(formatOf(pastedFile('id;x;y\n1;2;3', 'a.csv'))).toBe('csv');
    expect(formatOf(pastedFile('hello', 'a'))).toBeNull();
  });
});
