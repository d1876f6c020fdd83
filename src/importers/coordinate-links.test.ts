import { describe, expect, it } from 'vitest';

import type { LngLat } from '../contract/place';
import { readCoordinates } from './coordinates';
import { wgs84ToBd09, wgs84ToBd09Mercator, wgs84ToGcj02 } from './crs/chinese-datums';

const HERE: LngLat = [102.7123, 25.0406];

/** Systems of the candidates, or the reason. */
const systems = (link: string): string[] => {
  const result = readCoordinates(link);
  return result.ok ? result.candidates.map(({ system }) => system) : [result.reason];
};
const notes = (link: string): readonly string[] => {
  const result = readCoordinates(link);
  return result.ok ? (result.candidates[0]?.notes ?? []) : [];
};
const apartM = (a: LngLat, b: LngLat): number => Math.hypot(a[0] - b[0], a[1] - b[1]) * 111_400;

describe('links', () => {
  const gcj = wgs84ToGcj02(HERE).map((value) => value.toFixed(6));
  const bd = wgs84ToBd09(HERE).map((value) => value.toFixed(6));
  const mc = wgs84ToBd09Mercator(HERE).map((value) => value.toFixed(2));
  const [lng = '', lat = ''] = gcj;
  const [bdLng = '', bdLat = ''] = bd;

  it.each<[string, string, string]>([
    ['Amap marker', `https://uri.amap.com/marker?position=${lng},${lat}&name=x`, 'GCJ-02'],
    ['Amap marker in WGS-84', 'https://uri.amap.com/marker?position=102.7123,25.0406&coordinate=wgs84', 'EPSG:4326'],
    ['Amap share', `https://wb.amap.com/?q=${lat},${lng},${encodeURIComponent('翠湖')}`, 'GCJ-02'],
    ['Amap place', `https://ditu.amap.com/?p=B03600XYZ1,${lat},${lng},name,address`, 'GCJ-02'],
    ['Amap q the wrong way round', `https://www.amap.com/?q=${lng},${lat}`, 'GCJ-02'],
    ['Amap regeo', `https://ditu.amap.com/regeo?lng=${lng}&lat=${lat}`, 'GCJ-02'],
    ['Baidu marker', `http://api.map.baidu.com/marker?location=${bdLat},${bdLng}&title=x&output=html`, 'BD-09'],
    [
      'Baidu marker in GCJ-02',
      `http://api.map.baidu.com/marker?location=${lat},${lng}&coord_type=gcj02&output=html`,
      'GCJ-02',
    ],
    ['Baidu address', `https://map.baidu.com/@${mc.join(',')},17.5z`, 'BD-09MC'],
    ['Baidu place', `https://map.baidu.com/poi/x/@${mc.join(',')},17z?uid=1`, 'BD-09MC'],
    ['Tencent marker', `https://apis.map.qq.com/uri/v1/marker?marker=coord:${lat},${lng};title:x&referer=y`, 'GCJ-02'],
    ['Tencent view', `https://map.qq.com/?pointx=${lng}&pointy=${lat}`, 'GCJ-02'],
    ['Google pin', `https://www.google.com/maps/place/x/@25.1,102.8,17z/data=!3m1!3d${lat}!4d${lng}`, 'GCJ-02'],
    ['Google query', 'https://www.google.com/maps?q=25.0406,102.7123', 'EPSG:4326'],
    ['Google search', 'https://www.google.com.hk/maps/search/25.0406,+102.7123', 'EPSG:4326'],
    ['Google view', `https://www.google.com/maps/@${lat},${lng},15z`, 'GCJ-02'],
    ['Apple', 'https://maps.apple.com/?ll=25.0406,102.7123&q=x', 'EPSG:4326'],
    ['OpenStreetMap view', 'https://www.openstreetmap.org/#map=15/25.0406/102.7123', 'EPSG:4326'],
    ['OpenStreetMap pin', 'https://www.openstreetmap.org/?mlat=25.0406&mlon=102.7123#map=9/1/2', 'EPSG:4326'],
    ['geo', 'geo:25.0406,102.7123;u=35', 'EPSG:4326'],
    ['geo with pin', 'geo:0,0?q=25.0406,102.7123(x)', 'EPSG:4326'],
    ['no scheme', `uri.amap.com/marker?position=${lng},${lat}`, 'GCJ-02'],
    ['amid words', `【高德】我在这里 https://uri.amap.com/marker?position=${lng},${lat}，快来`, 'GCJ-02'],
    ['any page', 'https://example.org/map?lat=25.0406&lng=102.7123', 'EPSG:4326'],
  ])('%s', (_, link, system) => {
    const result = readCoordinates(link);
    const [candidate] = result.ok ? result.candidates : [];
    expect(candidate?.system).toBe(system);
    expect(candidate && apartM(candidate.at, HERE)).toBeLessThan(2);
  });

  it('of Google and Apple are shifted or not, nobody can tell: both come', () => {
    expect(systems('https://www.google.com/maps/@25.0406,102.7123,15z')).toEqual(['GCJ-02', 'EPSG:4326']);
    expect(notes('https://www.google.com/maps/@25.0406,102.7123,15z')).toEqual(['shifted-map', 'view-centre']);
    expect(systems('https://maps.apple.com/?ll=25.0406,102.7123')).toHaveLength(2);
    expect(systems('https://maps.google.com/?q=48.85,2.35')).toEqual(['EPSG:4326']);
  });

  it.each([
    ['https://surl.amap.com/abcDEF12', 'short-link'],
    ['https://j.map.baidu.com/ab/cd', 'short-link'],
    ['https://maps.app.goo.gl/abc', 'short-link'],
    ['https://www.amap.com/', 'link-without-position'],
    ['https://map.baidu.com/', 'link-without-position'],
    ['https://www.openstreetmap.org/', 'link-without-position'],
    ['https://example.org/', 'unknown-link'],
    ['https://', 'nonsense'],
    ['geo:25,102;crs=moon', 'unknown-link'],
    ['https://maps.apple.com/?ll=125,202', 'out-of-range'],
  ])('%s: %s', (link, reason) => {
    expect(systems(link)).toEqual([reason]);
  });
});
