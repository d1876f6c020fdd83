/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML can show marks and swatches in a list of options */
import { memo } from 'react';

import type { Lang } from '../../contract/localized';
import type { CoordinateCandidate } from '../../importers/coordinate-candidate';
import type { PlaceHit } from '../../policy/search/rank-places';
import type { Marked } from '../../policy/search/marks';
import { useDesk } from '../shared/desk';
import { Swatch } from '../shared/swatch';
import type { Choice, ChoiceGroup } from './choices';
import styles from './find-list.module.css';

interface Props {
  id: string;
  groups: readonly ChoiceGroup[];
  /** Position of the choice that Enter opens, counted through all groups. */
  active: number;
  onActive: (index: number) => void;
  onChoose: (choice: Choice) => void;
}

/** What was found, by kind. The focus stays in the box; the list only shows which choice is meant. */
export function FindList({ id, groups, active, onActive, onChoose }: Props): React.JSX.Element {
  const { t } = useDesk();
  const startOf = (at: number): number => groups.slice(0, at).reduce((sum, group) => sum + group.choices.length, 0);
  return (
    <div className={styles['list']} role="listbox" id={id} aria-label={t.find.list}>
      {groups.map(({ kind, total, choices }, at) => (
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`} className={styles['group']}>
          <p className={styles['label']} id={`${id}-${kind}`} role="presentation">
            <span>{t.find.groups[kind]}</span>
            <span>{choices.length < total ? t.find.firstOf(choices.length, total) : t.find.count(total)}</span>
          </p>
          {choices.map((choice, within) => {
            const index = startOf(at) + within;
            return (
              // The keys of the list are pressed in the box, which has the focus.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={choice.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className={styles['option']}
                onPointerMove={() => onActive(index)}
                onClick={() => onChoose(choice)}
              >
                <Row choice={choice} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when its answer changes, not when the arrows pass over it. */
const Row = memo(function Row({ choice }: { choice: Choice }): React.JSX.Element {
  const { t, say, lang, articleName: articleOf } = useDesk();
  switch (choice.kind) {
    case 'spots':
      return <SpotRow spot={choice.hit} />;
    case 'places':
      return <PlaceRow hit={choice.hit} />;
    case 'passages': {
      const { division, article, shown } = choice.hit;
      return (
        <>
          <span className={styles['where']}>{division.kind === 'part' ? t.find.part : articleOf(article)}</span>
          <span className={styles['words']} data-heading={division.kind !== 'sentence' || undefined}>
            <Shown of={shown} />
            {shown.lang === 'en' && <Soft>{t.unofficialTranslation}</Soft>}
          </span>
        </>
      );
    }
    case 'commitments': {
      const { commitment, article, shown } = choice.hit;
      return (
        <>
          <span className={styles['where']}>{t.commitmentKind[commitment.kind]}</span>
          <span className={styles['words']}>
            <Shown of={shown} />
            <span className={styles['cite']}> {articleOf(article)}</span>
          </span>
        </>
      );
    }
    case 'terms': {
      const { term, zh, en } = choice.hit;
      const [first, second] = lang === 'zh' ? [zh, en] : [en, zh];
      return (
        <span className={styles['words']}>
          <strong>
            <Shown of={first} />
          </strong>
          <Soft>
            <Shown of={second} />
          </Soft>
          <span className={styles['note']}>{say(term.note)}</span>
        </span>
      );
    }
  }
});

function SpotRow({ spot: { at, datum, system, notes } }: { spot: CoordinateCandidate }): React.JSX.Element {
  const { t } = useDesk();
  const [lng, lat] = at.map((degrees) => degrees.toFixed(5));
  return (
    <span className={styles['words']}>
      {t.find.takenFor[datum](system)}
      <span className={styles['note']}>
        {t.find.position(lat ?? '', lng ?? '')}
        {notes.map((note) => ` · ${t.find.coordinateNote[note]}`)}
      </span>
    </span>
  );
}

function PlaceRow({ hit: { place, zh, en, alias } }: { hit: PlaceHit }): React.JSX.Element {
  const { t, say, lang, themes } = useDesk();
  const theme = themes.get(place.theme);
  const [first, second] = lang === 'zh' ? [zh, en] : [en, zh];
  // In Chinese the English name is shown only if it is why the place was found.
  const both = lang === 'en' || (first.marks.length === 0 && second.marks.length > 0);
  return (
    <>
      {theme && <Swatch hue={place.hue} pattern={theme.pattern} line={theme.pattern === 'none'} />}
      <span className={styles['words']}>
        <Shown of={first} />
        {both && (
          <Soft>
            <Shown of={second} />
          </Soft>
        )}
        {alias && (
          <Soft>
            <Shown of={alias} />
          </Soft>
        )}
      </span>
      <span className={styles['aside']}>
        {theme && say(theme.short ?? theme.name)}
        {!place.bbox && <span className={styles['unlocated']}>{t.find.unlocated}</span>}
      </span>
    </>
  );
}

function Soft({ children }: { children: React.ReactNode }): React.JSX.Element {
  return <span className={styles['soft']}> {children}</span>;
}

const LANG_TAGS: Record<Lang, string> = { zh: 'zh-CN', en: 'en' };

/** A text with the stretches that answer the query marked. */
function Shown({ of: { text, lang, marks } }: { of: Marked }): React.JSX.Element {
  return (
    <span lang={LANG_TAGS[lang]}>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark className={styles['mark']}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  );
}
