import type { Commitment, Progress } from '../contract/commitment';
import { put } from '../contract/lists';
import { byCharacters } from '../contract/order';
import { articleNumberOf } from './article-tree';

/** Commitments by where one looks for them. */
export interface CommitmentIndex {
  /** In the order of the document. */
  all: readonly Commitment[];
  byArticle: ReadonlyMap<number, readonly Commitment[]>;
  byPlace: ReadonlyMap<string, readonly Commitment[]>;
  /** What was reported, by commitment, oldest first. */
  progress: ReadonlyMap<string, readonly Progress[]>;
  /** What was reported of a place and belongs to no commitment, by place, oldest first. */
  reports: ReadonlyMap<string, readonly Progress[]>;
}

/** Sorts commitments and progress for reading; their order in the tables is the order of the document. */
export function commitmentIndex(commitments: readonly Commitment[], progress: readonly Progress[]): CommitmentIndex {
  const byArticle = new Map<number, Commitment[]>();
  const byPlace = new Map<string, Commitment[]>();
  const byCommitment = new Map<string, Progress[]>();
  const reports = new Map<string, Progress[]>();
  for (const commitment of commitments) {
    const article = articleNumberOf(commitment.division);
    if (article !== null) put(byArticle, article, commitment);
    for (const place of commitment.places) put(byPlace, place, commitment);
  }
  for (const one of progress.toSorted((a, b) => byCharacters(a.asOf, b.asOf))) {
    if (one.commitment !== null) put(byCommitment, one.commitment, one);
    else if (one.place !== null) put(reports, one.place, one);
  }
  return { all: commitments, byArticle, byPlace, progress: byCommitment, reports };
}

/** What was reported of a commitment; for one place, without what was reported of its other places. */
export function progressOf(index: CommitmentIndex | null, commitment: string, place?: string): readonly Progress[] {
  const all = index?.progress.get(commitment) ?? [];
  return place === undefined ? all : all.filter((one) => one.place === null || one.place === place);
}

/**
 * Whether a deadline lies behind a day (both `YYYY-MM-DD`). It says nothing about whether the promise was kept.
 */
export function hasPassed(deadline: string, today: string): boolean {
  return deadline < today;
}
