import { useEffect, useMemo, useRef, useState } from 'react';

import type { LngLat, Place } from '../../contract/place';
import { type NearAnswer, nearMe, standingIn } from '../../spatial/near';
import type { NearIndex } from '../../spatial/near-index';
import type { SharedNear } from '../../state/view-state';
import { distanceText } from '../../text/format';
import { Button } from '../shared/button';
import { useDesk } from '../shared/desk';
import { AfterPaint } from '../shared/use-after-paint';
import { Answer } from './answer';
import { Compare } from './compare';
import { Fold } from './fold';
import { Keep } from './keep';
import { Locate } from './locate';
import { nearestText, orZoneText, ringTexts, whereText } from './near-text';
import { positionText } from './near-words';
import styles from './near.module.css';
import { Share } from './share';
import { useKept } from './use-kept';
import { isPending, type Spot, spotTyped } from './near-state';
import type { Near } from './use-near';
import { WhichDot } from './which-dot';

interface Props {
  near: Near;
  /** The drawn plan; `null` until it is there. */
  index: NearIndex | null;
  data: 'complete' | 'loading' | 'incomplete';
  selected: Place | null;
  asked: LngLat | null;
  hidden: readonly string[];
  /** What the address has of the spot. */
  shared: SharedNear | null;
}

/** Near me: a spot, and what the plan says about it and its surroundings. */
export function NearPane({ near, index, data, selected, asked, hidden, shared }: Props): React.JSX.Element {
  const { t, plan } = useDesk();
  const kept = useKept();
  const { spot, other, radiusM } = near;
  // The answer to what is typed is made meanwhile, in the page like all others; the press has only to show it.
  const [typed, setTyped] = useState<LngLat | null>(null);
  const ahead = useMemo(() => ask(typed && spotTyped(typed), radiusM, index), [typed, radiusM, index]);
  const isAhead = spot !== null && spot.at === typed && spot.accuracyM === 0;
  const answer = useMemo(() => (isAhead ? ahead : ask(spot, radiusM, index)), [isAhead, ahead, spot, radiusM, index]);
  const second = useMemo(() => ask(other, radiusM, index), [other, radiusM, index]);
  const coverage = useMemo(
    () => spot && index && standingIn(spot.at, plan.coverage, index, spot.accuracyM),
    [spot, index, plan.coverage],
  );
  const locate = (): React.JSX.Element => (
    <Locate near={near} selected={selected} asked={asked} saved={kept.places} onTyped={setTyped} />
  );
  const pending = isPending(near) && !near.comparing;
  return (
    <div className={styles['pane']}>
      {!spot && (
        <header>
          <h2 className={styles['title']}>{t.near.title}</h2>
          <p className={styles['lede']}>{t.near.lead}</p>
        </header>
      )}
      {!spot && locate()}
      {!near.comparing && <WhichDot near={near} />}
      {spot && !pending && (
        <>
          <Where near={near} spot={spot} answer={answer} />
          {data !== 'complete' && (
            <p className={styles['problem']}>{data === 'loading' ? t.near.dataLoading : t.near.dataIncomplete}</p>
          )}
          {!near.comparing && near.problem && (
            <p role="alert" className={styles['problem']}>
              {t.near.problem[near.problem]}
            </p>
          )}
          <div className={styles['buttons']}>
            <Button look="quiet" onClick={near.showOnMap}>
              {t.near.back}
            </Button>
            <Button look="quiet" aria-expanded={near.comparing} onClick={() => near.compare(!near.comparing)}>
              {near.comparing ? t.near.compareStop : t.near.compare}
            </Button>
            <Button look="quiet" onClick={near.forget}>
              {t.near.clear}
            </Button>
          </div>
          {near.comparing && (
            <section className={styles['tool']} aria-label={t.near.compare}>
              <p className={styles['lede']}>{t.near.compareLead}</p>
              {locate()}
              <WhichDot near={near} />
              {other && answer && second && index && (
                <Compare spots={[spot, other]} answers={[answer, second]} index={index} />
              )}
            </section>
          )}
          <AfterPaint>
            {answer && <Answer near={near} answer={answer} coverage={coverage} hidden={hidden} />}
            <h3 className={styles['head']}>{t.near.share}</h3>
            {index && <Share near={near} index={index} complete={data === 'complete'} shared={shared} />}
            {!near.comparing && <Fold summary={t.near.change}>{locate}</Fold>}
          </AfterPaint>
        </>
      )}
      {(spot || kept.places.length > 0) && !pending && (
        <Fold summary={t.near.keep}>{() => <Keep near={near} kept={kept} />}</Fold>
      )}
    </div>
  );
}

function ask(spot: Spot | null, radiusM: number, index: NearIndex | null): NearAnswer | null {
  return spot && index && nearMe(spot.at, radiusM, index, spot.accuracyM);
}

/** Where the spot is: the sentence that is read first. */
function Where({ near, spot, answer }: { near: Near; spot: Spot; answer: NearAnswer | null }): React.JSX.Element {
  const desk = useDesk();
  const { t, lang } = desk;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The visitor asked for this; a link did not.
    if (spot.origin !== 'shared') heading.current?.focus({ preventScroll: true });
  }, [spot]);
  const others = answer && orZoneText(answer, desk);
  const rings = answer ? ringTexts(answer, desk).map(({ text }) => text) : [];
  return (
    <header>
      <p className={styles['soft']}>
        {[t.near.origin[spot.origin], spot.name, positionText(spot.at)].filter(Boolean).join(' · ')}
      </p>
      <h2 className={styles['title']} tabIndex={-1} ref={heading}>
        {answer ? whereText(answer, desk) : t.near.title}
      </h2>
      {rings.length > 0 && <p className={styles['deck']}>{rings.join(lang === 'zh' ? '，' : '; ')}</p>}
      {others !== null && <p className={styles['lede']}>{others}</p>}
      {answer && (
        <p className={styles['lede']} aria-live="polite">
          {nearestText(answer, near.radiusM, desk)}
        </p>
      )}
      <Doubt spot={spot} radiusM={near.radiusM} />
    </header>
  );
}

/** How well the spot itself is known, where that matters. */
function Doubt({ spot, radiusM }: { spot: Spot; radiusM: number }): React.JSX.Element | null {
  const { t, lang } = useDesk();
  const metres = (value: number): string => distanceText(value, t, lang);
  if (spot.accuracyM > radiusM) {
    return (
      <p role="alert" className={styles['problem']}>
        {t.near.accuracyTooWide(metres(spot.accuracyM), metres(radiusM))}
      </p>
    );
  }
  if (spot.accuracyM < 1 && spot.origin !== 'shared') return null;
  const words =
    spot.origin === 'shared'
      ? t.near.sharedRounded(metres(Math.max(1, spot.accuracyM)))
      : t.near.pointAccuracy(metres(spot.accuracyM));
  return <p className={styles['soft']}>{words}</p>;
}
