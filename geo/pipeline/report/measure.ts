import type { PlanGeometry } from '../../../src/contract/features';
import { byCharacters } from '../../../src/contract/order';
import { nearestEdge, samplesOf } from '../../../src/spatial/edges';

/** Metres between two samples of a line or a boundary. */
export const STEP_M = 50;

/** Share of the samples that has to lie within the stated accuracy. */
const HOLDS = 0.95;
/** An accuracy this many times wider than what 95 % of the samples keep to is padded. */
const PADDED = 4;

type Verdict = 'holds' | 'too small' | 'padded';

/** Something drawn, how accurate it is said to be, and what it is held against. */
export interface Pair {
  id: string;
  drawn: PlanGeometry;
  accuracyM: number;
  references: readonly PlanGeometry[];
}

/** What samples of one or several features say. */
export interface Measured {
  samples: number;
  medianM: number;
  p95M: number;
  /** Share of the samples that lie within the accuracy of their feature, 0 to 1. */
  within: number;
  /** Smallest and largest accuracy of the features, in metres. */
  accuracyM: readonly [number, number];
  verdict: Verdict;
  /** Ids of the features with a sample beyond their accuracy, and how far the farthest is, in metres. */
  beyond: readonly { id: string; farthestM: number }[];
}

/** Distances of samples of the one from the edge of the other, both in WGS-84. */
export function measure(pairs: readonly Pair[], sample: 'drawn' | 'reference' = 'drawn'): Measured {
  const distances = pairs.flatMap(({ id, drawn, references, accuracyM }) => {
    const [from, to] = sample === 'drawn' ? [[drawn], references] : [references, [drawn]];
    const toEdge = nearestEdge(to);
    return from
      .flatMap((geometry) => samplesOf(geometry, STEP_M))
      .map((at) => ({ id, distanceM: toEdge(at), accuracyM }));
  });
  const inside = distances.filter(({ distanceM, accuracyM }) => distanceM <= accuracyM);
  const within = inside.length / distances.length;
  const farthest = new Map<string, number>();
  for (const { id, distanceM, accuracyM } of distances) {
    if (distanceM > accuracyM) farthest.set(id, Math.max(distanceM, farthest.get(id) ?? 0));
  }
  const accuracies = pairs.map(({ accuracyM }) => accuracyM);
  const shares = distances.map(({ distanceM, accuracyM }) => distanceM / accuracyM);
  const metres = distances.map(({ distanceM }) => distanceM);
  return {
    samples: distances.length,
    medianM: quantile(metres, 0.5),
    p95M: quantile(metres, 0.95),
    within,
    accuracyM: [Math.min(...accuracies), Math.max(...accuracies)],
    verdict: verdictOf(within, quantile(shares, 0.95)),
    beyond: [...farthest]
      .map(([id, farthestM]) => ({ id, farthestM }))
      .toSorted((a, b) => b.farthestM - a.farthestM || byCharacters(a.id, b.id)),
  };
}

function verdictOf(within: number, share95: number): Verdict {
  if (!(within >= HOLDS)) return 'too small';
  return share95 < 1 / PADDED ? 'padded' : 'holds';
}

/** The smallest value that the given share of the values does not exceed; `NaN` for none. */
export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
}
