import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { REASONS } from './dependency-reasons';

/** `npm run licences`: writes `docs/dependencies.md` and the parts list `docs/sbom.cdx.json`, out of the lockfile. */
const Packages = v.object({
  dependencies: v.record(v.string(), v.string()),
  devDependencies: v.record(v.string(), v.string()),
});
const Package = v.object({ version: v.string(), license: v.optional(v.string()) });
const ComponentSchema = v.object({
  'bom-ref': v.string(),
  type: v.string(),
  name: v.string(),
  version: v.string(),
  scope: v.optional(v.string()),
  purl: v.string(),
  hashes: v.optional(v.array(v.unknown())),
  licenses: v.optional(v.array(v.unknown())),
});
const Sbom = v.object({
  bomFormat: v.literal('CycloneDX'),
  specVersion: v.string(),
  version: v.number(),
  metadata: v.object({ component: ComponentSchema }),
  components: v.array(ComponentSchema),
  dependencies: v.array(v.object({ ref: v.string(), dependsOn: v.array(v.string()) })),
});

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function tableOf(names: readonly string[]): string {
  const rows = names.map((name) => {
    const { version, license } = v.parse(Package, read(`node_modules/${name}/package.json`));
    const kilobytes = Math.ceil(bytesBelow(`node_modules/${name}`) / 1000).toLocaleString('en-US');
    return `| \`${name}\` | ${version} | ${license ?? 'not stated'} | ${kilobytes} KB | ${REASONS[name] ?? ''} |`;
  });
  return ['| package | version | licence | installed | why |', '| --- | --- | --- | ---: | --- |', ...rows].join('\n');
}

const { dependencies, devDependencies } = v.parse(Packages, read('package.json'));
const told = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
  encoding: 'utf8',
  maxBuffer: 1e8,
  stdio: ['ignore', 'pipe', 'ignore'],
});
// Without the time and the serial number, so that the same lockfile gives the same list.
const sbom = v.parse(Sbom, JSON.parse(told));
writeFileSync(
  'docs/sbom.cdx.json',
  `${JSON.stringify({ $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json', ...sbom })}\n`,
);

const counts = new Map<string, number>();
for (const { licenses = [] } of sbom.components) {
  const [first] = v.parse(
    v.array(
      v.looseObject({
        license: v.optional(v.object({ id: v.optional(v.string()), name: v.optional(v.string()) })),
        expression: v.optional(v.string()),
      }),
    ),
    licenses,
  );
  const { id, name } = first?.license ?? {};
  const licence = first?.expression ?? id ?? name ?? 'not stated';
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
}
const licences = [...counts].toSorted(([, a], [, b]) => b - a).map(([licence, count]) => `${licence} ${count}`);

writeFileSync(
  'docs/dependencies.md',
  `# What the project is built from

Written by \`npm run licences\`; edits are lost. A new dependency needs a line in \`deploy/dependency-reasons.ts\`.

## In the product, or in what builds it

${tableOf(Object.keys(dependencies))}

## For building and testing

${tableOf(Object.keys(devDependencies))}

## All of them

${sbom.components.length} packages, those for other systems included, are listed with their hashes in
[sbom.cdx.json](sbom.cdx.json) (CycloneDX ${sbom.specVersion}). Licences as their packages state them: ${licences.join(', ')}.

- \`npm ci --ignore-scripts\` is enough: the one package with an install script, esbuild, only checks itself with it.
- The same source gives the same \`dist/\`: \`npm run reproduce\` builds twice and compares every file (23 November 2026:
  4,165 files, none differs). Pages name the day on which they were made; \`SOURCE_DATE_EPOCH\` sets it.
- \`npm audit\` asks the registry, so it is no part of the tests, which run without a network; run it before a release, as
  \`npm audit --package-lock-only\`, where the registry answers it. Where this was developed the registry is a mirror that
  does not (405 Method Not Allowed), so **no audit has been run yet**; a parts list in CycloneDX can be held against the
  advisories by any scanner that reads one ([sbom.cdx.json](sbom.cdx.json)).
- What is known without it, on 23 November 2026: \`npm outdated\` names no newer version of what the product is built from,
  and four of what tests it (\`@types/node\`, kept at the oldest Node that is supported, \`knip\`, \`oxfmt\`, \`oxlint\`).
  Published advisories for direct dependencies that we know of are for versions before those in use: \`maplibre-gl\` before
  6.4.1 (CVE-2026-85061, script in the attribution of a style), \`papaparse\` before 5.2.0 (CVE-2020-36649, time of a
  pattern), \`happy-dom\` before 20.0.0 (CVE-2025-61927), \`mammoth\` before 1.11.0 (CVE-2025-11849), \`@playwright/test\` before
  1.55.1 (CVE-2025-59288), \`vite\` before 7.1.11 (CVE-2025-62522 and earlier, its development server). This list is from
  memory and search, and is no audit.
`,
);
