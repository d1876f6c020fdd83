import { bareLabelOf, type Label, labelOf, RANK, type Rank } from './labels';

/** How one document numbers itself. */
export interface Scheme {
  /** What begins a part, the highest first. */
  parts: readonly Rank[];
  /** What begins an article; `null` for a document without numbers. */
  article: Rank | null;
  /** Whether the articles are numbered anew in every part. */
  restarts: boolean;
}

/** A document of fewer numbered lines than this is taken to have none, unless the number is one of a heading. */
const FEWEST = 2;
const HEADING_RANKS: readonly Rank[] = [RANK.comma, RANK.bracket];

/** The label of every line; a number that only a space parts from its words counts where there are decimals too. */
export function labelsOf(lines: readonly string[]): (Label | null)[] {
  const labels = lines.map(labelOf);
  if (!labels.some((label) => label?.rank === RANK.decimal)) return labels;
  return labels.map((label, index) => label ?? bareLabelOf(lines[index] ?? ''));
}

/**
 * Which numbers of a document are parts and which are articles. Articles are the 第一条 where there are any. Otherwise
 * chapters and sections are parts of what stands right below them, and of two other kinds the higher one is the part.
 */
export function schemeOf(labels: readonly (Label | null)[]): Scheme {
  const counted = new Map<Rank, number>();
  for (const label of labels) if (label) counted.set(label.rank, (counted.get(label.rank) ?? 0) + 1);
  const has = (rank: Rank): boolean => counted.has(rank);
  const present = [...counted.keys()].filter((rank) => rank <= RANK.decimal).toSorted((a, b) => a - b);
  const high = present.filter((rank) => rank < RANK.clause);
  const low = present.filter((rank) => rank > RANK.clause);
  const total = [...counted.values()].reduce((sum, count) => sum + count, 0);
  const stray = total < FEWEST && high.length === 0 && !has(RANK.clause) && !HEADING_RANKS.some(has);
  let parts: Rank[];
  let article: Rank | null;
  if (present.length === 0 || stray) [parts, article] = [[], null];
  else if (has(RANK.clause)) [parts, article] = [high, RANK.clause];
  else if (high.length > 0) {
    const inner = low[0] ?? high.at(-1) ?? null;
    [parts, article] = [high.filter((rank) => rank !== inner), inner];
  } else if (low.length === 1) [parts, article] = [[], low[0] ?? null];
  else [parts, article] = [low.slice(0, 1), low[1] ?? null];
  return { parts, article, restarts: article !== null && startsAnew(labels, parts, article) };
}

/** Whether more than one part begins with an article of number one; sub-articles (第十条之一) have no number of their own. */
function startsAnew(labels: readonly (Label | null)[], parts: readonly Rank[], article: Rank): boolean {
  // `2.1` says of itself that it is counted in its part.
  if (article === RANK.decimal) return true;
  let fresh = true;
  let firsts = 0;
  for (const label of labels) {
    if (!label) continue;
    if (parts.includes(label.rank)) fresh = true;
    if (label.rank !== article) continue;
    if (label.printed.includes('之')) return true;
    if (fresh && label.value === 1) firsts += 1;
    fresh = false;
  }
  return firsts > 1;
}
