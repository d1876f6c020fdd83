import type { Term } from '../contract/commitment';
import { englishNames, findEnglishName, plainEnglishName } from '../policy/english-names';
import { articleNumberOf } from '../policy/article-tree';
import type { Check, Finding, LintDraft } from './check';

/** A rule about the tables in `seeds/<plan>/`. */
function wordsCheck(
  code: string,
  file: string,
  rule: string,
  find: (draft: LintDraft) => Omit<Finding, 'file'>[],
): Check {
  return {
    code,
    severity: 'error',
    rule,
    run: (draft) => find(draft).map((found) => ({ file: `seeds/${draft.plan.id}/${file}`, ...found })),
  };
}

/** Text of the article (heading and sentences) that a division belongs to. */
function articleText({ document }: LintDraft, divisionId: string): string {
  const number = articleNumberOf(divisionId);
  return document.divisions
    .filter(({ id }) => articleNumberOf(id) === number)
    .map(({ text }) => text)
    .join('');
}

export const commitmentNotInText = wordsCheck(
  'TC020',
  'commitments.csv',
  'a commitment quotes its division verbatim and names places that exist; its id stands once',
  (draft) => {
    const divisions = new Map(draft.document.divisions.map((division) => [division.id, division.text]));
    const places = new Set(draft.places.map((place) => place.id));
    const ids = draft.words.commitments.map(({ id }) => id);
    return draft.words.commitments.flatMap(({ id, division, quote, places: named }, index) => {
      const found: Omit<Finding, 'file'>[] = [];
      const text = divisions.get(division);
      if (text === undefined) found.push({ id, message: `there is no division ${division}`, fix: 'correct the id' });
      else if (!text.includes(quote))
        found.push({ id, message: `“${quote}” is not in ${division}`, fix: 'copy the words from the document' });
      if (ids.indexOf(id) !== index) found.push({ id, message: 'the id stands twice', fix: 'give one another id' });
      for (const place of named) {
        if (!places.has(place)) found.push({ id, message: `there is no place ${place}`, fix: 'correct the id' });
      }
      return found;
    });
  },
);

export const deadlineWithoutWording = wordsCheck(
  'TC021',
  'commitments.csv',
  'a deadline has the wording it comes from, and the wording stands in the article',
  (draft) =>
    draft.words.commitments.flatMap(({ id, division, deadline, deadlineText }) => {
      if (deadline !== null && deadlineText === null) {
        return [
          { id, message: `the deadline ${deadline} has no wording`, fix: 'give `deadline_text`, or drop the date' },
        ];
      }
      return deadlineText !== null && !articleText(draft, division).includes(deadlineText)
        ? [{ id, message: `“${deadlineText}” is not in its article`, fix: 'copy the words from the document' }]
        : [];
    }),
);

export const scopeContradictsPlaces = wordsCheck(
  'TC022',
  'commitments.csv',
  'a commitment is `located` exactly if one of its places is drawn',
  (draft) =>
    draft.words.commitments.flatMap(({ id, scope, places }) => {
      const drawn = places.some((place) => draft.geometries.has(place) || draft.elsewhere.has(place));
      if (scope === 'city-wide' || drawn === (scope === 'located')) return [];
      return [
        { id, message: `scope is ${scope}, but ${drawn ? 'a place is' : 'no place is'} drawn`, fix: 'correct `scope`' },
      ];
    }),
);

export const progressOfNothing = wordsCheck(
  'TC023',
  'progress.csv',
  'progress belongs to a commitment or place that exists, and has a publisher and a date',
  (draft) => {
    const ids = new Set(draft.words.commitments.map(({ id }) => id));
    const places = new Set(draft.places.map((place) => place.id));
    return draft.words.progress.flatMap(({ commitment, place }) => {
      const id = commitment ?? place ?? '';
      return [
        ...(commitment === null || ids.has(commitment)
          ? []
          : [{ id, message: 'there is no such commitment', fix: 'correct the id' }]),
        ...(place === null || places.has(place)
          ? []
          : [{ id, message: `there is no place ${place}`, fix: 'correct the id' }]),
      ];
    });
  },
);

