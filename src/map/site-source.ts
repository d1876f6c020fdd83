import type { GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec';

import type { SiteMarks } from '../state/map-surface';

/** What a visitor has put on the map, as a source; `mark` tells the style what each feature is. */
export function siteSource(marks: SiteMarks | null | undefined): GeoJSONSourceSpecification {
  return { type: 'geojson', data: siteFeatures(marks), tolerance: 0.2, buffer: 64 };
}

type SiteFeatures = GeoJSON.FeatureCollection<SiteMarks['others'][number], { mark: string; number: string }>;

export function siteFeatures(marks: SiteMarks | null | undefined): SiteFeatures {
  const feature = (
    mark: 'current' | 'other' | 'pin',
    geometry: SiteMarks['others'][number],
    number = 0,
  ): SiteFeatures['features'][number] => ({ type: 'Feature', properties: { mark, number: String(number) }, geometry });
  if (!marks) return { type: 'FeatureCollection', features: [] };
  return {
    type: 'FeatureCollection',
    features: [
      ...marks.others.map((one) => feature('other', one)),
      ...(marks.current ? [feature('current', marks.current)] : []),
      ...marks.pins.map((at, index) => feature('pin', { type: 'Point', coordinates: at }, index + 1)),
    ],
  };
}
