import { expect, it } from 'vitest';

import { tinyPlan } from '../../tests/tiny-plan';
import { mentionAfter } from './reading-order';

const { mentions, places } = tinyPlan();
const byId = new Map(places.map((place) => [place.id, place]));

it('goes through every word that names a place, forwards and backwards, and stops at the ends', () => {
  const names: string[] = [];
  let at = -1;
  for (let next = mentionAfter(mentions, byId, at, 1); next; next = mentionAfter(mentions, byId, at, 1)) {
    names.push(next.exact);
    at = next.start;
  }
  expect(names).toEqual(['甲城', '乙城', '东湖片区', '一号线', '东湖片区']);
  expect(mentionAfter(mentions, byId, at, -1)?.exact).toBe('一号线');
  expect(mentionAfter(mentions, byId, 0, -1)).toBeNull();
});

it('passes over what names the plan as a whole', () => {
  const whole = new Map(
    [...byId].map(([id, place]) => [id, id === 'town-a' ? { ...place, kind: 'whole-plan' as const } : place]),
  );
  expect(mentionAfter(mentions, whole, -1, 1)?.exact).toBe('乙城');
});
