import * as v from 'valibot';

import {
  type DrawnFeature,
  type DrawnFile,
  type DrawnFileName,
  type GazetteerFeature,
  GazetteerFeatureSchema,
  GazetteerFileSchema,
  type PlanGeometry,
} from '../../contract/features';
import { type Plan, PlanSchema } from '../../contract/plan';
import { type Source, SourcesSchema, type Theme, ThemesSchema } from '../../contract/place';
import { decodeText } from '../../importers/decode-text';
import { type Entry, type LintDraft, runChecks } from '../../lint/check';
import {
  ambiguousMention,
  articleWithoutMention,
  formNeverFound,
  placeWithoutEvidence,
} from '../../lint/evidence.check';
import type { Problem } from '../../lint/problem';
import { duplicateId, fieldsOfRole, unknownReference } from '../../lint/reference.check';
import { accuracyMissing, outsideCoverage, whereOrWhyNot } from '../../lint/where.check';
import { articleNumberOf } from '../../policy/article-tree';
import { findMentions } from '../../policy/find-mentions';
import { formOf, type ParsedDocument, parseDocument } from '../../policy/parse/parse-document';

/** A plan that somebody is writing, as it was read from files. Nothing of it leaves the page but by its export. */
export interface Authored {
  plan: Plan;
  document: ParsedDocument;
  themes: readonly Theme[];
  sources: Readonly<Record<string, Source>>;
  entries: readonly Entry[];
  /** Features that do not fit the schema: they are kept as they are and exported unchanged. */
  unread: readonly { file: string; raw: unknown; why: string }[];
}

/** A file that was chosen. */
export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
}

/** Why chosen files are no plan; `file` is the one that is missing or wrong. */
export type OpenFault = { reason: 'missing' | 'not-json' | 'schema' | 'word'; file: string; detail: string };
export type Opened = { ok: true; authored: Authored } | { ok: false; fault: OpenFault };

/** Where a new place is put. */
const NEW_FILE = 'places.geojson';

/** Opens the files of `seeds/<plan>/` and `geo/<plan>/`, told apart by their names. */
export function openFiles(files: readonly ChosenFile[]): Opened {
  const byName = new Map(files.map((file) => [file.name, file]));
  const plan = readJson(byName, 'plan.json', PlanSchema);
  if (!plan.ok) return plan;
  const layers = readJson(byName, 'layers.json', ThemesSchema);
  if (!layers.ok) return layers;
  const sources = readJson(byName, 'sources.json', SourcesSchema);
  if (!sources.ok) return sources;
  const source = byName.get(plan.value.document);
  if (!source) return fault('missing', plan.value.document);
  if (/\.docx$/iu.test(source.name)) return fault('word', source.name);
  const { text } = decodeText(source.bytes);
  const entries: Entry[] = [];
  const unread: { file: string; raw: unknown; why: string }[] = [];
  for (const { name } of files.filter((file) => file.name.endsWith('.geojson'))) {
    const collection = readJson(byName, name, GazetteerFileSchema);
    if (!collection.ok) return collection;
    for (const raw of collection.value.features) {
      const feature = v.safeParse(GazetteerFeatureSchema, raw);
      if (feature.success) entries.push({ file: name, feature: feature.output });
      else {
        const [issue] = feature.issues;
        unread.push({ file: name, raw, why: `${v.getDotPath(issue) ?? ''}: ${issue.message}` });
      }
    }
  }
  const document = parseDocument(text, formOf(text, source.name));
  const { themes } = layers.value;
  return { ok: true, authored: { plan: plan.value, document, themes, sources: sources.value, entries, unread } };
}

/** Everything that the rules which need no pipeline find. Overlaps, datum and derivations are for `npm run lint:plan`. */
export function lintOf({ plan, document, themes, sources, entries, unread }: Authored): Problem[] {
  const named = entries.map(({ feature }) => ({ id: feature.id, names: feature.properties.names ?? [] }));
  const derived = new Set(entries.filter(isElsewhere).map(({ feature }) => feature.id));
  const draft: LintDraft = {
    plan,
    documentFile: plan.document,
    entries,
    themes,
    sources,
    ...findMentions(document.text, document.divisions, named),
    geometries: new Map(
      entries.flatMap(({ feature: { id, geometry } }) => (geometry ? [[id, geometry] as const] : [])),
    ),
  };
  const rules = [
    placeWithoutEvidence,
    duplicateId,
    articleWithoutMention,
    formNeverFound,
    ambiguousMention,
    accuracyMissing,
    outsideCoverage,
    unknownReference,
    whereOrWhyNot,
    fieldsOfRole,
  ];
  return [
    ...unread.map(({ file, why }): Problem => ({
      code: 'TC002',
      severity: 'error',
      file,
      id: '',
      message: why,
      fix: '',
    })),
    // What is made of other places, or is another plan's, has its geometry from the pipeline.
    ...runChecks(rules, draft).filter(({ code, id }) => code !== 'TC013' || !derived.has(id)),
  ];
}

function isElsewhere({ feature: { properties: p } }: Entry): boolean {
  return p.derive !== undefined || p.sameAs !== undefined;
}

