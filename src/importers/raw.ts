import type { PlanGeometry } from '../contract/features';
import type { ReferenceSystem } from './crs/systems';
import type { AttributeValue, ImportFailure, ImportWarning, RecordFault } from './imported';

/** A record as it stands in a file: coordinates untested, in the system of the file, x before y. */
export interface RawRecord {
  number: number;
  name: string | null;
  attributes: readonly (readonly [name: string, value: unknown])[];
  /** Several where the file holds a collection. */
  geometries: readonly PlanGeometry[];
  /** Why the reader could not make a geometry of it. */
  fault?: RecordFault;
  warnings?: readonly (readonly [code: ImportWarning, detail: string])[];
  declaredAreaM2?: number;
  /** A system of its own, where records of one file lie in different zones. */
  system?: ReferenceSystem;
}

/** What a file says about its system. */
export type StatedSystem =
  | { basis: 'stated' | 'format' | 'assumed'; system: ReferenceSystem }
  /** `yFirst`: the order of axes is known nevertheless. */
  | { basis: 'unknown'; yFirst?: boolean }
  | { basis: 'unsupported'; name: string };

export interface RawFile {
  ok: true;
  file: string;
  records: readonly RawRecord[];
  stated: StatedSystem;
  warnings: readonly (readonly [code: ImportWarning, detail: string])[];
}

/** A file read, before its coordinates are tested and converted. */
export type RawResult = RawFile | ImportFailure;

/** A value of an attribute as plain data: what is neither text, number nor truth becomes JSON. */
export function attributeValue(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return value.toString();
    case 'object':
      return value === null ? null : (JSON.stringify(value) ?? null);
    default:
      return null;
  }
}

const NAME_KEYS = ['name', '名称', '地块名称', '项目名称', 'title', 'label', '地名', 'dkmc', 'xmmc', '地块编号', 'id'];

/** What a record is called, by the attribute that most likely says it. */
export function nameOf(attributes: RawRecord['attributes']): string | null {
  for (const key of NAME_KEYS) {
    const value = attributes.find(([name]) => name.trim().toLowerCase() === key)?.[1];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
