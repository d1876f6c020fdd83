import type { Commitment, CommitmentFilter } from '../contract/commitment';
import type { Place } from '../contract/place';

/** Whether a filter asks for anything. */
export function isOpen({ kind, theme, place, due }: CommitmentFilter): boolean {
  return kind === null && theme === null && place === null && due === null;
}

/** What is said of the time of a commitment: its day, `vague` for words without a date, `none`. */
export function dueOf({ deadline, deadlineText }: Commitment): string {
  return deadline ?? (deadlineText === null ? 'none' : 'vague');
}

/** The commitments that a filter lets through, in the order of the document. */
export function filterCommitments(
  all: readonly Commitment[],
  filter: CommitmentFilter,
  places: ReadonlyMap<string, Place>,
): Commitment[] {
  const { kind, theme, place, due } = filter;
  return all.filter(
    (one) =>
      (kind === null || one.kind === kind) &&
      (theme === null || one.places.some((id) => places.get(id)?.theme === theme)) &&
      (place === null || one.places.includes(place)) &&
      (due === null || dueOf(one) === due),
  );
}

/** How many commitments each answer to one question of the filter would leave, the other answers kept. */
export function countBy<K extends keyof CommitmentFilter>(
  all: readonly Commitment[],
  filter: CommitmentFilter,
  question: K,
  answers: readonly NonNullable<CommitmentFilter[K]>[],
  places: ReadonlyMap<string, Place>,
): ReadonlyMap<NonNullable<CommitmentFilter[K]>, number> {
  return new Map(
    answers.map((answer) => [answer, filterCommitments(all, { ...filter, [question]: answer }, places).length]),
  );
}

/** Every deadline with a date, earliest first. */
export function deadlinesOf(all: readonly Commitment[]): string[] {
  return [...new Set(all.flatMap(({ deadline }) => deadline ?? []))].toSorted();
}

/** Ids of the places that some commitments are about, without those as wide as the plan itself. */
export function placesOfCommitments(commitments: readonly Commitment[], places: ReadonlyMap<string, Place>): string[] {
  const ids = new Set(commitments.flatMap((one) => one.places));
  return [...ids].filter((id) => places.get(id)?.kind !== 'whole-plan');
}
