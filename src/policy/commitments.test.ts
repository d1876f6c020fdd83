import { describe, expect, it } from 'vitest';

import { COMMITMENT, PROGRESS } from '../../tests/tiny-plan';
import type { Commitment, Progress } from '../contract/commitment';
import { commitmentIndex, hasPassed, progressOf } from './commitments';

const commitment = (id: string, division: string, places: string[]): Commitment => ({
  ...COMMITMENT,
  id,
  division,
  places,
});
const progress = (id: string, asOf: string): Progress => ({ ...PROGRESS, commitment: id, asOf });

describe('commitments', () => {
  const index = commitmentIndex(
    [
      commitment('a', 'p1.a2.s1', ['lake']),
      commitment('b', 'p1.a2', ['lake', 'hill']),
      commitment('c', 'p1.a3.s9', []),
    ],
    [progress('a', '2025-07-22'), progress('a', '2023'), progress('a', '2024-12')],
  );

  it('are found by article, from sentences and headings alike, in the order of the document', () => {
    expect(index.byArticle.get(2)?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.byArticle.get(3)?.map(({ id }) => id)).toEqual(['c']);
  });

  it('are found by each of their places', () => {
    expect(index.byPlace.get('lake')?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(index.byPlace.get('hill')?.map(({ id }) => id)).toEqual(['b']);
  });

  it('have their progress oldest first, whether it is dated by year, month or day', () => {
    expect(index.progress.get('a')?.map(({ asOf }) => asOf)).toEqual(['2023', '2024-12', '2025-07-22']);
  });

  it('a place hears what was reported of it and of the whole, not of the other places', () => {
    const lines = commitmentIndex(
      [],
      [
        progress('a', '2023'),
        { ...progress('a', '2024'), place: 'line-7' },
        { ...progress('a', '2025'), place: 'line-8' },
      ],
    );
    expect(progressOf(lines, 'a', 'line-8').map(({ asOf }) => asOf)).toEqual(['2023', '2025']);
    expect(progressOf(lines, 'a')).toHaveLength(3);
    expect(progressOf(null, 'a')).toEqual([]);
  });

  it('what was reported of a place alone stands by the place, oldest first, and with no promise', () => {
    const alone = (place: string, asOf: string): Progress => ({ ...PROGRESS, commitment: null, place, asOf });
    const { reports, progress: promised } = commitmentIndex(
      [commitment('a', 'p1.a2.s1', ['lake'])],
      [
        alone('lake', '2025'),
        alone('hill', '2024'),
        alone('lake', '2022-01'),
        { ...progress('a', '2023'), place: 'lake' },
      ],
    );
    expect(reports.get('lake')?.map(({ asOf }) => asOf)).toEqual(['2022-01', '2025']);
    expect(reports.get('hill')?.map(({ asOf }) => asOf)).toEqual(['2024']);
    expect(promised.get('a')?.map(({ asOf }) => asOf)).toEqual(['2023']);
    expect(promised.size).toBe(1);
  });

  it('a deadline has passed only after its day', () => {
    expect(hasPassed('2024-07-03', '2024-07-03')).toBe(false);
    expect(hasPassed('2024-07-03', '2024-07-04')).toBe(true);
  });
});
