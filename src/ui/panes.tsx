import { lazy, Suspense } from 'react';

import type { LngLat, Place } from '../contract/place';
import type { NearIndex } from '../spatial/near-index';
import type { ViewState } from '../state/view-state';
import styles from './app.module.css';
import type { Check } from './check/use-check';
import { CommitmentsPane } from './commitments/commitments-pane';
import { MapBoundary } from './look/map-boundary';
import type { Near } from './near/use-near';
import { PlacesPane } from './places/places-pane';
import { DocumentPane, type ScrollWish } from './read/document-pane';
import { useDesk } from './shared/desk';
import type { DataState } from './use-drawn-files';

/** Come when they are asked for: whoever reads the document does not wait for them. */
const NearPane = lazy(async () => ({ default: (await import('./near/near-pane')).NearPane }));
const CheckPane = lazy(async () => ({ default: (await import('./check/check-pane')).CheckPane }));

interface Props {
  state: ViewState;
  wish: ScrollWish | null;
  check: Check;
  near: Near;
  nearby: NearIndex | null;
  data: DataState;
  selected: Place | null;
  /** The spot that was asked about on the map. */
  asked: LngLat | null;
}

/** What the page of the desk shows: the document, or one of the lists and answers beside it. */
export function Panes({ state, wish, check, near, nearby, data, selected, asked }: Props): React.JSX.Element {
  const { t } = useDesk();
  return (
    <>
      {/* The document stays where it was read while the list is open. */}
      <div className={styles['scroller']} data-scroller tabIndex={-1} hidden={state.pane !== 'read'}>
        <DocumentPane article={state.article} place={state.place} wish={wish} />
      </div>
      {state.pane === 'commitments' && (
        <div className={styles['scroller']} tabIndex={-1}>
          <CommitmentsPane filter={state.filter} />
        </div>
      )}
      {state.pane === 'check' && (
        <div className={styles['scroller']} tabIndex={-1}>
          <MapBoundary fallback={<p className={styles['paneNote']}>{t.offline.paneMissing}</p>}>
            <Suspense fallback={null}>
              <CheckPane check={check} />
            </Suspense>
          </MapBoundary>
        </div>
      )}
      {state.pane === 'places' && (
        <div className={styles['scroller']} tabIndex={-1}>
          <PlacesPane selected={state.place} />
        </div>
      )}
      {state.pane === 'near' && (
        <div className={styles['scroller']} tabIndex={-1}>
          <MapBoundary fallback={<p className={styles['paneNote']}>{t.near.missing}</p>}>
            <Suspense fallback={<p className={styles['paneNote']}>{t.loading}</p>}>
              <NearPane
                near={near}
                index={nearby}
                data={data}
                selected={selected}
                asked={asked}
                hidden={state.hidden}
                shared={state.near}
              />
            </Suspense>
          </MapBoundary>
        </div>
      )}
    </>
  );
}
