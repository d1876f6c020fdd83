import { describe, expect, it } from 'vitest';

import { type Known, resolveState } from './resolve';
import { INITIAL_STATE, type ViewState } from './view-state';

const KNOWN: Known = { articles: new Set([0, 1, 2]), places: new Set(['lake']), layers: new Set(['rail', 'road']) };
const view = (change: Partial<ViewState>): ViewState => ({ ...INITIAL_STATE, lang: 'en', at: [102, 25], ...change });

describe('resolveState', () => {
  it('gives back the very same view when the plan has everything', () => {
    const whole = view({ article: 0, place: 'lake', hidden: ['road', 'rail'] });
    expect(resolveState(whole, KNOWN)).toEqual({ state: whole, unknown: [] });
    expect(resolveState(whole, KNOWN).state).toBe(whole);
  });

  it('has nothing against a view that asks for nothing', () => {
    expect(resolveState(INITIAL_STATE, { articles: new Set(), places: new Set(), layers: new Set() }).unknown).toEqual(
      [],
    );
  });

  it.each<[string, Partial<ViewState>, Partial<ViewState>, object[]]>([
    ['an article', { article: 3, place: 'lake' }, { article: null, place: 'lake' }, [{ field: 'article', value: '3' }]],
    ['a place', { place: 'sea' }, { place: null }, [{ field: 'place', value: 'sea' }]],
    [
      'layers',
      { hidden: ['air', 'rail', 'sea'] },
      { hidden: ['rail'] },
      [
        { field: 'layer', value: 'air' },
        { field: 'layer', value: 'sea' },
      ],
    ],
  ])('replaces %s that the plan does not have, says so and keeps the rest', (_, asked, kept, unknown) => {
    expect(resolveState(view(asked), KNOWN)).toEqual({ state: view(kept), unknown });
  });

  it('does not change the view it was given', () => {
    const asked = Object.freeze(view({ article: 9, hidden: Object.freeze(['air']) }));
    resolveState(asked, KNOWN);
    expect(asked).toMatchObject({ article: 9, hidden: ['air'] });
  });
});
