import { describe, expect, it } from 'vitest';

import { statementPages } from './statement-page';

const TEMPLATE =
  '<!doctype html><html lang="zh-CN"><head><title>x</title><link rel="icon" href="./icon.svg" />' +
  '<script type="module" crossorigin src="./assets/i.js"></script><link rel="modulepreload" href="./assets/m.js">' +
  '</head><body><div id="root"></div></body></html>';

function pages(contact: string | null): Map<string, string> {
  const input = { template: TEMPLATE, site: null, today: '2026-01-01', contact };
  return new Map([...statementPages(input)].map(({ path, text }) => [path, text]));
}

describe('the pages on which the site speaks of itself', () => {
  it('is there in both languages, which lead to each other and to the document', () => {
    const all = pages(null);
    expect([...all.keys()]).toEqual([
      'accessibility/index.html',
      'en/accessibility/index.html',
      'privacy/index.html',
      'en/privacy/index.html',
    ]);
    expect(all.get('en/privacy/index.html')).toContain('href="../../privacy/"');
    expect(all.get('accessibility/index.html')).toContain('href="../en/accessibility/"');
    expect(all.get('accessibility/index.html')).toContain('href="../"');
    expect(all.get('en/accessibility/index.html')).toContain('href="../../accessibility/"');
    expect(all.get('en/accessibility/index.html')).toContain('href="../../en/"');
  });

  it('has no script, so that the app never takes it over', () => {
    for (const text of pages(null).values()) expect(text).not.toMatch(/<script|modulepreload/u);
  });

  it('names whom to write to, or says that nobody is named', () => {
    expect(pages('a@b.example').get('accessibility/index.html')).toContain('mailto:a@b.example');
    const without = pages(null).get('accessibility/index.html');
    expect(without).toContain('还没有公布联系邮箱');
    expect(without).not.toContain('mailto:');
  });
});
