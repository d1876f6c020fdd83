import { type EmbedSubject, INITIAL_EMBED, printEmbedUrl } from '../state/embed-url';
import { INITIAL_STATE } from '../state/view-state';
import type { PageId } from './addresses';

/** An embed that is made by the build. */
export interface StockEmbed {
  id: PageId;
  subject: EmbedSubject;
  path: string;
}

/** Every embed of a page: its map, and for an article the cards of its sentences; none for a place on no map. */
export function stockEmbedsOf(id: PageId): StockEmbed[] {
  const { subject } = id;
  if (subject.kind === 'place' && !subject.place.bbox) return [];
  const kinds: EmbedSubject[] = [{ kind: 'map' }];
  if (subject.kind === 'document') kinds.push({ kind: 'near' });
  if (subject.kind === 'article') {
    kinds.push(...subject.article.sentences.map((_, index): EmbedSubject => ({ kind: 'quote', sentence: index + 1 })));
  }
  return kinds.map((kind) => ({ id, subject: kind, path: embedPath(id, kind) }));
}

/** Address of an embed relative to the root of the site. */
function embedPath({ plan, lang, subject }: PageId, kind: EmbedSubject): string {
  return printEmbedUrl({
    ...INITIAL_EMBED,
    view: {
      ...INITIAL_STATE,
      plan,
      lang,
      article: subject.kind === 'article' ? subject.article.number : null,
      place: subject.kind === 'place' ? subject.place.id : null,
    },
    subject: kind,
  });
}
