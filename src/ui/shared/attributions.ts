import type { Source } from '../../contract/place';

/** Whom the sources of a plan want to be named. */
export function attributionsOf(sources: Readonly<Record<string, Source>>): Set<string> {
  return new Set(Object.values(sources).flatMap(({ attribution }) => attribution ?? []));
}
