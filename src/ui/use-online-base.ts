import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

import { configQuery } from '../data/queries';
import { faultOf, type LoadFault } from '../data/result';
import type { OnlineBase } from './look/legend';

export interface OnlineBaseState extends OnlineBase {
  /** Its server could not be reached, and the visitor has not been told yet. */
  failed: boolean;
  fail: () => void;
  acknowledge: () => void;
  /** The configuration itself could not be read. */
  fault: LoadFault | null;
}

/** The online base map: off until the visitor turns it on, never in the address, so that no link turns it on. */
export function useOnlineBase(): OnlineBaseState {
  const client = useQueryClient();
  const { data } = useQuery(configQuery);
  const [on, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const acknowledge = useCallback(() => setFailed(false), []);
  const toggle = useCallback(() => {
    setFailed(false);
    // Turned on again, a style that could not be had is asked for again.
    client.removeQueries({ queryKey: ['foreign-style'] });
    setOn((before) => !before);
  }, [client]);
  return useMemo(
    () => ({
      config: data?.ok ? data.value.baseMap : null,
      fault: faultOf(data),
      on,
      toggle,
      failed,
      fail,
      acknowledge,
    }),
    [data, on, toggle, failed, fail, acknowledge],
  );
}
