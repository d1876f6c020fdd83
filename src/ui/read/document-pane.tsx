import { memo, useEffect, useLayoutEffect, useRef } from 'react';

import { type Part, titleLine } from '../../policy/article-tree';
import { useDesk } from '../shared/desk';
import { Later } from '../shared/later';
import { TextFoot } from '../shared/text-foot';
import { ArticleView } from './article-view';
import { EnglishRuns } from './english-runs';
import { Glossary } from './glossary';
import { layOutAround, layOutInPieces } from './lay-out';
import { Note } from './note';
import styles from './read.module.css';
import { SelectionBar } from './selection-bar';
import { TextRuns } from './text-runs';

/** A wish to see a division, or one word of it that names a place; a new object is a new wish. */
export interface ScrollWish {
  divisionId: string;
  /** Offset of the word in the document. The word takes the focus. */
  mention?: number;
}

interface Props {
  article: number | null;
  place: string | null;
  wish: ScrollWish | null;
}

/**
 * The document, set as it was published: head, parts, articles, every sentence with its places linked. Remembered,
 * because the desk around it is drawn anew with every move of the map.
 */
export const DocumentPane = memo(function DocumentPane({ article, place, wish }: Props): React.JSX.Element {
  const { t, lang, textLang, plan, tree, reading, translation, actions } = useDesk();
  const title = titleLine(tree.head, plan.title.zh);
  const pane = useRef<HTMLDivElement>(null);
  const note = useRef(actions.noteArticle);
  useLayoutEffect(() => {
    note.current = actions.noteArticle;
  });

  useEffect(() => {
    if (!wish || !pane.current) return;
    const word =
      wish.mention !== undefined && pane.current.querySelector<HTMLElement>(`[data-start="${wish.mention}"]`);
    if (word) {
      layOutAround(word);
      word.scrollIntoView({ block: 'center' });
      word.focus({ preventScroll: true });
      return;
    }
    const target = pane.current.querySelector(`[id="${CSS.escape(wish.divisionId)}"]`);
    if (!target) return;
    layOutAround(target);
    target.scrollIntoView({ block: 'start' });
    target.setAttribute('data-found', '');
    const timer = setTimeout(() => target.removeAttribute('data-found'), 2400);
    return () => clearTimeout(timer);
  }, [wish]);

  useEffect(() => {
    const root = pane.current?.closest('[data-scroller]');
    if (!pane.current || !root) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.findLast((entry) => entry.isIntersecting);
        if (!(entered?.target instanceof HTMLElement)) return;
        const number = Number(entered.target.dataset['article']);
        note.current(number > 0 ? number : null);
      },
      { root, rootMargin: '-18% 0px -78% 0px' },
    );
    pane.current.querySelectorAll('[data-article]').forEach((element) => observer.observe(element));
    return () => observer.disconnect();
  }, [tree]);

  // What changes the articles as a whole has them made anew.
  useEffect(() => (pane.current ? layOutInPieces(pane.current) : undefined), [tree, reading]);

  return (
    <div className={styles['document']} ref={pane} lang={textLang} data-reading={reading}>
      <Note within={pane} />
      <SelectionBar within={pane} />
      <header className={styles['head']} data-article={-1}>
        {tree.head.map((line, index) => (
          <p key={line.id} id={line.id} className={styles[`head${headRank(index, title)}`]}>
            {line.text}
          </p>
        ))}
        {translation && (
          <p className={styles['translation']} lang="en" data-ours>
            {tree.head.map((line) => translation[line.id]).join(' · ')}
          </p>
        )}
        <p className={styles['colophon']} lang={lang === 'zh' ? 'zh-CN' : 'en'} data-ours>
          {textLang !== 'en' && (lang === 'en' || reading !== 'original') && <span>{t.unofficial} </span>}
          {plan.sourceUrls.map((url) => (
            <a key={url} href={url} rel="noopener noreferrer" target="_blank">
              {t.sourceLink}
            </a>
          ))}
        </p>
      </header>
      {tree.parts.map((part) => (
        <PartView key={part.division.id} part={part} article={article} place={place} />
      ))}
      <Later>
        <Glossary />
      </Later>
      <TextFoot />
    </div>
  );
});

/** No window shows more of a document, at its beginning, than the articles up to this one. */
const LAST_SEEN_FIRST = 3;

/** How a line of the head is set: 1 above the title, 2 the title, 3 and 4 below it. */
function headRank(index: number, title: number): number {
  return index < title ? 1 : Math.min(index - title + 2, 4);
}

function PartView({
  part,
  article,
  place,
}: {
  part: Part;
  article: number | null;
  place: string | null;
}): React.JSX.Element {
  const { mentions, translation } = useDesk();
  const { id } = part.division;
  const numbered = part.division.label !== null;
  return (
    <section className={styles['part']} aria-labelledby={numbered ? id : undefined}>
      {numbered && (
        <h2 id={id} className={styles['partHeading']}>
          <TextRuns division={part.division} selected={place} />
        </h2>
      )}
      {translation?.[id] && (
        <p className={styles['translation']} lang="en" data-ours>
          <strong>
            <EnglishRuns divisionId={id} selected={place} />
          </strong>
        </p>
      )}
      {part.articles.map((one) => (
        <ArticleView
          key={one.division.id}
          article={one}
          current={one.number === article}
          first={one.number <= LAST_SEEN_FIRST}
          // Only an article that names the place needs to hear of it.
          selected={
            one.sentences.concat(one.division).some((d) => mentions.get(d.id)?.some((m) => m.placeId === place))
              ? place
              : null
          }
        />
      ))}
    </section>
  );
}
