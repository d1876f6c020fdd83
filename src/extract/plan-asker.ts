import type { Commitments } from '../contract/commitment';
import type { Silence } from '../contract/extract';
import type { DrawnFile } from '../contract/features';
import type { Gazetteer, Place } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { articleTree } from '../policy/article-tree';
import { commitmentIndex } from '../policy/commitments';
import { evidenceIndex } from '../policy/evidence';
import { type Target, targetOf } from '../spatial/relate';
import { indexOf, type SpatialIndex, widened } from '../spatial/spatial-index';
import { standingSilences } from './silences';
import { type Carried, carriedBy } from './site-hit';

/** The data files of one plan, as the build wrote them. */
export interface PlanData {
  document: PlanDocument;
  gazetteer: Gazetteer;
  commitments: Commitments;
  /** Whichever hold shapes: areas, lines, points. */
  drawn: readonly DrawnFile[];
}

/** A plan made ready to be asked about many sites. */
export interface PlanAsker {
  data: PlanData;
  places: ReadonlyMap<string, Place>;
  /** Drawn places, in the order of the themes. */
  targets: readonly { place: Place; target: Target; carried: Carried }[];
  /** The boxes of `targets`, each widened by its accuracy. */
  index: SpatialIndex;
  /** Place of each theme in the legend. */
  themes: ReadonlyMap<string, number>;
  /** What the plan leaves open for every site, by theme. */
  silences: ReadonlyMap<string, readonly Silence[]>;
}

/** Prepares a plan. Parts (a planned station) and the background are no answers of their own. */
export function planAsker(data: PlanData): PlanAsker {
  const places = new Map(data.gazetteer.places.map((place) => [place.id, place]));
  const order = new Map(data.gazetteer.themes.map((theme, number) => [theme.id, number]));
  const evidence = evidenceIndex(articleTree(data.document.divisions), data.document.mentions);
  const commitments = commitmentIndex(data.commitments.commitments, data.commitments.progress);
  const targets = data.drawn
    .flatMap((file) => file.features)
    .flatMap(({ properties: { id, mark, accuracyM }, geometry }) => {
      const place = places.get(id);
      if (mark !== 'shape' || !place) return [];
      const carried = carriedBy(place, places, evidence, commitments);
      return [{ place, target: targetOf(geometry, accuracyM), carried }];
    })
    .toSorted((a, b) => (order.get(a.place.theme) ?? Infinity) - (order.get(b.place.theme) ?? Infinity));
  return {
    data,
    places,
    targets,
    index: indexOf(targets.map(({ target }) => widened(target.box, target.accuracyM))),
    themes: order,
    silences: standingSilences(data.gazetteer.themes, data.gazetteer.places),
  };
}
