import { memo } from 'react';

import type { Article } from '../../policy/article-tree';
import { CommitmentList } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import styles from './read.module.css';
import { TextRuns } from './text-runs';

interface Props {
  article: Article;
  current: boolean;
  selected: string | null;
}

/** One article: its heading runs into the text, as in print; beside it what it names. */
export const ArticleView = memo(function ArticleView({ article, current, selected }: Props): React.JSX.Element {
  const { t, mentions, placesOf, places, actions, commitments, translation } = useDesk();
  const { division, number, sentences } = article;
  const placeIds = placesOf(number);
  const promises = commitments?.byArticle.get(number) ?? [];
  const located = placeIds.some((id) => places.get(id)?.bbox);
  return (
    <article className={styles['article']} data-article={number} data-current={current || undefined}>
      <div className={styles['body']} id={division.text === '' ? division.id : undefined}>
        {division.text && (
          <h3 id={division.id} className={styles['heading']}>
            <TextRuns division={division} mentions={mentions.get(division.id) ?? []} selected={selected} />
          </h3>
        )}
        <p className={styles['sentences']}>
          {sentences.map((sentence) => (
            <span key={sentence.id} id={sentence.id} className={styles['sentence']}>
              <TextRuns division={sentence} mentions={mentions.get(sentence.id) ?? []} selected={selected} />
            </span>
          ))}
        </p>
        {translation && (
          <p className={styles['translation']} lang="en" data-ours title={t.translationNote}>
            <strong>{translation[division.id]} </strong>
            {sentences.map((sentence) => translation[sentence.id]).join(' ')}
          </p>
        )}
        {promises.length > 0 && (
          <details className={styles['commitments']} data-ours>
            <summary>{t.commitments(promises.length)}</summary>
            <CommitmentList commitments={promises} />
          </details>
        )}
      </div>
      <aside className={styles['margin']} data-ours>
        {placeIds.length > 0 && <span>{t.placesInArticle(placeIds.length)}</span>}
        {located && (
          <button type="button" className={styles['marginButton']} onClick={() => actions.showArticleOnMap(number)}>
            {t.showOnMap}
          </button>
        )}
      </aside>
    </article>
  );
});
