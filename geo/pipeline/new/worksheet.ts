import Papa from 'papaparse';

import type { ParsedDocument } from '../../../src/policy/parse/parse-document';
import type { PlaceCandidate } from '../../../src/policy/place-candidates';

/**
 * The candidate places as a table to work through. `suggestion` names a place of a gazetteer that is here, for `sameAs`;
 * `gap` says what is missing, and `decision` is left to whoever reads it.
 */
export function worksheetCsv(candidates: readonly PlaceCandidate[], { divisions }: ParsedDocument): string {
  const texts = new Map(divisions.map(({ id, text }) => [id, text]));
  const rows = candidates.map(({ text, kind, count, articles, division, known }) => {
    const [best] = known;
    return {
      words: text,
      kind,
      count,
      articles: articles.toSorted((a, b) => a - b).join(';'),
      division,
      suggestion: known.map((one) => `${one.plan}/${one.place}`).join(';'),
      gap: best ? (best.located ? '' : 'known, but not located') : 'no position known here',
      decision: '',
      sentence: (texts.get(division) ?? '').slice(0, 120),
    };
  });
  const columns = ['words', 'kind', 'count', 'articles', 'division', 'suggestion', 'gap', 'decision', 'sentence'];
  return `${Papa.unparse({ fields: columns, data: rows }, { newline: '\n' })}\n`;
}

/** The document as the parser understood it, each division with its id; first what it could not read. */
export function treeText({ divisions, problems, leftOut }: ParsedDocument): string {
  const depth = new Map<string, number>();
  const tree = divisions.map(({ id, kind, parent, label, text }) => {
    const level = parent === null ? 0 : (depth.get(parent) ?? 0) + 1;
    depth.set(id, level);
    return `${'  '.repeat(level)}${id}  ${kind}${label === null ? '' : ` ${label}`}  ${text}`;
  });
  return [
    `problems: ${problems.length}`,
    ...problems.map(({ line, reason, text }) => `  paragraph ${line}: ${reason}: ${text}`),
    `left out: ${leftOut.length}`,
    ...leftOut.map(({ reason, text }) => `  ${reason}: ${text.replaceAll(/\s+/gu, ' ').slice(0, 120)}`),
    '',
    ...tree,
    '',
  ].join('\n');
}
