import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { extractJsonSchema } from './json-schema';

it('stands beside the program as the program would write it: npm run export:schema', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('extract.schema.json', import.meta.url), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(extractJsonSchema())));
});
