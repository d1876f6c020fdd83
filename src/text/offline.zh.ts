/** Words about versions of the site and what is kept of it on the device. */
export const offlineZh = {
  newer: '有新版本。',
  missing: '有一部分程序没有取到，可能是网站刚刚更新过。',
  paneMissing: '“查地块”没有载入。文件照常可读；刷新页面可以再试，粘贴和画的都还在。',
  reload: '刷新',
  privacy: '隐私说明',
};
