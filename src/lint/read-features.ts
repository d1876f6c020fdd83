import * as v from 'valibot';

import { GazetteerFeatureSchema } from '../contract/features';
import type { Entry } from './check';
import type { Problem } from './problem';

export interface ReadFeatures {
  entries: Entry[];
  /** What does not fit the schema, as it stands in the file. */
  unread: unknown[];
  /** Why, as TC002. */
  problems: Problem[];
}

/** The features of a file of the gazetteer. One that does not fit its schema becomes a problem; the others stand. */
export function readFeatures(features: readonly unknown[], file: string): ReadFeatures {
  const read: ReadFeatures = { entries: [], unread: [], problems: [] };
  features.forEach((raw, index) => {
    const parsed = v.safeParse(GazetteerFeatureSchema, raw);
    if (parsed.success) {
      read.entries.push({ file, feature: parsed.output });
      return;
    }
    read.unread.push(raw);
    for (const issue of parsed.issues) {
      read.problems.push({
        code: 'TC002',
        severity: 'error',
        file,
        id: idOf(raw) ?? `#${index}`,
        message: `${v.getDotPath(issue) ?? '(feature)'}: ${issue.message}`,
        fix: 'write the field as geo/README.md describes it',
      });
    }
  });
  return read;
}

function idOf(raw: unknown): string | null {
  const parsed = v.safeParse(v.object({ id: v.string() }), raw);
  return parsed.success ? parsed.output.id : null;
}
