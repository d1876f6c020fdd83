import type { Article } from '../policy/article-tree';
import type { Place } from '../contract/place';
import { evidenceOf } from '../policy/evidence';
import { PlaceCard } from '../ui/look/place-card';
import { articleName, nameOf, type Subject } from '../ui/page-words';
import { PlacesPane } from '../ui/places/places-pane';
import { ArticleView } from '../ui/read/article-view';
import { DocumentPane } from '../ui/read/document-pane';
import read from '../ui/read/read.module.css';
import { type Desk, useDesk } from '../ui/shared/desk';
import { PlaceLink } from '../ui/shared/place-link';

interface Props {
  subject: Subject;
  /** Address of the whole document in this language. */
  front: string;
}

/** Articles that a page has before the reader, the first of which the map follows. */
export function articlesOf(desk: Desk, subject: Subject): Article[] {
  if (subject.kind === 'document') return [];
  if (subject.kind === 'article') return [subject.article];
  const numbers = evidenceOf(subject.place, desk.places, desk.evidence).evidence.map(({ article }) => article);
  return [...new Set(numbers)].flatMap((number) => desk.tree.articles.get(number) ?? []);
}

/** What stands in the reading pane. */
export function PageText({ subject, front }: Props): React.JSX.Element {
  const desk = useDesk();
  if (subject.kind === 'document') {
    return (
      <>
        <div data-read="">
          <DocumentPane article={null} place={null} wish={null} />
        </div>
        <section id="places" aria-label={desk.t.pages.allPlaces}>
          <PlacesPane selected={null} />
        </section>
      </>
    );
  }
  const [first, ...others] = articlesOf(desk, subject);
  const place = subject.kind === 'place' ? subject.place.id : null;
  return (
    <div data-read="">
      <div className={read['document']} lang={desk.textLang}>
        <Trail desk={desk} article={first} front={front} />
        {first && <ArticleView article={first} current selected={place} first />}
        {others.map((article) => (
          <ArticleView key={article.number} article={article} current={false} selected={place} first />
        ))}
      </div>
      {subject.kind === 'article' && <After article={subject.article} />}
    </div>
  );
}

/** Where in the document one is: a line that leads to the whole of it. */
function Trail({
  desk,
  article,
  front,
}: {
  desk: Desk;
  article: Article | undefined;
  front: string;
}): React.JSX.Element {
  const { t, lang, tree, translation } = desk;
  const part = tree.byId.get(article?.division.parent ?? '');
  const heading = part && (translation?.[part.id] ?? part.text);
  return (
    <p data-trail="" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <a href={front}>{t.pages.wholeDocument}</a>
      {heading && <span> › {heading}</span>}
    </p>
  );
}

/** The places of an article, and the ways on. */
function After({ article }: { article: Article }): React.JSX.Element {
  const desk = useDesk();
  const { t, lang, tree, places, placesOf, say, hrefOfArticle } = desk;
  const named = placesOf(article.number).flatMap((id): Place[] => {
    const place = places.get(id);
    return place ? [place] : [];
  });
  const [before, after] = [tree.articles.get(article.number - 1), tree.articles.get(article.number + 1)];
  return (
    <div data-after="" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      {named.length > 0 && (
        <section aria-labelledby="places-here">
          <h2 id="places-here">{t.pages.articlePlaces}</h2>
          <ul>
            {named.map((place) => (
              <li key={place.id}>
                <PlaceLink place={place} row>
                  {nameOf(desk, place)}
                </PlaceLink>
                {place.unlocated && <span> {t.unlocatedReason[place.unlocated.reason]}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <nav aria-label={say(desk.plan.shortTitle)}>
        {before && (
          <a href={hrefOfArticle(before.number)} rel="prev">
            ← {t.pages.previous} <span>{articleName(desk, before)}</span>
          </a>
        )}
        {after && (
          <a href={hrefOfArticle(after.number)} rel="next">
            {t.pages.next} <span>{articleName(desk, after)}</span> →
          </a>
        )}
      </nav>
    </div>
  );
}

/** What lies on the map: the card of a place. */
export function PageCard({ subject }: Pick<Props, 'subject'>): React.JSX.Element | null {
  return subject.kind === 'place' ? <PlaceCard place={subject.place} takeFocus={false} /> : null;
}
