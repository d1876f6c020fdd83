import type { ViewState } from './view-state';

/** What of the view the plan does not have. */
export interface Unknown {
  field: 'article' | 'place' | 'layer' | 'parameter';
  value: string;
}

/** What exists in the loaded plan; `null` where that could not be loaded, so that nothing can be called unknown. */
export interface Known {
  articles: ReadonlySet<number>;
  places: ReadonlySet<string> | null;
  layers: ReadonlySet<string> | null;
}

/** Replaces what the plan does not have by the default, and says what that was. */
export function resolveState(state: ViewState, known: Known): { state: ViewState; unknown: Unknown[] } {
  const unknown: Unknown[] = [];
  let { article, place, hidden, filter } = state;
  if (article !== null && !known.articles.has(article)) {
    unknown.push({ field: 'article', value: String(article) });
    article = null;
  }
  if (place !== null && known.places && !known.places.has(place)) {
    unknown.push({ field: 'place', value: place });
    place = null;
  }
  const { layers } = known;
  const strangers = layers ? hidden.filter((id) => !layers.has(id)) : [];
  if (strangers.length > 0) {
    unknown.push(...strangers.map((value) => ({ field: 'layer', value }) as const));
    hidden = hidden.filter((id) => !strangers.includes(id));
  }
  if (filter.place !== null && known.places && !known.places.has(filter.place)) {
    unknown.push({ field: 'place', value: filter.place });
    filter = { ...filter, place: null };
  }
  if (filter.theme !== null && layers && !layers.has(filter.theme)) {
    unknown.push({ field: 'layer', value: filter.theme });
    filter = { ...filter, theme: null };
  }
  return unknown.length > 0 ? { state: { ...state, article, place, hidden, filter }, unknown } : { state, unknown };
}
