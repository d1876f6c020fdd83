/** Background groups that the legend can switch, with the classes they contain. */
export const GROUND_GROUPS = {
  'ground-rail': ['metro-line', 'metro-station', 'railway', 'railway-station'],
  'ground-road': ['expressway', 'main-road'],
  'ground-river': ['river'],
  'ground-town': ['town'],
} as const;
/** Zoom from which something of a background group is drawn. */
export const GROUND_FROM_ZOOM = {
  'ground-rail': 0,
  'ground-road': 7,
  'ground-river': 0,
  'ground-town': 8.5,
} as const satisfies Record<keyof typeof GROUND_GROUPS, number>;
export type GroundGroup = keyof typeof GROUND_GROUPS;
