import { positionsOf } from '../contract/paths';
import { bboxOf } from '../spatial/bbox';
import { type Check, featureCheck } from './check';

/** How far outside the coverage's box a feature may reach, in degrees (rivers and railways run on). */
const MARGIN_DEG = 0.6;

export const accuracyMissing = featureCheck(
  'TC008',
  'whatever is drawn says how accurate it is',
  ({ feature: { id, properties } }, draft) =>
    draft.geometries.has(id) && properties.accuracyM === null
      ? [
          {
            message: 'it is drawn, but accuracyM is null',
            fix: 'give the radius in metres that holds with 95 % confidence',
          },
        ]
      : [],
);

export const outsideCoverage: Check = {
  code: 'TC010',
  severity: 'error',
  rule: 'features lie in the area that the plan covers',
  run: (draft) => {
    const coverage = draft.geometries.get(draft.plan.coverage);
    if (!coverage) return [];
    const [west, south, east, north] = bboxOf(coverage);
    const fits = ([x = NaN, y = NaN]: readonly number[]): boolean =>
      x >= west - MARGIN_DEG && x <= east + MARGIN_DEG && y >= south - MARGIN_DEG && y <= north + MARGIN_DEG;
    return draft.entries.flatMap(({ file, feature: { id } }) => {
      const geometry = draft.geometries.get(id);
      const stray = geometry && positionsOf(geometry).find((position) => !fits(position));
      if (!stray) return [];
      const swapped = fits(stray.toReversed());
      return [
        {
          file,
          id,
          message: `${stray.join(', ')} lies outside the plan’s coverage`,
          fix: swapped ? 'the axes are swapped: write longitude first' : 'check datum and digits',
        },
      ];
    });
  },
};

export const whereOrWhyNot = featureCheck(
  'TC013',
  'a feature has a geometry, a derivation or a reason why it has none, and only one of them',
  ({ feature: { id, geometry, properties } }, draft) => {
    const given = [geometry, properties.derive, properties.unlocated].filter(
      (value) => value !== null && value !== undefined,
    );
    if (given.length === 0 && draft.elsewhere.has(id)) return [];
    if (given.length !== 1) {
      return [{ message: `${given.length} of geometry, derive and unlocated are given`, fix: 'give exactly one' }];
    }
    return properties.derive && !draft.geometries.has(id)
      ? [{ message: 'its geometry cannot be derived', fix: 'name areas (or one closed line) that have a geometry' }]
      : [];
  },
);
