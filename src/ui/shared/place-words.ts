import type { Place } from '../../contract/place';
import { distanceText } from '../../text/format';
import type { Desk } from './desk';

/** How sharply a place is drawn, `大致 ±1 公里`; why it is not; `null` where there is nothing to say. */
export function howSure({ t, lang }: Desk, { unlocated, accuracyM, idealisation }: Place): string | null {
  if (unlocated) return t.unlocatedReason[unlocated.reason];
  return accuracyM === null ? null : `${t.idealisation[idealisation]} ±${distanceText(accuracyM, t, lang)}`;
}

/** A place as it is read aloud: name, theme, how sharply it is drawn, and what else there is to say. */
export function placeSaid(desk: Desk, place: Place, ...more: readonly string[]): string {
  const theme = desk.themes.get(place.theme);
  // Marks that tell the map where a name may be broken are spelt out by some readers.
  const name = desk.say(place.name).replaceAll('\u200B', '');
  const parts = [name, theme && desk.say(theme.name), howSure(desk, place), ...more];
  return desk.t.access.placeSaid(parts.filter((part) => part !== null && part !== undefined));
}
