import { describe, expect, it } from 'vitest';

import { changed, LAKE_AREA, tinyRead, TOWN_A, TOWN_B } from '../../../tests/tiny-plan';
import { shareStep } from './share.step';

const LENDER = tinyRead({ plan: { id: 'lender' } });
const reading = (plan: string): Promise<typeof LENDER | null> => Promise.resolve(plan === 'lender' ? LENDER : null);
const borrower = changed({ ...LAKE_AREA, geometry: null, id: 'lake' }, { sameAs: 'lender/lake-area', accuracyM: null });
const shared = (feature: typeof borrower) =>
  shareStep({ ...tinyRead({ features: [TOWN_A, feature] }), sources: {} }, reading);

describe('a place of another plan', () => {
  it('has its geometry, its accuracy and its sources', async () => {
    const { entries, sources, problems } = await shared(borrower);
    expect(problems).toEqual([]);
    expect(entries[1]?.feature).toMatchObject({
      id: 'lake',
      geometry: LAKE_AREA.geometry,
      properties: { accuracyM: 100 },
    });
    expect(Object.keys(sources)).toEqual(['map']);
  });

  it('keeps what it has of its own, and says that it is the same', async () => {
    const own = changed({ ...borrower, geometry: TOWN_B.geometry }, { accuracyM: 7 });
    const { entries } = await shared(own);
    expect(entries[1]?.feature).toEqual(own);
  });

  it.each(['lender/lost', 'nobody/lake-area', 'tiny/town-a'])('is a finding where there is no %s', async (sameAs) => {
    const { problems } = await shared(changed(borrower, { sameAs }));
    expect(problems).toMatchObject([{ code: 'TC030', id: 'lake', message: `${sameAs} does not exist` }]);
  });
});
