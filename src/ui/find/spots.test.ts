import { describe, expect, it } from 'vitest';

import type { Bbox } from '../../contract/place';
import { readCoordinates } from '../../importers/coordinates';
import { spotsOf } from './spots';

const COVERAGE: Bbox = [102, 24, 104, 27];
const systems = (text: string): string[] =>
  spotsOf(readCoordinates, text, COVERAGE).candidates.map((candidate) => candidate.system);

describe('spotsOf', () => {
  it('keeps every way to understand numbers that do not say their datum', () => {
    expect(systems('25.0406, 102.7123')).toEqual(['EPSG:4326', 'GCJ-02', 'BD-09']);
    expect(systems('WGS84 25.0406, 102.7123')).toEqual(['EPSG:4326']);
  });

  it.each(['轨道交通7号线 8号线', '到2025年 到2035年', '翠湖', '8号线', '5000亩 6000亩', 'Line 7 and Line 8'])(
    'takes “%s” for words',
    (text) => {
      expect(systems(text)).toEqual([]);
    },
  );

  it('takes numbers alone at their word, wherever they lead', () => {
    expect(systems('48.2083, 16.3731')[0]).toBe('EPSG:4326');
  });

  it('says why a link leads nowhere, and nothing of what is no coordinate', () => {
    expect(spotsOf(readCoordinates, 'https://surl.amap.com/abc', COVERAGE).fault).toBe('short-link');
    expect(spotsOf(readCoordinates, '翠湖', COVERAGE).fault).toBeNull();
  });
});
