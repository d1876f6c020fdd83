import * as v from 'valibot';

import { type Commitments, CommitmentsSchema, type English, EnglishSchema } from './commitment';
import { DRAWN_FILES, type DrawnFile, type DrawnFileName, DrawnFileSchema } from './features';
import { type Manifest, ManifestSchema, type PlanIndex, PlanIndexSchema } from './manifest';
import { type Gazetteer, GazetteerSchema } from './place';
import { DocumentSchema, type PlanDocument } from './plan';
import { type Shared, SharedSchema } from './shared';

/**
 * Gives the parsed JSON of a file below `data/`, such as `plans.json` or `<plan>/document.json`. Whoever builds on the
 * data hands it in: over the network, from the disk, out of a test.
 */
export type ReadJson = (file: string) => Promise<unknown>;

/** All data of one plan, checked. */
export interface ReadPlan {
  manifest: Manifest;
  document: PlanDocument;
  gazetteer: Gazetteer;
  commitments: Commitments;
  english: English;
  shared: Shared;
  drawn: Record<DrawnFileName, DrawnFile>;
}

/** Thrown for a data file that is not as its schema says. `file` and `field` name what is wrong. */
export class PlanDataError extends Error {
  override name = 'PlanDataError';
  constructor(
    readonly file: string,
    readonly field: string,
    message: string,
  ) {
    super(`${file}: ${field === '' ? '' : `${field}: `}${message}`);
  }
}

/** The plans of a site, the one at its root first. Throws {@link PlanDataError}, and whatever `read` throws. */
export async function listPlans(read: ReadJson): Promise<PlanIndex['plans']> {
  return (await readFile(read, 'plans.json', PlanIndexSchema)).plans;
}

/** All data of a plan, each file checked against its schema. Throws as {@link listPlans} does. */
export async function readPlan(read: ReadJson, plan: string): Promise<ReadPlan> {
  const file = <S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> =>
    readFile(read, `${plan}/${name}`, schema);
  const [manifest, document, gazetteer, commitments, english, shared, ...drawn] = await Promise.all([
    file('manifest.json', ManifestSchema),
    file('document.json', DocumentSchema),
    file('places.json', GazetteerSchema),
    file('commitments.json', CommitmentsSchema),
    file('english.json', EnglishSchema),
    file('shared.json', SharedSchema),
    ...DRAWN_FILES.map((name) => file(`${name}.geojson`, DrawnFileSchema)),
  ]);
  const empty: DrawnFile = { type: 'FeatureCollection', features: [] };
  const [ground = empty, areas = empty, bands = empty, lines = empty, points = empty] = drawn;
  return {
    manifest,
    document,
    gazetteer,
    commitments,
    english,
    shared,
    drawn: { ground, areas, bands, lines, points },
  };
}

async function readFile<S extends v.GenericSchema>(read: ReadJson, file: string, schema: S): Promise<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, await read(file));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new PlanDataError(file, v.getDotPath(issue) ?? '', issue.message);
}
