/** Words of the pages that need no script, and of what search engines and link previews show. */
export const pagesZh = {
  /** Whole document, one article, one place; `document` is the short title of the document. */
  frontTitle: (document: string, brand: string) => `${document} · ${brand}`,
  articleTitle: (name: string, heading: string, document: string) => `${name} ${heading} · ${document}`,
  placeTitle: (name: string, theme: string, sentences: number) =>
    sentences === 0 ? `${name}（${theme}）` : `${name}（${theme}）：文件的 ${sentences} 句话`,
  frontDescription: (title: string, articles: number, places: number, located: number) =>
    `《${title}》全文 ${articles} 条，提到 ${places} 处地点，图上画出 ${located} 处，其余列明原因。`,
  placeDescription: (name: string, title: string, sentences: number, quote: string) =>
    sentences === 0 ? `《${title}》里的${name}。` : `《${title}》有 ${sentences} 句话说到${name}：${quote}`,
  notice: '',
  wholeDocument: '全文',
  previous: '上一条',
  next: '下一条',
  articlePlaces: '本条的地点',
  sentencesOf: '说到它的条文',
  allPlaces: '全部地点',
  missing: {
    title: '没有这一页',
    why: '链接可能写错了，也可能指向一条没有的条文或一处没有的地点。全文和所有地点都能从首页找到。',
    home: '到首页，读文件、看地图',
  },
  mapOf: (name: string) => `地图：${name}`,
  leftOut: (pieces: number) => `此图略去 ${pieces} 处细小图斑，交互地图上有全部`,
};
