import { expect, it } from 'vitest';

import { readMarkdown } from './read-markdown';

it.each([
  ['a heading loses its marks at both ends', '## 一、总则 ##', ['一、总则']],
  ['emphasis goes, also of several words', '建设**巫家坝 片区**和__呈贡__，*好*', ['建设巫家坝 片区和呈贡，好']],
  ['a mark without an end stays', '**甲 和 乙', ['**甲 和 乙']],
  ['a mark that opens nothing leaves the next one its meaning', 'a **b and **c**', ['a **b and c']],
  ['underscores inside of a word are letters', 'see _the file_name_ there', ['see the file_name there']],
  ['a link is its words, a picture too', '[巫家坝](https://a.b/c "名") ![图](x.png)', ['巫家坝 图']],
  ['a comment goes, over lines too, and one without an end stays', '甲<!-- a\nb -->乙\n\n<!-- 丙', ['甲乙', '<!-- 丙']],
  ['a drawn line is none', '甲\n\n| --- | :--: |\n\n* * *\n\n乙', ['甲', '乙']],
  ['a row is one line with tabs', '| 甲 | 乙 |', ['甲\t乙']],
])('%s', (_, source, paragraphs) => {
  expect(readMarkdown(source).paragraphs).toEqual(paragraphs);
});

it('keeps what it leaves out', () => {
  expect(readMarkdown('甲 <!-- 乙 -->\n\n---').leftOut.map(({ text }) => text)).toEqual(['<!-- 乙 -->', '---']);
});
