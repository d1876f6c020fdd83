import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fuzzRuns } from '../../../tests/fuzz-runs';
import { readSaved, writeSaved } from '../../state/saved-places';
import { type Begun, freshSource } from './check-session';
import { keepDraft, readDraft } from './draft';

/** A storage that holds what a test puts in, or refuses. */
class Shelf implements Storage {
  readonly #kept = new Map<string, string>();
  constructor(private readonly text: string | null = null) {}
  get length(): number {
    return this.#kept.size;
  }
  key = (): string | null => null;
  clear = (): void => this.#kept.clear();
  getItem = (key: string): string | null => this.#kept.get(key) ?? this.text;
  setItem = (key: string, value: string): void => void this.#kept.set(key, value);
  removeItem = (key: string): void => void this.#kept.delete(key);
}
const forbidden = (): never => {
  throw new DOMException('no', 'SecurityError');
};

it('comes back after a reload, with what was pasted, drawn and begun', () => {
  const shelf = new Shelf();
  const files = [{ name: '地块', bytes: new TextEncoder().encode('102.7,25.0') }];
  const sources = [freshSource({ key: 1, origin: 'paste', files, listShape: 'parcel', chosen: {} })];
  const begun: Begun = { shape: 'parcel', corners: [[102.7, 25]] };
  keepDraft(() => shelf, { draft: '写到一半', sources, open: null, settled: [], begun });
  expect(readDraft(() => shelf)).toEqual({ draft: '写到一半', sources, begun });
});

it('stands where storing is forbidden, in reading and in writing', () => {
  expect(readDraft(forbidden)).toEqual({});
  expect(() => keepDraft(forbidden, { draft: 'x', sources: [], open: null, settled: [], begun: null })).not.toThrow();
  expect(readSaved(forbidden).ok).toBe(false);
  expect(writeSaved(forbidden, []).ok).toBe(false);
});

it('makes nothing of what others have put there, and lets it pollute nothing', () => {
  const evil = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.json(),
    fc.constantFrom(
      '{"__proto__":{"polluted":1},"draft":"","sources":[]}',
      '{"draft":"","sources":[{"origin":"paste","name":"a","text":"b","listShape":null,"chosen":{"__proto__":{"system":"x","yFirst":true}}}]}',
      '[{"name":"a","at":[1,2],"__proto__":{"polluted":1}}]',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '['.repeat(5000),
    ),
  );
  fc.assert(
    fc.property(evil, (text) => {
      const shelf = new Shelf(text);
      const { sources = [] } = readDraft(() => shelf);
      for (const { chosen } of sources) expect(Object.getPrototypeOf(chosen)).toBe(Object.prototype);
      readSaved(() => shelf);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }),
    { numRuns: fuzzRuns(5000) },
  );
}, 600_000);
