/** Strings of the reading pane: languages, the words of the trade, citations, moving about; Chinese. */
export const readingZh = {
  label: '正文语言',
  languages: { original: '原文', both: '对照', english: '英译' },
  glossary: '词语',
  glossaryNote: '解释是图策写的，不是文件的一部分。',
  termOurs: '图策的解释',
  unlocated: '没有落图',
  inView: '图上这一带',
  inViewLabel: '说到当前图面的条文',
  nextPlace: '下一处地点（n）',
  previousPlace: '上一处地点（p）',
  cite: '复制引文',
  citeArticle: '引用本条',
  cited: '引文已复制',
  citation: (quote: string, title: string, article: string, day: string, link: string) =>
    `“${quote}”（《${title}》${article}，${day}）\n${link}`,
};
