import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { writeLargePlan } from './large-plan';

const ROOT = join(import.meta.dirname, '..', '..');
/** What is made, and the libraries, which are linked. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'public/data', '.git', 'test-results', 'playwright-report']);
/** As many as the document names. */
const PLACES = 24;

/**
 * The whole project in a new folder below the system's temporary one, with a made-up plan of so many pieces before its
 * own plans and with its data built: what `npx vite build` in that folder makes is a site that begins with the large
 * plan. Answers the folder, which is the caller's to remove. Throws where the data cannot be built.
 */
export async function largeSite(pieces: number): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tuce-large-site-'));
  const wanted = (path: string): boolean => !NOT_COPIED.has(relative(ROOT, path).replaceAll('\\', '/'));
  for (const name of await readdir(ROOT)) {
    if (wanted(join(ROOT, name))) await cp(join(ROOT, name), join(root, name), { recursive: true, filter: wanted });
  }
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  await writeLargePlan(root, pieces, PLACES);
  const { status } = spawnSync('npx', ['--no-install', 'tsx', 'geo/pipeline/build.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`the data of ${root} could not be built`);
  return root;
}
