import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Manifest, PlanIndex } from '../../../src/contract/manifest';

/** Thrown where the disk does not give back what was written. */
class NotAsWrittenError extends Error {
  override name = 'NotAsWrittenError';
}

/** Reads every file of a written plan once more and holds it to its manifest. */
export async function verifyPlan(folder: string, { files }: Manifest): Promise<void> {
  await Promise.all(
    Object.entries(files).map(async ([name, { bytes, sha256 }]) => {
      const read = await readFile(join(folder, name));
      if (read.length !== bytes || createHash('sha256').update(read).digest('hex') !== sha256) {
        throw new NotAsWrittenError(`${join(folder, name)} is not what was written to it`);
      }
    }),
  );
}

/** Names the plans of this build, in one move, and lets go of those that are no longer among them. */
export async function writeIndex(index: PlanIndex, out: string): Promise<void> {
  const fresh = join(out, '.plans.json');
  await writeFile(fresh, JSON.stringify(index));
  await rename(fresh, join(out, 'plans.json'));
  const known = new Set(['plans.json', ...index.plans.map(({ id }) => id)]);
  for (const name of await readdir(out)) {
    const path = join(out, name);
    if (!known.has(name) && (await stat(path)).isDirectory()) await rm(path, { recursive: true });
  }
}
