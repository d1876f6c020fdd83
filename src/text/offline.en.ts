import type { offlineZh } from './offline.zh';

export const offlineEn: typeof offlineZh = {
  newer: 'There is a new version.',
  missing: 'A part of the site did not arrive; it may just have been updated.',
  paneMissing:
    'The screen for checking a site did not load. The document can still be read; reload the page to try again, and what you pasted or drew is still there.',
  reload: 'Reload',
  privacy: 'Privacy',
};
