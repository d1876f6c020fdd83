import { cutEnd } from './cut-end';
import type { Paragraphs } from './paragraphs';
import { joined } from './read-plain';

const FRONT_MATTER = /^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u;
/** A line that only draws: a rule, the line under a heading, the line under the head of a table. */
const DRAWN = /^(?:[-*_=]\s*){3,}$|^(?:\|\s*)?:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u;
const BULLET = /^\s*[-*+]\s+/u;

/** The paragraphs of a Markdown text with its marks gone; a row of a table is one, its cells parted by tabs. */
export function readMarkdown(source: string): Paragraphs {
  const frontMatter = FRONT_MATTER.exec(source)?.[0] ?? '';
  const leftOut: Paragraphs['leftOut'] = frontMatter ? [{ text: frontMatter.trim(), reason: 'front-matter' }] : [];
  const leave = (text: string): void => void leftOut.push({ text, reason: 'markup' });
  const lines = withoutComments(source.slice(frontMatter.length).replaceAll(/\r\n?/gu, '\n'), leave)
    .split('\n')
    .flatMap((line): string[] => {
      if (DRAWN.test(line.trim())) {
        leave(line.trim());
        return [''];
      }
      const heading = /^\s{0,3}#{1,6}\s+(.*)$/u.exec(line)?.[1];
      // What is marked as a line of its own is one.
      if (heading !== undefined) return ['', plain(cutEnd(heading, /#/u).trimEnd()), ''];
      if (BULLET.test(line)) return ['', plain(line.replace(BULLET, ''))];
      const row = /^\s*\|(.*)\|\s*$/u.exec(line)?.[1];
      if (row !== undefined)
        return [
          row
            .split(/(?<!\\)\|/u)
            .map((cell) => plain(cell.trim()))
            .join('\t'),
        ];
      return [plain(line.replace(/^\s*>\s?/u, ''))];
    });
  return { paragraphs: joined(lines), leftOut, problems: [] };
}

/** The text with its comments gone; one that has no end is none. */
function withoutComments(text: string, leave: (comment: string) => void): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + 3;
    leave(text.slice(start, at));
  }
}

/** Emphasis ends at the next mark of its kind: a pattern that looks further looks through the line at every mark. */
const STRONG = ['\\*\\*', '__', '~~'].map(
  (mark) => new RegExp(`${mark}(?=\\S)((?:(?!${mark}).)+)(?<=\\S)${mark}`, 'gu'),
);
/** An underscore inside of a word is a letter of it. */
const LIGHT = ['\\*', '_'].map(
  (mark) =>
    new RegExp(
      `(?<![\\p{L}\\d])${mark}(?=\\S)((?:[^${mark}]|(?<=[\\p{L}\\d])${mark}(?=[\\p{L}\\d]))+)(?<=\\S)${mark}(?![\\p{L}\\d])`,
      'gu',
    ),
);
const LINK = /!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]{0,500}")?\)/gu;

/** A line without the marks of emphasis, links and pictures. */
function plain(line: string): string {
  return [LINK, ...STRONG, ...LIGHT]
    .reduce((text, mark) => text.replaceAll(mark, '$1'), line)
    .replaceAll(/`([^`]+)`/gu, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/gu, '$1');
}
