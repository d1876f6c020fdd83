import type { LngLat } from '../../contract/place';
import type { CoordinateCandidate } from '../../importers/coordinate-candidate';
import type { CommitmentHit, PassageHit, SearchResults, TermHit } from '../../policy/search';
import type { PlaceHit } from '../../policy/search/rank-places';
import type { Actions } from '../shared/desk';

/** One thing that was found and can be opened. */
export type Choice =
  | { kind: 'spots'; key: string; hit: CoordinateCandidate }
  | { kind: 'places'; key: string; hit: PlaceHit }
  | { kind: 'passages'; key: string; hit: PassageHit }
  | { kind: 'commitments'; key: string; hit: CommitmentHit }
  | { kind: 'terms'; key: string; hit: TermHit };

/** What was found of one kind, in the order of the list. */
export interface ChoiceGroup {
  kind: Choice['kind'];
  total: number;
  choices: readonly Choice[];
}

/** The list as it is shown and walked through: groups with something in them. */
export function groupsOf(
  { places, passages, commitments, terms }: SearchResults,
  spots: readonly CoordinateCandidate[],
): ChoiceGroup[] {
  const groups: ChoiceGroup[] = [
    {
      kind: 'spots',
      total: spots.length,
      choices: spots.map((hit) => ({ kind: 'spots', key: `${hit.system} ${hit.at.join(' ')}`, hit })),
    },
    {
      kind: 'places',
      total: places.total,
      choices: places.hits.map((hit) => ({ kind: 'places', key: hit.place.id, hit })),
    },
    {
      kind: 'passages',
      total: passages.total,
      choices: passages.hits.map((hit) => ({ kind: 'passages', key: hit.division.id, hit })),
    },
    {
      kind: 'commitments',
      total: commitments.total,
      choices: commitments.hits.map((hit) => ({ kind: 'commitments', key: hit.commitment.id, hit })),
    },
    {
      kind: 'terms',
      total: terms.total,
      choices: terms.hits.map((hit) => ({ kind: 'terms', key: hit.term.term, hit })),
    },
  ];
  return groups.filter((group) => group.choices.length > 0);
}

/** Opens what was chosen: a place or a spot on the map, everything else in the document. */
export function open(choice: Choice, actions: Actions, onSpot: (at: LngLat) => void): void {
  switch (choice.kind) {
    case 'spots':
      return onSpot(choice.hit.at);
    case 'places':
      return actions.selectPlace(choice.hit.place.id);
    case 'commitments':
      return actions.readArticle(choice.hit.article, choice.hit.commitment.division);
    case 'passages':
    case 'terms':
      return actions.readArticle(choice.hit.article, choice.hit.division.id);
  }
}
