import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { PlanIndex } from '../contract/manifest';
import { documentQuery, gazetteerQuery, plansQuery } from '../data/queries';
import type { Updates } from '../offline/updates';
import type { Store } from '../state/store';
import { TEXTS } from '../text/texts';
import { FaultNotice } from './look/notices';
import type { MapPane } from './map-pane';
import { PlanDesk } from './plan-desk';
import { useViewState } from './shared/use-view-state';

interface Props {
  store: Store;
  /** Keys of the address that could not be read. */
  rejected: readonly string[];
  /** What stands behind the `#` of the address. */
  fragment: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** Path of the site, with a slash at its end. */
  root: string;
  /** The drawing of the map that the page came with. */
  poster: Element | null;
  /** The map, handed in so that this folder never imports the map library. */
  mapPane: MapPane;
  /** Fulfilled when what the map draws is to be fetched. */
  drawnDue: Promise<void>;
  /** Whether there is a newer version of the site; `null` where nobody looks. */
  updates: Updates | null;
}

/** Finds the plan to show and opens its desk. */
export function App({ store, ...props }: Props): React.JSX.Element {
  const state = useViewState(store);
  const client = useQueryClient();
  const t = TEXTS[state.lang];
  const plans = useSuspenseQuery(plansQuery).data;
  const [first, ...others] = plans.ok ? plans.value.plans : [];
  // The first plan is at the root of the site, and an address that names no plan at all is no page.
  const named = state.plan === null || others.some((plan) => plan.id === state.plan);
  useEffect(() => {
    if (first && !named) store.set({ plan: null }, 'correction');
  }, [store, first, named]);
  if (!plans.ok) {
    return <FaultNotice t={t} fault={plans.fault} onRetry={() => void client.resetQueries(plansQuery)} />;
  }
  const asked = plans.value.plans.find((plan) => plan.id === state.plan);
  const planId = asked?.id ?? first?.id ?? '';
  const unknownPlan = state.plan !== null && !asked ? state.plan : null;
  return (
    <OpenPlan
      key={planId}
      planId={planId}
      unknownPlan={unknownPlan}
      plans={plans.value.plans}
      store={store}
      {...props}
    />
  );
}

function OpenPlan({
  planId,
  unknownPlan,
  ...props
}: Props & { planId: string; plans: PlanIndex['plans']; unknownPlan: string | null }): React.JSX.Element {
  const { lang } = useViewState(props.store);
  const client = useQueryClient();
  const document = useSuspenseQuery(documentQuery(planId)).data;
  const gazetteer = useSuspenseQuery(gazetteerQuery(planId)).data;
  if (!document.ok) {
    return (
      <FaultNotice
        t={TEXTS[lang]}
        fault={document.fault}
        onRetry={() => void client.resetQueries(documentQuery(planId))}
      />
    );
  }
  return <PlanDesk {...props} document={document.value} gazetteer={gazetteer} unknownPlan={unknownPlan} />;
}
