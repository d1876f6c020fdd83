// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';

import { FONT, FONT_BOLD } from './layers/fonts';
import { answering, lettersHash, readHash } from './letters';

/** A page whose drawing is 100 px wide and high; each text says in `data-x` where in it it stands. */
function page(texts: string): Document {
  document.documentElement.lang = 'zh-CN';
  document.body.innerHTML = `<div data-poster><svg>${texts}</svg></div>`;
  const drawing = document.querySelector('[data-poster]');
  if (drawing) drawing.getBoundingClientRect = () => new DOMRect(0, 0, 100, 100);
  for (const text of document.querySelectorAll('text'))
    text.getBoundingClientRect = () => new DOMRect(Number(text.getAttribute('data-x')), 10, 20, 10);
  return document;
}

describe('lettersHash', () => {
  it('says the language and each letter that is seen once, by weight', () => {
    const hash = lettersHash(
      page(
        '<text data-x="5">昆明 明</text><g font-weight="700"><text data-x="50">九号<tspan>线</tspan></text></g><text data-x="130">外</text>',
      ),
    );
    expect(readHash(hash)).toEqual({
      lang: 'zh-CN',
      first: { [FONT.join(',')]: { default: ['昆', '明'] }, [FONT_BOLD.join(',')]: { default: ['九', '号', '线'] } },
    });
  });

  it('says the language where there is no drawing', () => {
    document.body.innerHTML = '';
    expect(Object.values(readHash(lettersHash(document)).first)).toEqual([{ default: [] }, { default: [] }]);
    expect(readHash('').lang).toBe('');
  });
});

describe('answering', () => {
  it('draws letters where they are asked for, and passes other questions on as they are', async () => {
    const ask = vi.fn<(...asked: unknown[]) => Promise<string>>(async () => 'asked');
    const draw = vi.fn<(wanted: object) => Promise<string>>(async () => 'drawn');
    const answer = answering('GG', draw, ask);
    const stacks = { font: { default: ['昆'] } };
    await expect(answer({ type: 'GG', data: { stacks } }, 'abort')).resolves.toBe('drawn');
    expect(draw).toHaveBeenCalledExactlyOnceWith(stacks);
    expect(ask).not.toHaveBeenCalled();
    await expect(answer({ type: 'GI', data: {} }, 'abort')).resolves.toBe('asked');
    expect(ask).toHaveBeenCalledExactlyOnceWith({ type: 'GI', data: {} }, 'abort');
  });
});
