declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon's rings, to the given precision in the unit of the coordinates. */
  export default function polylabel(rings: readonly (readonly number[][])[], precision?: number): number[];
}
