import type * as v from 'valibot';

import { CommitmentsSchema, EnglishSchema } from '../../src/contract/commitment';
import { ExtractSchema } from '../../src/contract/extract';
import { DrawnFileSchema, GazetteerFeatureSchema } from '../../src/contract/features';
import { PackedFileSchema } from '../../src/contract/packed';
import { ManifestSchema, PlanIndexSchema } from '../../src/contract/manifest';
import { GazetteerSchema, SourcesSchema, ThemesSchema } from '../../src/contract/place';
import { DocumentSchema, PlanSchema } from '../../src/contract/plan';
import { SearchDataSchema } from '../../src/contract/search';
import { SharedSchema } from '../../src/contract/shared';
import { WORD_TABLES } from '../../src/lint/read-words';
import { type Json, jsonSchemaOf } from '../ask/json-schema';
import { CHECKS } from '../../src/lint/rules';

/** Every file of the data model: where it lies, what it is, and the schema that the program checks it with. */
const FILES: readonly (readonly [name: string, path: string, what: string, schema: v.GenericSchema])[] = [
  ['plan', 'seeds/<plan>/plan.json', 'what is known of the document itself', PlanSchema],
  ['gazetteer-feature', 'geo/<plan>/places/*.geojson', 'one feature of the gazetteer', GazetteerFeatureSchema],
  ['sources', 'geo/<plan>/sources.json', 'cited sources by id', SourcesSchema],
  ['layers', 'geo/<plan>/layers.json', 'themes in the order of the legend', ThemesSchema],
  ['plans', 'data/plans.json', 'the plans of a site', PlanIndexSchema],
  ['manifest', 'data/<plan>/manifest.json', 'what the build wrote', ManifestSchema],
  ['document', 'data/<plan>/document.json', 'the document as a tree, with its mentions', DocumentSchema],
  ['places', 'data/<plan>/places.json', 'places, themes, sources', GazetteerSchema],
  ['commitments', 'data/<plan>/commitments.json', 'commitments, reports, glossary', CommitmentsSchema],
  ['english', 'data/<plan>/english.json', 'our translation by division', EnglishSchema],
  ['search', 'data/<plan>/search.json', 'how names are read aloud', SearchDataSchema],
  ['shared', 'data/<plan>/shared.json', 'what other plans say of the same places', SharedSchema],
  ['drawn', 'data/<plan>/{ground,areas,bands,lines,points}.geojson', 'what the map draws', DrawnFileSchema],
  [
    'packed',
    'data/<plan>/{ground,areas,bands,lines,points}.packed.json',
    'the same in half the bytes, for the app',
    PackedFileSchema,
  ],
  ['extract', '`npm run query -- --json`', 'the answer for one site', ExtractSchema],
];

/** Rules that are applied while reading, and so are not among the checks. */
const WHILE_READING = [
  { code: 'TC002', severity: 'error', rule: 'a feature fits its schema' },
  { code: 'TC030', severity: 'error', rule: 'a place that `sameAs` names is in the gazetteer of that plan' },
];
const NOTE = 'Written by `npm run export:reference`; do not edit by hand.';

/** The reference as files, by their path in the repository. */
export function referenceFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, , what, schema] of FILES) {
    files.set(`docs/reference/schema/${name}.schema.json`, `${JSON.stringify(jsonSchemaOf(schema, what), null, 2)}\n`);
  }
  files.set('docs/reference/data-model.md', dataModel());
  files.set('docs/reference/lint-codes.md', lintCodes());
  return files;
}

function lintCodes(): string {
  const rows = [...CHECKS, ...WHILE_READING]
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, severity, rule }) => `| ${code} | ${severity} | ${rule.replaceAll('|', '\\|')} |`);
  return [
    '# Lint codes',
    NOTE,
    'A code never changes its meaning and is never used again. `npm run build:data` writes nothing while there is an error; warnings are shown. Examples and ways out are in `geo/README.md`.',
    ['| code | severity | rule |', '| --- | --- | --- |', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

function dataModel(): string {
  const sections = FILES.map(([name, path, what, schema]) => {
    const rows = fieldsOf(jsonSchemaOf(schema, what), '').map(
      ([field, type, needed]) => `| \`${field}\` | ${type} | ${needed ? 'yes' : ''} |`,
    );
    return [
      `## ${path.replaceAll('`', '')}`,
      `${what}; as JSON Schema: [${name}.schema.json](schema/${name}.schema.json)`,
      ['| field | type | always there |', '| --- | --- | --- |', ...rows].join('\n'),
    ].join('\n\n');
  });
  return [
    '# Data model',
    NOTE,
    'Coordinates are WGS-84 longitude, latitude in degrees. `[]` is each item of a list, `{}` each value by its key.',
    ...sections,
    ...Object.entries(WORD_TABLES).map(([file, { schema, columns }]) => tableOf(file, schema, columns)),
    '',
  ].join('\n\n');
}

/** The columns of a table, each with the type of the field that it becomes. */
function tableOf(file: string, schema: v.GenericSchema, columns: Readonly<Record<string, string | null>>): string {
  const types = new Map(fieldsOf(jsonSchemaOf(schema, file), '').map(([field, type]) => [field, type]));
  const rows = Object.entries(columns).map(([column, field]) => {
    const type = field === null ? 'for the editors, not published' : (types.get(field) ?? 'string');
    return `| \`${column}\` | ${type.replace(' or null', ', or empty').replace(/^list of (.*)$/u, '$1, several with `;` between them')} |`;
  });
  return [
    `## seeds/<plan>/${file}`,
    'a table in UTF-8 (or GB 18030) with a line of column names; it may be missing',
    ['| column | what stands in it |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** Deeper than this, a geometry is told by its type. */
const DEEPEST = 5;

function fieldsOf(schema: Json, path: string): [string, string, boolean][] {
  const properties = objectOf(schema['properties']);
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(properties).flatMap(([key, value]): [string, string, boolean][] => {
    const field = path === '' ? key : `${path}.${key}`;
    const json = objectOf(value);
    const inner = insideOf(json);
    const deeper = field.split('.').length < DEEPEST ? fieldsOf(inner.schema, `${field}${inner.mark}`) : [];
    return [[field, typeOf(json), required.includes(key)], ...deeper];
  });
}

function insideOf(schema: Json): { schema: Json; mark: string } {
  if (schema['type'] === 'array') return { schema: objectOf(schema['items']), mark: '[]' };
  const [only, nothing] = Array.isArray(schema['anyOf']) ? schema['anyOf'].map(objectOf) : [];
  if (only && nothing?.['type'] === 'null') return insideOf(only);
  if (schema['type'] === 'object' && !schema['properties']) {
    const inner = insideOf(objectOf(schema['additionalProperties']));
    return { schema: inner.schema, mark: `{}${inner.mark}` };
  }
  return { schema, mark: '' };
}

function typeOf(schema: Json): string {
  if (schema['const'] !== undefined) return `“${String(schema['const'])}”`;
  if (Array.isArray(schema['enum'])) return schema['enum'].map((one) => `\`${String(one)}\``).join(', ');
  if (Array.isArray(schema['anyOf'])) {
    const kinds = schema['anyOf'].map((one) => typeOf(objectOf(one)));
    return [...new Set(kinds)].join(' or ');
  }
  if (Array.isArray(schema['prefixItems'])) return `list of ${schema['prefixItems'].length} numbers`;
  if (schema['type'] === 'array') return `list of ${typeOf(objectOf(schema['items']))}`;
  const format = schema['format'] === undefined ? '' : ` (${String(schema['format'])})`;
  return `${String(schema['type'] ?? 'anything')}${format}`;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
