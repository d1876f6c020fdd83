/** Words of the search box, Chinese. `find.en.ts` has the same shape. */
export const findZh = {
  label: '查找',
  placeholder: '查找地点、条文、承诺，可用拼音',
  open: '查找',
  close: '关闭查找',
  clear: '清除',
  list: '查找结果',
  getting: '正在准备查找……',
  failed: '查找没有载入，请检查网络后重试。',
  groups: { places: '地点', passages: '条文', commitments: '承诺', terms: '词语' },
  count: (count: number) => `${count} 项`,
  firstOf: (shown: number, total: number) => `${total} 项，列出前 ${shown} 项`,
  found: (total: number, groups: string) => `找到 ${total} 项：${groups}`,
  nothing: (query: string) =>
    `没有找到“${query}”。可以查地点、条文、承诺和词语，用汉字、拼音、首字母或英文都行；没有找到，不等于文件没有规定。`,
  unlocated: '没有落图',
  part: '标题',
};
