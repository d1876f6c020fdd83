import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { BAND_SHARES } from '../../../src/contract/features';
import { type Combine, combineAreas } from '../../../src/spatial/combine';
import { type BandMaker, bandsOf } from './band';
import { searchData } from './read-names';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** npm's own list of the packages that are there, with their hashes. */
const PACKAGES = 'node_modules/.package-lock.json';

/** What makes soft edges, all that `band.ts` runs. */
export const BANDS_MADE_BY = [
  'geo/pipeline/steps/band.ts',
  'src/spatial/area.ts',
  'src/contract/paths.ts',
  PACKAGES,
] as const;

/** What puts areas together, all that `combine.ts` runs. */
export const AREAS_MADE_BY = [
  'src/spatial/combine.ts',
  'src/spatial/area.ts',
  'src/spatial/clip.ts',
  PACKAGES,
] as const;

/** What reads names. */
export const READ_BY = ['geo/pipeline/steps/read-names.ts', PACKAGES] as const;

/** Whatever else they depend on: sines are not the same to the last digit in every version of V8. */
const MADE_WITH = JSON.stringify([BAND_SHARES, process.versions.v8, process.arch]);

/** What takes the pipeline longest to make. */
export interface Makers {
  bands: BandMaker;
  combine: Combine;
  search: typeof searchData;
}

export const MAKERS: Makers = { bands: bandsOf, combine: combineAreas, search: searchData };

/** The same from what was kept in `folder`, as far as it is there. */
export function keptMakers(folder: string): Makers {
  return {
    bands: kept(folder, BANDS_MADE_BY, bandsOf),
    combine: kept(folder, AREAS_MADE_BY, combineAreas),
    search: kept(folder, READ_BY, searchData),
  };
}

/**
 * What `make` makes, made once and kept in `folder`, a file for each, named by the hash of what it is made from and of the
 * bytes of whatever makes it (`madeBy`). So none is ever stale: what has changed is looked for under another name. `make`
 * is asked for what is not there, and for all where it cannot be told what makes them. A folder that cannot be written to
 * keeps nothing.
 */
export function kept<Given extends readonly unknown[], Made>(
  folder: string,
  madeBy: readonly string[],
  make: (...given: Given) => Made,
  root = ROOT,
): (...given: Given) => Made {
  const version = versionOf(root, madeBy);
  if (version === null) return make;
  return (...given) => {
    const key = createHash('sha256').update(version).update(JSON.stringify(given)).digest('hex');
    const file = join(folder, `${key}.json`);
    const found = readKept<Made>(file);
    if (found) return found.made;
    const made = make(...given);
    keep(folder, file, made);
    return made;
  };
}

function versionOf(root: string, madeBy: readonly string[]): string | null {
  const hash = createHash('sha256').update(MADE_WITH);
  try {
    for (const name of madeBy)
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
function readKept<Made>(file: string): { made: Made } | null {
  try {
    const [hash, text = ''] = readFileSync(file, 'utf8').split('\n');
    return hash === sha256(text) ? { made: JSON.parse(text) as Made } : null;
  } catch {
    // not there
    return null;
  }
}

function keep(folder: string, file: string, made: unknown): void {
  const text = JSON.stringify(made);
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
