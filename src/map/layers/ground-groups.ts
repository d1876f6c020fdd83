/** Background groups that the legend can switch, with the classes they contain. */
export const GROUND_GROUPS = {
  'ground-rail': ['metro-line', 'metro-station', 'railway', 'railway-station'],
  'ground-road': ['expressway', 'main-road'],
  'ground-river': ['river'],
  'ground-town': ['town'],
} as const;
export type GroundGroup = keyof typeof GROUND_GROUPS;
