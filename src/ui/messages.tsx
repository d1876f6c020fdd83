import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { faultOf, type LoadFault, type Result } from '../data/result';
import type { Unknown } from '../state/resolve';
import styles from './app.module.css';
import { FaultNotice, Notice } from './look/notices';
import { useDesk } from './shared/desk';
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
}

/** Files that could not be used, and parts of the link that mean nothing: said once, calmly, with a way out. */
export function Messages({ faults, unknown, unknownPlan, rejected, online }: Props): React.JSX.Element {
  const { t } = useDesk();
  const client = useQueryClient();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const asides = [
    ...(unknownPlan === null ? [] : [t.unknown.plan(unknownPlan)]),
    ...unknown.map(({ field, value }) => t.unknown[field](value)),
    ...rejected.map((key) => t.unknown.parameter(key)),
  ];
  const retry = ({ file }: LoadFault): void => {
    void client.resetQueries({
      predicate: ({ state }) => faultOf(state.data as Result<unknown> | undefined)?.file === file,
    });
  };
  return (
    <div className={styles['notices']}>
      {faults.map((fault) => (
        <FaultNotice key={fault.file} t={t} fault={fault} onRetry={() => retry(fault)} />
      ))}
      {online.failed && <Notice t={t} text={t.baseFailed} onDismiss={online.acknowledge} />}
      {asides
        .filter((text) => !dismissed.has(text))
        .map((text) => (
          <Notice key={text} t={t} text={text} onDismiss={() => setDismissed(new Set([...dismissed, text]))} />
        ))}
    </div>
  );
}
