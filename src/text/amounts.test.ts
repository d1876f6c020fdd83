import { describe, expect, it } from 'vitest';

import { areaText, lengthText, percentText } from './amounts';
import { en } from './en';
import { zh } from './zh';

describe('amounts of an extract', () => {
  it('give an area in mu as well', () => {
    expect(areaText(6666.667, zh, 'zh')).toBe('6,667 平方米，合 10 亩');
    expect(areaText(1_000_000, en, 'en')).toBe('100 ha, 1,500 mu');
  });

  it('keep metres that a walker would not miss', () => {
    expect(lengthText(433.4, en, 'en')).toBe('433 m');
    expect(lengthText(999.6, en, 'en')).toBe('1 km');
    expect(lengthText(2304, zh, 'zh')).toBe('2.3 公里');
  });

  it('never round to all or nothing', () => {
    expect([0, 0.001, 12.345, 99.999, 100].map((value) => percentText(value, 'en'))).toEqual([
      '0 %',
      '<0.01 %',
      '12.35 %',
      '>99.99 %',
      '100 %',
    ]);
  });
});
