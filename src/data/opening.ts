import type { QueryClient } from '@tanstack/react-query';

import type { Lang } from '../contract/localized';
import { faultOf, type LoadFault } from './result';
import { commitmentsQuery, documentQuery, englishQuery, gazetteerQuery, plansQuery } from './queries';

/**
 * Fetches what the first picture of the text is made of, so that it can appear in one piece. Never fails: a file that
 * cannot be had is a result that the desk explains. What the map draws is asked for by the desk, behind the map. Answers
 * why there is no document to open, and with `null` where there is one.
 */
export async function fetchOpening(client: QueryClient, plan: string | null, lang: Lang): Promise<LoadFault | null> {
  const index = await client.ensureQueryData(plansQuery);
  if (!index.ok) return index.fault;
  const { plans } = index.value;
  const id = (plans.find((one) => one.id === plan) ?? plans[0])?.id;
  if (id === undefined) return null;
  const [document] = await Promise.all([
    client.ensureQueryData(documentQuery(id)),
    client.prefetchQuery(gazetteerQuery(id)),
    client.prefetchQuery(commitmentsQuery(id)),
    lang === 'en' ? client.prefetchQuery(englishQuery(id, true)) : null,
  ]);
  return faultOf(document);
}
