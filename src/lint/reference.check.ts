import { type Check, featureCheck } from './check';

export const duplicateId: Check = {
  code: 'TC003',
  severity: 'error',
  rule: 'an id stands once in the gazetteer',
  run: ({ entries }) => {
    const seen = new Map<string, string>();
    return entries.flatMap(({ file, feature: { id } }) => {
      const before = seen.get(id);
      if (before === undefined) seen.set(id, file);
      return before === undefined
        ? []
        : [{ file, id, message: `the id is already used in ${before}`, fix: 'give one of the two another id' }];
    });
  },
};

export const unknownReference = featureCheck(
  'TC012',
  'themes, sources and other places that a feature names exist',
  ({ feature: { properties: p } }, draft) => {
    const ids = new Set(draft.entries.map((entry) => entry.feature.id));
    const themes = new Set(draft.themes.map((theme) => theme.id));
    const missing = [
      ...(p.role !== 'ground' && !themes.has(p.theme ?? '') ? [`theme ${p.theme ?? '(none)'}`] : []),
      ...[...p.source.from, p.definition?.from]
        .filter((id) => id !== undefined && !Object.hasOwn(draft.sources, id))
        .map((id) => `source ${id}`),
      ...[p.partOf, p.impliedBy, ...(p.derive?.of ?? []), ...(p.derive?.minus ?? [])]
        .filter((id) => id !== undefined && !ids.has(id))
        .map((id) => `place ${id}`),
    ];
    return missing.map((what) => ({ message: `${what} does not exist`, fix: 'correct the id or add what it names' }));
  },
);

export const fieldsOfRole = featureCheck(
  'TC016',
  'a place has kind, theme and articles; a part has partOf; ground has a class',
  ({ feature: { properties: p } }) => {
    const missing: string[] = [];
    if (p.role === 'place' && !p.kind) missing.push('kind');
    if (p.role !== 'ground' && !p.theme) missing.push('theme');
    if (p.role === 'place' && !p.articles && !p.impliedBy) missing.push('articles');
    if (p.role === 'part' && !p.partOf) missing.push('partOf');
    if (p.role === 'ground' && !p.class) missing.push('class');
    return missing.map((field) => ({ message: `a ${p.role} needs \`${field}\``, fix: `add \`${field}\`` }));
  },
);
