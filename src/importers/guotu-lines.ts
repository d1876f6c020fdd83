export interface ParcelPoint {
  ring: string;
  /** In the order of the file: north before east, if its writer kept to the custom. */
  first: number;
  second: number;
}

export interface Parcel {
  kind: 'area' | 'line' | 'point';
  count: number | null;
  /** `unitM2`: square metres of the unit that is written; `null` if none is. */
  area: { value: number; unitM2: number | null } | null;
  id: string | null;
  name: string | null;
  attributes: readonly (readonly [string, string])[];
  points: ParcelPoint[];
}

export interface GuotuLines {
  header: ReadonlyMap<string, string>;
  parcels: readonly Parcel[];
  /** Numbers of the lines that are neither. */
  ignored: readonly number[];
}

const NUMBER = /^[-+]?\d{1,12}(?:\.\d{0,15})?$/u;
const AREA = /^(?<value>\d{1,12}(?:\.\d{0,10})?) ?(?<unit>公顷|ha|hm2|hm²|平方米|㎡|m2|m²|亩)?$/iu;
const UNITS_M2: ReadonlyMap<string, number> = new Map([
  ['公顷', 10_000],
  ['ha', 10_000],
  ['hm2', 10_000],
  ['hm²', 10_000],
  ['平方米', 1],
  ['㎡', 1],
  ['m2', 1],
  ['m²', 1],
  ['亩', 10_000 / 15],
]);
const KINDS: ReadonlyMap<string, Parcel['kind']> = new Map([
  ['面', 'area'],
  ['线', 'line'],
  ['点', 'point'],
]);
const MAX_IGNORED = 100;

const emptyParcel = (): Parcel => ({
  kind: 'area',
  count: null,
  area: null,
  id: null,
  name: null,
  attributes: [],
  points: [],
});

/** Sorts the lines of a parcel file into header, parcels and their points. */
export function readLines(text: string): GuotuLines {
  const header = new Map<string, string>();
  const parcels: Parcel[] = [];
  const ignored: number[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const line = raw
      .replace(/^\uFEFF/u, '')
      .trim()
      .replaceAll('，', ',');
    if (line === '' || /^\[.{0,40}\]$/u.test(line)) continue;
    const setting = /^(?<key>[^=,]{1,40})=(?<value>.*)$/u.exec(line)?.groups;
    const fields = line.split(',').map((field) => field.trim());
    const point = setting ? null : pointOf(fields);
    if (setting) {
      header.set((setting['key'] ?? '').trim(), (setting['value'] ?? '').trim());
    } else if (point) {
      if (parcels.length === 0) parcels.push(emptyParcel());
      parcels.at(-1)?.points.push(point);
    } else if (isParcel(fields)) {
      parcels.push(parcelOf(fields));
    } else if (ignored.length < MAX_IGNORED) {
      ignored.push(index + 1);
    }
  }
  return { header, parcels, ignored };
}

/** `J1,1,2770740.693,34571884.299` and its kin: a label, a ring, two numbers. */
function pointOf(fields: readonly string[]): ParcelPoint | null {
  const [label = '', ring = '', first = '', second = '', ...rest] = fields;
  if (!/^[A-Za-z]{0,3}\d{1,7}$/u.test(label) || !/^-?\d{1,5}$/u.test(ring)) return null;
  if (!NUMBER.test(first) || !NUMBER.test(second) || rest.some((field) => field !== '' && !NUMBER.test(field))) {
    return null;
  }
  return { ring, first: Number(first), second: Number(second) };
}

function isParcel(fields: readonly string[]): boolean {
  return fields.at(-1)?.endsWith('@') === true || fields.some((field) => KINDS.has(field));
}

function areaOf(field: string | undefined): Parcel['area'] {
  const found = AREA.exec(field ?? '')?.groups;
  if (!found) return null;
  const unit = found['unit'];
  return {
    value: Number(found['value']),
    unitM2: unit === undefined ? null : (UNITS_M2.get(unit.toLowerCase()) ?? null),
  };
}

/**
 * `<count>,<area>,<id>,<name>,面,<sheet>,<use>,<class>,@`. The count may be missing; the kind tells where the fields
 * before and after it stand.
 */
function parcelOf(fields: readonly string[]): Parcel {
  // a parcel may be called 点 itself: the kind stands after the name
  const found = fields.slice(0, 5).findLastIndex((field) => KINDS.has(field));
  const kind = KINDS.get(fields[found] ?? '') ?? 'area';
  const start = found < 0 ? Math.min(4, fields.length - 1) : found;
  const before = fields.slice(0, start);
  const [sheet = '', use = '', landClass = ''] = fields.slice(start + (found < 0 ? 0 : 1));
  const text = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);
  const [id, name] = [text(before.at(-2)), text(before.at(-1))];
  const count = before.length >= 4 && /^\d{1,7}$/u.test(before.at(-4) ?? '') ? Number(before.at(-4)) : null;
  const attributes = (
    [
      ['地块编号', id],
      ['地块名称', name],
      ['图幅号', text(sheet)],
      ['地块用途', text(use)],
      ['地类编码', text(landClass.replace(/@$/u, ''))],
    ] as const
  ).flatMap(([key, value]) => (value === null || value === '@' ? [] : [[key, value] as const]));
  return { kind, count, area: areaOf(before.at(-3)), id, name, attributes, points: [] };
}
