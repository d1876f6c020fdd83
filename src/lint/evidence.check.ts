import { articleNumberOf } from '../policy/article-tree';
import { type Check, featureCheck, type LintDraft } from './check';

/** Whether the text names a place, or one that covers it, however many steps away. */
function isNamed(id: string, draft: LintDraft, seen: readonly string[] = []): boolean {
  if (draft.mentions.some((mention) => mention.placeId === id)) return true;
  const cover = draft.entries.find(({ feature }) => feature.id === id)?.feature.properties.impliedBy;
  return cover !== undefined && !seen.includes(cover) && isNamed(cover, draft, [...seen, id]);
}

export const placeWithoutEvidence = featureCheck(
  'TC001',
  'every place is named by the document, or implied by a place that is',
  ({ feature: { id, properties } }, draft) => {
    if (properties.role !== 'place') return [];
    if (isNamed(id, draft)) return [];
    return [
      {
        message: 'no sentence speaks of it',
        fix: 'give the words in `names`, name the place that covers it in `impliedBy`, or make it ground',
      },
    ];
  },
);

export const articleWithoutMention = featureCheck(
  'TC005',
  'a place is mentioned in every article that it lists',
  ({ feature: { id, properties } }, draft) =>
    properties.impliedBy
      ? []
      : (properties.articles ?? [])
          .filter(
            (article) => !draft.mentions.some((m) => m.placeId === id && articleNumberOf(m.divisionId) === article),
          )
          .map((article) => ({
            message: `article ${article} is listed but does not name it`,
            fix: 'correct `articles`, or add the form of the name that the article uses',
          })),
);

export const formNeverFound = featureCheck(
  'TC006',
  'every form in `names` stands in the document, verbatim',
  ({ feature: { id, properties } }, draft) =>
    (properties.names ?? [])
      .filter((form) => !draft.mentions.some((m) => m.placeId === id && m.exact === form.text))
      .map((form) => ({
        message: `“${form.text}” is nowhere linked to it`,
        fix: 'copy the words from the document, check `before`, `after` and `articles`, or move the form to `aliases`',
      })),
);

export const ambiguousMention: Check = {
  code: 'TC007',
  severity: 'error',
  rule: 'a phrase belongs to one place',
  run: ({ ambiguous, documentFile }) =>
    ambiguous.map(({ divisionId, exact, placeIds }) => ({
      file: documentFile,
      id: divisionId,
      message: `“${exact}” is claimed by ${placeIds.join(' and ')}`,
      fix: 'narrow one of the two with `articles`, `before` or `after`',
    })),
};
