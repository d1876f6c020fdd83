import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { COMMITMENT, tinyPlan } from '../../tests/tiny-plan';
import { COMMITMENT_KINDS, type Commitment, type CommitmentFilter, OPEN_FILTER } from '../contract/commitment';
import { countBy, deadlinesOf, dueOf, filterCommitments, isOpen, placesOfCommitments } from './commitment-filter';

const places = new Map(tinyPlan().places.map((place) => [place.id, place]));
const make = (id: string, change: Partial<Commitment>): Commitment => ({ ...COMMITMENT, id, ...change });
const ALL = [
  make('a', { kind: 'target', places: ['town-a'], deadline: '2025-12-31', deadlineText: '到2025年' }),
  make('b', { kind: 'project', places: ['lake-area', 'town-b'], deadlineText: '尽快' }),
  make('c', { kind: 'project', places: [], deadline: '2022-07-03', deadlineText: '一年' }),
  make('d', { kind: 'reform', places: ['line-1'] }),
];
const ids = (filter: Partial<CommitmentFilter>): string[] =>
  filterCommitments(ALL, { ...OPEN_FILTER, ...filter }, places).map(({ id }) => id);

describe('the filter of commitments', () => {
  it('lets everything through until it is asked something', () => {
    expect(isOpen(OPEN_FILTER)).toBe(true);
    expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
    expect(isOpen({ ...OPEN_FILTER, due: 'none' })).toBe(false);
  });

  it('asks for kind, theme, place and deadline', () => {
    expect(ids({ kind: 'project' })).toEqual(['b', 'c']);
    expect(ids({ theme: 'project' })).toEqual(['b', 'd']);
    expect(ids({ place: 'town-b' })).toEqual(['b']);
    expect(ids({ due: '2022-07-03' })).toEqual(['c']);
  });

  it('tells words without a date from no words', () => {
    expect(ids({ due: 'vague' })).toEqual(['b']);
    expect(ids({ due: 'none' })).toEqual(['d']);
  });

  it('counts what each answer would leave, the other answers kept', () => {
    const filter = { ...OPEN_FILTER, kind: 'project' as const, due: 'vague' };
    expect([...countBy(ALL, filter, 'kind', COMMITMENT_KINDS, places)]).toEqual([
      ['target', 0],
      ['project', 1],
      ['prohibition', 0],
      ['support', 0],
      ['reform', 0],
    ]);
  });

  it('never counts more or less than it would then show', () => {
    const due = fc.constantFrom(null, 'vague', 'none', '2025-12-31', '1999-01-01');
    fc.assert(
      fc.property(fc.constantFrom(null, ...COMMITMENT_KINDS), due, (kind, answer) => {
        const filter = { ...OPEN_FILTER, kind, due: answer };
        const sum = [...new Set(ALL.map(dueOf))].reduce((total, one) => total + ids({ kind, due: one }).length, 0);
        expect(sum).toBe(ids({ kind }).length);
        if (answer !== null) {
          expect(countBy(ALL, filter, 'due', [answer], places).get(answer)).toBe(ids(filter).length);
        }
      }),
    );
  });

  it('lists deadlines once, earliest first, and the places without the plan itself', () => {
    expect(deadlinesOf(ALL)).toEqual(['2022-07-03', '2025-12-31']);
    expect(placesOfCommitments(ALL, places)).toEqual(['town-a', 'lake-area', 'town-b', 'line-1']);
    const whole = new Map([...places].map(([id, place]) => [id, { ...place, kind: 'whole-plan' as const }]));
    expect(placesOfCommitments(ALL, whole)).toEqual([]);
  });
});
