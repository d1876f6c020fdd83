import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import * as v from 'valibot';

import { CommitmentsSchema, EnglishSchema } from '../../../src/contract/commitment';
import { DRAWN_FILES, DrawnFileSchema } from '../../../src/contract/features';
import { packDrawn, PackedFileSchema } from '../../../src/contract/packed';
import { type Manifest, ManifestSchema } from '../../../src/contract/manifest';
import { DocumentSchema } from '../../../src/contract/plan';
import { GazetteerSchema } from '../../../src/contract/place';
import { SearchDataSchema } from '../../../src/contract/search';
import { type Shared, SharedSchema } from '../../../src/contract/shared';
import type { PlacedPlan } from '../draft';
import { outgrown, TILE_THRESHOLDS, type TileThresholds } from '../tiles/outgrown';
import { type Makers, MAKERS } from './kept';
import { verifyPlan } from './verify';

const TILE_FILE = 'map.pmtiles';

export interface WriteOptions {
  /** What other plans of the site say of its places. */
  shared?: Shared;
  /** A plan whose drawn files are over them has vector tiles besides. */
  thresholds?: TileThresholds;
  search?: Makers['search'];
}

/**
 * Writes `<out>/<plan>/`. Everything is validated against the schema that the app will read it with, written to a
 * folder beside the old one and put in its place in one move, so that there is never half a plan.
 */
export async function writePlan(
  draft: PlacedPlan,
  out: string,
  { shared = { places: {} }, thresholds = TILE_THRESHOLDS, search = MAKERS.search }: WriteOptions = {},
): Promise<Manifest> {
  const { plan, document, mentions, places, themes, sources, drawn } = draft;
  const files: Record<string, string | Uint8Array> = {
    'document.json': JSON.stringify(
      v.parse(DocumentSchema, { plan, textSha256: sha256(document.text), divisions: document.divisions, mentions }),
    ),
    'places.json': JSON.stringify(v.parse(GazetteerSchema, { places, themes, sources: citedSources(draft, sources) })),
  };
  const { commitments, progress, translation, glossary } = draft.words;
  files['commitments.json'] = JSON.stringify(v.parse(CommitmentsSchema, { commitments, progress, glossary }));
  files['english.json'] = JSON.stringify(
    v.parse(EnglishSchema, {
      translation: Object.fromEntries(translation.map(({ division, text }) => [division, text])),
    }),
  );
  files['shared.json'] = JSON.stringify(v.parse(SharedSchema, shared));
  files['search.json'] = JSON.stringify(
    v.parse(SearchDataSchema, search(places.map(({ id, name, aliases }) => ({ id, name, aliases })))),
  );
  let drawnBytes = 0;
  for (const name of DRAWN_FILES) {
    const collection = v.parse(DrawnFileSchema, { type: 'FeatureCollection', features: drawn[name] });
    const text = JSON.stringify(collection);
    drawnBytes += Buffer.byteLength(text);
    files[`${name}.geojson`] = text;
    files[`${name}.packed.json`] = JSON.stringify(v.parse(PackedFileSchema, packDrawn(collection)));
  }
  // Most plans have none, and what cuts tiles takes a while to load.
  const archive = outgrown(drawn, drawnBytes, thresholds)
    ? (await import('../tiles/map-archive')).mapArchive(drawn)
    : null;
  if (archive) files[TILE_FILE] = archive.bytes;
  const count = (kind: string): number => document.divisions.filter((division) => division.kind === kind).length;
  const named = places.filter((place) => place.role === 'place');
  const manifest = v.parse(ManifestSchema, {
    plan: plan.id,
    files: Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, { bytes: Buffer.byteLength(file), sha256: sha256(file) }]),
    ),
    counts: {
      parts: count('part'),
      articles: count('article'),
      sentences: count('sentence'),
      places: named.length,
      located: named.filter((place) => place.bbox).length,
      mentions: mentions.length,
    },
    ...(archive && { tiles: { file: TILE_FILE, minzoom: archive.minzoom, maxzoom: archive.maxzoom } }),
  });
  files['manifest.json'] = JSON.stringify(manifest);

  await mkdir(out, { recursive: true });
  const target = join(out, plan.id);
  const fresh = await mkdtemp(join(dirname(target), '.new-'));
  try {
    await Promise.all(Object.entries(files).map(([name, file]) => writeFile(join(fresh, name), file)));
    await verifyPlan(fresh, manifest);
    await chmod(fresh, 0o755);
    await replace(target, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return manifest;
}

/** Puts a finished folder in the place of the old one; the old one comes back if that fails. */
async function replace(target: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  const hadOld = existsSync(target);
  if (hadOld) await rename(target, old);
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOld) await rename(old, target);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Only the sources that something in the plan cites. */
function citedSources({ places, drawn, entries }: PlacedPlan, sources: PlacedPlan['sources']): PlacedPlan['sources'] {
  const shown = new Set([...places.map((place) => place.id), ...drawn.ground.map((f) => f.properties.id)]);
  const cited = new Set(
    entries
      .filter((entry) => shown.has(entry.feature.id))
      .flatMap(({ feature: { properties: p } }) => [...p.source.from, p.definition?.from]),
  );
  return Object.fromEntries(Object.entries(sources).filter(([id]) => cited.has(id)));
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
