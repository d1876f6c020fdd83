import { describe, expect, it } from 'vitest';

import { DATA } from '../../tests/style-inputs';
import { buildStyle } from './build-style';
import { LIGHT } from './palette';
import { placeUnder, POINTABLE } from './under-pointer';

const drawn = (id: string, properties: Record<string, unknown>): Parameters<typeof placeUnder>[0][number] => ({
  layer: { id },
  properties,
});

describe('placeUnder', () => {
  it('prefers marks to lines and lines to areas, in whatever order the map names them', () => {
    const area = drawn('area-tint', { owner: 'town' });
    const line = drawn('line-schematic', { owner: 'metro-1' });
    const site = drawn('point-site', { owner: 'site' });
    expect(placeUnder([area, line, site])).toBe('site');
    expect(placeUnder([area, line])).toBe('metro-1');
    expect(placeUnder([area])).toBe('town');
  });

  it('takes a station for the line that it belongs to', () => {
    expect(placeUnder([drawn('point-station', { id: 'stop', owner: 'metro-1' })])).toBe('metro-1');
  });

  it('says nothing over bare land, districts and what is no place of the plan', () => {
    expect(placeUnder([])).toBeNull();
    expect(placeUnder([drawn('area-tint', { owner: 'district', class: 'district' })])).toBeNull();
    expect(placeUnder([drawn('ground-metro', { owner: 'metro-old' })])).toBeNull();
  });

  it('knows layers that there are', () => {
    const ids = buildStyle({
      palette: LIGHT,
      lang: 'zh',
      hidden: [],
      focus: [],
      selected: null,
      data: DATA,
    }).layers.map((layer) => layer.id);
    expect(ids).toEqual(expect.arrayContaining([...POINTABLE]));
  });
});
