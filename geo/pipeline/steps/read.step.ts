import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import * as v from 'valibot';

import { GazetteerFileSchema } from '../../../src/contract/features';
import { PlanSchema } from '../../../src/contract/plan';
import { SourcesSchema, ThemesSchema } from '../../../src/contract/place';
import type { Entry } from '../../../src/lint/check';
import type { ReadPlan } from '../draft';
import type { Problem } from '../../../src/lint/problem';
import { readFeatures } from '../../../src/lint/read-features';
import { readWorksheet, type TableFile } from '../../../src/lint/read-table';
import { readWords, WORD_TABLES } from '../../../src/lint/read-words';
import { sourceOf } from '../read-source';

/** A file of the plan that is missing or that no later step can do without. */
export class UnreadablePlanError extends Error {
  override name = 'UnreadablePlanError';
}

/**
 * Reads one plan's seeds and gazetteer. A feature that does not fit its schema becomes a TC002 problem; a broken
 * `plan.json`, `sources.json` or `layers.json` throws {@link UnreadablePlanError}, since nothing can be built on it.
 */
export async function readPlan(root: string, planId: string): Promise<ReadPlan> {
  const seeds = join(root, 'seeds', planId);
  const geo = join(root, 'geo', planId);
  const name = (path: string): string => relative(root, path);

  const plan = await readJson(join(seeds, 'plan.json'), PlanSchema);
  const bytes = await readFile(join(seeds, plan.document));
  const { source, form, problems: sourceProblems } = await sourceOf(bytes, plan.document);
  const sources = await readJson(join(geo, 'sources.json'), SourcesSchema);
  const { themes } = await readJson(join(geo, 'layers.json'), ThemesSchema);

  const table = async (path: string): Promise<TableFile> => ({
    name: name(path),
    bytes: existsSync(path) ? await readFile(path) : null,
  });
  const tables = new Map<string, TableFile>();
  for (const file of Object.keys(WORD_TABLES)) tables.set(file, await table(join(seeds, file)));
  const words = readWords((file) => tables.get(file) ?? { name: file, bytes: null });
  const candidates = readWorksheet(await table(join(geo, 'worksheet.csv')));
  const entries: Entry[] = [];
  const problems: Problem[] = [...words.problems, ...candidates.problems];
  for (const fileName of (await readdir(join(geo, 'places'))).toSorted()) {
    const path = join(geo, 'places', fileName);
    const { features } = await readJson(path, GazetteerFileSchema);
    const read = readFeatures(features, name(path));
    entries.push(...read.entries);
    problems.push(...read.problems);
  }
  return {
    plan,
    planFile: name(join(seeds, 'plan.json')),
    documentFile: name(join(seeds, plan.document)),
    source,
    form,
    sourceProblems,
    sourceSha256: createHash('sha256').update(bytes).digest('hex'),
    entries,
    themes,
    sources,
    words,
    elsewhere: new Set(),
    undecided: candidates.rows,
    problems,
  };
}

async function readJson<S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new UnreadablePlanError(`${path} cannot be read as JSON: ${String(cause)}`, { cause });
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UnreadablePlanError(`${path}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
