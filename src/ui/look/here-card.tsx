import type { LngLat, Theme } from '../../contract/place';
import type { Hit } from '../../spatial/ask-here';
import { distanceText } from '../../text/format';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { EvidenceList } from '../shared/evidence-list';
import { PlaceLink } from '../shared/place-link';
import { Card } from './card';
import styles from './look.module.css';

interface Props {
  at: LngLat;
  hits: readonly Hit[];
  /** The spot lies in the area that the plan covers. */
  covered: boolean;
  /** Whether all that is drawn is here to be asked, still on its way, or partly missing. */
  data: 'complete' | 'loading' | 'incomplete';
  takeFocus: boolean;
  /** Takes the spot to the screen where sites are checked. */
  onCheck?: (at: LngLat) => void;
}

/** Everything at a spot of the map, by theme: what is surely there, then what is too close to call. */
export function HereCard({ at, hits, covered, data, takeFocus, onCheck }: Props): React.JSX.Element {
  const { t, places } = useDesk();
  const sure = hits.filter((hit) => hit.relation === 'inside');
  const unsure = hits.filter((hit) => hit.relation === 'too-close');
  const touched = hits.filter((hit) => hit.relation === 'touched');
  const unlocated = [...places.values()].filter((place) => place.unlocated && place.role === 'place').length;
  return (
    <Card eyebrow={`${at[1].toFixed(4)}° N, ${at[0].toFixed(4)}° E`} title={t.here} takeFocus={takeFocus}>
      {!covered && <p className={styles['plain']}>{t.hereOutside}</p>}
      {data !== 'complete' && (
        <p className={styles['plain']}>{data === 'loading' ? t.hereLoading : t.hereIncomplete}</p>
      )}
      {covered && data === 'complete' && sure.length + unsure.length === 0 && (
        <p className={styles['plain']}>{t.hereNothing(unlocated)}</p>
      )}
      {sure.length > 0 && <Group heading={t.sureHits} hits={sure} />}
      {unsure.length > 0 && <Group heading={t.unsureHits} hits={unsure} />}
      {touched.length > 0 && <Group heading={t.touchedHits} hits={touched} />}
      {onCheck && <Button onClick={() => onCheck(at)}>{t.check.checkHere}</Button>}
    </Card>
  );
}

function Group({ heading, hits }: { heading: string; hits: readonly Hit[] }): React.JSX.Element {
  const { t, places, themes, say } = useDesk();
  const byTheme = [...themes.values()]
    .map((theme): [Theme, Hit[]] => [theme, hits.filter((hit) => places.get(hit.placeId)?.theme === theme.id)])
    .filter(([, members]) => members.length > 0);
  return (
    <>
      <h3 className={styles['cardSub']}>{heading}</h3>
      {byTheme.map(([theme, members]) => (
        <section
          key={theme.id}
          className={styles['hitTheme']}
          data-hue={theme.hue}
          aria-label={`${heading}${t.listComma}${say(theme.name)}`}
        >
          <h4 className={styles['hitThemeName']}>{say(theme.name)}</h4>
          {members.map((hit) => (
            <HitRow key={hit.placeId} hit={hit} />
          ))}
        </section>
      ))}
    </>
  );
}

function HitRow({ hit }: { hit: Hit }): React.JSX.Element | null {
  const { t, lang, places, say } = useDesk();
  const place = places.get(hit.placeId);
  if (!place) return null;
  const distance = distanceText(hit.distanceToEdgeM, t, lang);
  return (
    <div className={styles['hit']}>
      <p className={styles['hitName']}>
        <PlaceLink place={place} row>
          {say(place.name)}
        </PlaceLink>
        <span className={styles['ours']}>
          {hit.relation === 'inside' && t.insideWhy(distance)}
          {hit.relation === 'too-close' && t.tooCloseWhy(distance, distanceText(place.accuracyM ?? 0, t, lang))}
          {hit.relation === 'touched' && t.touchedWhy(distance)}
        </span>
      </p>
      <details open={hit.relation === 'inside'}>
        <summary>{t.saysOfIt}</summary>
        <EvidenceList place={place} />
      </details>
    </div>
  );
}
