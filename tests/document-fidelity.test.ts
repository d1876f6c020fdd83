import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { preparePlan } from '../geo/pipeline/plan-pipeline';
import type { Division } from '../src/contract/plan';
import { articleTree } from '../src/policy/article-tree';
import { mentionsByDivision, runsOf } from '../src/policy/evidence';

const ROOT = join(import.meta.dirname, '..');
const PLAN = 'kunming-2021';
const seeds = join(ROOT, 'seeds', PLAN);
const [seedFile = ''] = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
const bytes = readFileSync(join(seeds, seedFile));

const { plan, document, mentions } = await preparePlan(ROOT, PLAN);
const tree = articleTree(document.divisions);

/** The paragraphs of the source by a way that has nothing in common with the parser: regular expressions only. */
function paragraphsOfSource(): string[] {
  return [...bytes.toString('utf8').matchAll(/<p>([\s\S]*?)<\/p>/gu)].map(([, inner = '']) =>
    inner.replaceAll(/<[^>]*>/gu, '').replace(/^\u3000+/u, ''),
  );
}

/** What a reader sees, in the order of the reading pane: runs of text and links joined, a line for each block. */
function shownText(): string {
  const byDivision = mentionsByDivision(mentions);
  const words = (division: Division): string =>
    runsOf(division, byDivision.get(division.id) ?? [])
      .map((run) => run.text)
      .join('');
  return [
    ...tree.head.map(words),
    ...tree.parts.flatMap((part) => [
      ...(part.division.kind === 'part' ? [words(part.division)] : []),
      ...part.articles.map((article) =>
        [...(article.division === part.division ? [] : [article.division]), ...article.sentences].map(words).join(''),
      ),
    ]),
  ].join('\n');
}

const headingOf = (article: number): string => tree.articles.get(article)?.division.text ?? '';

describe('the document of the first plan', () => {
  it('is the file whose hash plan.json states', () => {
    expect(plan.document).toBe(seedFile);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(plan.sha256);
  });

  it('has 8 parts and 29 articles, numbered without a gap, and an opening paragraph', () => {
    expect(document.problems).toEqual([]);
    const ordinals = (kind: Division['kind']): (number | null)[] =>
      document.divisions.filter((division) => division.kind === kind).map((division) => division.ordinal);
    expect(ordinals('part')).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ordinals('article')).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
    expect(tree.articles.get(0)?.sentences).toHaveLength(1);
  });

  it.each([
    [1, 'p1.a1', '（一）指导思想。'],
    [11, 'p3.a11', '（十一）优化城市空间布局。'],
    [12, 'p3.a12', '（十二）加快推进疏“堵”排“涝”。'],
    [18, 'p4.a18', '（十八）像保护眼睛一样保护滇池。'],
    [20, 'p5.a20', '（二十）促进教育体育优质均衡。'],
    [29, 'p8.a29', '（二十九）加强政策协调配套。'],
  ])('has article %i at %s with its heading', (number, id, heading) => {
    expect(headingOf(number)).toBe(heading);
    expect(tree.articles.get(number)?.division.id).toBe(id);
  });

  it('has its parts under the right headings', () => {
    expect(tree.parts.map((part) => part.division.text)).toEqual([
      '',
      '一、总体要求',
      '二、聚精会神抓产业，千方百计发展战略性新兴产业',
      '三、大手笔改造建设、精细化管理城市',
      '四、加强生态保护治理',
      '五、切实改善社会民生',
      '六、强化资源要素保障',
      '七、加强全面从严治党',
      '八、合力推动落地落实',
    ]);
  });

  it('is shown character by character as the source has it', () => {
    const source = paragraphsOfSource();
    expect(source).toHaveLength(42);
    expect(source.join('')).not.toContain('&');
    const shown = [...shownText()];
    const wanted = [...source.join('\n')];
    expect(shown.findIndex((char, index) => char !== wanted[index])).toBe(-1);
    expect(shown).toHaveLength(wanted.length);
  });

  it('has every division at its offsets', () => {
    for (const { id, text, start, end } of document.divisions) {
      expect(document.text.slice(start, end), id).toBe(text);
    }
  });

  it('is tiled by its leaves with nothing but newlines between them', () => {
    const leaves = document.divisions.filter((division) => division.kind !== 'preamble');
    const between = leaves.map((leaf, index) => document.text.slice(leaves[index - 1]?.end ?? 0, leaf.start));
    expect(leaves.every((leaf, index) => leaf.start >= (leaves[index - 1]?.end ?? 0))).toBe(true);
    expect(new Set(between)).toEqual(new Set(['', '\n']));
    expect(document.text.slice(leaves.at(-1)?.end)).toBe('');
  });

  it('keeps the word inside the stock link and nothing of the link', () => {
    expect(document.text).toContain('推动全省各地特色农产品精深加工布局昆明。');
    expect(document.text).not.toMatch(/stock|quote|sina|keyword|href|span|sz0|[<>&]/iu);
  });

  it('leaves out only what the site put around it, and says so', () => {
    expect(document.leftOut.map(({ reason, text }) => [reason, text.slice(0, 6)])).toEqual([
      ['front-matter', '---\nti'],
      ['site-frame', '海量资讯、精'],
      ['site-frame', '责任编辑：王'],
    ]);
  });
});
