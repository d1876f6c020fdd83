import type { diffZh } from './diff.zh';

/** Words about two versions of a plan, English. */
export const diffEn: typeof diffZh = {
  title: (before, after) => `${before} → ${after}`,
  text: 'Text',
  places: 'Places',
  near: (radiusM) => `Changed within ${radiusM} m`,
  nothing: 'Nothing changed.',
  article: { added: 'added', removed: 'removed', changed: 'changed', renumbered: 'another number only' },
  place: {
    added: 'added',
    removed: 'removed',
    located: 'has a position now',
    'no-longer-located': 'has no position any more',
    moved: 'moved',
    accuracy: 'accuracy changed',
    renamed: 'renamed',
  },
  moved: (metres, sure) => `moved by ${metres} m at most${sure ? '' : ' (within its accuracy: it may not have moved)'}`,
  accuracy: (before, after) => `±${before} m → ±${after} m`,
  distance: (metres, accuracyM) => `${metres} m away (±${accuracyM} m)`,
};
