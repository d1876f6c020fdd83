/** Words about there being several plans, Chinese. */
export const plansZh = {
  choose: '选择文件',
  others: '本站的文件',
  alsoSays: '其他文件怎么说',
  implied: (name: string) => `只提到包含它的地方（${name}）`,
  askOthers: '同一块地，再问：',
};
