import type * as v from 'valibot';

import { ExtractSchema } from '../../src/contract/extract';

export type Json = { [key: string]: unknown };

/** A part of a valibot schema, as far as it is looked at here. */
interface Part {
  type: string;
  entries?: Record<string, Part>;
  item?: Part;
  value?: Part;
  items?: readonly Part[];
  options?: readonly (Part | string)[];
  wrapped?: Part;
  literal?: unknown;
  pipe?: readonly (Part & { requirement?: unknown })[];
}

/** What fields mean, where their name does not say it. */
const MEANINGS: Readonly<Record<string, string>> = {
  dataSha256: 'SHA-256 of the manifest.json of the plan, which holds the hash of each data file',
  planVersion: 'day on which the document was published',
  created: 'time of the question, as handed in',
  inputCrs: 'coordinate system in which the site was handed in; geometry here is WGS-84',
  coverage: 'relation of the site and the area that the document speaks of',
  concerned: 'places that surely concern the site',
  tooCloseToCall: 'places whose position is not known well enough to tell',
  notConcerned: 'drawn places that surely do not concern the site; empty outside the coverage',
  planDoesNotSay: 'why the plan does not answer, by theme; no hit never means no restriction',
  relation:
    'inside: all of the site; part: some of it surely; holds: the site surely contains some of the line, or the point',
  areaM2: 'square metres on the ellipsoid; of the site, or of what it and the place have in common',
  lengthM: 'metres; of the line, or of what is inside',
  percent: 'share of the site, 0 to 100',
  value: 'as drawn',
  min: 'with the edge moved inwards by the accuracy of place and site',
  max: 'with the edge moved outwards by the accuracy of place and site',
  distanceToEdgeM: 'metres to the edge of an area, to the line or the point; 0 where it runs through the site',
  accuracyM: 'metres within which the true position lies with 95 % confidence',
  throughMembers: 'members by which a place made of others is hit; add up one or the other',
  quote: 'the division of the document, verbatim',
  named: 'words of the quote that name the place',
  article: '0 is the opening paragraph',
  impliedBy: 'the place whose words cover this one, where the text does not name it itself',
  progress:
    'what named publishers said later of commitments that name the place, and of the place; not part of the document',
  siteM: 'corner to corner of the box of the site in metres; 0 for a point',
  offPercent: 'of the declared figure in the unit that fits, else in the declared one',
};

/** The contract of an extract as JSON Schema, derived from the schema that the program checks with. */
export function extractJsonSchema(): Json {
  return jsonSchemaOf(ExtractSchema, 'Extract of a plan for one site');
}

/** A schema of the contract as JSON Schema. Throws for a kind of schema that it does not know. */
export function jsonSchemaOf(schema: v.GenericSchema, title: string): Json {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...jsonOf(partOf(schema)) };
}

/** valibot's own types hide the fields of a schema of unknown kind. */
function partOf(schema: v.GenericSchema): Part {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion
  return schema as unknown as Part;
}

function jsonOf(part: Part): Json {
  const base = plain(part);
  for (const step of part.pipe?.slice(1) ?? []) Object.assign(base, constraint(step.type, step.requirement));
  return base;
}

function plain(part: Part): Json {
  switch (part.type) {
    case 'string':
    case 'number':
      return { type: part.type };
    case 'literal':
      return { const: part.literal };
    case 'picklist':
      return { enum: part.options };
    case 'array':
      return { type: 'array', items: part.item ? jsonOf(part.item) : {} };
    case 'nullable':
      return { anyOf: [part.wrapped ? jsonOf(part.wrapped) : {}, { type: 'null' }] };
    case 'tuple':
      return { type: 'array', prefixItems: (part.items ?? []).map(jsonOf), items: false };
    case 'record':
      return { type: 'object', additionalProperties: part.value ? jsonOf(part.value) : {} };
    case 'unknown':
      return {};
    case 'variant':
    case 'union':
      return { anyOf: (part.options ?? []).map((option) => (typeof option === 'string' ? {} : jsonOf(option))) };
    case 'object':
    case 'strict_object': {
      const entries = Object.entries(part.entries ?? {});
      return {
        type: 'object',
        properties: Object.fromEntries(
          entries.map(([key, value]) => {
            const json = jsonOf(value.type === 'optional' && value.wrapped ? value.wrapped : value);
            const description = MEANINGS[key];
            return [key, description === undefined ? json : { description, ...json }];
          }),
        ),
        required: entries.filter(([, value]) => value.type !== 'optional').map(([key]) => key),
        ...(part.type === 'strict_object' && { additionalProperties: false }),
      };
    }
    default:
      throw new Error(`no JSON Schema for ${part.type}`);
  }
}

function constraint(type: string, requirement: unknown): Json {
  switch (type) {
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { minItems: requirement };
    case 'max_length':
      return { maxItems: requirement };
    case 'non_empty':
      return { minLength: 1 };
    case 'regex':
      return { pattern: requirement instanceof RegExp ? requirement.source : '' };
    case 'integer':
      return { type: 'integer' };
    case 'email':
      return { format: 'email' };
    case 'url':
      return { format: 'uri' };
    case 'iso_timestamp':
      return { format: 'date-time' };
    case 'iso_date':
      return { format: 'date' };
    case 'finite':
    // A condition in code, which JSON Schema cannot say: the schema lets more through than the program does.
    case 'check':
      return {};
    default:
      throw new Error(`no JSON Schema for ${type}`);
  }
}
