import type { LngLat } from '../contract/place';
import { filterCommitments, isOpen, placesOfCommitments } from '../policy/commitment-filter';
import { askPoint } from '../spatial/point-query';
import type { ViewState } from '../state/view-state';
import type { Desk, DrawnData } from './shared/desk';

/** What the reader is at: the places of the commitments left by a filter, else those of the article. */
export function focusOf(
  { pane, filter, at, article }: ViewState,
  { commitments, places, placesOf }: Desk,
): readonly string[] {
  if (pane === 'commitments' && commitments && !isOpen(filter))
    return placesOfCommitments(filterCommitments(commitments.all, filter, places), places);
  return at || article === null ? [] : placesOf(article);
}

/** Whether a spot lies in the area that the plan covers, or may; true while that area is not here to be asked. */
export function isCovered(at: LngLat, data: DrawnData, coverage: string): boolean {
  const area = data.areas?.features.find((feature) => feature.properties.id === coverage);
  if (!area) return true;
  return askPoint(at, { geometry: area.geometry, accuracyM: area.properties.accuracyM }).relation !== 'outside';
}
