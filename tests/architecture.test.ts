import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

interface Import {
  from: string;
  to: string;
  /** Gone after compilation. */
  typeOnly: boolean;
}

/** Paths below a folder, relative to the repository. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Product code; tests may import anything. */
const files = ['src', 'geo/pipeline', 'geo/ask', 'geo/reference']
  .flatMap(filesBelow)
  .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$|\.d\.ts$/u.test(path));
const text = new Map(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));
const assets = new Set(filesBelow('src').filter((path) => path.endsWith('.css')));

const STATEMENT = /^(?:import|export)\s+(?<type>type\s+)?(?:(?<what>[\w*{][^;'"]*?)\s+from\s+)?'(?<to>[^']+)'/gmu;
const DYNAMIC = /\bimport\(\s*'(?<to>[^']+)'\s*\)/gu;

/** `{ type A, type B }` brings nothing in at run time. */
function onlyTypes(what: string): boolean {
  const names = /^\{(?<list>[^}]*)\}$/u.exec(what.trim())?.groups?.['list'];
  return names !== undefined && names.split(',').every((name) => name.trim() === '' || /^type\s/u.test(name.trim()));
}

function resolve(from: string, to: string): string {
  if (!to.startsWith('.')) return to;
  const base = posix.normalize(posix.join(dirname(from), to));
  return [base, `${base}.ts`, `${base}.tsx`].find((path) => text.has(path) || assets.has(path)) ?? base;
}

const imports: Import[] = [...text].flatMap(([from, source]) => [
  ...[...source.matchAll(STATEMENT)].map(({ groups = {} }) => ({
    from,
    to: resolve(from, groups['to'] ?? ''),
    typeOnly: groups['type'] !== undefined || onlyTypes(groups['what'] ?? ''),
  })),
  ...[...source.matchAll(DYNAMIC)].map(({ groups = {} }) => ({
    from,
    to: resolve(from, groups['to'] ?? ''),
    typeOnly: false,
  })),
]);
const inside = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('geo/') || to.startsWith('seeds/'));

/** Who may import whom, folder by folder; a folder may always import itself. */
const RULES: Record<string, readonly string[]> = {
  'src/ui': [
    'src/state',
    'src/policy',
    'src/spatial',
    'src/extract',
    'src/lint',
    'src/importers',
    'src/data',
    'src/map/layers',
    // The picture of an answer has the drawn map on it, in the light palette.
    'src/map/poster.ts',
    'src/map/picture.ts',
    'src/map/palette.ts',
    'src/contract',
    'src/text',
  ],
  'src/map': ['src/policy', 'src/contract', 'src/spatial'],
  // What is drawn for a reader without script is what the app would show; nobody imports it but the composition.
  'src/pages': ['src/ui', 'src/map', 'src/state', 'src/policy', 'src/contract', 'src/text'],
  'src/state': ['src/contract'],
  'src/data': ['src/contract'],
  // What is kept on the device, and the worker that answers from it.
  'src/offline': ['src/contract'],
  'src/spatial': ['src/contract'],
  'src/policy': ['src/contract'],
  'src/lint': ['src/contract', 'src/policy', 'src/spatial', 'src/importers'],
  'src/importers': ['src/contract'],
  'src/extract': ['src/contract', 'src/policy', 'src/spatial'],
  'src/contract': [],
  'src/text': ['src/contract'],
  // Scripts in frames and around them: small, without React and without the words of the interface.
  'src/embed': ['src/contract', 'src/map', 'src/policy', 'src/state'],
  'geo/pipeline': ['src/contract', 'src/lint', 'src/policy', 'src/spatial', 'src/importers', 'src/map/poster.ts'],
  'geo/reference': ['src/contract', 'src/lint', 'geo/ask'],
  'geo/ask': ['src/contract', 'src/policy', 'src/spatial', 'src/importers', 'src/extract', 'src/text'],
};
/** Where types may come from besides. */
const TYPE_RULES: Record<string, readonly string[]> = {
  'src/map': ['src/state'],
  'src/ui': ['src/offline'],
};
/** They wire everything. */
const COMPOSITION = new Set([
  'src/main.tsx',
  'src/map-pane.tsx',
  'src/embed-page.ts',
  'src/embed-map.ts',
  'src/embed-plan.ts',
  'src/embed-drawing.ts',
  'src/embed-live.tsx',
]);

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const homeOf = (path: string): string | undefined => Object.keys(RULES).find((folder) => within(path, folder));

function allowed({ from, to, typeOnly }: Import): boolean {
  if (COMPOSITION.has(from)) return within(to, 'src');
  const home = homeOf(from);
  if (home === undefined) return false;
  const targets = [home, ...(RULES[home] ?? []), ...(typeOnly ? (TYPE_RULES[home] ?? []) : [])];
  return targets.some((folder) => within(to, folder));
}

const shown = (list: readonly Import[]): string[] => list.map(({ from, to }) => `${from} imports ${to}`);

/** The first cycle among run-time imports, as a path. */
function cycle(): string[] {
  const atRunTime = inside.filter((one) => !one.typeOnly);
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const { to } of atRunTime.filter((one) => one.from === path)) {
      const found = visit(to, [...trail, path]);
      if (found.length > 0) return found;
    }
    done.add(path);
    return [];
  };
  return files.map((path) => visit(path, [])).find((found) => found.length > 0) ?? [];
}

/** Files that bring a package in; the package itself or one of its files. */
const importersOf = (name: string, runTimeOnly: boolean): string[] => [
  ...new Set(
    imports
      .filter(({ to, typeOnly }) => (to === name || to.startsWith(`${name}/`)) && !(runTimeOnly && typeOnly))
      .map(({ from }) => from),
  ),
];
const containing = (pattern: RegExp): string[] => files.filter((path) => pattern.test(text.get(path) ?? ''));

describe('the architecture', () => {
  it('is looked at whole', () => {
    expect(files.length).toBeGreaterThan(70);
    expect(inside.length).toBeGreaterThan(120);
    expect(inside.filter(({ to }) => !text.has(to) && !assets.has(to))).toEqual([]);
    expect(inside.some((one) => one.from === 'src/main.tsx' && one.to === 'src/map-pane.tsx')).toBe(true);
  });

  it('has a rule for every file', () => {
    expect(files.filter((path) => homeOf(path) === undefined && !COMPOSITION.has(path))).toEqual([]);
  });

  it('lets imports run one way only', () => {
    expect(shown(inside.filter((one) => !allowed(one)))).toEqual([]);
  });

  it('has no cycle of imports', () => {
    expect(cycle()).toEqual([]);
  });

  it('never lets the product import a plan or the pipeline', () => {
    const product = imports.filter(({ from }) => within(from, 'src'));
    expect(shown(product.filter(({ to }) => within(to, 'geo') || within(to, 'seeds')))).toEqual([]);
  });

  it('has the map library in one file only', () => {
    expect(importersOf('maplibre-gl', true)).toEqual(['src/map/map-view.tsx']);
    expect(importersOf('maplibre-gl', false)).toEqual(['src/map/map-view.tsx']);
    // The drawn map reads the style by the rules of the language itself; the app loads it for a picture only.
    expect(importersOf('@maplibre/maplibre-gl-style-spec', true).every((path) => within(path, 'src/map/poster'))).toBe(
      true,
    );
  });

  it('has React in the desk, the map view and the two roots only', () => {
    const reacting = ['react', 'react-dom'].flatMap((name) => importersOf(name, false));
    const places = ['src/ui', 'src/pages', 'src/map/map-view.tsx', ...COMPOSITION];
    expect(reacting.filter((path) => !places.some((place) => within(path, place)))).toEqual([]);
    expect(reacting).toContain('src/main.tsx');
  });

  it('keeps the pure folders free of the browser, the disk and the network', () => {
    const pure = files.filter((path) =>
      ['src/policy', 'src/lint', 'src/spatial', 'src/extract', 'src/importers', 'src/contract'].some((one) =>
        within(path, one),
      ),
    );
    const impure =
      /\b(?:window|document\.(?:create|query|body)|localStorage|fetch|process|Date\.now|Math\.random)\b|'node:/u;
    expect(pure.filter((path) => impure.test(text.get(path) ?? ''))).toEqual([]);
  });

  it('knows no plan by name: what is of a plan is data', () => {
    expect(containing(/kunming|dianchi|昆明|滇池/iu)).toEqual([]);
  });

  it('never writes markup as text into the page', () => {
    expect(containing(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/u)).toEqual([]);
  });

  it('names files in kebab-case and has no drawer for leftovers', () => {
    const names = files.map((path) => posix.basename(path));
    expect(
      names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:layer|step|check|zh|en))?\.tsx?$/u.test(name)),
    ).toEqual([]);
    expect(names.filter((name) => /^(?:utils?|common|helpers?|types|misc)\./u.test(name))).toEqual([]);
  });

  it('has no default exports', () => {
    expect(containing(/^export default/mu)).toEqual([]);
  });
});
