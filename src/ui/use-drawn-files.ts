import { type QueryClient, useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

import { DRAWN_FILES } from '../contract/features';
import { drawnQuery } from '../data/queries';
import type { LoadFault } from '../data/result';
import type { DrawnData } from './shared/desk';

/** What the map draws, as far as it could be had. */
export interface DrawnFiles {
  data: DrawnData;
  faults: LoadFault[];
  arrived: boolean;
}

const NOTHING_YET: DrawnData = Object.freeze({});

/**
 * Fetches the layer files of a plan: behind the map, which has much to do before it can draw any of them, or at once
 * when somebody is `asking` for what they hold.
 */
export function useDrawnFiles(planId: string, mapSettled: Promise<void>, asking: boolean): DrawnFiles {
  const [wanted, setWanted] = useState(asking);
  if (asking && !wanted) setWanted(true);
  useEffect(() => {
    void mapSettled.then(() => setWanted(true));
  }, [mapSettled]);
  const queries = useQueries({
    queries: DRAWN_FILES.map((name) => ({ ...drawnQuery(planId, name), enabled: wanted })),
  });
  const [ground, areas, bands, lines, points] = queries.map((query) => query.data);
  const arrivedNow = queries.every((query) => query.data);
  // A file that is fetched once more does not take the map away.
  const [arrived, setArrived] = useState(false);
  if (arrivedNow && !arrived) setArrived(true);
  return useMemo(() => {
    const results = { ground, areas, bands, lines, points };
    // Nothing can be drawn or asked before all is here, and every change costs the desk a tenth of a second on a phone.
    const files: DrawnFiles = { data: arrived ? {} : NOTHING_YET, faults: [], arrived };
    for (const name of DRAWN_FILES) {
      const result = results[name];
      if (result?.ok && arrived) files.data[name] = result.value;
      else if (result?.ok === false) files.faults.push(result.fault);
    }
    return files;
  }, [ground, areas, bands, lines, points, arrived]);
}

/** What has come so far of what the map draws. */
export function drawnNow(client: QueryClient, planId: string): DrawnData {
  const data: DrawnData = {};
  for (const name of DRAWN_FILES) {
    const result = client.getQueryData(drawnQuery(planId, name).queryKey);
    if (result?.ok) data[name] = result.value;
  }
  return data;
}

/** Whether all that is drawn is here to be asked, still on its way, or partly missing. */
export type DataState = 'complete' | 'loading' | 'incomplete';

export function dataState({ arrived, faults }: DrawnFiles): DataState {
  if (!arrived) return 'loading';
  return faults.length > 0 ? 'incomplete' : 'complete';
}
