import type { plansZh } from './plans.zh';

/** Words about there being several plans, English. */
export const plansEn: typeof plansZh = {
  choose: 'Choose a document',
  others: 'Documents here',
  alsoSays: 'What other documents say',
  implied: (name) => `It speaks only of what covers it (${name})`,
  askOthers: 'Ask about the same site:',
};
