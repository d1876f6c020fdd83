import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { commitmentsQuery, documentQuery, englishQuery, gazetteerQuery, searchQuery } from '../../data/queries';
import { faultOf, type LoadFault } from '../../data/result';
import { articleTree } from '../../policy/article-tree';
import type { Search, Searchable } from '../../policy/search';
import type { FindList } from './find-list';
import type { ReadSpots } from './spots';

export interface Finder {
  search: Search | null;
  List: typeof FindList | null;
  readSpots: ReadSpots | null;
  /** The program of the search could not be fetched. */
  failed: boolean;
  /** Names can be found, but not by their sound. */
  fault: LoadFault | null;
  retry: () => void;
}

/** The program, which only who searches needs. */
const partsQuery = queryOptions({
  queryKey: ['find'],
  queryFn: async () => {
    const [{ FindList: List }, { buildSearch }, { readCoordinates: readSpots }] = await Promise.all([
      import('./find-list'),
      import('../../policy/search'),
      import('../../importers/coordinates'),
    ]);
    return { List, buildSearch, readSpots };
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  networkMode: 'always',
});

/** Fetches what finding needs as soon as it is wanted, and files the texts once all of them have come or failed. */
export function useFinder(plan: string, wanted: boolean): Finder {
  const parts = useQuery({ ...partsQuery, enabled: wanted });
  const readings = useQuery(searchQuery(plan, wanted));
  const english = useQuery(englishQuery(plan, wanted)).data;
  const document = useQuery(documentQuery(plan)).data;
  const gazetteer = useQuery(gazetteerQuery(plan)).data;
  const commitments = useQuery(commitmentsQuery(plan)).data;
  const [search, setSearch] = useState<Search | null>(null);

  useEffect(() => {
    if (!wanted || !parts.data || !readings.data || !english || !gazetteer || !commitments || !document?.ok) return;
    let current = true;
    const { buildSearch } = parts.data;
    const searchable: Searchable = {
      tree: articleTree(document.value.divisions),
      places: gazetteer.ok ? gazetteer.value.places : [],
      readings: readings.data.ok ? readings.data.value.readings : {},
      commitments: commitments.ok ? commitments.value.commitments : [],
      translation: english.ok ? english.value.translation : {},
      glossary: commitments.ok ? commitments.value.glossary : [],
    };
    const build = async (): Promise<void> => {
      const built = await buildSearch(searchable);
      if (current) setSearch(() => built);
    };
    void build();
    return () => {
      current = false;
    };
  }, [wanted, parts.data, readings.data, english, gazetteer, commitments, document]);

  return {
    search,
    List: parts.data?.List ?? null,
    readSpots: parts.data?.readSpots ?? null,
    failed: parts.isError && !parts.isFetching,
    fault: faultOf(readings.data),
    retry: () => void (parts.isError ? parts.refetch() : readings.refetch()),
  };
}
