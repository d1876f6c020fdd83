import type { Localized } from '../../../src/contract/localized';
import type { Plan } from '../../../src/contract/plan';
import type { Theme } from '../../../src/contract/place';
import { EARTH, TO_WRITE } from '../../../src/lint/to-write';
import type { ParsedDocument } from '../../../src/policy/parse/parse-document';
import { printedNumber } from '../../../src/policy/parse/chinese-number';
import { isEnglish } from '../../../src/policy/parse/split-english';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** A day at the end of a line. */
const ENGLISH_DAY = new RegExp(`(?<day>\\d{1,2}) (?<month>${MONTHS.join('|')}),? (?<year>\\d{4})(?=[)\\s.]*$)`, 'gmu');

/** Stands where a day was not found in the document. */
const UNDATED = '0001-01-01';

/** Two themes to begin with; their names, letters and colours are the plan's to choose. */
export const LAYERS: { themes: Theme[] } = {
  themes: [
    theme('region', 'A', '甲', { zh: '区域', en: 'Areas' }, 'brick', 'slash'),
    theme('project', 'B', '乙', { zh: '项目', en: 'Projects' }, 'teal', 'dots'),
  ],
};

function theme(
  id: string,
  letter: string,
  stem: string,
  name: Localized,
  hue: Theme['hue'],
  pattern: Theme['pattern'],
): Theme {
  return { id, letter, stem, name, legend: name, hue, pattern };
}

interface Begun {
  id: string;
  document: string;
  sha256: string;
  parsed: ParsedDocument;
}

/** A `plan.json` with what the document says of itself; the rest is marked as still to be written. */
export function draftPlan({ id, document, sha256, parsed }: Begun): Plan {
  const english = isEnglish(parsed.text);
  const title = titleOf(parsed);
  const inBoth = (text: string | null): Localized =>
    text === null ? TO_WRITE : english ? { zh: text, en: text } : { zh: text, en: TO_WRITE.en };
  const days = daysOf(parsed.text);
  const issuer = issuerOf(parsed);
  return {
    id,
    ...(english && { language: 'en' as const }),
    title: inBoth(title),
    shortTitle: inBoth(title && shortOf(title)),
    issuers: [inBoth(issuer)],
    adopted: days[0] ?? UNDATED,
    published: days.at(-1) ?? UNDATED,
    publisher: TO_WRITE,
    sourceUrls: [],
    document,
    sha256,
    coverage: TO_WRITE.en,
    frame: EARTH,
    mapApprovalNo: null,
    contact: null,
    rights: TO_WRITE,
  };
}

/** What stands in red over a document: who issued it, and the word for a document. */
const MASTHEAD = /^(?<issuer>.{2,30}(?:政府|委员会|委|厅|局|办公室|办公厅))\s*文\s*件$/u;

/** What a notice passes on, without the notice: 《…办法》 out of 关于印发《…办法》的通知. */
function shortOf(title: string): string {
  return /印发\s*《(?<inner>[^》]{4,})》/u.exec(title)?.groups?.['inner'] ?? title;
}

/** The lines at the head that are no date, number or address, as one; the longest if they are many. */
function titleOf({ divisions }: ParsedDocument): string | null {
  const lines = divisions.filter(({ kind }) => kind === 'head').map(({ text }) => text);
  const spoken = lines.filter(
    (text) => !MASTHEAD.test(text) && !/^[（(〔[]|[:：]$|^(?:来源|目\s*录|索引号|发文|文号)|〔\d{4}〕/u.test(text),
  );
  if (spoken.length === 0) return null;
  const titled = spoken.slice(0, 2).join('');
  return spoken.length <= 2 && titled.length <= 80 && !isEnglish(titled)
    ? titled
    : (spoken.find((text) => /(?:意见|规划|办法|条例|方案|通知|决定|公告|plan|bylaw|policy|strategy)/iu.test(text)) ??
        spoken[0] ??
        null);
}

/** Who signed, where the closing lines or the masthead say so. */
function issuerOf({ divisions }: ParsedDocument): string | null {
  const closing = divisions
    .filter(({ id, kind }) => id.startsWith('end.') && kind === 'sentence')
    .map(({ text }) => text);
  const signed = closing.find((text) => /(?:政府|委员会|厅|局|办公室|党委|省委|市委)$/u.test(text));
  const masthead = divisions.map(({ kind, text }) => (kind === 'head' ? MASTHEAD.exec(text) : null)).find(Boolean);
  return signed ?? masthead?.groups?.['issuer'] ?? null;
}

/** Days that stand in a line of their own or in brackets at the head or the end, as `YYYY-MM-DD`, the earliest first. */
function daysOf(text: string): string[] {
  const found = [
    ...text.matchAll(
      /([\d〇零一二三四五六七八九]{4})\s*年\s*([\d一二三四五六七八九十]{1,3})\s*月\s*([\d一二三四五六七八九十]{1,3})\s*日(?=[\s）)]*$|[\u4e00-\u9fff]{2,30}(?:公布|通过|印发))/gmu,
    ),
  ];
  return [...found, ...text.matchAll(ENGLISH_DAY)]
    .flatMap(({ groups, 1: year = '', 2: month = '', 3: day = '' }) => {
      const named = groups?.['month'];
      if (named !== undefined) return englishDay(groups?.['day'] ?? '', named, groups?.['year'] ?? '');
      const figures = [...year].map((digit) => ('〇零'.includes(digit) ? 0 : printedNumber(digit))).join('');
      const parts = [printedNumber(month), printedNumber(day)].map((part) => String(part).padStart(2, '0'));
      const written = `${figures}-${parts.join('-')}`;
      return Number.isNaN(Date.parse(written)) ? [] : [written];
    })
    .toSorted();
}

function englishDay(day: string, month: string, year: string): string[] {
  const written = `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(written)) ? [] : [written];
}
