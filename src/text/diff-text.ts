import type { Lang, Localized } from '../contract/localized';
import { diffEn } from './diff.en';
import { diffZh } from './diff.zh';
import { TEXTS } from './texts';

export const DIFF_TEXTS = { zh: diffZh, en: diffEn };

/** An article that is not the same in two versions, as far as it is told. */
export interface ToldArticle {
  kind: 'added' | 'removed' | 'changed' | 'renumbered';
  before: { number: number; label: string | null; heading: string } | null;
  after: { number: number; label: string | null; heading: string } | null;
  sentences: readonly { before: { text: string } | null; after: { text: string } | null }[];
}

/** A place that is not the same in two versions, as far as it is told. */
export interface ToldPlace {
  id: string;
  kinds: readonly (keyof (typeof diffZh)['place'])[];
  before: { name: Localized; accuracyM: number | null } | null;
  after: { name: Localized; accuracyM: number | null } | null;
  movedM: number | null;
  sureMove: boolean;
}

/** An article as Markdown: what was taken out after a minus, what was put in after a plus. */
export function articleText({ kind, before, after, sentences }: ToldArticle, lang: Lang): string {
  const t = DIFF_TEXTS[lang];
  const { article, preamble } = TEXTS[lang];
  const named = [before, after]
    .filter((one) => one !== null)
    .map(({ number, label }) => (number === 0 ? preamble : article(label, number)));
  const lines = sentences.flatMap((one) => [
    ...(one.before ? [`  - ${one.before.text}`] : []),
    ...(one.after ? [`  + ${one.after.text}`] : []),
  ]);
  return [`- ${[...new Set(named)].join(' → ')}：${t.article[kind]}`, ...lines].join('\n');
}

/** A place as one line of Markdown. */
export function placeText({ id, kinds, before, after, movedM, sureMove }: ToldPlace, lang: Lang): string {
  const t = DIFF_TEXTS[lang];
  const name = (after ?? before)?.name[lang] ?? id;
  const facts = [
    ...kinds.map((kind) => t.place[kind]),
    ...(kinds.includes('moved') && movedM !== null ? [t.moved(Math.round(movedM), sureMove)] : []),
    ...(kinds.includes('accuracy') ? [t.accuracy(before?.accuracyM ?? 0, after?.accuracyM ?? 0)] : []),
  ];
  return `- ${name} (${id})：${facts.join('; ')}`;
}
