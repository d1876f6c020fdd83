import { type ArticleTree, articleNumberOf } from './article-tree';

/** Words of the document to be quoted, and where they stand. */
export interface Quotation {
  /** Verbatim: whole sentences, one after the other. */
  text: string;
  /** Number of the article in which they begin. */
  article: number;
  /** The first sentence, for a link to it. */
  divisionId: string;
}

/** Puts sentences together for quoting, in the order of the document; `null` when none of them is in an article. */
export function quotationOf(tree: ArticleTree, divisionIds: readonly string[]): Quotation | null {
  const divisions = divisionIds
    .map((id) => tree.byId.get(id))
    .filter((division) => division !== undefined)
    .filter(({ id, text }) => text !== '' && articleNumberOf(id) !== null)
    .toSorted((a, b) => a.start - b.start);
  const [first] = divisions;
  const article = first && articleNumberOf(first.id);
  if (!first || article === undefined || article === null) return null;
  return { text: divisions.map(({ text }) => text).join(''), article, divisionId: first.id };
}
