import type { Pattern } from '../../contract/place';
import { element } from './markup';

/** Which way the lines of a hatching run. */
type Course = 'up' | 'down' | 'across' | 'along';

/** Line patterns as in `images.ts`: the course of the lines, and in pixels the edge of a tile and the width of a line. */
const HATCHES: Partial<Record<Pattern, readonly [course: Course, periodPx: number, widthPx: number]>> = {
  slash: ['up', 8, 0.8],
  backslash: ['down', 8, 0.8],
  vertical: ['across', 6, 0.8],
  horizontal: ['along', 6, 0.8],
  dense: ['up', 4, 0.9],
  medium: ['up', 8, 0.9],
  sparse: ['up', 12, 0.8],
};

/** A fill pattern as an SVG element, in units of which `perPx` are a pixel. `null` for a pattern without marks. */
export function patternElement(id: string, pattern: Pattern, colour: string, perPx: number): string | null {
  const unit = (px: number): number => Number((px * perPx).toFixed(2));
  const tile = (periodPx: number, marks: string): string =>
    element('pattern', { id, width: unit(periodPx), height: unit(periodPx), patternUnits: 'userSpaceOnUse' }, marks);
  const lines = (d: string, widthPx: number): string =>
    element('path', { d, stroke: colour, 'stroke-width': unit(widthPx) });
  if (pattern === 'dots') {
    return tile(6, element('circle', { cx: unit(3), cy: unit(3), r: unit(0.9), fill: colour }));
  }
  if (pattern === 'grid') return tile(6, lines(`M${unit(3)} 0v${unit(6)}M0 ${unit(3)}h${unit(6)}`, 0.6));
  const hatch = HATCHES[pattern];
  if (!hatch) return null;
  const [course, periodPx, widthPx] = hatch;
  return tile(periodPx, lines(courseData(course, unit(periodPx)), widthPx));
}

/** The lines of one tile. Slanted ones touch its corners, where the neighbours of a tile cover what it leaves out. */
function courseData(course: Course, edge: number): string {
  if (course === 'across') return `M${edge / 2} 0v${edge}`;
  if (course === 'along') return `M0 ${edge / 2}h${edge}`;
  if (course === 'up') return `M-1 1l2-2M0 ${edge}l${edge}-${edge}M${edge - 1} ${edge + 1}l2-2`;
  return `M-1 ${edge - 1}l2 2M0 0l${edge} ${edge}M${edge - 1}-1l2 2`;
}
