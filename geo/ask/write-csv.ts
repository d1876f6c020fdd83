import type { Extract, Range } from '../../src/contract/extract';
import { UNIT_M2 } from '../../src/contract/extract';

const COLUMNS = [
  'site',
  'name',
  'list',
  'theme',
  'place_id',
  'place',
  'relation',
  'area_m2',
  'area_min_m2',
  'area_max_m2',
  'area_ha',
  'area_mu',
  'length_m',
  'length_min_m',
  'length_max_m',
  'percent',
  'percent_min',
  'percent_max',
  'distance_to_edge_m',
  'accuracy_m',
  'divisions',
  'reason',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number>>;

/** First line of the table, with a byte order mark, so that spreadsheets read it as UTF-8. */
export const CSV_HEAD = `\uFEFF${COLUMNS.join(',')}\r\n`;

/** One line for each place of each list; what the plan does not say is there too. */
export function csvOf(extract: Extract): string {
  const site: Row = { site: extract.subject.id, name: extract.subject.name ?? '' };
  const hit = (one: Extract['concerned'][number], list: string, reason = ''): Row => ({
    ...site,
    list,
    reason,
    theme: one.theme,
    place_id: one.placeId,
    place: one.name.zh,
    relation: one.relation,
    ...spread('area', 'm2', one.areaM2),
    ...(one.areaM2 && { area_ha: one.areaM2.value / UNIT_M2.ha, area_mu: one.areaM2.value / UNIT_M2.mu }),
    ...spread('length', 'm', one.lengthM),
    ...spread('percent', '', one.percent),
    distance_to_edge_m: one.distanceToEdgeM,
    accuracy_m: one.accuracyM,
    divisions: one.provisions.map((provision) => provision.divisionId).join(' '),
  });
  const rows: Row[] = [
    ...extract.concerned.map((one) => hit(one, 'concerned')),
    ...extract.tooCloseToCall.map((one) => hit(one, 'too-close-to-call')),
    ...extract.notConcerned.map((miss): Row => ({
      ...site,
      list: 'not-concerned',
      theme: miss.theme,
      place_id: miss.placeId,
      place: miss.name.zh,
      relation: 'outside',
      distance_to_edge_m: miss.distanceToEdgeM,
      accuracy_m: miss.accuracyM,
    })),
    ...extract.planDoesNotSay.flatMap((silence): Row[] => {
      const base: Row = { ...site, list: 'plan-does-not-say', theme: silence.theme, reason: silence.reason };
      if (silence.reason === 'too-coarse')
        return silence.hits.map((one) => hit(one, 'plan-does-not-say', silence.reason));
      if (silence.reason === 'outside-coverage') return [{ ...base, ...spread('percent', '', silence.percent) }];
      return silence.places.map((place): Row => ({ ...base, place_id: place.placeId, place: place.name.zh }));
    }),
  ];
  return rows.map((row) => `${COLUMNS.map((column) => cell(row[column])).join(',')}\r\n`).join('');
}

function spread(what: 'area' | 'length' | 'percent', unit: string, range: Range | null): Row {
  if (!range) return {};
  const end = unit === '' ? '' : `_${unit}`;
  return { [`${what}${end}`]: range.value, [`${what}_min${end}`]: range.min, [`${what}_max${end}`]: range.max };
}

/** A cell that a spreadsheet does not take for a formula. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(Math.round(value * 1e4) / 1e4);
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
