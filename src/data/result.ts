/** Why a file could not be used. `detail` is for the curious: the field, the status, the engine's words. */
export interface LoadFault {
  file: string;
  reason: 'unreachable' | 'not-found' | 'not-json' | 'schema' | 'changed';
  detail: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; fault: LoadFault };

/** Why a file could not be used; `null` if it could, or is still on its way. */
export function faultOf(result: Result<unknown> | undefined): LoadFault | null {
  return result && !result.ok ? result.fault : null;
}

/** A result with what came made into something else. */
export function mapResult<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? { ok: true, value: change(result.value) } : result;
}
