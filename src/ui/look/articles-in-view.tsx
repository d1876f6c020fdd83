import { memo, useMemo } from 'react';

import type { Bbox } from '../../contract/place';
import { articlesInView } from '../../policy/articles-in-view';
import { ArticleLink } from '../shared/article-link';
import { useDesk } from '../shared/desk';
import styles from './look.module.css';

/** As many as fit on one line. */
const SHOWN = 5;

/** The articles that speak most of what the map shows now, the most telling first. */
export const ArticlesInView = memo(function ArticlesInView({ view }: { view: Bbox | null }): React.JSX.Element | null {
  const { t, tree, places, placesOf } = useDesk();
  const ranked = useMemo(
    () => (view ? articlesInView(view, tree.articles.keys(), placesOf, places).slice(0, SHOWN) : []),
    [view, tree, placesOf, places],
  );
  if (ranked.length === 0) return null;
  return (
    <nav className={styles['inView']} aria-label={t.reading.inViewLabel}>
      <span>{t.reading.inView}</span>
      <ol>
        {ranked.map(({ article }) => (
          <li key={article}>
            <ArticleLink article={article} title={tree.articles.get(article)?.division.text} />
          </li>
        ))}
      </ol>
    </nav>
  );
});
