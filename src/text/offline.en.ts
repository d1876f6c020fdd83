import type { offlineZh } from './offline.zh';

export const offlineEn: typeof offlineZh = {
  newer: 'There is a new version.',
  missing: 'A part of the site did not arrive; it may just have been updated.',
  reload: 'Reload',
  privacy: 'Privacy',
};
