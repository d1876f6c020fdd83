/** Words about two versions of a plan, Chinese. */
export const diffZh = {
  title: (before: string, after: string) => `${before} → ${after}`,
  text: '文字',
  places: '地点',
  near: (radiusM: number) => `${radiusM} 米之内有变化的`,
  nothing: '没有变化。',
  article: { added: '新增', removed: '删去', changed: '改动', renumbered: '只改了编号' },
  place: {
    added: '新增',
    removed: '删去',
    located: '有了位置',
    'no-longer-located': '不再有位置',
    moved: '移动',
    accuracy: '精度有变',
    renamed: '改名',
  },
  moved: (metres: number, sure: boolean) => `最多移动 ${metres} 米${sure ? '' : '（在精度之内，可能没有移动）'}`,
  accuracy: (before: number, after: number) => `±${before} 米 → ±${after} 米`,
  distance: (metres: number, accuracyM: number) => `距离 ${metres} 米（±${accuracyM} 米）`,
};
