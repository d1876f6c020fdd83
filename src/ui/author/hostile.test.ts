import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fuzzRuns } from '../../../tests/fuzz-runs';
import { drawnOf, exportFiles, lintOf, openFiles } from './authored';

const RUNS = fuzzRuns(1000);
const EVIL = [
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"type":"FeatureCollection","features":[{"__proto__":{"polluted":1}},null,[],{"type":"Feature","id":"__proto__"}]}',
  '{"themes":[{"id":"__proto__"}]}',
  '[',
  '['.repeat(3000),
  '',
  'null',
];
const json = fc.oneof(
  fc.constantFrom(...EVIL),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 50 }),
);
const ROOT = join(import.meta.dirname, '..', '..', '..');
const FILES = ['seeds/sample-plan', 'geo/sample-plan', 'geo/sample-plan/places'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(ROOT, folder, name))) })),
);
const bytes = fc.oneof(
  json.map((text) => new TextEncoder().encode(text)),
  fc.uint8Array({ maxLength: 60 }),
);
/** A plan of which some files are others, or have something put in. */
const files = fc
  .array(
    fc.record({
      which: fc.nat(FILES.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes,
      whole: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((damages) => {
    const chosen = [...FILES];
    for (const { which, at, bytes: evil, whole } of damages) {
      const file = chosen[which];
      if (!file) continue;
      const cut = Math.floor(at * file.bytes.length);
      const put = Uint8Array.from([...file.bytes.subarray(0, cut), ...evil, ...file.bytes.subarray(cut)]);
      chosen[which] = { name: file.name, bytes: whole ? evil : put };
    }
    return chosen;
  });

it(
  'any files are a plan or a reason why they are none: nothing is thrown or polluted',
  async () => {
    await fc.assert(
      fc.asyncProperty(files, async (chosen) => {
        const opened = await openFiles(chosen);
        if (opened.ok) {
          lintOf(opened.authored);
          drawnOf(opened.authored);
          exportFiles(opened.authored);
        } else expect(opened.fault.reason).toMatch(/missing|not-json|no-text|schema|word/u);
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: RUNS },
    );
  },
  12 * RUNS + 10_000,
);
