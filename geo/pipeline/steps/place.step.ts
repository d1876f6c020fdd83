import polylabel from 'polylabel';

import type { DrawnFeature, DrawnFileName, GazetteerFeature, PlanGeometry } from '../../../src/contract/features';
import type { LngLat, Place, Theme } from '../../../src/contract/place';
import { plainEnglishName } from '../../../src/policy/english-names';
import { bboxOf } from '../../../src/spatial/bbox';
import { deriveGeometries } from '../../../src/spatial/derive-geometry';
import { areaM2, lengthM, ringAreaM2 } from '../../../src/spatial/ellipsoid';
import { metresPerPixel } from '../../../src/spatial/mercator';
import type { LinkedPlan, PlacedPlan } from '../draft';
import { pieceCount } from '../tiles/pieces';
import { type Makers, MAKERS } from './kept';
import { withWordBreaks } from './word-breaks';

/** Wider than this, a band of uncertainty would cover the map it should explain; the card says it in words. */
const WIDEST_BAND_M = 3000;

/**
 * A soft edge that is narrower than this even at the map's greatest zoom cannot be seen, and is not made: at zoom 17 that
 * is one of less than 1.19 m at the equator, 1.08 m at 25°.
 */
const NARROWEST_BAND_PX = 2;
const GREATEST_ZOOM = 17;

/**
 * Soft edges of a place of more pieces are not made either: those of 400 take seven seconds and twenty times the bytes of
 * their outlines, those of 800 twenty-three seconds. Its card says the accuracy in words.
 */
const MOST_BANDED_PIECES = 500;

/**
 * Gazetteer → places with box, label point and size, and the features that the map draws, with the soft edges and
 * the areas put together that `make` makes.
 */
export function placeStep(draft: LinkedPlan, make: Makers = MAKERS): PlacedPlan {
  const features = draft.entries.map((entry) => entry.feature);
  const geometries = deriveGeometries(features, make.combine);
  const drawn: Record<DrawnFileName, DrawnFeature[]> = { ground: [], areas: [], bands: [], lines: [], points: [] };
  const places: Place[] = [];
  const themes = new Map(draft.themes.map((theme) => [theme.id, theme]));
  for (const feature of features) {
    const geometry = geometries.get(feature.id) ?? null;
    const theme = themes.get(feature.properties.theme ?? '');
    const labelAt = feature.properties.labelAt ?? (geometry && labelPoint(geometry));
    if (feature.properties.role !== 'ground') places.push(toPlace(feature, geometry, labelAt, theme));
    if (geometry && labelAt) draw(feature, geometry, labelAt, theme, drawn, make);
  }
  return { ...draft, geometries, places, drawn: { ...drawn, ground: withoutDoubles(drawn) } };
}

/** A stop of a planned line that is a stop of a running one too is one stop, and is named once: as the plan's. */
function withoutDoubles({ ground, points }: Record<DrawnFileName, DrawnFeature[]>): DrawnFeature[] {
  const key = ({ properties: { zh }, geometry }: DrawnFeature): string => `${zh} ${String(geometry.coordinates)}`;
  const planned = new Set(points.filter(({ properties }) => properties.mark === 'part').map(key));
  return ground.filter((feature) => feature.properties.class !== 'metro-station' || !planned.has(key(feature)));
}

function toPlace(
  { id, properties: p }: GazetteerFeature,
  geometry: PlanGeometry | null,
  labelAt: LngLat | null,
  theme?: Theme,
): Place {
  const areaKm2 = geometry ? areaM2(geometry) / 1e6 : 0;
  const lengthKm = geometry ? lengthM(geometry) / 1e3 : 0;
  return {
    id,
    role: p.role === 'part' ? 'part' : 'place',
    name: p.name,
    kind: p.kind ?? 'point',
    theme: p.theme ?? '',
    hue: p.hue ?? theme?.hue ?? 'grey',
    idealisation: p.idealisation,
    accuracyM: p.accuracyM,
    source: p.source,
    aliases: p.aliases ?? [],
    articles: p.articles ?? [],
    bbox: geometry && bboxOf(geometry),
    labelAt,
    ...(areaKm2 > 0 && { areaKm2: round(areaKm2, 3) }),
    ...(lengthKm > 0 && { lengthKm: round(lengthKm, 2) }),
    ...(p.enNames && { enNames: p.enNames }),
    ...(p.ref && { ref: p.ref }),
    ...(p.partOf && { partOf: p.partOf }),
    ...(p.impliedBy && { impliedBy: p.impliedBy }),
    ...(p.sameAs && { sameAs: p.sameAs }),
    ...(p.derive?.op === 'union' && { members: p.derive.of }),
    ...(p.unlocated && { unlocated: p.unlocated }),
    ...(p.definition && { definition: p.definition }),
  };
}

