import { useQueryClient } from '@tanstack/react-query';
import { memo, useEffect, useEffectEvent, useState } from 'react';

import { faultOf, type LoadFault, type Result } from '../data/result';
import type { Updates } from '../offline/updates';
import type { Unknown } from '../state/resolve';
import styles from './app.module.css';
import { FaultNotice, FaultsNotice, Notice } from './look/notices';
import { UpdateNotice } from './look/update-notice';
import { useDesk } from './shared/desk';
import { useNetwork } from './use-network';
import type { OnlineBaseState } from './use-online-base';

interface Props {
  /** Files that could not be used. */
  faults: readonly LoadFault[];
  /** What of the link the plan does not have. */
  unknown: readonly Unknown[];
  unknownPlan: string | null;
  /** Keys of the address that could not be read. */
  rejected: readonly string[];
  online: OnlineBaseState;
  updates: Updates | null;
}

/** Files that could not be used, and parts of the link that mean nothing: said once, calmly, with a way out. */
export const Messages = memo(function Messages({
  faults,
  unknown,
  unknownPlan,
  rejected,
  online,
  updates,
}: Props): React.JSX.Element {
  const { t } = useDesk();
  const client = useQueryClient();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const asides = [
    ...(unknownPlan === null ? [] : [t.unknown.plan(unknownPlan)]),
    ...unknown.map(({ field, value }) => t.unknown[field](value)),
    ...rejected.map((key) => t.unknown.parameter(key)),
  ];
  const network = useNetwork();
  // Without a network there is one thing to say, not one for each file.
  const unreached = faults.filter((fault) => fault.reason === 'unreachable');
  const others = faults.filter((fault) => fault.reason !== 'unreachable' || (network && unreached.length === 1));
  const retry = ({ file }: LoadFault): void => {
    void client.resetQueries({
      predicate: ({ state }) => faultOf(state.data as Result<unknown> | undefined)?.file === file,
    });
  };
  // What could not be had without a network is asked for again when it is back.
  const back = useEffectEvent(() => unreached.forEach(retry));
  useEffect(() => {
    if (network) back();
  }, [network]);
  return (
    <div className={styles['notices']}>
      {!network && <Notice t={t} text={t.access.offline} />}
      {network && unreached.length > 1 && (
        <FaultsNotice t={t} faults={unreached} onRetry={() => unreached.forEach(retry)} />
      )}
      {others.map((fault) => (
        <FaultNotice
          key={fault.file}
          t={t}
          fault={fault}
          onRetry={() => (fault.reason === 'changed' ? location.reload() : retry(fault))}
        />
      ))}
      {updates && <UpdateNotice t={t} updates={updates} />}
      {online.failed && <Notice t={t} text={t.baseFailed} onDismiss={online.acknowledge} />}
      {asides
        .filter((text) => !dismissed.has(text))
        .map((text) => (
          <Notice key={text} t={t} text={text} onDismiss={() => setDismissed(new Set([...dismissed, text]))} />
        ))}
    </div>
  );
});
