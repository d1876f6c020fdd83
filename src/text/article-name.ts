/**
 * How an article is called, by the number that is printed on it; see `label` of a division. `null` is what stands after
 * the last article: who signed, and when.
 */
export function articleNameZh(label: string | null): string {
  if (label === null) return '落款';
  const plain = /^[（(]([零〇一二三四五六七八九十百]+)[）)]$/u.exec(label)?.[1];
  if (plain !== undefined) return `第${plain}条`;
  return /^[零〇一二三四五六七八九十百]+$/u.test(label) ? `第${label}部分` : label;
}

/** The same in English; articles that are counted through the document are called by their number. */
export function articleNameEn(label: string | null, number: number): string {
  if (label === null) return 'Closing lines';
  const annex = /^附\s*[件录表图]\s*(.*)$/u.exec(label)?.[1];
  if (annex !== undefined) return annex === '' ? 'Annex' : `Annex ${annex}`;
  if (/^(?:annex|appendix|schedule|article|section|part|chapter)\b/iu.test(label)) return label;
  if (/^第\d+段$/u.test(label)) return `Paragraph ${number}`;
  if (/^[\d０-９.．]+$/u.test(label)) return `Section ${label.normalize('NFKC')}`;
  return /^(?:[（(][^（(]+[）)]|第.+条)$/u.test(label) ? `Article ${number}` : `Item ${number} (${label})`;
}
