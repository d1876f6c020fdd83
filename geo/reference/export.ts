import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { format } from 'oxfmt';

import { referenceFiles } from './pages';

/** `npm run export:reference`: the data model and the lint codes, as pages and as JSON Schema, to `docs/reference/`. */
for (const [path, text] of referenceFiles()) {
  const file = join(process.cwd(), path);
  await mkdir(dirname(file), { recursive: true });
  const { code } = await format(path, text, { printWidth: 120, singleQuote: true });
  await writeFile(file, code);
}
