import type { Paragraphs } from './paragraphs';
import { joined } from './read-plain';

const FRONT_MATTER = /^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/u;
/** A line that only draws: a rule, the line under a heading, the line under the head of a table. */
const DRAWN = /^\s*(?:[-*_=]\s*){3,}$|^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const BULLET = /^\s*[-*+]\s+/u;

/** The paragraphs of a Markdown text with its marks gone; a row of a table is one, its cells parted by tabs. */
export function readMarkdown(source: string): Paragraphs {
  const frontMatter = FRONT_MATTER.exec(source)?.[0] ?? '';
  const leftOut: Paragraphs['leftOut'] = frontMatter ? [{ text: frontMatter.trim(), reason: 'front-matter' }] : [];
  const lines = source
    .slice(frontMatter.length)
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/<!--[\s\S]*?-->/gu, (comment) => {
      leftOut.push({ text: comment, reason: 'markup' });
      return '';
    })
    .split('\n')
    .flatMap((line): string[] => {
      if (DRAWN.test(line)) {
        leftOut.push({ text: line.trim(), reason: 'markup' });
        return [''];
      }
      const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/u.exec(line)?.[1];
      // What is marked as a line of its own is one.
      if (heading !== undefined) return ['', plain(heading), ''];
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

/** A line without the marks of emphasis, links and pictures. */
function plain(line: string): string {
  return line
    .replaceAll(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/gu, '$1')
    .replaceAll(/(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replaceAll(/(?<![\p{L}\d])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\d])/gu, '$2')
    .replaceAll(/`([^`]+)`/gu, '$1')
    .replaceAll(/\\([\\`*_{}[\]()#+.!|-])/gu, '$1');
}
