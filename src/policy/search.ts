import MiniSearch from 'minisearch';

import type { Commitment, Term } from '../contract/commitment';
import type { Lang } from '../contract/localized';
import type { Place } from '../contract/place';
import type { Division } from '../contract/plan';
import type { SearchData } from '../contract/search';
import { articleNumberOf, type ArticleTree } from './article-tree';
import { chineseNumber } from './parse/chinese-number';
import { fold } from './search/fold';
import { excerpt, marked, type Marked, plain } from './search/marks';
import {
  type NamedPlace,
  namedPlace,
  type PlaceHit,
  placeHit,
  type RankedPlace,
  rankPlaces,
} from './search/rank-places';
import { askedTokens, filedTokens } from './search/tokens';

/** What can be searched. What is not loaded is left empty; the rest is found without it. */
export interface Searchable {
  tree: ArticleTree;
  places: readonly Place[];
  readings: SearchData['readings'];
  commitments: readonly Commitment[];
  /** Our translation by division. */
  translation: Readonly<Record<string, string>>;
  glossary: readonly Term[];
}

/** A heading or a sentence of the document. */
export interface PassageHit {
  division: Division;
  article: number;
  shown: Marked;
}

export interface CommitmentHit {
  commitment: Commitment;
  article: number;
  /** Its summary, or its words where only they answer. */
  shown: Marked;
}

export interface TermHit {
  term: Term;
  zh: Marked;
  en: Marked;
  /** Where the document first uses it. */
  division: Division;
  article: number;
}

/** The best of a kind, and how many there are. */
interface Found<T> {
  hits: readonly T[];
  total: number;
}

export interface SearchResults {
  places: Found<PlaceHit>;
  passages: Found<PassageHit>;
  commitments: Found<CommitmentHit>;
  terms: Found<TermHit>;
  total: number;
}

export type Search = (query: string, lang: Lang) => SearchResults;

/** Longer than any name, link or sentence that is worth looking for. What stands behind is not looked at. */
export const MAX_QUERY = 200;
const LIMITS = { places: 6, passages: 8, commitments: 5, terms: 3 } as const;
/** Of the tokens of a query, how many a text must have when none has them all. */
const MOST = 0.5;

type Entry = { zh: string; en: string; number: number } & (
  | { kind: 'place'; named: NamedPlace }
  | { kind: 'passage'; division: Division; article: number; heading: boolean; texts: Texts }
  | { kind: 'commitment'; commitment: Commitment; article: number }
  | { kind: 'term'; term: Term; division: Division; article: number }
);
type Texts = Readonly<Record<Lang, string>>;
interface Hit {
  entry: Entry;
  score: number;
  /** Words of the text that are alike but not the same. */
  alike: ReadonlySet<string>;
}

const NOTHING: Found<never> = { hits: [], total: 0 };

/** Texts filed at a time, so that the page answers a key while the rest is waiting. */
const CHUNK = 48;

/** Prepares everything for finding; the function it gives answers any string and never throws. */
export async function buildSearch(searchable: Searchable): Promise<Search> {
  const entries = entriesOf(searchable);
  const named = entries.flatMap((entry) => (entry.kind === 'place' ? [entry.named] : []));
  const index = new MiniSearch<Entry>({
    fields: ['zh', 'en'],
    idField: 'number',
    tokenize: filedTokens,
    // The texts are folded already.
    processTerm: (term) => term,
  });
  await index.addAllAsync(entries, { chunkSize: CHUNK });

  const lookUp = (tokens: readonly string[], how: 'AND' | 'OR', alike: boolean): Hit[] =>
    index
      .search(tokens.join(' '), {
        tokenize: () => [...tokens],
        combineWith: how,
        prefix: mayBegin,
        fuzzy: (token) => (alike && isWord(token) && token.length > 3 ? 0.2 : false),
      })
      .flatMap(({ id, score, match, queryTerms }) => {
        const entry = entries[Number(id)];
        if (!entry || queryTerms.length < tokens.length * MOST) return [];
        return [{ entry, score, alike: new Set(Object.keys(match).filter((word) => isWord(word) && alike)) }];
      });

  return (raw, lang) => {
    const query = fold(raw.slice(0, MAX_QUERY)).text;
    const tokens = askedTokens(query);
    if (tokens.length === 0)
      return { places: NOTHING, passages: NOTHING, commitments: NOTHING, terms: NOTHING, total: 0 };
    const names = spelt(raw, query);
    const ranked = rankPlaces(named, names);
    let hits = lookUp(tokens, 'AND', false);
    if (hits.length === 0 && ranked.length === 0) hits = lookUp(tokens, 'AND', true);
    if (hits.length === 0 && ranked.length === 0) hits = lookUp(tokens, 'OR', true);
    return collect({ query, names, lang, ranked, hits, byNumber: articleAsked(query, entries) });
  };
}

