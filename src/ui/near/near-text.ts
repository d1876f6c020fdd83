import type { NearAnswer, Standing } from '../../spatial/near';
import { dayText, distanceText } from '../../text/format';
import type { Desk } from '../shared/desk';
import { wayText } from './near-words';

export type Words = Pick<Desk, 't' | 'lang' | 'say' | 'places' | 'themes' | 'plan'>;

/** Where the spot is, in a few words: `官渡区 · 老城`. */
export function whereText({ zones }: NearAnswer, { t, say, places, themes }: Words): string {
  const [best] = zones;
  const place = best && places.get(best.placeId);
  if (!best || !place) return t.near.noZone;
  const theme = themes.get(best.theme);
  return [say(place.name), theme && say(theme.name)].filter(Boolean).join(' · ');
}

/** Which other districts it may be, and why that is open; `null` where it is not. */
export function orZoneText({ zones }: NearAnswer, { t, lang, say, places }: Words): string | null {
  const doubtful = zones.filter((zone) => zone.relation !== 'inside');
  const others = doubtful.flatMap((zone) => [...(zone.contains ? [] : [zone.placeId]), ...zone.rivals]);
  const names = others.map((id) => places.get(id)).flatMap((place) => (place ? [say(place.name)] : []));
  if (names.length === 0) return null;
  const edgeM = Math.min(...doubtful.map((zone) => zone.distanceToEdgeM));
  return t.near.orZone(names.join(t.listComma), distanceText(edgeM, t, lang));
}

/** How it stands to each ring, in a few words: `二环路以内`. */
export function ringTexts({ rings }: NearAnswer, { t, lang, say, places }: Words): { text: string; ring: Standing }[] {
  return rings.flatMap((ring) => {
    const place = places.get(ring.placeId);
    return place ? [{ text: `${say(place.name)}${lang === 'zh' ? '' : ': '}${t.near.ring[ring.relation]}`, ring }] : [];
  });
}

/** How much is near, and what is nearest, in a sentence or two. */
export function nearestText({ nearby }: NearAnswer, radiusM: number, { t, lang, say, places }: Words): string {
  const [nearest] = nearby;
  const place = nearest && places.get(nearest.placeId);
  const radius = distanceText(radiusM, t, lang);
  if (!nearest || !place) return t.near.nearbyNone(radius);
  return [t.near.nearbyCount(radius, nearby.length), t.near.nearest(say(place.name), wayText(nearest, t, lang))].join(
    lang === 'zh' ? '' : ' ',
  );
}

/** The whole answer as text for pasting, with its source. It has no coordinate but what the link carries. */
export function answerText(answer: NearAnswer, radiusM: number, link: string, words: Words): string {
  const { t, lang, say, places, plan } = words;
  const radius = distanceText(radiusM, t, lang);
  const comma = lang === 'zh' ? '，' : ', ';
  const rings = ringTexts(answer, words).map(({ text }) => text);
  const items = answer.nearby.flatMap((near) => {
    const place = places.get(near.placeId);
    return place
      ? [`· ${t.near.text.item(say(place.name), t.idealisation[place.idealisation], wayText(near, t, lang))}`]
      : [];
  });
  return [
    t.near.text.title(whereText(answer, words)),
    rings.join(comma),
    ...(items.length > 0 ? [t.near.text.nearby(radius), ...items] : [t.near.nearbyNone(radius)]),
    t.near.text.source(say(plan.title), dayText(plan.adopted, lang)),
    link,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
