import { readFileSync } from 'node:fs';

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { REASONS } from '../deploy/dependency-reasons';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const Named = v.record(v.string(), v.string());
const { dependencies, devDependencies } = v.parse(
  v.object({ dependencies: Named, devDependencies: Named }),
  read('package.json'),
);
const direct = Object.entries({ ...dependencies, ...devDependencies });
const { components } = v.parse(
  v.object({
    components: v.array(v.object({ name: v.string(), version: v.string(), licenses: v.optional(v.unknown()) })),
  }),
  read('docs/sbom.cdx.json'),
);
const { packages } = v.parse(
  v.object({ packages: v.record(v.string(), v.looseObject({ hasInstallScript: v.optional(v.boolean()) })) }),
  read('package-lock.json'),
);

describe('what the project is built from', () => {
  it('has a reason for each direct dependency, and for nothing else', () => {
    expect(Object.keys(REASONS).toSorted()).toEqual(direct.map(([name]) => name).toSorted());
  });

  it('is listed as it is installed: npm run licences', () => {
    const table = readFileSync('docs/dependencies.md', 'utf8');
    for (const [name, version] of direct) {
      expect(table).toContain(`| \`${name}\``);
      expect(table.replaceAll(/ +/gu, ' ')).toContain(`| \`${name}\` | ${version} |`);
      expect(components).toContainEqual(expect.objectContaining({ name, version }));
    }
    expect(table).not.toMatch(/\| not stated/u);
  });

  it('names exact versions only', () => {
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  it('runs nothing while it is installed but what can be left out', () => {
    const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(running.map(([path]) => path)).toEqual(['node_modules/esbuild']);
  });
});