export const translationIncomplete = wordsCheck(
  'TC024',
  'translation.en.csv',
  'every division is translated once, and nothing else is',
  (draft) => {
    const { translation } = draft.words;
    if (translation.length === 0) return [];
    const wanted = draft.document.divisions.filter(({ text }) => text !== '').map(({ id }) => id);
    const given = translation.map(({ division }) => division);
    return [
      ...wanted
        .filter((id) => !given.includes(id))
        .map((id) => ({ id, message: 'is not translated', fix: 'add a row' })),
      ...given
        .filter((id, index) => !wanted.includes(id) || given.indexOf(id) !== index)
        .map((id) => ({ id, message: 'is no division, or stands twice', fix: 'correct or drop the row' })),
    ];
  },
);

export const placeNotTranslated = wordsCheck(
  'TC026',
  'translation.en.csv',
  'the translation of a sentence names each place that the sentence names',
  (draft) => {
    const texts = new Map(draft.words.translation.map(({ division, text }) => [division, text]));
    const places = new Map(draft.places.map((place) => [place.id, place]));
    // A place that a sentence names twice need not be named twice in English.
    const named = new Map(draft.mentions.map((one) => [`${one.divisionId} ${one.placeId}`, one]));
    return [...named.values()].flatMap(({ divisionId: id, placeId, exact }) => {
      const text = texts.get(id);
      const place = places.get(placeId);
      // A sentence without a translation is the business of TC024.
      if (text === undefined || !place) return [];
      if (englishNames(place).some((name) => findEnglishName(text, name) !== null)) return [];
      return [
        {
          id,
          message: `it does not name ${placeId} (“${exact}”)`,
          fix: `write “${plainEnglishName(place.name.en)}”, or add the words it uses to \`enNames\` of the place`,
        },
      ];
    });
  },
);

export const termNotInText = wordsCheck(
  'TC025',
  'glossary.csv',
  'a term stands in the document, and is not explained by itself or in a circle',
  ({ words: { glossary }, document }) =>
    glossary.flatMap(({ term, note }) => {
      if (!document.text.includes(term)) {
        return [{ id: term, message: 'is not in the document', fix: 'copy the term from the document' }];
      }
      if (note.zh.replaceAll(term, '').replaceAll(NOTHING_SAID, '') === '') {
        return [{ id: term, message: 'explains itself', fix: 'explain it in other words' }];
      }
      const circle = circleFrom(term, glossary);
      return circle.length > 0
        ? [{ id: term, message: `${circle.join(' → ')} is a circle`, fix: 'explain one of them in plain words' }]
        : [];
    }),
);

/** What is left of a note that says nothing but its own term. */
const NOTHING_SAID = /[\p{P}\s]|就是|的意思|[是即指]/gu;

/** The shortest way by which the explanation of a term leads back to it through other terms; empty where none does. */
function circleFrom(term: string, glossary: readonly Term[]): string[] {
  const notes = new Map(glossary.map((one) => [one.term, one.note.zh]));
  const ways = [[term]];
  const seen = new Set([term]);
  for (const way of ways) {
    const note = notes.get(way.at(-1) ?? '') ?? '';
    if (way.length > 1 && note.includes(term)) return [...way, term];
    for (const next of notes.keys()) {
      if (seen.has(next) || !note.includes(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return [];
}

export const termTranslatedOtherwise = wordsCheck(
  'TC031',
  'translation.en.csv',
  'a term of the glossary has its English word wherever the document uses it',
  (draft) => {
    const texts = new Map(draft.words.translation.map(({ division, text }) => [division, text]));
    return draft.document.divisions.flatMap(({ id, text, start }) => {
      const translated = texts.get(id);
      if (translated === undefined) return [];
      const named = draft.mentions.filter(({ divisionId }) => divisionId === id);
      return draft.words.glossary
        .filter(({ term, en }) => {
          const at = start + text.indexOf(term);
          const inName = named.some((mention) => mention.start < at + term.length && at < mention.end);
          return text.includes(term) && !inName && findEnglishName(translated, en) === null;
        })
        .map(({ term, en }) => ({
          id,
          message: `${term} is not “${en}” here`,
          fix: 'use the word of the glossary, or correct it there',
        }));
    });
  },
);
