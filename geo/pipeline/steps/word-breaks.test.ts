import { describe, expect, it } from 'vitest';

import { withWordBreaks } from './word-breaks';

describe('withWordBreaks', () => {
  it.each([
    ['昆明国家生物产业基地', '昆明|国家|生物|产业|基地'],
    ['云南陆军讲武堂旧址', '云南|陆军|讲武堂|旧址'],
    ['昆明经济技术开发区', '昆明|经济|技术|开发区'],
  ])('lets %s break between words: %s', (name, broken) => {
    expect(withWordBreaks(name).split('\u200B').join('|')).toBe(broken);
  });

  it('leaves short names and names with breaks of their own alone', () => {
    expect(withWordBreaks('拓东体育场')).toBe('拓东体育场');
    expect(withWordBreaks('寻甸回族\u200B彝族自治县')).toBe('寻甸回族\u200B彝族自治县');
  });

  it('never loses a sign', () => {
    const name = '中国（云南）自由贸易试验区昆明片区';
    expect(withWordBreaks(name).replaceAll('\u200B', '')).toBe(name);
  });
});