interface Collected {
  query: string;
  /** The query as one would spell a name with it. */
  names: string;
  lang: Lang;
  ranked: readonly RankedPlace[];
  hits: readonly Hit[];
  byNumber: readonly Hit[];
}

function collect({ query, names, lang, ranked, hits, byNumber }: Collected): SearchResults {
  const phrase = query.trim();
  const whole = new Set(
    hits.flatMap(({ entry }) => (entry.zh.includes(phrase) || entry.en.includes(phrase) ? [entry] : [])),
  );
  const numbered = new Set(byNumber.map(({ entry }) => entry));
  const inOrder = [...byNumber, ...hits.filter(({ entry }) => !numbered.has(entry))].toSorted(
    (a, b) =>
      Number(numbered.has(b.entry)) - Number(numbered.has(a.entry)) ||
      Number(isHeading(b.entry)) - Number(isHeading(a.entry)) ||
      Number(whole.has(b.entry)) - Number(whole.has(a.entry)) ||
      b.score - a.score ||
      a.entry.number - b.entry.number,
  );
  const known = new Set(ranked.map(({ named }) => named.place.id));
  const places = [
    ...ranked.map(
      ({ named, best }) =>
        () =>
          placeHit(named, names, best),
    ),
    ...inOrder.flatMap(({ entry, alike }) =>
      entry.kind === 'place' && !known.has(entry.named.place.id)
        ? [() => placeHit(entry.named, query, null, alike)]
        : [],
    ),
  ];
  const passages = inOrder.flatMap(({ entry, alike }) =>
    entry.kind === 'passage'
      ? [() => ({ division: entry.division, article: entry.article, shown: telling(entry.texts, query, lang, alike) })]
      : [],
  );
  const commitments = inOrder.flatMap(({ entry, alike }) =>
    entry.kind === 'commitment' ? [() => commitmentHit(entry.commitment, entry.article, query, lang, alike)] : [],
  );
  const terms = inOrder.flatMap(({ entry, alike }) => {
    if (entry.kind !== 'term') return [];
    const { term, division, article } = entry;
    const zh = (): Marked => marked(term.term, 'zh', query, alike);
    return [() => ({ term, division, article, zh: zh(), en: marked(term.en, 'en', query, alike) })];
  });
  return {
    places: first(places, LIMITS.places),
    passages: first(passages, LIMITS.passages),
    commitments: first(commitments, LIMITS.commitments),
    terms: first(terms, LIMITS.terms),
    total: places.length + passages.length + commitments.length + terms.length,
  };
}

/** Only what is shown gets its marks. */
function first<T>(all: readonly (() => T)[], limit: number): Found<T> {
  return { hits: all.slice(0, limit).map((make) => make()), total: all.length };
}

/** The language in which a text answers, the reader's own first; cut to what surrounds the answer. */
function telling(texts: Texts, query: string, lang: Lang, alike: ReadonlySet<string>): Marked {
  const other = lang === 'zh' ? 'en' : 'zh';
  const own = marked(texts[lang], lang, query, alike);
  if (own.marks.length > 0) return excerpt(own);
  const foreign = marked(texts[other], other, query, alike);
  if (foreign.marks.length > 0) return excerpt(foreign);
  return excerpt(plain(texts.zh, 'zh'));
}

