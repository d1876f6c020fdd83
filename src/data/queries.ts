import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type * as v from 'valibot';

import { CommitmentsSchema, EnglishSchema } from '../contract/commitment';
import { ConfigSchema, ForeignStyleSchema } from '../contract/config';
import type { DrawnFileName } from '../contract/features';
import { PlanIndexSchema } from '../contract/manifest';
import { GazetteerSchema } from '../contract/place';
import { PackedFileSchema } from '../contract/packed';
import { DocumentSchema } from '../contract/plan';
import { SearchDataSchema } from '../contract/search';
import { SharedSchema } from '../contract/shared';
import { unpackDrawn } from '../contract/unpack';
import { type Fetcher, loadFile, loadManifest } from './load';
import { mapResult } from './result';

const BASE = 'data/';

/** Address of the site; pages lie at different depths, so files are asked for from there. */
let root: string | null = null;
const fetcher: Fetcher = (url, init) => fetch(root === null ? url : new URL(url, root), init);

/** Sets the address of the site, with a slash at its end. The composition root does it once, before anything loads. */
export function setSiteRoot(address: string): void {
  root = address;
}

/**
 * The data of one build never changes under a running page; and what is kept on the device comes without a network, so
 * that nothing waits for one.
 */
const FOREVER = { staleTime: Infinity, gcTime: Infinity, retry: false, networkMode: 'always' } as const;

/** What the plan consists of: the first that is fetched of it, so that all the rest is of the same version. */
export const manifestQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'manifest'],
    queryFn: () => loadManifest(fetcher, BASE, `${plan}/manifest.json`),
    ...FOREVER,
  });

function loadOfPlan<S extends v.GenericSchema>(client: QueryClient, plan: string, name: string, schema: S) {
  const expected = client
    .ensureQueryData(manifestQuery(plan))
    .then((manifest) => manifest?.files[name]?.sha256 ?? null);
  return loadFile(fetcher, BASE, `${plan}/${name}`, schema, expected);
}

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => loadFile(fetcher, BASE, 'plans.json', PlanIndexSchema),
  ...FOREVER,
});

export const documentQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'document'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'document.json', DocumentSchema),
    ...FOREVER,
  });

export const gazetteerQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'places'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'places.json', GazetteerSchema),
    ...FOREVER,
  });

export const drawnQuery = (plan: string, name: DrawnFileName) =>
  queryOptions({
    queryKey: [plan, name],
    queryFn: async ({ client }) =>
      mapResult(await loadOfPlan(client, plan, `${name}.packed.json`, PackedFileSchema), unpackDrawn),
    ...FOREVER,
  });

export const commitmentsQuery = (plan: string) =>
  queryOptions({
    queryKey: [plan, 'commitments'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'commitments.json', CommitmentsSchema),
    ...FOREVER,
  });

/** Our translation; asked for only by who reads English. */
export const englishQuery = (plan: string, wanted: boolean) =>
  queryOptions({
    queryKey: [plan, 'english'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'english.json', EnglishSchema),
    enabled: wanted,
    ...FOREVER,
  });

/** What other plans say of the places of this one. */
export const sharedQuery = (plan: string, wanted: boolean) =>
  queryOptions({
    queryKey: [plan, 'shared'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'shared.json', SharedSchema),
    enabled: wanted,
    ...FOREVER,
  });

/** How names are read aloud; asked for only by who searches. */
export const searchQuery = (plan: string, wanted: boolean) =>
  queryOptions({
    queryKey: [plan, 'search'],
    queryFn: ({ client }) => loadOfPlan(client, plan, 'search.json', SearchDataSchema),
    enabled: wanted,
    ...FOREVER,
  });

/** What whoever runs the site has set. */
export const configQuery = queryOptions({
  queryKey: ['config'],
  queryFn: () => loadFile(fetcher, '', 'config.json', ConfigSchema),
  ...FOREVER,
});

/** A foreign MapLibre style, asked for only when a visitor turns the online base map on. */
export const foreignStyleQuery = (url: string | null) =>
  queryOptions({
    queryKey: ['foreign-style', url],
    queryFn: () => loadFile(fetcher, '', url ?? '', ForeignStyleSchema),
    enabled: url !== null,
    ...FOREVER,
  });
