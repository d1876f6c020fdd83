import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

import { join } from 'node:path';

import type { Gazetteer } from './src/contract/place';
import type { PlanDocument } from './src/contract/plan';
import { GROUND_GROUPS } from './src/map/layers/ground-groups';
import type { NamedStory } from './src/pages/story-page';
import { readStory } from './src/policy/read-story';

/** Thrown for stories that cannot be told, with every line that is wrong. */
class StoryFileError extends Error {
  override name = 'StoryFileError';
}

/** The stories of a plan: the JSON and CSV files of a folder, by their names. */
export async function readStories(
  folder: string,
  { divisions }: PlanDocument,
  { places, themes }: Gazetteer,
): Promise<NamedStory[]> {
  if (!existsSync(folder)) return [];
  const plan = {
    articles: new Set(divisions.filter(({ kind }) => kind === 'article').map(({ ordinal }) => ordinal ?? 0)),
    places: new Set(places.map(({ id }) => id)),
    layers: new Set([...themes.map(({ id }) => id), ...Object.keys(GROUND_GROUPS)]),
  };
  const stories: NamedStory[] = [];
  const wrong: string[] = [];
  for (const file of (await readdir(folder)).toSorted()) {
    const found = /^(?<id>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?<format>json|csv)$/u.exec(file)?.groups;
    if (!found) continue;
    const { id = '', format } = found;
    const read = readStory(await readFile(join(folder, file), 'utf8'), format === 'csv' ? 'csv' : 'json', id, plan);
    if (read.ok) stories.push({ id, story: read.story });
    else wrong.push(...read.faults.map(({ line, reason, detail }) => `${file}:${line} ${reason} ${detail}`));
  }
  if (wrong.length > 0) throw new StoryFileError(wrong.join('\n'));
  return stories;
}
