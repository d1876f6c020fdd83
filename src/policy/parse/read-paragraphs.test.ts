import { describe, expect, it } from 'vitest';

import { readParagraphs } from './read-paragraphs';

describe('readParagraphs', () => {
  it('gives the text of every paragraph with its white space untouched', () => {
    expect(readParagraphs('<div><p>　　甲 乙</p>\n<p>丙</p></div>')).toEqual({
      paragraphs: ['　　甲 乙', '丙'],
      leftOut: [],
      problems: [],
    });
  });

  it('drops tags inside a paragraph and keeps their words', () => {
    expect(readParagraphs('<p>特色<span id="x"><a href="y">农产品</a></span><span></span>加工</p>').paragraphs).toEqual(
      ['特色农产品加工'],
    );
  });

  it('decodes character references', () => {
    expect(readParagraphs('<p>甲&amp;乙&#12290;&lt;丙&gt;</p>').paragraphs).toEqual(['甲&乙。<丙>']);
  });

  it('says what it left out and why', () => {
    const source = '---\ntitle: 甲\n---\n<p class="editor">编辑：乙</p><div>口号</div><p>　 </p><p>丙</p>';
    expect(readParagraphs(source)).toEqual({
      paragraphs: ['丙'],
      leftOut: [
        { text: '---\ntitle: 甲\n---', reason: 'front-matter' },
        { text: '编辑：乙', reason: 'site-frame' },
        { text: '口号', reason: 'site-frame' },
        { text: '', reason: 'empty-paragraph' },
      ],
      problems: [],
    });
  });

  it.each(['script', 'style', 'template', 'noscript'])('takes nothing from a %s element', (tag) => {
    expect(readParagraphs(`<${tag}>甲</${tag}><p>乙</p>`)).toEqual({ paragraphs: ['乙'], leftOut: [], problems: [] });
  });

  it('does not take a line of dashes inside the page for front matter', () => {
    expect(readParagraphs('<p>甲</p>\n---\n乙\n---\n').leftOut).toEqual([
      { text: '---\n乙\n---', reason: 'site-frame' },
    ]);
  });
});
