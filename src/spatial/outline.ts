import type { PlanGeometry } from '../contract/features';
import { pathsOf } from '../contract/paths';
import type { Bbox } from '../contract/place';
import { degreeLengthsAt } from './ellipsoid';

/** A small drawing of a box of the earth, north up, in its own units from the upper left corner. */
export interface SmallDrawing {
  width: number;
  height: number;
  /** SVG path data of a geometry; points are left out. Steps too small to be seen are left out as well. */
  path: (geometry: PlanGeometry) => string;
  /** Where a WGS-84 position stands. */
  at: (position: readonly number[]) => [x: number, y: number];
}

/** Steps shorter than this many units cannot be seen. */
const SMALLEST_STEP = 0.6;

/**
 * A frame for a small drawing, `width` units wide, with the degree lengths of its middle latitude: a locator map of a
 * province keeps its shape, nothing is to be measured in it.
 */
export function smallDrawing([west, south, east, north]: Bbox, width: number): SmallDrawing {
  const { lngM, latM } = degreeLengthsAt((south + north) / 2);
  const unit = width / ((east - west) * lngM);
  const at = ([lng = 0, lat = 0]: readonly number[]): [number, number] => [
    (lng - west) * lngM * unit,
    (north - lat) * latM * unit,
  ];
  const path = (geometry: PlanGeometry): string => {
    const closed = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
    return pathsOf(geometry)
      .filter((positions) => positions.length > 1)
      .map((positions) => {
        let [lastX, lastY] = [Infinity, Infinity];
        const steps: string[] = [];
        positions.forEach((position, index) => {
          const [x, y] = at(position);
          const last = index === positions.length - 1;
          if (!last && Math.hypot(x - lastX, y - lastY) < SMALLEST_STEP) return;
          steps.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
          [lastX, lastY] = [x, y];
        });
        return `M${steps.join('L')}${closed ? 'Z' : ''}`;
      })
      .join('');
  };
  return { width, height: (north - south) * latM * unit, path, at };
}
