import { describe, expect, it } from 'vitest';

import { DATA } from '../../tests/style-inputs';
import { LIGHT } from './palette';
import { picture, type PictureInput } from './picture';

const INPUT: PictureInput = {
  layout: 'above',
  view: { lang: 'zh', hidden: [], focus: [], selected: null, data: DATA },
  palette: LIGHT,
  frame: [102.2, 25.2, 102.8, 25.8],
  eyebrow: '甲城意见',
  title: '东湖片区',
  quote: '修建一号线，支持东湖片区。',
  keys: [{ hue: 'teal', pattern: 'dots', text: '乙 项目' }],
  notes: ['来源：《意见》', '示意图 · 审图号待填'],
  distance: (metres) => `${metres / 1000} km`,
  label: '地图：东湖片区',
};
const letters = (svg: string): string => svg.replaceAll(/<[^>]*>/gu, '\n');

describe('a picture of a view', () => {
  it('has title, legend, scale, source and approval number in it, whatever its layout', () => {
    for (const part of ['甲城意见', '东湖片区', '乙 项目', '来源：《意见》', '审图号待填', 'km'])
      expect(letters(picture(INPUT))).toContain(part);
    const beside = letters(picture({ ...INPUT, layout: 'beside' }));
    for (const part of ['东湖片区', '修建一号线', '来源：《意见》', '审图号待填', 'km']) expect(beside).toContain(part);
  });

  it('says a true length', () => {
    // 0.6 degrees of latitude at 25.5° N are 66.5 km (PROJ: geod +ellps=WGS84 -I, 25.2 102.5 to 25.8 102.5), here with
    // 12 % more around, on 740 pixels: 101 m a pixel.
    const [, km = ''] = /([\d.]+) km/u.exec(letters(picture(INPUT))) ?? [];
    const [, px = ''] = /v8h([\d.]+)v-8/u.exec(picture(INPUT)) ?? [];
    expect(Number(px)).toBeGreaterThan(60);
    expect((Number(km) * 1000) / Number(px)).toBeCloseTo(101, -1);
  });

  it('fetches nothing, follows no scheme and lets no text break out', () => {
    const svg = picture({ ...INPUT, title: '<script>"&', quote: '</svg>' });
    expect(svg).not.toMatch(/light-dark|<image|href=|<script|@import/u);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg.match(/<svg\b/gu)?.length).toBe(svg.match(/<\/svg>/gu)?.length);
  });

  it('breaks long words into lines that fit, and says where it leaves some out', () => {
    const quote = '依托自然地理禀赋，加快构建城市空间格局。'.repeat(30);
    const svg = picture({ ...INPUT, layout: 'beside', quote });
    const lines = [...svg.matchAll(/font-size="27"[^>]*>([^<]*)</gu)].map(([, text = '']) => text);
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(17);
    expect(lines.at(-1)).toMatch(/…$/u);
    expect(lines.every((text) => !/^[，。]/u.test(text))).toBe(true);
  });
});
