import { useId } from 'react';

import type { NearAnswer, Standing } from '../../spatial/near';
import { NEAR_RADII_M } from '../../state/view-state';
import { distanceText } from '../../text/format';
import { CommitmentList } from '../shared/commitment-list';
import { useDesk } from '../shared/desk';
import { PlaceLink } from '../shared/place-link';
import { Swatch } from '../shared/swatch';
import { Fold } from './fold';
import { NearbyList, Said } from './nearby-list';
import styles from './near.module.css';
import { Standings } from './standings';
import type { Near } from './use-near';

interface Props {
  near: Near;
  answer: NearAnswer;
  /** How the spot stands to the area of the document. */
  coverage: Standing | null;
  /** Themes that are switched off on the map. */
  hidden: readonly string[];
}

/** What the plan says about the spot and its surroundings, from the sentence one reads first to the small print. */
export function Answer({ near, answer, coverage, hidden }: Props): React.JSX.Element {
  const { t, lang, themes, say } = useDesk();
  const metres = (value: number): string => distanceText(value, t, lang);
  const radius = metres(near.radiusM);
  const radiusName = useId();
  const off = hidden.map((id) => themes.get(id)?.name).filter((name) => name !== undefined);
  return (
    <>
      {coverage?.relation === 'outside' && (
        <p className={styles['problem']}>{t.near.outside(metres(coverage.distanceToEdgeM))}</p>
      )}
      {coverage?.relation === 'too-close' && (
        <p className={styles['problem']}>{t.near.edge(metres(coverage.distanceToEdgeM))}</p>
      )}
      <Standings answer={answer} />
      <Applies answer={answer} />

      <fieldset className={styles['radii']}>
        <legend>{t.near.radius}</legend>
        {NEAR_RADII_M.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={radiusName}
              checked={near.radiusM === value}
              onChange={() => near.setRadius(value)}
            />
            {metres(value)}
          </label>
        ))}
      </fieldset>
      <section aria-labelledby={`${radiusName}-nearby`}>
        <h3 id={`${radiusName}-nearby`} className={styles['head']}>
          {t.near.nearby(radius)}
        </h3>
        {answer.nearby.length === 0 && <p>{t.near.nearbyNone(radius)}</p>}
        <NearbyList items={answer.nearby} onLook={near.reachFor} />
        {answer.perhaps.length > 0 && (
          <Fold summary={t.near.perhaps(answer.perhaps.length)}>
            {() => <NearbyList items={answer.perhaps} onLook={near.reachFor} />}
          </Fold>
        )}
        {off.length > 0 && <p className={styles['soft']}>{t.near.hidden(off.map(say).join(t.listComma))}</p>}
      </section>
      <WholeCity />
    </>
  );
}

/** What the document says of the areas around the spot as a whole; areas of which it says nothing are left out. */
function Applies({ answer }: { answer: NearAnswer }): React.JSX.Element {
  const { t, places, themes, say, commitments } = useDesk();
  const hits = [...answer.zones, ...answer.themes.flatMap((theme) => theme.hits)];
  const promised = (hit: Standing): boolean => (commitments?.byPlace.get(hit.placeId)?.length ?? 0) > 0;
  const sure = hits.filter((hit) => hit.relation === 'inside' && promised(hit));
  const unsure = hits.filter((hit) => hit.relation !== 'inside' && promised(hit));
  const list = (standings: readonly Standing[]): React.JSX.Element => (
    <ul className={styles['nearby']}>
      {standings.map(({ placeId }) => {
        const place = places.get(placeId);
        if (!place) return null;
        return (
          <li key={placeId}>
            <p className={styles['name']}>
              <Swatch hue={place.hue} pattern={themes.get(place.theme)?.pattern ?? 'none'} />
              <PlaceLink place={place} row>
                {say(place.name)}
              </PlaceLink>
            </p>
            <Said place={place} />
          </li>
        );
      })}
    </ul>
  );
  return (
    <section>
      <h3 className={styles['head']}>{t.near.applies}</h3>
      <p className={styles['soft']}>{sure.length > 0 ? t.near.appliesLead : t.near.appliesNone}</p>
      {list(sure)}
      {unsure.length > 0 && <Fold summary={`${t.near.perhapsApplies} · ${unsure.length}`}>{() => list(unsure)}</Fold>}
    </section>
  );
}

/** What holds everywhere, and what a map cannot answer. */
function WholeCity(): React.JSX.Element {
  const { t, places, commitments } = useDesk();
  const all = [...(commitments?.byArticle.values() ?? [])].flat();
  const everywhere = all.filter(({ scope }) => scope === 'city-wide');
  const unlocated = [...places.values()].filter((place) => place.unlocated && place.role === 'place').length;
  return (
    <section>
      {everywhere.length > 0 && (
        <>
          <h3 className={styles['head']}>{t.near.cityWide}</h3>
          <Fold summary={t.near.cityWideCount(everywhere.length)}>
            {() => <CommitmentList commitments={everywhere} />}
          </Fold>
        </>
      )}
      <h3 className={styles['head']}>{t.near.notAsked}</h3>
      <p className={styles['soft']}>
        {t.near.notAskedText(unlocated, all.filter(({ scope }) => scope === 'unlocated').length)}
      </p>
    </section>
  );
}
