import { describe, expect, it } from 'vitest';

import { planIds, preparePlan } from '../geo/pipeline/plan-pipeline';
import type { Extract } from '../src/contract/extract';
import { extractOf } from '../src/extract/extract';
import { type PlanAsker, planAsker } from '../src/extract/plan-asker';
import { boxContains } from '../src/spatial/bbox';
import { askHere, askIndex } from '../src/spatial/ask-here';
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
      if (answer.coverage !== 'inside') continue;
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

  it('divides a parcel among the zones without a rest or a double', () => {
    for (const spot of spots.slice(0, 60)) {
      const answer = ask(randomParcel(random, spot, 1500));
      if (answer.coverage !== 'inside') continue;
      const zones = everyHit(answer).filter((hit) => hit.kind === 'zone');
      const sum = zones.reduce((total, hit) => total + (hit.percent?.value ?? NaN), 0);
      expect(Math.abs(sum - 100)).toBeLessThan(0.05);
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
});
