import { renderToStaticMarkup } from 'react-dom/server';

import type { Desk } from '../ui/shared/desk';
import { descriptionOf, titleOf } from '../ui/page-words';
import { inEveryLang, linkTo, type PageId, pathOf } from './addresses';
import { dataOf } from './linked-data';
import { oembedAddress } from './oembed';
import { pictureFor } from './preview-picture';
import { TAGS } from './tags';

/** What stands in the head of a page beside what every page has: for tabs, searches, previews and crawlers. */
export function headOf(desk: Desk, id: PageId, site: string | null, pictures: boolean): string {
  const path = pathOf(id);
  const [title, description] = [titleOf(desk, id.subject), descriptionOf(desk, id.subject)];
  const canonical = linkTo(path, path, site);
  const alternates = inEveryLang(id);
  const oembed = oembedAddress(id, site);
  const markup = renderToStaticMarkup(
    <>
      <title>{title}</title>
      {oembed !== null && <link rel="alternate" type="application/json+oembed" href={oembed} title={title} />}
      <meta name="description" content={description} />
      <link rel="canonical" href={canonical} />
      {alternates.map(({ lang, path: other }) => (
        <link key={lang} rel="alternate" hrefLang={TAGS[lang]} href={linkTo(other, path, site)} />
      ))}
      {alternates.slice(0, 1).map(({ path: other }) => (
        <link key="default" rel="alternate" hrefLang="x-default" href={linkTo(other, path, site)} />
      ))}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      {site !== null && <meta property="og:url" content={canonical} />}
      {pictures && (
        <>
          <meta property="og:image" content={linkTo(pictureFor(id), path, site)} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={title} />
        </>
      )}
      <meta name="twitter:card" content={pictures ? 'summary_large_image' : 'summary'} />
    </>,
  );
  return `${markup}${dataScript(dataOf(desk, id, site))}`;
}

/**
 * A block of data for crawlers. Whatever a name contains, it cannot end the block: no `<` is left in it, and JSON reads
 * the escape as the same sign.
 */
function dataScript(data: unknown): string {
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}
