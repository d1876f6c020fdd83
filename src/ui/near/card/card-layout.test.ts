import { describe, expect, it } from 'vitest';

import type { CardContent } from './card-content';
import { CARD_WIDTH_PX, type CardLayout, cardLayout, COLUMN_PX } from './card-layout';

const CONTENT: CardContent = {
  brand: '图策',
  made: '2026年1月1日制图',
  where: '甲区 · 老城',
  doubts: [],
  standings: [{ what: '环路以内', how: '离它约 1 公里' }],
  caption: '圆圈的半径是 2 公里。',
  lead: '2 公里以内画有 1 处规划。',
  nearest: [{ what: '公园', how: '约 350 米，东' }],
  source: '据《意见》（2021年7月3日）。',
  notice: '示意图',
  link: null,
  placeIds: [],
};
const LONG = '一个名字很长很长很长很长很长很长很长很长的公园';
/** Every sign is as wide as it is high. */
const lay = (change: Partial<CardContent> = {}): CardLayout =>
  cardLayout({ ...CONTENT, ...change }, (text, { sizePx }) => [...text].length * sizePx);
const baselineOf = ({ texts }: CardLayout, text: string): number | undefined =>
  texts.find((one) => one.text === text)?.baselinePx;

describe('the layout of the card', () => {
  it('keeps every text within the column and above the end of the card', () => {
    const layout = lay({ where: LONG.repeat(3), doubts: [LONG.repeat(4)], link: 'https://a.example/'.repeat(9) });
    const left = (CARD_WIDTH_PX - COLUMN_PX) / 2;
    for (const { text, xPx, baselinePx, face } of layout.texts) {
      expect(xPx).toBeGreaterThanOrEqual(left);
      expect(xPx + [...text].length * face.sizePx).toBeLessThanOrEqual(left + COLUMN_PX + 1e-6);
      expect(baselinePx + face.leadingPx / 2).toBeLessThan(layout.heightPx);
    }
  });

  it('has nothing on the map, and the words of the map around it', () => {
    const layout = lay();
    const { yPx, sizePx } = layout.map;
    expect(layout.texts.filter(({ baselinePx }) => baselinePx > yPx && baselinePx < yPx + sizePx + 10)).toEqual([]);
    expect(baselineOf(layout, '环路以内')).toBeLessThan(yPx);
    expect(baselineOf(layout, '圆圈的半径是 2 公里。')).toBeGreaterThan(yPx + sizePx);
  });

  it('puts the two texts of a row on one line, or below each other where there is no room', () => {
    const short = lay();
    expect(baselineOf(short, '约 350 米，东')).toBe(baselineOf(short, '公园'));
    const long = lay({ nearest: [{ what: LONG, how: '约 350 米，东' }] });
    expect(baselineOf(long, '约 350 米，东')).toBeGreaterThan(baselineOf(long, LONG) ?? Infinity);
    expect(long.heightPx).toBeGreaterThan(short.heightPx);
  });

  it('has the link only where there is one', () => {
    const link = 'https://a.example/';
    expect(baselineOf(lay(), link)).toBeUndefined();
    expect(baselineOf(lay({ link }), link)).toBeGreaterThan(baselineOf(lay(), '示意图') ?? Infinity);
  });
});
