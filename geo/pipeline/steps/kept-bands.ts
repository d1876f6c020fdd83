import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { BAND_SHARES, type PlanGeometry } from '../../../src/contract/features';
import { type BandMaker, bandsOf } from './band';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * What makes soft edges, all that `band.ts` runs; `node_modules/.package-lock.json` is npm's own list of the packages that
 * are there, with their hashes.
 */
export const MADE_BY = [
  'geo/pipeline/steps/band.ts',
  'src/spatial/area.ts',
  'src/contract/paths.ts',
  'node_modules/.package-lock.json',
] as const;

/** Whatever else a soft edge depends on: sines are not the same to the last digit in every version of V8. */
const MADE_WITH = JSON.stringify([BAND_SHARES, process.versions.v8, process.arch]);

/**
 * Soft edges made once and kept in `folder`, a file for each, named by the hash of geometry, accuracy and the bytes of
 * whatever makes them. So none is ever stale: what has changed is looked for under another name. `make` is asked for what
 * is not there, and for all where it cannot be told what makes them. A folder that cannot be written to keeps nothing.
 */
export function keptBands(folder: string, make: BandMaker = bandsOf, root = ROOT): BandMaker {
  const version = versionOf(root);
  if (version === null) return make;
  return (geometry, accuracyM) => {
    const key = createHash('sha256')
      .update(version)
      .update(JSON.stringify([geometry, accuracyM]))
      .digest('hex');
    const file = join(folder, `${key}.json`);
    const kept = readKept(file);
    if (kept) return kept;
    const bands = make(geometry, accuracyM);
    keep(folder, file, bands);
    return bands;
  };
}

function versionOf(root: string): string | null {
  const hash = createHash('sha256').update(MADE_WITH);
  try {
    for (const name of MADE_BY)
      hash.update(
        createHash('sha256')
          .update(readFileSync(join(root, name)))
          .digest(),
      );
  } catch {
    // packages put there by another than npm
    return null;
  }
  return hash.digest('hex');
}

/** The first line of a file is the hash of the rest, so that one that was cut off or damaged is none. */
function readKept(file: string): PlanGeometry[] | null {
  try {
    const [hash, text = ''] = readFileSync(file, 'utf8').split('\n');
    return hash === sha256(text) ? (JSON.parse(text) as PlanGeometry[]) : null;
  } catch {
    // not there
    return null;
  }
}

function keep(folder: string, file: string, bands: readonly PlanGeometry[]): void {
  const text = JSON.stringify(bands);
  try {
    mkdirSync(folder, { recursive: true });
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, `${sha256(text)}\n${text}`);
    renameSync(fresh, file);
  } catch {
    // made again next time
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
