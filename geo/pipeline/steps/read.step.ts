import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import * as v from 'valibot';

import { GazetteerFeatureSchema, GazetteerFileSchema } from '../../../src/contract/features';
import { PlanSchema } from '../../../src/contract/plan';
import { SourcesSchema, ThemesSchema } from '../../../src/contract/place';
import type { Entry } from '../../../src/lint/check';
import type { ReadPlan } from '../draft';
import type { Problem } from '../../../src/lint/problem';
import { sourceOf } from '../read-source';
import { readCsv } from './read-csv';
import { readWords } from './read-words';

/** What the linter needs of a row of the worksheet. */
const CandidateSchema = v.object({ words: v.string(), decision: v.string() });

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

  const words = await readWords(seeds, name);
  const worksheet = join(geo, 'worksheet.csv');
  const candidates = await readCsv(worksheet, name(worksheet), 'TC029', (row) => row, CandidateSchema);
  const entries: Entry[] = [];
  const problems: Problem[] = [...words.problems, ...candidates.problems];
  for (const fileName of (await readdir(join(geo, 'places'))).toSorted()) {
    const path = join(geo, 'places', fileName);
    const { features } = await readJson(path, GazetteerFileSchema);
    features.forEach((raw, index) => {
      const parsed = v.safeParse(GazetteerFeatureSchema, raw);
      if (parsed.success) entries.push({ file: name(path), feature: parsed.output });
      else problems.push(...schemaProblems(name(path), idOf(raw) ?? `#${index}`, parsed.issues));
    });
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
    undecided: candidates.rows.filter(({ decision }) => decision === '').map((row) => row.words),
    problems,
  };
}

function schemaProblems(file: string, id: string, issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => ({
    code: 'TC002',
    severity: 'error',
    file,
    id,
    message: `${v.getDotPath(issue) ?? '(feature)'}: ${issue.message}`,
    fix: 'write the field as geo/README.md describes it',
  }));
}

function idOf(raw: unknown): string | null {
  const parsed = v.safeParse(v.object({ id: v.string() }), raw);
  return parsed.success ? parsed.output.id : null;
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
