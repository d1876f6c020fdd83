import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';

import { planIds, preparePlan } from '../geo/pipeline/plan-pipeline';
import { writePlan } from '../geo/pipeline/steps/write.step';
import { CommitmentsSchema, EnglishSchema } from '../src/contract/commitment';
import { DRAWN_FILES, DrawnFileSchema } from '../src/contract/features';
import { PackedFileSchema } from '../src/contract/packed';
import { unpackDrawn } from '../src/contract/unpack';
import { ManifestSchema } from '../src/contract/manifest';
import { GazetteerSchema } from '../src/contract/place';
import { DocumentSchema } from '../src/contract/plan';
import { SearchDataSchema } from '../src/contract/search';
import { SharedSchema } from '../src/contract/shared';

const root = join(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'tuce-contract-'));
const plans = await planIds(root);
for (const plan of plans) await writePlan(await preparePlan(root, plan), out);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe.each(plans)('what the build writes for %s', (plan) => {
  const bytes = (name: string): Buffer => readFileSync(join(out, plan, name));
  const read = <S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> =>
    v.parse(schema, JSON.parse(bytes(name).toString('utf8')));
  const document = read('document.json', DocumentSchema);
  const gazetteer = read('places.json', GazetteerSchema);
  const manifest = read('manifest.json', ManifestSchema);
  const drawn = DRAWN_FILES.flatMap((name) =>
    read(`${name}.geojson`, DrawnFileSchema).features.map((feature) => ({ name, feature })),
  );
  const placeIds = new Set(gazetteer.places.map((place) => place.id));

  it('is what the manifest lists, byte for byte', () => {
    expect(manifest.plan).toBe(plan);
    expect([...Object.keys(manifest.files), 'manifest.json'].toSorted()).toEqual(
      readdirSync(join(out, plan)).toSorted(),
    );
    for (const [name, listed] of Object.entries(manifest.files)) {
      const file = bytes(name);
      expect({ bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') }, name).toEqual(listed);
    }
  });

  it('is just what the schemas read, so that a reader who knows the hash need not read it with them', () => {
    const schemas: Record<string, v.GenericSchema> = {
      'document.json': DocumentSchema,
      'places.json': GazetteerSchema,
      'commitments.json': CommitmentsSchema,
      'english.json': EnglishSchema,
      'search.json': SearchDataSchema,
      'shared.json': SharedSchema,
      ...Object.fromEntries(
        DRAWN_FILES.flatMap((name) => [
          [`${name}.geojson`, DrawnFileSchema],
          [`${name}.packed.json`, PackedFileSchema],
        ]),
      ),
    };
    expect(Object.keys(schemas).toSorted()).toEqual(Object.keys(manifest.files).toSorted());
    for (const [name, schema] of Object.entries(schemas))
      expect(read(name, schema), name).toStrictEqual(JSON.parse(bytes(name).toString('utf8')));
  });

  it('packs for the app what others read as GeoJSON, to the last digit', () => {
    for (const name of DRAWN_FILES)
      expect(unpackDrawn(read(`${name}.packed.json`, PackedFileSchema)), name).toStrictEqual(
        read(`${name}.geojson`, DrawnFileSchema),
      );
  });

  it('has as much of everything as the manifest counts', () => {
    const kind = (name: string): number => document.divisions.filter((division) => division.kind === name).length;
    const own = gazetteer.places.filter((place) => place.role === 'place');
    expect(manifest.counts).toEqual({
      parts: kind('part'),
      articles: kind('article'),
      sentences: kind('sentence'),
      places: own.length,
      located: own.filter((place) => place.bbox !== null).length,
      mentions: document.mentions.length,
    });
  });

  it('has a text hash that the divisions give back', () => {
    const leaves = document.divisions.filter((division) => division.kind !== 'preamble');
    let text = '';
    for (const leaf of leaves) text = text.padEnd(leaf.start, '\n') + leaf.text;
    expect(createHash('sha256').update(text).digest('hex')).toBe(document.textSha256);
  });

  it('has no id twice among divisions or among places', () => {
    expect(new Set(document.divisions.map((division) => division.id)).size).toBe(document.divisions.length);
    expect(placeIds.size).toBe(gazetteer.places.length);
  });

  it('refers only to what is there', () => {
    const divisionIds = new Set(document.divisions.map((division) => division.id));
    const themeIds = new Set(gazetteer.themes.map((theme) => theme.id));
    for (const { placeId, divisionId } of document.mentions) {
      expect(placeIds.has(placeId), placeId).toBe(true);
      expect(divisionIds.has(divisionId), divisionId).toBe(true);
    }
    for (const { parent } of document.divisions) expect(parent === null || divisionIds.has(parent)).toBe(true);
    for (const place of gazetteer.places) {
      expect(themeIds.has(place.theme), place.id).toBe(true);
      const others = [place.partOf, place.impliedBy, ...(place.members ?? [])].filter((id) => id !== undefined);
      expect(others.filter((id) => !placeIds.has(id))).toEqual([]);
      const cited = [...place.source.from, place.definition?.from].filter((id) => id !== undefined);
      expect(cited.filter((id) => !(id in gazetteer.sources))).toEqual([]);
    }
    expect(placeIds.has(document.plan.coverage)).toBe(true);
  });

  it('reads every name of every place aloud', () => {
    const { readings } = read('search.json', SearchDataSchema);
    for (const { id, name, aliases } of gazetteer.places) {
      expect(
        readings[id]?.map((reading) => reading.name),
        id,
      ).toEqual([...new Set([name.zh, ...aliases])]);
    }
    expect(Object.keys(readings).filter((id) => !placeIds.has(id))).toEqual([]);
  });

  it('draws every located place, and nothing of the plan that is no place', () => {
    const shapes = drawn.filter(({ feature: { properties: p } }) => p.mark === 'shape' || p.mark === 'part');
    const drawnIds = new Set(shapes.map(({ feature }) => feature.properties.id));
    for (const place of gazetteer.places) expect(drawnIds.has(place.id), place.id).toBe(place.bbox !== null);
    for (const {
      feature: { properties: p },
    } of drawn.filter(({ name }) => name !== 'ground')) {
      expect(p.mark === 'ground' || placeIds.has(p.owner), p.owner).toBe(true);
    }
  });

  it('closes every ring and gives every line two positions', () => {
    for (const {
      feature: { geometry, properties },
    } of drawn) {
      const rings =
        geometry.type === 'Polygon'
          ? geometry.coordinates
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates.flat()
            : [];
      for (const ring of rings) {
        expect(ring.length, properties.id).toBeGreaterThanOrEqual(4);
        expect(ring.at(0), properties.id).toEqual(ring.at(-1));
      }
      if (geometry.type === 'LineString') expect(geometry.coordinates.length, properties.id).toBeGreaterThanOrEqual(2);
    }
  });
});
