import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { howSure } from '../shared/place-words';
import { Swatch } from '../shared/swatch';
import styles from './places.module.css';

/** The map as a list: every place by theme, drawn ones with their accuracy, the others with the reason. */
export function PlacesPane({ selected }: { selected: string | null }): React.JSX.Element {
  const desk = useDesk();
  const { t, lang, places, themes, say } = desk;
  const all = [...places.values()].filter((place) => place.role === 'place');
  return (
    <div className={styles['pane']}>
      {all.length > 0 && (
        <p className={styles['count']}>{t.locatedCount(all.filter((place) => place.bbox).length, all.length)}</p>
      )}
      {[...themes.values()].map((theme) => {
        const members = all
          .filter((place) => place.theme === theme.id)
          .toSorted((a, b) => Number(!a.bbox) - Number(!b.bbox));
        if (members.length === 0) return null;
        return (
          <section key={theme.id} aria-labelledby={`theme-${theme.id}`}>
            <h2 id={`theme-${theme.id}`} className={styles['theme']} data-hue={theme.hue}>
              <Swatch hue={theme.hue} pattern={theme.pattern} />
              {theme.stem && <span className={styles['stem']}>{lang === 'zh' ? theme.stem : theme.letter}</span>}
              {say(theme.name)}
            </h2>
            <ul className={styles['list']}>
              {members.map((place) => (
                <li key={place.id}>
                  <PlaceLink place={place} row current={place.id === selected}>
                    {say(place.name)}
                  </PlaceLink>
                  <span className={styles['how']}>{howSure(desk, place)}</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
