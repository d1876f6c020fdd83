import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

import * as v from 'valibot';

import { GazetteerFeatureSchema, GazetteerFileSchema } from '../../../src/contract/features';
import { PlanSchema } from '../../../src/contract/plan';
import { WORD_TABLES } from '../../../src/lint/read-words';
import type { ParsedDocument } from '../../../src/policy/parse/parse-document';
import { parseDocument } from '../../../src/policy/parse/parse-document';
import { type KnownName, type PlaceCandidate, placeCandidates } from '../../../src/policy/place-candidates';
import { planIds } from '../plan-pipeline';
import { sourceOf, UnreadableDocumentError } from '../read-source';
import { draftPlan, LAYERS } from './draft-plan';
import { treeText, worksheetCsv } from './worksheet';

/** Documents that can be read, by the end of their names. */
const ENDINGS = ['.html', '.htm', '.txt', '.docx', '.md', '.markdown'];
const LARGEST = 20_000_000;

/** Thrown for a plan that cannot be begun; nothing has been written then. */
export class NewPlanError extends Error {
  override name = 'NewPlanError';
}

export interface NewPlan {
  document: ParsedDocument;
  candidates: PlaceCandidate[];
}

/**
 * Makes `seeds/<id>/` and `geo/<id>/` out of a document: a copy of it, a `plan.json` with what could be read from it,
 * its tree, empty tables and themes to begin with, and the worksheet of candidate places. Both folders appear whole or
 * not at all. Throws {@link NewPlanError} for an id that is taken or no id, and for a document that cannot be read.
 */
export async function makePlan(root: string, id: string, from: string): Promise<NewPlan> {
  if (!v.is(PlanSchema.entries.id, id) || id.length > 60) {
    throw new NewPlanError(
      `“${id}” is no id of a plan: small letters, figures and single hyphens, such as harbour-2030`,
    );
  }
  for (const folder of ['seeds', 'geo']) {
    if (existsSync(join(root, folder, id))) throw new NewPlanError(`${folder}/${id} is already there`);
  }
  const bytes = await readDocument(from);
  const document = await parse(bytes, basename(from));
  const fault = document.problems.find(({ reason }) => reason === 'no-text');
  if (fault || document.divisions.length === 0) throw new NewPlanError(`there is no text in ${from}`);
  const candidates = placeCandidates(document.divisions, await knownNames(root));

  const name = `document${extname(from).toLowerCase()}`;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const plan = draftPlan({ id, document: name, sha256, parsed: document });
  const seeds: [string, string | Buffer][] = [
    [name, bytes],
    ['plan.json', json(plan)],
    ['commitments.csv', headOf('commitments.csv')],
    ['progress.csv', headOf('progress.csv')],
    ['glossary.csv', headOf('glossary.csv')],
  ];
  const geo: [string, string | Buffer][] = [
    ['places/places.geojson', '{"type":"FeatureCollection","features":[\n]}\n'],
    ['sources.json', '{}\n'],
    ['layers.json', json(LAYERS)],
    ['worksheet.csv', worksheetCsv(candidates, document)],
    ['tree.txt', treeText(document)],
  ];
  await writeBoth(root, id, seeds, geo);
  return { document, candidates };
}

/** The first line of a table that has no rows yet. */
function headOf(table: keyof typeof WORD_TABLES): string {
  return `${Object.keys(WORD_TABLES[table].columns).join(',')}\n`;
}

async function readDocument(from: string): Promise<Buffer> {
  if (!ENDINGS.includes(extname(from).toLowerCase())) {
    throw new NewPlanError(`${from} cannot be read: a document ends in ${ENDINGS.join(', ')}`);
  }
  const found = await stat(from).catch(() => null);
  if (!found?.isFile()) throw new NewPlanError(`there is no file ${from}`);
  if (found.size > LARGEST) throw new NewPlanError(`${from} is larger than ${LARGEST / 1e6} MB`);
  return readFile(from);
}

async function parse(bytes: Buffer, name: string): Promise<ParsedDocument> {
  try {
    const { source, form, problems } = await sourceOf(bytes, name);
    const document = parseDocument(source, form);
    return { ...document, problems: [...problems, ...document.problems] };
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw new NewPlanError(error.message, { cause: error });
    // Only elements that stand in each other some thousand deep can do this.
    if (error instanceof RangeError)
      throw new NewPlanError(`the markup of ${name} is nested too deep`, { cause: error });
    throw error;
  }
}

/** The names of all gazetteers that are here. */
async function knownNames(root: string): Promise<KnownName[]> {
  const known: KnownName[] = [];
  for (const plan of existsSync(join(root, 'seeds')) ? await planIds(root) : []) {
    const folder = join(root, 'geo', plan, 'places');
    if (!existsSync(folder)) continue;
    for (const file of (await readdir(folder)).toSorted()) {
      const parsed = v.safeParse(GazetteerFileSchema, JSON.parse(await readFile(join(folder, file), 'utf8')));
      for (const raw of parsed.success ? parsed.output.features : []) {
        const feature = v.safeParse(GazetteerFeatureSchema, raw);
        if (!feature.success || feature.output.properties.role === 'part') continue;
        const { id, geometry, properties: p } = feature.output;
        const texts = [p.name.zh, p.name.en, ...(p.aliases ?? [])];
        // What a name means only beside certain words, it does not mean elsewhere.
        for (const form of p.names ?? []) if (!form.articles && !form.before && !form.after) texts.push(form.text);
        const located = geometry !== null || p.derive !== undefined;
        for (const text of new Set(texts)) known.push({ text, plan, place: id, located });
      }
    }
  }
  return known;
}

async function writeBoth(
  root: string,
  id: string,
  seeds: readonly [string, string | Buffer][],
  geo: readonly [string, string | Buffer][],
): Promise<void> {
  const folders = [
    { name: 'seeds', files: seeds },
    { name: 'geo', files: geo },
  ];
  const fresh: { from: string; to: string }[] = [];
  const done: string[] = [];
  try {
    for (const { name, files } of folders) {
      await mkdir(join(root, name), { recursive: true });
      const from = await mkdtemp(join(root, name, '.new-'));
      fresh.push({ from, to: join(root, name, id) });
      for (const [file, content] of files) {
        await mkdir(join(from, file, '..'), { recursive: true });
        await writeFile(join(from, file), content);
      }
    }
    for (const { from, to } of fresh) {
      await rename(from, to);
      done.push(to);
    }
  } catch (error) {
    for (const to of done) await rm(to, { recursive: true, force: true });
    throw error;
  } finally {
    for (const { from } of fresh) await rm(from, { recursive: true, force: true });
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
