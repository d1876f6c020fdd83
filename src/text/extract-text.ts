import type { Extract, Range, Silence, SiteHit, SiteWarning } from '../contract/extract';
import { UNIT_M2 } from '../contract/extract';
import type { Lang, Localized } from '../contract/localized';
import { areaText, lengthText, percentText } from './amounts';
import { TEXTS } from './texts';

/** The words of a language, with figures set in it. */
function wordsOf(lang: Lang) {
  const all = TEXTS[lang];
  return {
    t: all.extract,
    area: (areaM2: number) => areaText(areaM2, all, lang),
    length: (lengthM: number) => lengthText(lengthM, all, lang),
    percent: (value: number) => percentText(value, lang),
  };
}

/** What an extract needs to be set as text. */
export interface Sheet {
  lang: Lang;
  planTitle: Localized;
  /** Names of places and themes by id. */
  placeName: (id: string) => string;
  themeName: (id: string) => string;
  articleName: (article: number) => string;
}

/** An extract as Markdown: the four lists, each hit with its amounts, how sure it is, and the text verbatim. */
export function markdownOf(extract: Extract, number: number, sheet: Sheet): string {
  const { lang } = sheet;
  const { t, area, length } = wordsOf(lang);
  const { subject } = extract;
  const size =
    subject.areaM2 !== null
      ? t.size(area(subject.areaM2))
      : subject.lengthM !== null
        ? t.size(length(subject.lengthM))
        : null;
  return [
    `## ${t.record(number, subject.name)} (${t.subject[subject.kind]})`,
    ...(size ? [size] : []),
    t.inputCrs(extract.inputCrs),
    t.coverage[extract.coverage],
    ...extract.warnings.map((warning) => `> ${warningText(warning, lang)}`),
    `### ${t.lists.concerned}`,
    ...(extract.concerned.length === 0
      ? [`${t.none}${t.noneIsNotFree}`]
      : extract.concerned.map((hit) => hitText(hit, sheet))),
    `### ${t.lists.tooCloseToCall}`,
    ...(extract.tooCloseToCall.length === 0 ? [t.none] : extract.tooCloseToCall.map((hit) => hitText(hit, sheet))),
    `### ${t.lists.notConcerned}`,
    extract.notConcerned
      .map((miss) => `- ${miss.name[lang]}：${length(miss.distanceToEdgeM)}（±${length(miss.accuracyM)}）`)
      .join('\n') || t.none,
    `### ${t.lists.planDoesNotSay}`,
    ...extract.planDoesNotSay.map((silence) => silenceText(silence, sheet)),
    t.made(extract.created.slice(0, 10), `${extract.plan} ${extract.planVersion}`, extract.dataSha256),
    '',
  ].join('\n\n');
}

function rangeText(range: Range, text: (value: number) => string, lang: Lang): string {
  const { t } = wordsOf(lang);
  if (range.min === range.max) return text(range.value);
  return t.range(text(range.value), text(range.min), text(range.max));
}

function hitText(hit: SiteHit, { lang, placeName, themeName, articleName }: Sheet): string {
  const { t, area, length, percent } = wordsOf(lang);
  const facts = [
    themeName(hit.theme),
    t.relation[hit.relation],
    hit.areaM2 && rangeText(hit.areaM2, area, lang),
    hit.lengthM && rangeText(hit.lengthM, length, lang),
    hit.percent && t.share(rangeText(hit.percent, percent, lang)),
    hit.distanceToEdgeM === 0 ? t.atEdge : t.distance(length(hit.distanceToEdgeM)),
    t.accuracy(length(hit.accuracyM)),
    hit.throughMembers.length > 0 && t.throughMembers(hit.throughMembers.map(placeName).join('、')),
    hit.impliedBy !== null && t.impliedBy(placeName(hit.impliedBy)),
  ];
  return [
    `- **${hit.name[lang]}** ${facts.filter((fact) => typeof fact === 'string').join('；')}`,
    ...hit.provisions.map((one) => `  - ${articleName(one.article)}（${one.divisionId}）：“${one.quote}”`),
    ...(hit.definition ? [`  - ${t.definition}：“${hit.definition.text}”`] : []),
    ...hit.progress.map((one) => `  - ${t.reported(one.asOf, one.publisher)}${one.statement[lang]}`),
  ].join('\n');
}

function silenceText(silence: Silence, sheet: Sheet): string {
  const { lang, themeName } = sheet;
  const { t, length, percent } = wordsOf(lang);
  const head = (reason: string): string => `- **${themeName(silence.theme)}** ${reason}`;
  if (silence.reason === 'too-coarse') {
    const site = silence.siteM > 0 ? t.silence['too-coarse'](length(silence.siteM)) : t.silence['too-coarse-point'];
    return [head(site), ...silence.hits.map((hit) => hitText(hit, sheet).replaceAll(/^/gmu, '  '))].join('\n');
  }
  if (silence.reason === 'outside-coverage') {
    const share = silence.percent && rangeText(silence.percent, percent, lang);
    return head(t.silence['outside-coverage'] + (share ? `：${share}` : ''));
  }
  return [
    head(t.silence[silence.reason]),
    ...silence.places.map((place) => `  - ${place.name[lang]}：${place.note[lang]}`),
  ].join('\n');
}

/** What a visitor should know of the site, in words. */
export function warningText(warning: SiteWarning, lang: Lang): string {
  const { t, area, percent } = wordsOf(lang);
  if (warning.code === 'rings-cross') return t.warning.ringsCross(area(warning.asDrawnM2), area(warning.countedM2));
  const { declared, declaredUnit, fits, computedM2, offPercent } = warning;
  const stated = declaredUnit === null ? String(declared) : area(declared * UNIT_M2[declaredUnit]);
  return fits === null
    ? t.warning.areaOff(stated, area(computedM2), percent(Math.abs(offPercent)))
    : t.warning.areaOther(String(declared), t.unit[fits], area(computedM2));
}
