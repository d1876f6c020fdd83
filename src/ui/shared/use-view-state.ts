import { useSyncExternalStore } from 'react';

import type { Store } from '../../state/store';
import type { ViewState } from '../../state/view-state';

/** The view state, followed. */
export function useViewState(store: Store): ViewState {
  return useSyncExternalStore(store.subscribe, store.get);
}
