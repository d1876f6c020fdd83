import { systemOf } from '../../importers/crs/systems';
import type { Texts } from '../../text/zh';

/** A coordinate system in words, with its code; a code alone where we have no words. */
export function systemName(id: string, t: Texts): string {
  const named = t.check.system[id];
  if (named !== undefined) return id.startsWith('EPSG') ? `${named} (${id})` : named;
  const zone = systemOf(id)?.zone;
  if (!zone) return id;
  const prefix = zone.falseEastingM >= 1e6 ? String(Math.floor(zone.falseEastingM / 1e6)) : null;
  return `${t.check.zone(String(zone.centralMeridianDeg), prefix)} (${id})`;
}