function commitmentHit(
  commitment: Commitment,
  article: number,
  query: string,
  lang: Lang,
  alike: ReadonlySet<string>,
): CommitmentHit {
  const summary = telling(commitment.summary, query, lang, alike);
  const quote = marked(commitment.quote, 'zh', query, alike);
  return { commitment, article, shown: longestMark(quote) > longestMark(summary) ? excerpt(quote) : summary };
}

function longestMark({ marks }: Marked): number {
  return Math.max(0, ...marks.map(([start, end]) => end - start));
}

/** The article that a query names by its number: `第十八条`, `十八条`, `article 18`. */
function articleAsked(query: string, entries: readonly Entry[]): Hit[] {
  const match = /^第?(?<zh>[零一二三四五六七八九十]{1,3}|\d{1,2})条$|^art(?:icle)?\.? ?(?<en>\d{1,2})$/u.exec(
    query.trim(),
  );
  const text = match?.groups?.['zh'] ?? match?.groups?.['en'];
  if (text === undefined) return [];
  const asked = /^\d/u.test(text) ? Number(text) : chineseNumber(text);
  const entry = entries.find(
    (one) => one.kind === 'passage' && one.division.kind === 'article' && one.article === asked,
  );
  return entry ? [{ entry, score: 0, alike: new Set() }] : [];
}

function entriesOf({ tree, places, readings, commitments, translation, glossary }: Searchable): Entry[] {
  const entries: Entry[] = [];
  const folded = (text: string): string => fold(text).text;
  const put = (zh: string, en: string, make: (filed: { zh: string; en: string; number: number }) => Entry): void => {
    entries.push(make({ zh: folded(zh), en: folded(en), number: entries.length }));
  };
  for (const place of places) {
    const named = namedPlace(place, readings[place.id] ?? []);
    put([place.name.zh, ...place.aliases].join(' '), place.name.en, (filed) => ({ ...filed, kind: 'place', named }));
  }
  const passage = (division: Division, article: number, heading: boolean): void => {
    if (division.text === '') return;
    const texts = { zh: division.text, en: translation[division.id] ?? '' };
    put(texts.zh, texts.en, (filed) => ({ ...filed, kind: 'passage', division, article, heading, texts }));
  };
  for (const part of tree.parts) {
    const [opening] = part.articles;
    if (opening && part.division.kind === 'part') passage(part.division, opening.number, true);
    for (const { division, number, sentences } of part.articles) {
      passage(division, number, true);
      for (const sentence of sentences) passage(sentence, number, false);
    }
  }
  for (const commitment of commitments) {
    const article = articleNumberOf(commitment.division);
    if (article === null) continue;
    const { quote, summary } = commitment;
    put(`${quote} ${summary.zh}`, summary.en, (filed) => ({ ...filed, kind: 'commitment', commitment, article }));
  }
  for (const term of glossary) {
    const use = firstUse(term, tree);
    if (use) put(term.term, term.en, (filed) => ({ ...filed, kind: 'term', term, ...use }));
  }
  return entries;
}

function firstUse({ term }: Term, tree: ArticleTree): { division: Division; article: number } | null {
  for (const { division, number, sentences } of tree.articles.values()) {
    const found = [division, ...sentences].find((one) => one.text.includes(term));
    if (found) return { division: found, article: number };
  }
  return null;
}

/** A query as one would spell a name with it: `ü` is typed `v`. */
function spelt(raw: string, query: string): string {
  return /[üÜ]/u.test(raw.normalize('NFC'))
    ? fold(raw.slice(0, MAX_QUERY).normalize('NFC').replaceAll(/[üÜ]/gu, 'v')).text
    : query;
}

function isHeading(entry: Entry): boolean {
  return entry.kind === 'passage' && entry.heading;
}

function isWord(token: string): boolean {
  return /^\p{L}/u.test(token) && !/^\p{Script=Han}/u.test(token);
}

/** Whether a word of the query may be the beginning of a word of the text: two letters begin too many of them. */
function mayBegin(token: string): boolean {
  return token.length > 2 && /^[\p{L}\d]/u.test(token) && !/^\p{Script=Han}/u.test(token);
}