/** The plan with a feature changed, or added if its id is new. */
export function withFeature(authored: Authored, feature: GazetteerFeature): Authored {
  const at = authored.entries.findIndex((entry) => entry.feature.id === feature.id);
  const entries =
    at < 0
      ? [...authored.entries, { file: NEW_FILE, feature }]
      : authored.entries.map((entry, index) => (index === at ? { ...entry, feature } : entry));
  return { ...authored, entries };
}

export function withoutFeature(authored: Authored, id: string): Authored {
  return { ...authored, entries: authored.entries.filter(({ feature }) => feature.id !== id) };
}

/** A place that a phrase of the document names, with nothing known of it yet but the articles that name it. */
export function newPlace(authored: Authored, phrase: string, today: string): GazetteerFeature {
  const taken = new Set(authored.entries.map(({ feature }) => feature.id));
  let number = 1;
  while (taken.has(`place-${number}`)) number += 1;
  const id = `place-${number}`;
  const named = { id, names: [{ text: phrase }] };
  const { mentions } = findMentions(authored.document.text, authored.document.divisions, [named]);
  const articles = [...new Set(mentions.map(({ divisionId }) => articleNumberOf(divisionId)))].filter(
    (one) => one !== null,
  );
  const [source = 'own-map'] = Object.keys(authored.sources);
  return {
    type: 'Feature',
    id,
    properties: {
      role: 'place',
      name: { zh: phrase, en: phrase },
      names: [{ text: phrase }],
      kind: 'overlay',
      theme: authored.themes[0]?.id ?? '',
      articles,
      idealisation: 'schematic',
      accuracyM: null,
      source: { method: 'digitised', from: [source], on: today },
    },
    geometry: null,
  };
}

/** The files of `geo/<plan>/places/`, as they belong there: one feature a line, five decimals at most. */
export function exportFiles({ entries, unread }: Authored): { name: string; text: string }[] {
  const names = [...new Set([...entries, ...unread].map(({ file }) => file))];
  return names.map((name) => {
    const features: unknown[] = [
      ...entries.filter(({ file }) => file === name).map(({ feature }) => rounded(feature)),
      ...unread.filter(({ file }) => file === name).map(({ raw }) => raw),
    ];
    const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
    return { name, text: `{"type":"FeatureCollection","features":[\n${lines}\n]}\n` };
  });
}

function rounded(feature: GazetteerFeature): unknown {
  return JSON.parse(JSON.stringify(feature), (key: string, value: unknown) =>
    typeof value === 'number' && /^\d+$/u.test(key) ? Number(value.toFixed(5)) : value,
  );
}

/** What the map draws of it: plain shapes, without the soft edges that the pipeline makes. */
export function drawnOf({ entries, themes }: Authored): Partial<Record<DrawnFileName, DrawnFile>> {
  const lists: Record<'areas' | 'lines' | 'points', DrawnFeature[]> = { areas: [], lines: [], points: [] };
  for (const { feature } of entries) {
    const { id, geometry, properties: p } = feature;
    if (!geometry || p.role === 'ground') continue;
    const theme = themes.find((one) => one.id === p.theme);
    lists[listOf(geometry)].push({
      type: 'Feature',
      properties: {
        id,
        owner: p.partOf ?? id,
        mark: p.role === 'part' ? 'part' : 'shape',
        hue: p.hue ?? theme?.hue ?? 'grey',
        pattern: p.pattern ?? theme?.pattern ?? 'none',
        ...(p.theme !== undefined && { theme: p.theme }),
        ...(p.kind !== undefined && { kind: p.kind }),
        draw: 'always',
        idealisation: p.idealisation,
        accuracyM: p.accuracyM ?? 0,
        zh: p.name.zh,
        en: p.name.en,
      },
      geometry,
    });
  }
  const file = (features: DrawnFeature[]): DrawnFile => ({ type: 'FeatureCollection', features });
  return {
    ground: file([]),
    areas: file(lists.areas),
    bands: file([]),
    lines: file(lists.lines),
    points: file(lists.points),
  };
}

function listOf({ type }: PlanGeometry): 'areas' | 'lines' | 'points' {
  if (type.endsWith('Polygon')) return 'areas';
  return type.endsWith('LineString') ? 'lines' : 'points';
}

function fault(reason: OpenFault['reason'], file: string, detail = ''): { ok: false; fault: OpenFault } {
  return { ok: false, fault: { reason, file, detail } };
}

function readJson<S extends v.GenericSchema>(
  files: ReadonlyMap<string, ChosenFile>,
  name: string,
  schema: S,
): { ok: true; value: v.InferOutput<S> } | { ok: false; fault: OpenFault } {
  const file = files.get(name);
  if (!file) return fault('missing', name);
  let raw: unknown;
  try {
    raw = JSON.parse(decodeText(file.bytes).text);
  } catch (error) {
    return fault('not-json', name, String(error));
  }
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return { ok: true, value: parsed.output };
  const [issue] = parsed.issues;
  return fault('schema', name, `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}
