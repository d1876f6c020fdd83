import { describe, expect, it } from 'vitest';

import { importOne, importSound, rejections, warningCodes } from '../../tests/import-one';

describe('a table', () => {
  it.each([
    ['name,lng,lat\n甲,102.7,25\n', 'EPSG:4326', 'assumed'],
    ['名称,经度,纬度\n甲,102.7,25\n', 'EPSG:4326', 'assumed'],
    ['name;Latitude;Longitude\n甲;25;102.7\n', 'EPSG:4326', 'assumed'],
    ['name\twgs84_lng\twgs84_lat\n甲\t102.7\t25\n', 'EPSG:4326', 'stated'],
    ['name,X,Y\n甲,102.7,25\n', 'EPSG:4326', 'assumed'],
    ['name,X,Y\n甲,25,102.7\n', 'EPSG:4326', 'assumed'],
    ['name,坐标\n甲,"102.7,25"\n', 'EPSG:4326', 'assumed'],
    ['name,坐标\n甲,25，102.7\n', 'EPSG:4326', 'assumed'],
    ['name,经度,纬度\n甲,"102°42′00""",25°00′00″N\n', 'EPSG:4326', 'assumed'],
    ['name,wkt\n甲,POINT(102.7 25)\n', 'EPSG:4326', 'assumed'],
    ['name,geometry\n甲,SRID=4326;POINT(102.7 25)\n', 'EPSG:4326', 'assumed'],
  ])('%j is a point', async (text, id, basis) => {
    const result = await importSound('a.csv', text);
    expect(result.features[0]).toMatchObject({ name: '甲', geometry: { type: 'Point' } });
    const [lng = 0, lat = 0] = result.features[0]?.geometry.coordinates ?? [];
    expect([lng, lat]).toEqual([expect.closeTo(102.7, 9), expect.closeTo(25, 9)]);
    expect(result.crs).toMatchObject({ id, basis });
    expect(warningCodes(result).includes('datum-assumed')).toBe(basis === 'assumed');
  });

  it('in GCJ-02 by the names of its columns is put right', async () => {
    const result = await importSound('a.csv', 'name,gcj02_lng,gcj02_lat\n甲,102.7,25\n');
    expect(result.crs).toMatchObject({ id: 'GCJ-02', basis: 'stated' });
    expect(result.features[0]?.geometry.coordinates).not.toEqual([102.7, 25]);
    expect((await importSound('a.csv', '名称,高德经度,高德纬度\n甲,102.7,25\n')).crs.id).toBe('GCJ-02');
  });

  it('in metres is put before the visitor, whichever axis comes first', async () => {
    expect(await importOne('a.csv', 'X,Y\n2770740.693,571884.299\n')).toMatchObject({
      reason: 'crs-unknown',
      offers: [{ system: 'EPSG:4543', yFirst: true }],
    });
    expect(await importOne('a.csv', 'X,Y\n2770740.693,34571884.299\n')).toMatchObject({
      offers: [{ system: 'EPSG:4522', yFirst: true }],
    });
  });

  it('names the rows that it cannot place and keeps the others', async () => {
    const result = await importSound('a.csv', 'name,lng,lat\n甲,102.7,25\n乙,,\n丙,x,25\n丁,102.7,95\n');
    expect(result.features).toHaveLength(1);
    expect(rejections(result)).toEqual([
      [2, 'no-geometry'],
      [3, 'not-a-number'],
      [4, 'out-of-range'],
    ]);
    expect(result.rejected[1]?.record.name).toBe('丙');
  });

  it('in GBK is read', async () => {
    // printf '甲' | iconv -t GBK | xxd -p
    const head = new TextEncoder().encode('name,lng,lat\n');
    const tail = new TextEncoder().encode(',102.7,25\n');
    const result = await importSound('a.csv', new Uint8Array([...head, 0xbc, 0xd7, ...tail]));
    expect(result.features[0]?.name).toBe('甲');
    expect(warningCodes(result)).toContain('encoding-assumed');
  });

  it('without coordinates says which columns it has', async () => {
    expect(await importOne('a.csv', 'a,b\n1,2\n')).toMatchObject({ reason: 'no-coordinate-columns', detail: 'a, b' });
  });
});
