import { iframeSnippet, RESERVED_PX } from '../state/embed-snippets';
import { oembedPath } from '../state/embed-url';
import { titleOf } from '../ui/page-words';
import type { Desk } from '../ui/shared/desk';
import type { PageId } from './addresses';
import { type StockEmbed, stockEmbedsOf } from './embed-address';
import { pictureFor } from './preview-picture';

const WIDTH_PX = 600;

/** Where the oEmbed of a page is; `null` where there is none: what it says must name the site in full. */
export function oembedAddress(id: PageId, site: string | null): string | null {
  const [map] = stockEmbedsOf(id);
  return site === null || !map ? null : `${site}${oembedPath(map.path)}`;
}

/** What https://oembed.com wants to know of an embed, as JSON. */
export function oembedOf(desk: Desk, { id, subject, path }: StockEmbed, site: string, pictures: boolean): string {
  const { t, plan, say } = desk;
  const title = titleOf(desk, id.subject);
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    author_name: plan.issuers.map(say).join(t.listComma),
    author_url: plan.sourceUrls[0],
    provider_name: t.brand,
    provider_url: site,
    cache_age: 86_400,
    ...(pictures && { thumbnail_url: `${site}${pictureFor(id)}`, thumbnail_width: 1200, thumbnail_height: 630 }),
    width: WIDTH_PX,
    height: RESERVED_PX[subject.kind],
    html: iframeSnippet({ address: `${site}${path}`, title, kind: subject.kind, theme: 'auto' }),
  };
  return `${JSON.stringify(answer)}\n`;
}
