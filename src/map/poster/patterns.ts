import type { Pattern } from '../../contract/place';
import { element } from './markup';

/** Line patterns as in `images.ts`: the angle of the lines, the distance between them, their width, in pixels. */
const HATCHES: Partial<Record<Pattern, readonly [angleDeg: number, periodPx: number, widthPx: number]>> = {
  slash: [45, 8 * Math.SQRT1_2, 0.8],
  backslash: [-45, 8 * Math.SQRT1_2, 0.8],
  vertical: [0, 6, 0.8],
  horizontal: [90, 6, 0.8],
  dense: [45, 4 * Math.SQRT1_2, 0.9],
  medium: [45, 8 * Math.SQRT1_2, 0.9],
  sparse: [45, 12 * Math.SQRT1_2, 0.8],
};

/** A fill pattern as an SVG element, in units of which `perPx` are a pixel. `null` for a pattern without marks. */
export function patternElement(id: string, pattern: Pattern, colour: string, perPx: number): string | null {
  const unit = (px: number): number => Number((px * perPx).toFixed(2));
  const tile = (periodPx: number, angleDeg: number, marks: string): string =>
    element(
      'pattern',
      {
        id,
        width: unit(periodPx),
        height: unit(periodPx),
        patternUnits: 'userSpaceOnUse',
        patternTransform: angleDeg === 0 ? undefined : `rotate(${angleDeg})`,
      },
      marks,
    );
  if (pattern === 'dots') {
    return tile(6, 0, element('circle', { cx: unit(3), cy: unit(3), r: unit(0.9), fill: colour }));
  }
  if (pattern === 'grid') {
    const d = `M${unit(3)} 0v${unit(6)}M0 ${unit(3)}h${unit(6)}`;
    return tile(6, 0, element('path', { d, stroke: colour, 'stroke-width': unit(0.6) }));
  }
  const hatch = HATCHES[pattern];
  if (!hatch) return null;
  const [angleDeg, periodPx, widthPx] = hatch;
  const half = unit(periodPx / 2);
  return tile(
    periodPx,
    angleDeg,
    element('path', { d: `M${half} 0v${unit(periodPx)}`, stroke: colour, 'stroke-width': unit(widthPx) }),
  );
}
