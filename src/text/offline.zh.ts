/** Words about versions of the site and what is kept of it on the device. */
export const offlineZh = {
  newer: '有新版本。',
  missing: '有一部分程序没有取到，可能是网站刚刚更新过。',
  reload: '刷新',
  privacy: '隐私说明',
};
