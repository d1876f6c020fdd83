import type { NearAnswer, Standing } from '../../spatial/near';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { Swatch } from '../shared/swatch';
import { whyText } from './near-words';
import styles from './near.module.css';

/** How the spot stands to each ring road and to the areas of each theme, a line each. */
export function Standings({ answer }: { answer: NearAnswer }): React.JSX.Element {
  const { t, lang, places, themes, say } = useDesk();
  const said = new Set(answer.rings.map((ring) => ring.insideId));
  // An area made of others says nothing that they do not say.
  const telling = (id: string): boolean => !said.has(id) && !places.get(id)?.members;
  const overlays = [...places.values()].filter(({ kind, bbox, id }) => kind === 'overlay' && bbox && telling(id));
  const restOf = (theme: string, hits: readonly Standing[]): string[] =>
    overlays
      .filter((place) => place.theme === theme && !hits.some((hit) => hit.placeId === place.id))
      .map((place) => say(place.name));
  const touched = answer.themes.filter(({ hits }) => hits.some((hit) => telling(hit.placeId)));
  const untouched = answer.themes.filter((theme) => !touched.includes(theme) && restOf(theme.theme, []).length > 0);
  return (
    <section aria-label={t.near.standing}>
      <ul className={styles['standings']}>
        {answer.rings.map((ring) => (
          <Line
            key={ring.placeId}
            standing={ring}
            line
            word={t.near.ring[ring.relation]}
            why={whyText(ring, 'ring', t, lang)}
          />
        ))}
        {touched.flatMap(({ theme, hits }) => {
          const rest = restOf(theme, hits);
          return [
            ...hits
              .filter((hit) => telling(hit.placeId))
              .map((hit) => (
                <Line
                  key={hit.placeId}
                  standing={hit}
                  word={hit.relation === 'inside' ? t.near.area.inside : t.near.area['too-close']}
                  why={whyText(hit, 'area', t, lang)}
                />
              )),
            rest.length > 0 && (
              <li key={theme} className={styles['rest']}>
                {t.near.areaRest}
                {rest.join(t.listComma)}
              </li>
            ),
          ];
        })}
        {untouched.length > 0 && (
          <li className={styles['rest']}>
            {t.near.areaNone}
            {untouched.map(({ theme }) => say(themes.get(theme)?.name ?? { zh: theme, en: theme })).join(t.listComma)}
          </li>
        )}
      </ul>
    </section>
  );
}

function Line({
  standing,
  line = false,
  word,
  why,
}: {
  standing: Standing;
  line?: boolean;
  word: string;
  why: string;
}): React.JSX.Element | null {
  const { places, themes, say } = useDesk();
  const place = places.get(standing.placeId);
  if (!place) return null;
  return (
    <li data-relation={standing.relation}>
      <Swatch hue={place.hue} pattern={themes.get(place.theme)?.pattern ?? 'none'} line={line} />
      <PlaceLink place={place} row>
        {say(place.name)}
      </PlaceLink>
      <b>{word}</b>
      <span className={styles['soft']}>{why}</span>
    </li>
  );
}
