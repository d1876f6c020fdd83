import type { DrawnFeature, PlanGeometry } from '../src/contract/features';

/** An overlay as the pipeline draws it, named by its id and drawn exactly unless told otherwise. */
export function drawnFeature(
  id: string,
  geometry: PlanGeometry,
  more: Partial<DrawnFeature['properties']> = {},
): DrawnFeature {
  return {
    type: 'Feature',
    geometry,
    properties: {
      id,
      owner: id,
      mark: 'shape',
      hue: 'teal',
      pattern: 'none',
      theme: 'project',
      kind: 'overlay',
      draw: 'always',
      idealisation: 'indicative',
      accuracyM: 0,
      zh: id,
      en: id,
      ...more,
    },
  };
}