function draw(
  feature: GazetteerFeature,
  geometry: PlanGeometry,
  at: LngLat,
  theme: Theme | undefined,
  into: Record<DrawnFileName, DrawnFeature[]>,
  make: Makers,
): void {
  const { id, properties: p } = feature;
  const accuracyM = p.accuracyM ?? 0;
  const base = {
    id,
    owner: p.partOf ?? id,
    hue: p.hue ?? theme?.hue ?? ('grey' as const),
    pattern: p.pattern ?? theme?.pattern ?? ('none' as const),
    idealisation: p.idealisation,
    accuracyM,
    // The map has no room for an explanation in brackets; the card has.
    zh: withWordBreaks(p.name.zh.replace(/（[^）]*）$/u, '')),
    en: plainEnglishName(p.name.en),
    ...(p.theme && { theme: p.theme }),
    ...(p.kind && { kind: p.kind }),
    ...(p.class && { class: p.class }),
    ...(p.ref && { ref: p.ref }),
    ...(p.rank !== undefined && { rank: p.rank }),
    draw: p.draw ?? (p.derive?.op === 'union' ? ('on-demand' as const) : ('always' as const)),
  };
  const toFeature = (mark: DrawnFeature['properties']['mark'], shape: PlanGeometry): DrawnFeature => ({
    type: 'Feature',
    properties: { ...base, mark },
    geometry: shape,
  });
  const pointAt = (position: readonly number[]): PlanGeometry => ({ type: 'Point', coordinates: [...position] });
  const isPoint = geometry.type === 'Point' || geometry.type === 'MultiPoint';
  const isLine = geometry.type === 'LineString' || geometry.type === 'MultiLineString';

  if (p.role === 'ground') {
    into.ground.push(toFeature('ground', geometry));
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') {
      into.points.push(toFeature('ground', pointAt(at)));
    }
    return;
  }
  const mark = p.role === 'part' ? 'part' : 'shape';
  // What is derived is as soft as what it is made of; districts and lakes are too sharp for a band to be seen.
  const banded = accuracyM <= WIDEST_BAND_M && !p.derive && !p.class && mark === 'shape';
  const softPx = accuracyM / metresPerPixel(at[1], GREATEST_ZOOM);
  const edged = banded && !isPoint && softPx >= NARROWEST_BAND_PX && pieceCount(geometry) <= MOST_BANDED_PIECES;
  if (edged) into.bands.push(...make.bands(geometry, accuracyM).map((band) => toFeature('band', band)));
  if (isPoint) {
    const radiusPx0 = round(accuracyM / metresPerPixel(at[1], 0), 8);
    const point = toFeature(mark, geometry);
    into.points.push(banded ? { ...point, properties: { ...point.properties, radiusPx0 } } : point);
  } else if (isLine) into.lines.push(toFeature(mark, geometry));
  else into.areas.push(toFeature(mark, geometry));
  if (!isPoint && p.role === 'place') into.points.push(toFeature('label', pointAt(at)));
  if (isLine && p.role === 'place' && p.ref && p.theme === 'rail') {
    for (const end of endsOf(geometry)) into.points.push(toFeature('badge', pointAt(end)));
  }
}

/** First and last position of a line; of a line in several pieces, of its longest piece. */
function endsOf(geometry: PlanGeometry): number[][] {
  const paths = geometry.type === 'LineString' ? [geometry.coordinates] : [];
  if (geometry.type === 'MultiLineString') paths.push(...geometry.coordinates);
  const longest = paths.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return [longest.at(0), longest.at(-1)].filter((position) => position !== undefined);
}

/** One point for the name: the pole of inaccessibility of the largest part of an area, the middle of a line. */
function labelPoint(geometry: PlanGeometry): LngLat {
  const pair = ([lng = 0, lat = 0]: readonly number[]): LngLat => [round(lng, 5), round(lat, 5)];
  if (geometry.type === 'Polygon') return pair(polylabel(geometry.coordinates, 0.002));
  if (geometry.type === 'MultiPolygon') {
    return pair(polylabel(largestOf(geometry.coordinates), 0.002));
  }
  if (geometry.type === 'LineString') return pair(middle(geometry.coordinates));
  if (geometry.type === 'MultiLineString')
    return pair(middle(geometry.coordinates.toSorted((a, b) => b.length - a.length)[0] ?? []));
  return pair(geometry.type === 'Point' ? geometry.coordinates : (geometry.coordinates[0] ?? []));
}

/** The polygon with the largest outline, the first of equals. */
function largestOf(polygons: readonly number[][][][]): number[][][] {
  let largest: number[][][] = [];
  let mostM2 = -1;
  for (const polygon of polygons) {
    const outlineM2 = ringAreaM2(polygon[0] ?? []);
    if (outlineM2 <= mostM2) continue;
    largest = polygon;
    mostM2 = outlineM2;
  }
  return largest;
}

function middle(path: number[][]): number[] {
  return path[Math.floor(path.length / 2)] ?? [];
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
