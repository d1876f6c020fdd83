import { type QueryClient, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';

import { DRAWN_FILES, type DrawnFile } from '../contract/features';
import { drawnQuery, manifestQuery } from '../data/queries';
import type { LoadFault, Result } from '../data/result';
import type { PlanTiles } from '../state/map-surface';
import type { DrawnData } from './shared/desk';

/** What the map draws, as far as it could be had. */
export interface DrawnFiles {
  data: DrawnData;
  faults: LoadFault[];
  arrived: boolean;
  /** Tiles that the map draws the plan from, where that is too much to be drawn from `data`; `undefined` until known. */
  tiles: PlanTiles | null | undefined;
  /** Tells that tiles could not be had. */
  missTiles: (detail: string) => void;
}

const NOTHING_YET: DrawnData = Object.freeze({});
const NONE_YET: (Result<DrawnFile> | undefined)[] = [];

/**
 * Fetches the layer files of a plan: behind the map, which has much to do before it can draw any of them, or at once
 * when somebody is `asking` for what they hold. Of a plan that is drawn from tiles they are fetched only then. `root`
 * is the path of the site.
 */
export function useDrawnFiles(planId: string, root: string, drawnDue: Promise<void>, asking: boolean): DrawnFiles {
  const manifest = useQuery(manifestQuery(planId)).data;
  const tiles = useMemo(() => {
    if (!manifest?.tiles) return manifest === undefined ? undefined : null;
    const { file, minzoom, maxzoom } = manifest.tiles;
    // Ranges of two versions make no archive, and what keeps files tells them by their address.
    const version = manifest.files[file]?.sha256.slice(0, 16) ?? '';
    return { url: new URL(`${root}data/${planId}/${file}?v=${version}`, location.href).href, minzoom, maxzoom };
  }, [manifest, planId, root]);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    void drawnDue.then(() => setSettled(true));
  }, [drawnDue]);
  const [asked, setAsked] = useState(asking);
  if (asking && !asked) setAsked(true);
  const wanted = asked || (settled && tiles === null);
  const [missed, missTiles] = useState<string | null>(null);
  // A file that is fetched once more does not take the map away.
  const [arrived, setArrived] = useState(false);
  const combine = useCallback(
    (queries: readonly { data: Result<DrawnFile> | undefined }[]) => {
      const results = queries.map(({ data }) => data);
      // The desk has nothing to do with a file that comes before the others, but to say why one does not.
      return arrived || results.every((one) => one) || results.some((one) => one?.ok === false) ? results : NONE_YET;
    },
    [arrived],
  );
  const [ground, areas, bands, lines, points] = useQueries({
    queries: DRAWN_FILES.map((name) => ({ ...drawnQuery(planId, name), enabled: wanted })),
    combine,
  });
  const arrivedNow = ground && areas && bands && lines && points;
  if (arrivedNow && !arrived) setArrived(true);
  return useMemo(() => {
    const results = { ground, areas, bands, lines, points };
    // Nothing can be drawn or asked before all is here, and every change costs the desk a tenth of a second on a phone.
    const files: DrawnFiles = { data: arrived ? {} : NOTHING_YET, faults: [], arrived, tiles, missTiles };
    if (missed !== null && tiles) files.faults.push({ file: tiles.url, reason: 'unreachable', detail: missed });
    for (const name of DRAWN_FILES) {
      const result = results[name];
      if (result?.ok && arrived) files.data[name] = result.value;
      else if (result?.ok === false) files.faults.push(result.fault);
    }
    return files;
  }, [ground, areas, bands, lines, points, arrived, tiles, missed]);
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
