import * as v from 'valibot';

import { type Manifest, ManifestSchema } from '../contract/manifest';
import { sha256Of } from './data-hash';
import type { LoadFault, Result } from './result';

/** How to fetch: the browser's `fetch`, or a stand-in that a test hands in. */
export type Fetcher = (url: string, init?: RequestInit) => Promise<Response>;

/** What came, and the hash of its bytes: `null` if nothing did, or if it cannot be told. */
interface Arrival<T> {
  result: Result<T>;
  sha256: string | null;
}

/**
 * Fetches a JSON file and checks it against the hash that it should have, or against its schema where none is known: a
 * file with its hash is the one that the build has checked. What something on the way has kept from an earlier version
 * is asked for once more, past all that keeps. Every way this can fail is a value that names the file; it never throws.
 */
export async function loadFile<S extends v.GenericSchema>(
  fetcher: Fetcher,
  base: string,
  file: string,
  schema: S,
  expected?: Promise<string | null>,
): Promise<Result<v.InferOutput<S>>> {
  const first = await fetchFile(fetcher, base, file, schema, {}, expected);
  const hash = (await expected) ?? null;
  if (hash === null || first.sha256 === null || first.sha256 === hash) return first.result;
  const second = await fetchFile(fetcher, base, file, schema, { cache: 'reload' }, expected);
  if (second.sha256 === null || second.sha256 === hash || !second.result.ok) return second.result;
  return { ok: false, fault: { file, reason: 'changed', detail: `SHA-256 ${second.sha256}, not ${hash}` } };
}

async function fetchFile<S extends v.GenericSchema>(
  fetcher: Fetcher,
  base: string,
  file: string,
  schema: S,
  init: RequestInit,
  expected?: Promise<string | null>,
): Promise<Arrival<v.InferOutput<S>>> {
  let sha256: string | null = null;
  const fault = (reason: LoadFault['reason'], detail: string): Arrival<never> => ({
    result: { ok: false, fault: { file, reason, detail } },
    sha256,
  });
  let response: Response;
  let bytes: ArrayBuffer;
  try {
    response = await fetcher(`${base}${file}`, init);
    bytes = await response.arrayBuffer();
  } catch (error) {
    return fault('unreachable', String(error));
  }
  if (!response.ok) return fault(response.status === 404 ? 'not-found' : 'unreachable', `HTTP ${response.status}`);
  sha256 = await sha256Of(bytes);
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    return fault('not-json', String(error));
  }
  // The hash is the proof that this is what the schema has read already, and a tenth of a second on a phone.
  if (sha256 !== null && sha256 === (await expected))
    return { result: { ok: true, value: raw as v.InferOutput<S> }, sha256 };
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { result: { ok: true, value: parsed.output }, sha256 };
  const [issue] = parsed.issues;
  return fault('schema', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/** What a plan should consist of, and the hash of that list itself: `null` where it cannot be told. */
export interface PlanManifest {
  files: Manifest['files'];
  /** Where the plan outgrows what a map can be given as a whole: the tiles that it is drawn from. */
  tiles?: Manifest['tiles'];
  sha256: string | null;
}

/** Fetches the list of what a plan consists of; `null` where it does not come: then nothing can be held to it. */
export async function loadManifest(fetcher: Fetcher, base: string, file: string): Promise<PlanManifest | null> {
  const { result, sha256 } = await fetchFile(fetcher, base, file, ManifestSchema, {});
  if (!result.ok) {
    console.info(`the data are not compared with their hashes: ${result.fault.file} ${result.fault.detail}`);
    return null;
  }
  const { files, tiles } = result.value;
  return { files, tiles, sha256 };
}
