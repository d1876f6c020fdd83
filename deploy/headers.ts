import { createHash } from 'node:crypto';

import { ASK_LATER } from '../src/pages/ask-later';
import { FIRST_PAINT } from '../src/pages/first-paint';

/**
 * What the site tells browsers about itself: the one place that says it. The build puts the policy into every page and
 * writes `_headers`; `npm run deploy:files` writes the files for nginx and Caddy out of the same tables.
 */

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Path of the view that may stand in the pages of others, in every language. */
export const EMBEDS: readonly string[] = ['/embed/', '/en/embed/'];
/** Beginnings of the paths of all other pages. */
export const PAGES: readonly string[] = [
  '/',
  '/a/',
  '/p/',
  '/en/',
  '/plan/',
  '/author/',
  '/accessibility/',
  '/privacy/',
  '/design/',
];

/** Pages that are files of their own at the root of the site. */
export const PLAIN_PAGES: readonly string[] = ['/404.html', '/shell.html'];

/**
 * Content-Security-Policy without who may frame the page, which a page itself cannot say. `origins` are those of the
 * online base map, if there is one.
 */
export function contentPolicy(origins: readonly string[], developing = false): string {
  const own = ["'self'", ...origins].join(' ');
  return Object.entries({
    'default-src': "'none'",
    // All scripts are files but the one that asks for the others in their order.
    'script-src': `'self' ${hashOf(ASK_LATER)}`,
    // The development server puts styles into the page; of the built site just what the first drawing stands on.
    'style-src': `'self' ${developing ? "'unsafe-inline'" : hashOf(FIRST_PAINT)}`,
    'img-src': `${own} data:`,
    'connect-src': own,
    // The studio shows an embed as it will be.
    'frame-src': "'self'",
    'worker-src': "'self'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .map((pair) => pair.join(' '))
    .join('; ');
}

/** Who may show a page inside of one of theirs. */
export function framePolicy(path: string): string {
  return EMBEDS.some((embed) => path.startsWith(embed)) ? 'frame-ancestors *' : "frame-ancestors 'none'";
}

/** Headers of every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Some base maps let only known sites ask, so the origin is told to others, and never the address.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'geolocation=(self), clipboard-write=(self), fullscreen=(self), camera=(), microphone=(), payment=(), usb=(), ' +
    'bluetooth=(), serial=(), hid=(), midi=(), accelerometer=(), gyroscope=(), magnetometer=(), display-capture=(), ' +
    'browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** What may be kept for how long: files named by their content for ever, all others are asked about every time. */
export const CACHE = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' } as const;

/** What other origins may read: an embed in a sandbox has an origin of its own, and all of it is public. */
export const SHARED: readonly string[] = ['/assets/', '/data/', ...EMBEDS];
