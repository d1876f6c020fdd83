/** BCP 47 tags of the pages. */
export const TAGS = { zh: 'zh-CN', en: 'en' } as const;
