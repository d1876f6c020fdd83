import { Fragment, memo, useRef, useState } from 'react';

import type { Article } from '../../policy/article-tree';
import { Button } from '../shared/button';
import { CiteButton } from '../shared/cite-button';
import { CommitmentList } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import { Later } from '../shared/later';
import { EnglishRuns } from './english-runs';
import { PromiseMark } from './promise-mark';
import styles from './read.module.css';
import { TextRuns } from './text-runs';

interface Props {
  article: Article;
  current: boolean;
  selected: string | null;
  /** Stands where the page begins, so that it is laid out at once. */
  first?: boolean;
}

/** One article: its heading runs into the text, as in print; beside it what it names and what it promises. */
export const ArticleView = memo(function ArticleView({
  article,
  current,
  selected,
  first = false,
}: Props): React.JSX.Element {
  const { t, reading, placesOf, places, actions, commitments, translation } = useDesk();
  const { division, number, sentences } = article;
  const [open, setOpen] = useState(false);
  /** The sentence whose mark was pressed. */
  const [lit, setLit] = useState<string | null>(null);
  const details = useRef<HTMLDetailsElement>(null);
  const placeIds = placesOf(number);
  const promises = commitments?.byArticle.get(number) ?? [];
  const located = placeIds.some((id) => places.get(id)?.bbox);
  const english = translation && reading !== 'original';
  // While the translation is on its way the original stands.
  const alone = english && reading === 'english';
  const show = (divisionId: string): void => {
    setLit(divisionId);
    setOpen(true);
    requestAnimationFrame(() => details.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' }));
  };
  const length = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
  const marked = (id: string): React.ReactNode => (
    <PromiseMark promises={promises.filter((one) => one.division === id)} divisionId={id} onShow={show} />
  );
  return (
    <article
      className={styles['article']}
      data-article={number}
      data-current={current || undefined}
      data-laid={first ? '' : undefined}
      data-hundreds={Math.ceil(length / 100)}
    >
      <aside className={styles['margin']} data-ours>
        {placeIds.length > 0 && <span>{t.placesInArticle(placeIds.length)}</span>}
        {located && (
          <Button look="text" className={styles['marginButton']} onClick={() => actions.showArticleOnMap(number)}>
            {t.showOnMap}
          </Button>
        )}
        <span className={styles['marginButton']}>
          <CiteButton divisions={[division.id, ...sentences.map(({ id }) => id)]}>{t.reading.citeArticle}</CiteButton>
        </span>
      </aside>
      <div className={styles['texts']} data-reading={reading}>
        {!alone && (
          <div className={styles['body']} id={division.text === '' ? division.id : undefined}>
            {division.text && (
              <h3 id={division.id} className={styles['heading']}>
                {marked(division.id)}
                <TextRuns division={division} selected={selected} />
              </h3>
            )}
            <p className={styles['sentences']}>
              {sentences.map((sentence, index) => (
                <Fragment key={sentence.id}>
                  {/* An item of a list, a row of a table or a second paragraph has a line of its own, as printed. */}
                  {sentence.start > (sentences[index - 1] ?? division).end && <br />}
                  <span id={sentence.id} className={styles['sentence']} data-sentence>
                    {marked(sentence.id)}
                    <TextRuns division={sentence} selected={selected} />
                  </span>
                </Fragment>
              ))}
            </p>
          </div>
        )}
        {english && (
          <p className={styles['translation']} lang="en" data-ours title={t.translationNote}>
            {translation[division.id] && (
              <strong id={alone ? division.id : undefined}>
                {alone && marked(division.id)}
                <EnglishRuns divisionId={division.id} selected={selected} />{' '}
              </strong>
            )}
            {sentences.map((sentence) => (
              <span key={sentence.id} id={alone ? sentence.id : undefined} data-sentence={alone ? '' : undefined}>
                {alone && marked(sentence.id)}
                <EnglishRuns divisionId={sentence.id} selected={selected} />{' '}
              </span>
            ))}
          </p>
        )}
      </div>
      {promises.length > 0 && (
        <details
          className={styles['commitments']}
          data-ours
          open={open}
          ref={details}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{t.commitments(promises.length)}</summary>
          <Later now={open}>
            <CommitmentList commitments={promises} lit={lit} />
          </Later>
        </details>
      )}
    </article>
  );
});
