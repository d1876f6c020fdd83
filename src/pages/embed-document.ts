import type { Lang } from '../contract/localized';
import type { EmbedSubject } from '../state/embed-url';
import { element, escaped } from '../map/poster/markup';
import { TAGS } from './tags';

/** The few files of an embed, as paths from the root of the site. */
export interface EmbedAssets {
  script: string;
  style: string;
  /** The module that has the interactive map, asked for when somebody wants it. */
  map: string;
}

interface Filling {
  lang: Lang;
  /** From the page to the root of the site. */
  root: string;
  title: string;
  canonical: string;
  oembed: string | null;
  plan: string;
  kind: EmbedSubject['kind'];
  body: string;
  assets: EmbedAssets;
}

/**
 * Only its own origin is asked for anything. `data:` is for the worker of the map in a frame without an origin of its
 * own, which cannot start one from an address.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A page of its own rather than one of the app: it has next to nothing to load. The script is no module and the style
 * has no `crossorigin`, as both would need permission from the server inside a sandboxed frame.
 */
export function embedDocument({ lang, root, title, canonical, oembed, plan, kind, body, assets }: Filling): string {
  const head = [
    element('meta', { charset: 'utf-8' }),
    oembed !== null && element('link', { rel: 'alternate', type: 'application/json+oembed', href: oembed, title }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    // The page about the same thing is to be found, not this one.
    element('meta', { name: 'robots', content: 'noindex, indexifembedded' }),
    element('link', { rel: 'canonical', href: canonical }),
    element('link', { rel: 'icon', href: `${root}icon.svg` }),
    element('title', {}, escaped(title)),
    element('link', { rel: 'stylesheet', href: `${root}${assets.style}` }),
  ];
  const data = { 'data-root': root, 'data-plan': plan, 'data-kind': kind, 'data-map': `${root}${assets.map}` };
  const script = `<script src="${escaped(`${root}${assets.script}`)}" defer></script>`;
  const html = element(
    'html',
    { lang: TAGS[lang], ...data },
    `<head>${head.filter(Boolean).join('')}</head><body>${body}${script}</body>`,
  );
  return `<!doctype html>\n${html}\n`;
}
