import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { CSV_HEAD, csvOf } from '../geo/ask/write-csv';
import { markdownOf } from '../src/text/extract-text';
import { planIds, preparePlan } from '../geo/pipeline/plan-pipeline';
import type { Extract } from '../src/contract/extract';
import { LANGS } from '../src/contract/localized';
import { extractOf } from '../src/extract/extract';
import { type PlanAsker, planAsker } from '../src/extract/plan-asker';
import { boxContains } from '../src/spatial/bbox';
import { askHere, askIndex } from '../src/spatial/ask-here';
import { TEXTS } from '../src/text/texts';
import { randomParcel, randomSpot, series } from './postgis/random-sites';

const root = process.cwd();
const STAMP = { created: '2026-11-23T00:00:00.000Z', dataSha256: '0'.repeat(64) };

describe.each(await planIds(root))('the extract of %s', async (id) => {
  const draft = await preparePlan(root, id);
  const asker: PlanAsker = planAsker({
    document: {
      plan: draft.plan,
      textSha256: '',
      divisions: draft.document.divisions,
      mentions: draft.mentions,
    },
    gazetteer: { places: draft.places, themes: draft.themes, sources: {} },
    commitments: { commitments: draft.words.commitments, progress: draft.words.progress, glossary: [] },
    drawn: [draft.drawn.areas, draft.drawn.lines, draft.drawn.points].map((features) => ({
      type: 'FeatureCollection',
      features,
    })),
  });
  const targets = asker.targets.map(({ target }) => target);
  const box = asker.places.get(draft.plan.coverage)?.bbox ?? draft.plan.frame;
  const random = series(1);
  const spots = Array.from({ length: 200 }, () => randomSpot(random, box, targets));
  const ask = (geometry: Parameters<typeof randomParcel>[1] | ReturnType<typeof randomParcel>): Extract => {
    const shape = 'type' in geometry ? geometry : ({ type: 'Point', coordinates: geometry } as const);
    const result = extractOf(asker, { id: '', name: null, geometry: shape, inputCrs: 'EPSG:4326' }, STAMP);
    if (!result.ok) throw new Error(result.reason);
    return result.extract;
  };
  const everyHit = (answer: Extract): Extract['concerned'] => [
    ...answer.concerned,
    ...answer.tooCloseToCall,
    ...answer.planDoesNotSay.flatMap((silence) => (silence.reason === 'too-coarse' ? silence.hits : [])),
  ];

  it('gives one zone at every spot inside the coverage, unless a border is near', () => {
    for (const spot of spots) {
      const answer = ask(spot);
      const zones = answer.concerned.filter((hit) => hit.kind === 'zone');
      expect(zones.length).toBeLessThanOrEqual(1);
      // Only where the plan is made of its zones is there one everywhere.
      if (answer.coverage !== 'inside' || !asker.places.get(draft.plan.coverage)?.members) continue;
      const near = answer.tooCloseToCall.filter((hit) => hit.kind === 'zone');
      expect(zones.length + near.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('says of a spot what touching the map there says', () => {
    const index = askIndex(
      [draft.drawn.areas, draft.drawn.lines, draft.drawn.points].map((features) => ({
        type: 'FeatureCollection',
        features,
      })),
    );
    for (const spot of spots) {
      const touched = askHere(spot, 0, index).map(({ placeId, relation }) => `${placeId} ${relation}`);
      const hits = everyHit(ask(spot))
        .filter((hit) => hit.kind !== 'whole-plan')
        .map(({ placeId, relation }) => `${placeId} ${relation}`);
      expect(hits.toSorted()).toEqual(touched.toSorted());
    }
  });

  it('divides a parcel among the zones, if the plan has any, without a rest or a double', () => {
    const whole = draft.places.some(({ kind }) => kind === 'zone') ? 100 : 0;
    for (const spot of spots.slice(0, 60)) {
      const answer = ask(randomParcel(random, spot, 1500));
      if (answer.coverage !== 'inside') continue;
      const zones = everyHit(answer).filter((hit) => hit.kind === 'zone');
      const sum = zones.reduce((total, hit) => total + (hit.percent?.value ?? NaN), 0);
      expect(Math.abs(sum - whole)).toBeLessThan(0.05);
      expect(zones.filter((hit) => hit.relation === 'inside').length).toBeLessThanOrEqual(1);
    }
  });

  it('quotes the document verbatim', () => {
    const byId = new Map(draft.document.divisions.map((division) => [division.id, division.text]));
    for (const spot of spots.slice(0, 50)) {
      for (const { divisionId, quote, named } of everyHit(ask(spot)).flatMap((hit) => hit.provisions)) {
        expect(quote).toBe(byId.get(divisionId));
        for (const words of named) expect(quote).toContain(words);
      }
    }
    expect(spots.some((spot) => boxContains(box, spot))).toBe(true);
  });

  it('is written with every list in both languages, and as a table that no spreadsheet takes for formulas', () => {
    const [spot = [0, 0]] = spots;
    const answer = ask(randomParcel(random, spot, 800));
    const named: Extract = { ...answer, subject: { ...answer.subject, name: '=1+1' } };
    for (const lang of LANGS) {
      const sheet = {
        lang,
        planTitle: draft.plan.title,
        placeName: (place: string) => asker.places.get(place)?.name[lang] ?? place,
        articleName: (article: number) => `§ ${article}`,
        themeName: (theme: string) => theme,
      };
      const text = markdownOf(named, 1, sheet);
      for (const list of Object.values(TEXTS[lang].extract.lists)) expect(text).toContain(`### ${list}`);
      for (const hit of named.concerned) {
        expect(text).toContain(hit.name[lang]);
        for (const { quote } of hit.provisions) expect(text).toContain(quote);
      }
      expect(text).not.toMatch(/undefined|NaN|\[object/u);
    }
    const table = Papa.parse<Record<string, string>>((CSV_HEAD + csvOf(named)).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(table.errors).toEqual([]);
    expect(new Set(table.data.map((row) => row['name']))).toEqual(new Set(["'=1+1"]));
    const places = new Set(table.data.map((row) => row['place_id']));
    for (const { placeId } of [...everyHit(named), ...named.notConcerned]) expect(places).toContain(placeId);
  });
});
