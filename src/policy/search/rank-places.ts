import type { Lang } from '../../contract/localized';
import type { Place } from '../../contract/place';
import type { Reading } from '../../contract/search';
import { fold, type Folded } from './fold';
import { type Marked, marksOf } from './marks';
import { matchPinyin, type Spelling, type Spoken, spokenOf } from './match-pinyin';
import { askedRuns, runsOf, squeeze } from './tokens';

/** How a name answers a query, best first. */
const TIERS = ['exact', 'begins', 'first-letters', 'begins-aloud', 'abbreviated', 'inside'] as const;
type Tier = number;
const tierOf = (name: (typeof TIERS)[number]): Tier => TIERS.indexOf(name);

interface Name {
  text: string;
  lang: Lang;
  /** Not one of the other names. */
  own: boolean;
  folded: Folded;
  squeezed: string;
  /** The name, and what stands before and in its brackets. */
  exact: ReadonlySet<string>;
  /** What follows each beginning of a word, of names in English. */
  tails: readonly string[];
  spoken: Spoken;
}

export interface NamedPlace {
  place: Place;
  names: readonly Name[];
}

export interface PlaceHit {
  place: Place;
  zh: Marked;
  en: Marked;
  /** The other name by which it was found, where its own names do not show why. */
  alias: Marked | null;
}

/** Prepares the names of a place for finding. */
export function namedPlace(place: Place, readings: readonly Reading[]): NamedPlace {
  const bySound = new Map(readings.map(({ name, syllables }) => [name, syllables]));
  const name = (text: string, lang: Lang, own: boolean): Name => {
    const folded = fold(text);
    const parts = folded.text.split(/[()[\]]/u).map(squeeze);
    const squeezed = squeeze(folded.text);
    const exact = new Set([squeezed, ...parts].filter((one) => one !== ''));
    const words = lang === 'en' ? runsOf(folded.text).map((run) => run.text) : [];
    const tails = words.map((_, index) => words.slice(index).join(''));
    return { text, lang, own, folded, squeezed, exact, tails, spoken: spokenOf(bySound.get(text) ?? []) };
  };
  return {
    place,
    names: [
      name(place.name.zh, 'zh', true),
      name(place.name.en, 'en', true),
      ...place.aliases.filter((alias) => alias !== place.name.zh).map((alias) => name(alias, 'zh', false)),
    ],
  };
}

interface Answer {
  name: Name;
  tier: Tier;
  spelling: Spelling | null;
}

/** A place whose names answer a query. */
export interface RankedPlace {
  named: NamedPlace;
  best: Answer;
}

/** Places whose names answer a folded query, best first. */
export function rankPlaces(places: readonly NamedPlace[], query: string): RankedPlace[] {
  const asked = squeeze(query);
  if (asked === '') return [];
  const found = rank(places, asked);
  if (found.length > 0) return found;
  const telling = askedRuns(query)
    .map((run) => run.text)
    .join('');
  return telling === asked ? [] : rank(places, telling);
}

function rank(places: readonly NamedPlace[], asked: string): RankedPlace[] {
  return places
    .flatMap((named, order) => {
      const answers = named.names.flatMap((name) => answerOf(name, asked) ?? []);
      const best = answers.toSorted((a, b) => a.tier - b.tier || Number(b.name.own) - Number(a.name.own))[0];
      return best ? [{ named, order, best }] : [];
    })
    .toSorted(
      (a, b) =>
        a.best.tier - b.best.tier ||
        Number(a.named.place.role === 'part') - Number(b.named.place.role === 'part') ||
        Number(b.best.name.own) - Number(a.best.name.own) ||
        Number(a.named.place.bbox === null) - Number(b.named.place.bbox === null) ||
        b.named.place.articles.length - a.named.place.articles.length ||
        a.best.name.text.length - b.best.name.text.length ||
        a.order - b.order,
    );
}

/** A place with the marks of a query on its names. */
export function placeHit(
  { place, names }: NamedPlace,
  query: string,
  best: Answer | null,
  alike?: ReadonlySet<string>,
): PlaceHit {
  const show = (name: Name): Marked => {
    const spelling = best?.name === name ? best.spelling : (answerOf(name, squeeze(query))?.spelling ?? null);
    const written = marksOf(name.folded, query, alike);
    const marks = written.length > 0 || !spelling ? written : [spoken(name.text, spelling)];
    return { text: name.text, lang: name.lang, marks };
  };
  const own = (lang: Lang): Marked => {
    const name = names.find((one) => one.own && one.lang === lang);
    return name ? show(name) : { text: place.name[lang], lang, marks: [] };
  };
  const [zh, en] = [own('zh'), own('en')];
  if (zh.marks.length > 0 || en.marks.length > 0) return { place, zh, en, alias: null };
  const other = best && !best.name.own ? best.name : names.find((name) => !name.own && show(name).marks.length > 0);
  return { place, zh, en, alias: other ? show(other) : null };
}

function answerOf(name: Name, asked: string): Answer | null {
  const answer = (tier: (typeof TIERS)[number], spelling: Spelling | null = null): Answer => ({
    name,
    tier: tierOf(tier),
    spelling,
  });
  if (name.exact.has(asked)) return answer('exact');
  if (name.squeezed.startsWith(asked)) return answer(name.lang === 'zh' ? 'begins' : 'begins-aloud');
  if (name.lang === 'zh' && name.squeezed.includes(asked)) return answer('inside');
  if (name.lang === 'en') {
    return asked.length > 1 && name.tails.some((tail) => tail.startsWith(asked)) ? answer('inside') : null;
  }
  const spelling = matchPinyin(asked, name.spoken);
  if (!spelling) return null;
  if (spelling.kind === 'whole') return answer('exact', spelling);
  if (spelling.kind === 'initials') return answer('first-letters', spelling);
  if (spelling.from > 0) return answer('inside', spelling);
  return answer(spelling.kind === 'syllables' ? 'begins-aloud' : 'abbreviated', spelling);
}

/** The stretch of a name whose characters were spelt. */
function spoken(text: string, { from, to }: Spelling): readonly [number, number] {
  const characters = [...text];
  const lengthOf = (count: number): number => characters.slice(0, count).join('').length;
  return [lengthOf(from), lengthOf(to)];
}
