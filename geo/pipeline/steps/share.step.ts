import type { Entry } from '../../../src/lint/check';
import type { ReadPlan } from '../draft';
import type { Problem } from '../../../src/lint/problem';
import { type Combine, combineAreas } from '../../../src/spatial/combine';
import { deriveGeometries } from '../../../src/spatial/derive-geometry';

/**
 * Gives places that are another plan's (`sameAs`) that place's geometry, unless they have one of their own, or say why
 * they have none; with it comes its accuracy, where they state none, and the sources that it cites. A place that the
 * other plan does not have is a TC030 problem.
 */
export async function shareStep(
  draft: ReadPlan,
  read: (plan: string) => Promise<ReadPlan | null>,
  combine: Combine = combineAreas,
): Promise<ReadPlan> {
  const wanted = new Set(draft.entries.flatMap(({ feature }) => planOf(feature.properties.sameAs) ?? []));
  if (wanted.size === 0) return draft;
  const others = new Map<string, Lender | null>();
  for (const plan of wanted) {
    const other = plan === draft.plan.id ? null : await read(plan);
    others.set(plan, other && lenderOf(other, combine));
  }
  const problems: Problem[] = [];
  const sources = { ...draft.sources };
  const entries = draft.entries.map((entry): Entry => {
    const { sameAs } = entry.feature.properties;
    const lender = others.get(planOf(sameAs) ?? '');
    const lent = lender?.places.get(sameAs?.split('/')[1] ?? '');
    if (sameAs === undefined || (lender && lent)) {
      return lender && lent ? borrow(entry, lent, lender, sources) : entry;
    }
    problems.push({
      code: 'TC030',
      severity: 'error',
      file: entry.file,
      id: entry.feature.id,
      message: `${sameAs} does not exist`,
      fix: 'name a place of another plan as <plan>/<place>',
    });
    return entry;
  });
  return { ...draft, entries, sources, problems: [...draft.problems, ...problems] };
}

interface Lender {
  plan: ReadPlan;
  places: Map<string, Entry['feature']>;
}

function lenderOf(plan: ReadPlan, combine: Combine): Lender {
  const features = plan.entries.map(({ feature }) => feature).filter(({ properties }) => properties.role !== 'part');
  const geometries = deriveGeometries(features, combine);
  return {
    plan,
    places: new Map(
      features.map((feature) => [feature.id, { ...feature, geometry: geometries.get(feature.id) ?? null }]),
    ),
  };
}

function borrow(entry: Entry, lent: Entry['feature'], { plan }: Lender, sources: ReadPlan['sources']): Entry {
  const { feature } = entry;
  const { properties: p } = feature;
  if (feature.geometry !== null || p.derive || p.unlocated || lent.geometry === null) return entry;
  for (const id of lent.properties.source.from) {
    const source = plan.sources[id];
    if (source && !Object.hasOwn(sources, id)) sources[id] = source;
  }
  const accuracyM = p.accuracyM ?? lent.properties.accuracyM;
  const from = [...new Set([...p.source.from, ...lent.properties.source.from])];
  const properties = { ...p, accuracyM, source: { ...p.source, from } };
  return { ...entry, feature: { ...feature, geometry: lent.geometry, properties } };
}

function planOf(sameAs: string | undefined): string | null {
  return sameAs?.split('/')[0] ?? null;
}
