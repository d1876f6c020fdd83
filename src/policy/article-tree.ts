import type { Division } from '../contract/plan';

/** An article (or the preamble, number 0) with the sentences below it. */
export interface Article {
  division: Division;
  number: number;
  sentences: Division[];
}

/** A part with its articles; the preamble stands in a part of its own without a heading. */
export interface Part {
  division: Division;
  articles: Article[];
}

export interface ArticleTree {
  head: Division[];
  parts: Part[];
  /** By number; 0 is the preamble. */
  articles: Map<number, Article>;
  byId: Map<string, Division>;
}

/** Builds the reading tree from the flat list of divisions, in document order. */
export function articleTree(divisions: readonly Division[]): ArticleTree {
  const tree: ArticleTree = { head: [], parts: [], articles: new Map(), byId: new Map() };
  const articlesById = new Map<string, Article>();
  for (const division of divisions) {
    tree.byId.set(division.id, division);
    if (division.kind === 'head') tree.head.push(division);
    if (division.kind === 'part' || division.kind === 'preamble') tree.parts.push({ division, articles: [] });
    if (division.kind === 'article' || division.kind === 'preamble') {
      const article = { division, number: division.ordinal ?? 0, sentences: [] };
      tree.parts.at(-1)?.articles.push(article);
      tree.articles.set(article.number, article);
      articlesById.set(division.id, article);
    }
    if (division.kind === 'sentence') articlesById.get(division.parent ?? '')?.sentences.push(division);
  }
  return tree;
}

/** Number of the article a division belongs to; 0 for the preamble, `null` for the head and part headings. */
export function articleNumberOf(divisionId: string): number | null {
  if (divisionId === 'p0' || divisionId.startsWith('p0.s')) return 0;
  const match = /\.a(\d+)/u.exec(divisionId);
  return match?.[1] ? Number(match[1]) : null;
}

/** Which line of the head is the title, or most of it: the longest that stands in it; else the first. */
export function titleLine(head: readonly Division[], title: string): number {
  const plain = (text: string): string => text.replaceAll(/\s/gu, '');
  const lengths = head.map(({ text }) => (plain(title).includes(plain(text)) ? text.length : 0));
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}
