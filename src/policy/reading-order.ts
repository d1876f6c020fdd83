import type { Mention } from '../contract/plan';
import type { Place } from '../contract/place';

/**
 * The next (`step` 1) or previous (−1) word that names a place, from an offset of the document. What names the plan
 * as a whole is passed over. `null` at either end.
 */
export function mentionAfter(
  mentions: readonly Mention[],
  places: ReadonlyMap<string, Place>,
  from: number,
  step: 1 | -1,
): Mention | null {
  const named = mentions.filter(({ placeId }) => places.get(placeId)?.kind !== 'whole-plan');
  return (
    (step === 1 ? named.find((mention) => mention.start > from) : named.findLast((mention) => mention.start < from)) ??
    null
  );
}
