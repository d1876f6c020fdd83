import { useMemo } from 'react';

import { COMMITMENT_KINDS, type Commitment, type CommitmentFilter, OPEN_FILTER } from '../../contract/commitment';
import { articleNumberOf } from '../../policy/article-tree';
import { countBy, filterCommitments, isOpen } from '../../policy/commitment-filter';
import { ArticleLink } from '../shared/article-link';
import { Button } from '../shared/button';
import { CommitmentList } from '../shared/commitment-list';
import { type Desk, useDesk } from '../shared/desk';
import styles from './commitments.module.css';
import { FilterSentence } from './filter-sentence';
import { Timeline } from './timeline';

/** Every commitment of the document, by deadline on an axis and by kind, theme and place in a sentence. */
export function CommitmentsPane({ filter }: { filter: CommitmentFilter }): React.JSX.Element {
  const desk = useDesk();
  const { t, commitments, places, actions } = desk;
  const all = commitments?.all ?? [];
  const shown = useMemo(() => filterCommitments(all, filter, places), [all, filter, places]);
  const questions = useMemo(() => questionsOf(all, filter, desk), [all, filter, desk]);
  return (
    <div className={styles['pane']} data-promises>
      <Timeline all={all} filter={filter} />
      <FilterSentence filter={filter} questions={questions} />
      <output className={styles['count']}>
        {t.promises.shownOf(shown.length, all.length)}{' '}
        {!isOpen(filter) && (
          <Button look="text" onClick={() => actions.filter(OPEN_FILTER)}>
            {t.promises.clear}
          </Button>
        )}
      </output>
      {shown.length === 0 && all.length > 0 && <p className={styles['nothing']}>{t.promises.nothing}</p>}
      {byArticle(shown).map(([article, promises]) => (
        <ArticlePromises key={article} article={article} promises={promises} />
      ))}
    </div>
  );
}

function ArticlePromises({
  article,
  promises,
}: {
  article: number;
  promises: readonly Commitment[];
}): React.JSX.Element {
  const { lang, textLang, tree, translation } = useDesk();
  const heading = tree.articles.get(article)?.division;
  const english = lang === 'en' && heading ? translation?.[heading.id] : undefined;
  const title = english
    ? english.replace(/^\(\d+\) |\.$/gu, '')
    : heading?.text.slice(heading.label?.length ?? 0).replace(/。$/u, '');
  return (
    <section className={styles['article']}>
      <h2>
        <ArticleLink article={article} className={styles['articleLink']} />{' '}
        <span className={styles['articleTitle']} lang={english ? 'en' : textLang}>
          {title}
        </span>
      </h2>
      <CommitmentList commitments={promises} withPlaces />
    </section>
  );
}

/** One question of the filter: what may be answered, in words, with how many commitments each answer would leave. */
export interface Question {
  field: 'kind' | 'theme' | 'place';
  any: string;
  answers: { value: string; text: string; count: number }[];
}

function questionsOf(all: readonly Commitment[], filter: CommitmentFilter, desk: Desk): Question[] {
  const { t, say, themes, places } = desk;
  const named = [...new Set(all.flatMap((one) => one.places))];
  const question = <K extends Question['field']>(
    field: K,
    any: string,
    answers: readonly NonNullable<CommitmentFilter[K]>[],
    textOf: (value: NonNullable<CommitmentFilter[K]>) => string,
  ): Question => {
    const counts = countBy(all, filter, field, answers, places);
    return {
      field,
      any,
      answers: answers
        .map((value) => ({ value, text: textOf(value), count: counts.get(value) ?? 0 }))
        .filter(({ value, count }) => count > 0 || filter[field] === value),
    };
  };
  const nameOf = (id: string): string => {
    const place = places.get(id);
    return place ? say(place.name) : id;
  };
  return [
    question('kind', t.promises.anyKind, COMMITMENT_KINDS, (kind) => t.commitmentKind[kind]),
    question('theme', t.promises.anyTheme, [...themes.keys()], (id) => {
      const theme = themes.get(id);
      return theme ? say(theme.name) : id;
    }),
    question('place', t.promises.anyPlace, named, nameOf),
  ];
}

function byArticle(commitments: readonly Commitment[]): [number, Commitment[]][] {
  const groups = new Map<number, Commitment[]>();
  for (const one of commitments) {
    const article = articleNumberOf(one.division);
    if (article === null) continue;
    const group = groups.get(article);
    if (group) group.push(one);
    else groups.set(article, [one]);
  }
  return [...groups];
}
