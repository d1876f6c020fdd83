import type { EmbedSubject } from './embed-url';
import type { ViewState } from './view-state';

/** What a snippet is made of. */
export interface SnippetInput {
  /** Address of the embed in full. */
  address: string;
  /** Name of the frame, for who cannot see it. */
  title: string;
  kind: EmbedSubject['kind'];
  theme: ViewState['themeMode'];
}

/** What a frame is high before, or without, any script that says better, in pixels. */
export const RESERVED_PX: Record<EmbedSubject['kind'], number> = {
  map: 540,
  quote: 460,
  near: 440,
  story: 640,
  steps: 640,
  told: 640,
};

/** A frame as it stands in the page of a host: named, lazy, with its height reserved. */
export function iframeSnippet({ address, title, kind, theme }: SnippetInput): string {
  const attributes: [string, string][] = [
    ['src', address],
    ['title', title],
    ['width', '100%'],
    ['height', String(RESERVED_PX[kind])],
    ['loading', 'lazy'],
    ['allow', 'fullscreen; clipboard-write'],
    ['referrerpolicy', 'strict-origin-when-cross-origin'],
    // A frame of another scheme than its page stands on an opaque ground.
    ['style', `border:0;color-scheme:${theme === 'auto' ? 'light dark' : theme}`],
  ];
  return `<iframe ${attributes.map(([name, value]) => `${name}="${escaped(value)}"`).join(' ')}></iframe>`;
}

/** The same with the script that gives it its height and lets words of the page move the map. */
export function scriptSnippet(input: SnippetInput, site: string): string {
  return `${iframeSnippet(input)}\n<script src="${escaped(`${site}embed.js`)}" async></script>`;
}

/** The element `<tuce-map>` with the script that it needs. */
export function componentSnippet(
  { address, title, kind }: SnippetInput,
  site: string,
  lang: ViewState['lang'],
): string {
  const url = new URL(address);
  const view = url.pathname.split('/embed/')[1]?.replace(/\/$/u, '') ?? '';
  const query = [...url.searchParams].map(([key, value]): [string, string] => [key === 'c' ? 'camera' : key, value]);
  const attributes: [string, string][] = [
    ['view', view],
    ...(lang === 'en' ? ([['lang', 'en']] as [string, string][]) : []),
    ...query,
    ['told', url.hash.slice(1)],
    ['name', title],
    ['height', String(RESERVED_PX[kind])],
  ];
  const written = attributes.filter(([, value]) => value !== '').map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<script src="${escaped(`${site}tuce-map.js`)}" async></script>\n<tuce-map ${written.join(' ')}></tuce-map>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
