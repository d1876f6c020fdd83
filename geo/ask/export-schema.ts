import { writeFile } from 'node:fs/promises';

import { extractJsonSchema } from './json-schema';

/** `npm run export:schema`: the JSON Schema of an extract, beside this file. */
await writeFile(new URL('extract.schema.json', import.meta.url), `${JSON.stringify(extractJsonSchema(), null, 2)}\n`);
