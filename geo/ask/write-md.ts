import type { Extract, Range, Silence, SiteHit, SiteWarning } from '../../src/contract/extract';
import { UNIT_M2 } from '../../src/contract/extract';
import type { Lang, Localized } from '../../src/contract/localized';
import { areaText, EXTRACT_TEXTS, lengthText, percentText } from '../../src/text/amounts';

/** What an extract needs to be set as text. */
export interface Sheet {
  lang: Lang;
  planTitle: Localized;
  /** Names of places and themes by id. */
  placeName: (id: string) => string;
  themeName: (id: string) => string;
}

/** An extract as Markdown: the four lists, each hit with its amounts, how sure it is, and the text verbatim. */
export function markdownOf(extract: Extract, number: number, sheet: Sheet): string {
  const { lang } = sheet;
  const t = EXTRACT_TEXTS[lang];
  const { subject } = extract;
  const size =
    subject.areaM2 !== null
      ? t.size(areaText(subject.areaM2, lang))
      : subject.lengthM !== null
        ? t.size(lengthText(subject.lengthM, lang))
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
      .map(
        (miss) =>
          `- ${miss.name[lang]}：${lengthText(miss.distanceToEdgeM, lang)}（±${lengthText(miss.accuracyM, lang)}）`,
      )
      .join('\n') || t.none,
    `### ${t.lists.planDoesNotSay}`,
    ...extract.planDoesNotSay.map((silence) => silenceText(silence, sheet)),
    t.made(extract.created.slice(0, 10), `${extract.plan} ${extract.planVersion}`, extract.dataSha256),
    '',
  ].join('\n\n');
}

function rangeText(range: Range, text: (value: number, lang: Lang) => string, lang: Lang): string {
  const t = EXTRACT_TEXTS[lang];
  if (range.min === range.max) return text(range.value, lang);
  return t.range(text(range.value, lang), text(range.min, lang), text(range.max, lang));
}

function hitText(hit: SiteHit, { lang, placeName, themeName }: Sheet): string {
  const t = EXTRACT_TEXTS[lang];
  const facts = [
    themeName(hit.theme),
    t.relation[hit.relation],
    hit.areaM2 && rangeText(hit.areaM2, areaText, lang),
    hit.lengthM && rangeText(hit.lengthM, lengthText, lang),
    hit.percent && t.share(rangeText(hit.percent, percentText, lang)),
    hit.distanceToEdgeM === 0 ? t.atEdge : t.distance(lengthText(hit.distanceToEdgeM, lang)),
    t.accuracy(lengthText(hit.accuracyM, lang)),
    hit.throughMembers.length > 0 && t.throughMembers(hit.throughMembers.map(placeName).join('、')),
    hit.impliedBy !== null && t.impliedBy(placeName(hit.impliedBy)),
  ];
  return [
    `- **${hit.name[lang]}** ${facts.filter((fact) => typeof fact === 'string').join('；')}`,
    ...hit.provisions.map((one) => `  - ${t.article(one.article)}（${one.divisionId}）：“${one.quote}”`),
    ...(hit.definition ? [`  - ${t.definition}：“${hit.definition.text}”`] : []),
    ...(hit.status ? [`  - ${t.statusOn(hit.status.asOf)}：${hit.status.text[lang]}`] : []),
    ...hit.progress.map((one) => `  - ${t.reported(one.asOf, one.publisher)}${one.statement[lang]}`),
  ].join('\n');
}

function silenceText(silence: Silence, sheet: Sheet): string {
  const { lang, themeName } = sheet;
  const t = EXTRACT_TEXTS[lang];
  const head = (reason: string): string => `- **${themeName(silence.theme)}** ${reason}`;
  if (silence.reason === 'too-coarse') {
    const site =
      silence.siteM > 0 ? t.silence['too-coarse'](lengthText(silence.siteM, lang)) : t.silence['too-coarse-point'];
    return [head(site), ...silence.hits.map((hit) => hitText(hit, sheet).replaceAll(/^/gmu, '  '))].join('\n');
  }
  if (silence.reason === 'outside-coverage') {
    const share = silence.percent && rangeText(silence.percent, percentText, lang);
    return head(t.silence['outside-coverage'] + (share ? `：${share}` : ''));
  }
  return [
    head(t.silence[silence.reason]),
    ...silence.places.map((place) => `  - ${place.name[lang]}：${place.note[lang]}`),
  ].join('\n');
}

function warningText(warning: SiteWarning, lang: Lang): string {
  const t = EXTRACT_TEXTS[lang];
  if (warning.code === 'rings-cross')
    return t.warning.ringsCross(areaText(warning.asDrawnM2, lang), areaText(warning.countedM2, lang));
  const { declared, declaredUnit, fits, computedM2, offPercent } = warning;
  const stated = declaredUnit === null ? String(declared) : areaText(declared * UNIT_M2[declaredUnit], lang);
  return fits === null
    ? t.warning.areaOff(stated, areaText(computedM2, lang), percentText(Math.abs(offPercent), lang))
    : t.warning.areaOther(String(declared), t.unit[fits], areaText(computedM2, lang));
}
