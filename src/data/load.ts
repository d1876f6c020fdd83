import * as v from 'valibot';

import type { LoadFault, Result } from './result';

/** How to fetch: the browser's `fetch`, or a stand-in that a test hands in. */
export type Fetcher = (url: string) => Promise<Response>;

/**
 * Fetches a JSON file and checks it against its schema. Every way this can fail is a value that names the file; it
 * never throws.
 */
export async function loadFile<S extends v.GenericSchema>(
  fetcher: Fetcher,
  base: string,
  file: string,
  schema: S,
): Promise<Result<v.InferOutput<S>>> {
  const fault = (reason: LoadFault['reason'], detail: string): Result<never> => ({
    ok: false,
    fault: { file, reason, detail },
  });
  let response: Response;
  try {
    response = await fetcher(`${base}${file}`);
  } catch (error) {
    return fault('unreachable', String(error));
  }
  if (!response.ok) return fault(response.status === 404 ? 'not-found' : 'unreachable', `HTTP ${response.status}`);
  let raw: unknown;
  try {
    raw = await response.json();
  } catch (error) {
    return fault('not-json', String(error));
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  return fault('schema', `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
