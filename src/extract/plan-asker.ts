import type { Commitments } from '../contract/commitment';
import type { Silence } from '../contract/extract';
import type { DrawnFile } from '../contract/features';
import type { Bbox, Gazetteer, Place } from '../contract/place';
import type { PlanDocument } from '../contract/plan';
import { articleTree } from '../policy/article-tree';
import { type CommitmentIndex, commitmentIndex } from '../policy/commitments';
import { type Evidence, evidenceIndex } from '../policy/evidence';
import { degreeLengthsAt } from '../spatial/ellipsoid';
import { type Target, targetOf } from '../spatial/relate';
import { indexOf, type SpatialIndex } from '../spatial/spatial-index';
import { standingSilences } from './silences';

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
  targets: readonly { place: Place; target: Target }[];
  /** The boxes of `targets`, each widened by its accuracy. */
  index: SpatialIndex;
  evidence: ReadonlyMap<string, Evidence[]>;
  commitments: CommitmentIndex;
  /** Place of each theme in the legend. */
  themes: ReadonlyMap<string, number>;
  /** What the plan leaves open for every site, by theme. */
  silences: ReadonlyMap<string, readonly Silence[]>;
}

/** Prepares a plan. Parts (a planned station) and the background are no answers of their own. */
export function planAsker(data: PlanData): PlanAsker {
  const places = new Map(data.gazetteer.places.map((place) => [place.id, place]));
  const order = new Map(data.gazetteer.themes.map((theme, number) => [theme.id, number]));
  const targets = data.drawn
    .flatMap((file) => file.features)
    .flatMap(({ properties: { id, mark, accuracyM }, geometry }) => {
      const place = places.get(id);
      return mark === 'shape' && place ? [{ place, target: targetOf(geometry, accuracyM) }] : [];
    })
    .toSorted((a, b) => (order.get(a.place.theme) ?? Infinity) - (order.get(b.place.theme) ?? Infinity));
  const tree = articleTree(data.document.divisions);
  return {
    data,
    places,
    targets,
    index: indexOf(targets.map(({ target }) => widened(target.box, target.accuracyM))),
    evidence: evidenceIndex(tree, data.document.mentions),
    themes: order,
    silences: standingSilences(data.gazetteer.themes, data.gazetteer.places),
    commitments: commitmentIndex(data.commitments.commitments, data.commitments.progress),
  };
}

/** Room for the degree of longitude being shorter at the far side of a box. */
const SLACK = 1.1;

/** A box with room of some metres around it, not less. */
export function widened([west, south, east, north]: Bbox, byM: number): Bbox {
  const { lngM, latM } = degreeLengthsAt(Math.max(Math.abs(south), Math.abs(north)));
  const [byLng, byLat] = [(byM / lngM) * SLACK, (byM / latM) * SLACK];
  return [west - byLng, south - byLat, east + byLng, north + byLat];
}
