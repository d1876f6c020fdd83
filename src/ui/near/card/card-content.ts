import type { Lang } from '../../../contract/localized';
import { nearMe, standingIn } from '../../../spatial/near';
import type { NearIndex } from '../../../spatial/near-index';
import type { NearRadiusM, SharedNear } from '../../../state/view-state';
import { dayText, distanceText } from '../../../text/format';
import type { Texts } from '../../../text/zh';
import { attributionsOf, creditText } from '../../shared/attributions';
import type { Desk } from '../../shared/desk';
import type { Spot } from '../near-state';
import { orZoneText, ringTexts, whereText } from '../near-text';
import { positionText, wayText, whyText } from '../near-words';

/** How many things the card names; all of them are in the pane. */
const NAMED = 3;

/** Two texts of a line: what, and how it is known. */
interface Row {
  what: string;
  how: string;
}

/** All words of the card, from above to below. */
export interface CardContent {
  brand: string;
  /** The day on which the card was made. */
  made: string;
  where: string;
  /** What makes the answer doubtful, each a sentence. */
  doubts: string[];
  standings: Row[];
  caption: string;
  /** How much is near. */
  lead: string;
  nearest: Row[];
  source: string;
  /** Approval number of the map, and whose data are in it. */
  notice: string;
  link: string | null;
  /** Ids of the things that are named. */
  placeIds: string[];
}

export interface CardQuestion {
  /** The spot as the card may show it: rounded. */
  spot: Spot;
  decimals: SharedNear['decimals'];
  radiusM: NearRadiusM;
  index: NearIndex;
  /** Whether all data files are here. */
  complete: boolean;
  /** The link, where the visitor has shared one. */
  link: string | null;
}

export type CardDesk = Pick<Desk, 't' | 'lang' | 'say' | 'places' | 'themes' | 'plan' | 'sources' | 'today' | 'drawn'>;

/** What the card says. Everything is asked of the rounded spot, so nothing on it tells more than its coordinate does. */
export function cardContent(question: CardQuestion, desk: CardDesk): CardContent {
  const { spot, decimals, radiusM, index, complete, link } = question;
  const { t, lang, say, places, plan } = desk;
  const metres = (value: number): string => distanceText(value, t, lang);
  const answer = nearMe(spot.at, radiusM, index, spot.accuracyM);
  const coverage = standingIn(spot.at, plan.coverage, index, spot.accuracyM);
  const named = answer.nearby.slice(0, NAMED).flatMap((near) => {
    const place = places.get(near.placeId);
    return place ? [{ near, place }] : [];
  });
  const accuracy = metres(Math.max(1, spot.accuracyM));
  const doubts = [
    orZoneText(answer, desk),
    coverage?.relation === 'outside' && t.near.outside(metres(coverage.distanceToEdgeM)),
    coverage?.relation === 'too-close' && t.near.edge(metres(coverage.distanceToEdgeM)),
    spot.accuracyM > radiusM && t.near.card.unsure(accuracy, metres(radiusM)),
    !complete && t.near.dataIncomplete,
  ];
  return {
    brand: t.brand,
    made: t.near.card.made(dayText(desk.today, lang)),
    where: whereText(answer, desk),
    doubts: doubts.filter((doubt) => typeof doubt === 'string'),
    standings: ringTexts(answer, desk).map(({ text, ring }) => ({ what: text, how: whyText(ring, 'ring', t, lang) })),
    caption: t.near.card.caption(metres(radiusM), positionText(spot.at, decimals), accuracy),
    lead: leadText(answer.nearby.length, metres(radiusM), t, lang),
    nearest: named.map(({ near, place }) => ({
      what: say(place.name),
      how: [wayText(near, t, lang), t.near.margin(metres(place.accuracyM ?? 0))].join(' · '),
    })),
    source: t.near.text.source(say(plan.title), dayText(plan.adopted, lang)),
    notice: creditText(t, plan.mapApprovalNo, attributionsOf(desk.sources)),
    link,
    placeIds: named.map(({ place }) => place.id),
  };
}

function leadText(count: number, radius: string, t: Texts, lang: Lang): string {
  if (count === 0) return t.near.nearbyNone(radius);
  return [t.near.nearbyCount(radius, count), count > NAMED && t.near.card.first(NAMED)]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');
}
