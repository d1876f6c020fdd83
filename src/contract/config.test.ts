import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ConfigSchema, originsOf, rasterSets } from './config';

const baseMap = (value: unknown): ReturnType<typeof v.parse<typeof ConfigSchema>>['baseMap'] =>
  v.parse(ConfigSchema, { baseMap: value }).baseMap;

describe('an online base map', () => {
  it('asks nobody when there is none', () => {
    expect(originsOf(baseMap(null))).toEqual([]);
  });

  it('with a 天地图 key uses the Web Mercator sets of its four servers, ground below names', () => {
    const config = baseMap({ tianditu: 'abc123' });
    if (!config) throw new Error('no base map');
    const [ground = [], names = []] = rasterSets(config);
    expect(ground).toHaveLength(4);
    expect(ground[0]).toContain('T=vec_w');
    expect(names[0]).toContain('T=cva_w');
    expect(ground.every((address) => address.endsWith('tk=abc123'))).toBe(true);
    expect(originsOf(config)).toEqual([0, 1, 2, 3].map((server) => `https://t${server}.tianditu.gov.cn`));
  });

  it('opens the page to the origin of its tiles or style and to no other', () => {
    expect(originsOf(baseMap({ tiles: ['https://tiles.example/a/{z}/{x}/{y}.png'], attribution: 'A' }))).toEqual([
      'https://tiles.example',
    ]);
    expect(originsOf(baseMap({ style: 'https://maps.example/style.json', attribution: 'A' }))).toEqual([
      'https://maps.example',
    ]);
  });

  it('is not taken from an address without encryption, or from a key with signs in it', () => {
    expect(() => baseMap({ tiles: ['http://tiles.example/{z}/{x}/{y}.png'], attribution: 'A' })).toThrow();
    expect(() => baseMap({ tianditu: 'abc&x=1' })).toThrow();
  });
});

describe('the address of the site', () => {
  it('is not known unless it is named, and ends with a slash', () => {
    expect(v.parse(ConfigSchema, { baseMap: null }).site).toBeNull();
    expect(v.parse(ConfigSchema, { baseMap: null, site: 'https://plan.example/tuce/' }).site).toBe(
      'https://plan.example/tuce/',
    );
    for (const site of ['https://plan.example', 'http://plan.example/', '/tuce/', 'https://plan.example/?a=/']) {
      expect(v.safeParse(ConfigSchema, { baseMap: null, site }).success).toBe(false);
    }
  });
});
