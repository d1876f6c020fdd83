import { queryOptions } from '@tanstack/react-query';

import { DrawnFileSchema, type DrawnFileName } from '../contract/features';
import { PlanIndexSchema } from '../contract/manifest';
import { GazetteerSchema } from '../contract/place';
import { DocumentSchema } from '../contract/plan';
import { type Fetcher, loadFile } from './load';

const fetcher: Fetcher = (url) => fetch(url);
const BASE = `${import.meta.env.BASE_URL}data/`;

/** The data of one build never changes under a running page. */
const FOREVER = { staleTime: Infinity, gcTime: Infinity, retry: false } as const;

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => loadFile(fetcher, BASE, 'plans.json', PlanIndexSchema),
  ...FOREVER,
});

export const documentQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'document'],
    queryFn: () => loadFile(fetcher, BASE, `${plan}/document.json`, DocumentSchema),
    ...FOREVER,
  });

export const gazetteerQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'places'],
    queryFn: () => loadFile(fetcher, BASE, `${plan}/places.json`, GazetteerSchema),
    ...FOREVER,
  });

export const drawnQuery = (plan: string, name: DrawnFileName) =>
  queryOptions({
    queryKey: [plan, name],
    queryFn: () => loadFile(fetcher, BASE, `${plan}/${name}.geojson`, DrawnFileSchema),
    ...FOREVER,
  });
