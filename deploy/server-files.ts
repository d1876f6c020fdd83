import { CACHE, contentPolicy, EMBEDS, framePolicy, HEADERS, PAGES, PLAIN_PAGES, SHARED } from './headers';

/** Files for servers, by name; `origins` are those of the online base map, `plans` the ids that pages lie under. */
export interface Site {
  origins: readonly string[];
  plans: readonly string[];
}

const SOURCE = 'Written by `npm run deploy:files` out of deploy/headers.ts; edits are lost.';

/**
 * A server block for nginx, to be included inside of `http`. Headers stand at the server only: nginx forgets those of
 * the server in a location that has one of its own.
 */
export function nginxConf({ origins }: Site): string {
  const headers = Object.entries(HEADERS).map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return `# ${SOURCE}
# Copy to /etc/nginx/conf.d/tuce.conf; the port, the name and the folder are yours to set.

map $uri $tuce_frames {
  default "${framePolicy('/')}";
${EMBEDS.map((path) => `  ~^${path} "${framePolicy(path)}";`).join('\n')}
}
map $uri $tuce_cache {
  default "${CACHE.other}";
  ~^/assets/ "${CACHE.hashed}";
}
map $uri $tuce_shared {
  default "";
${SHARED.map((path) => `  ~^${path} "*";`).join('\n')}
}

server {
  listen 8080;
  server_name _;
  root /var/www/tuce;
  index index.html;
  charset utf-8;
  absolute_redirect off;
  server_tokens off;
  etag on;

  add_header Content-Security-Policy "${contentPolicy(origins)}; $tuce_frames" always;
${headers.join('\n')}
  add_header Cache-Control $tuce_cache always;
  add_header Access-Control-Allow-Origin $tuce_shared always;

  # The build writes .gz and .br beside what is worth it. For .br: apt install libnginx-mod-http-brotli-static
  gzip_static on;
  gzip_vary on;
  # brotli_static on;

  # Nothing here is larger than a few kilobytes to send in.
  client_max_body_size 8k;

  # What is missing is said by a page of the site. Who may frame it and read it goes by the address that was asked for:
  # looked up here, before that page takes its place, a map keeps its answer for as long as the request lasts. How long it
  # may be kept does not: what is missing today may be there after the next deployment.
  set $tuce_asked "$tuce_frames $tuce_shared";
  error_page 404 /404.html;

  location / {
    try_files $uri $uri/ =404;
  }
  # Debian's list of types does not have these, and browsers run no script of another type.
  location ~ \\.mjs$ {
    types { }
    default_type text/javascript;
  }
  location ~ \\.geojson$ {
    types { }
    default_type application/geo+json;
  }
  location ~ \\.webmanifest$ {
    types { }
    default_type application/manifest+json;
  }
  location ~ (?:^|/)(?:_headers|\\.) {
    return 404;
  }
}
`;
}

/** A site block for Caddy 2. */
export function caddyfile({ origins }: Site): string {
  const headers = Object.entries(HEADERS).map(([name, value]) => `    ${name} "${value}"`);
  const within = (paths: readonly string[]): string => paths.map((path) => `${path}*`).join(' ');
  return `# ${SOURCE}
# The address and the folder are yours to set; with a name instead of a port, Caddy gets a certificate by itself.

:8080 {
  root * /var/www/tuce

  @embed path ${within(EMBEDS)}
  @page not path ${within(EMBEDS)}
  @hashed path /assets/*
  @other not path /assets/*
  @shared path ${within(SHARED)}
  @manifest path *.webmanifest
  @hidden path */_headers */.*
  error @hidden 404

  header -Server
  header {
${headers.join('\n')}
  }
  header @page Content-Security-Policy "${contentPolicy(origins)}; ${framePolicy('/')}"
  header @embed Content-Security-Policy "${contentPolicy(origins)}; ${framePolicy(EMBEDS[0] ?? '')}"
  header @hashed Cache-Control "${CACHE.hashed}"
  header @other Cache-Control "${CACHE.other}"
  header @shared Access-Control-Allow-Origin "*"
  # Caddy knows the types of all other files.
  header @manifest Content-Type "application/manifest+json"

  # The build writes .gz and .br beside what is worth it.
  file_server {
    precompressed br gzip
  }

  # What is missing is said by a page of the site, and may be there after the next deployment. The headers above stay;
  # what takes one away has to be said again.
  handle_errors {
    @missing expression {err.status_code} == 404
    header -Server
    header Cache-Control "${CACHE.other}"
    rewrite @missing /404.html
    file_server @missing {
      precompressed br gzip
    }
  }
}
`;
}

/**
 * `_headers` as Netlify and Cloudflare Pages read it. Of rules that match the same path both add what they say, and a
 * browser obeys every policy that it is given: who may frame a page is a second one, and embeds have only the first.
 * Cloudflare takes the last of two rules with the same path, so there is one for each.
 */
export function headersFile({ origins, plans }: Site): string {
  const frames = { 'Content-Security-Policy': framePolicy('/') };
  const pages = [...PAGES, ...plans.flatMap((id) => [`/${id}/`, `/en/${id}/`])];
  // A star stands at the end only; the fronts of languages have pages below that may be framed.
  const fronts = ['/', '/en/'];
  const closed = pages.flatMap((path) => (fronts.includes(path) ? [path, `${path}index.html`] : [`${path}*`]));
  const english = PAGES.filter((path) => !fronts.includes(path)).map((path) => `/en${path}*`);
  const rules = new Map<string, Record<string, string>>();
  const say = (path: string, headers: Readonly<Record<string, string>>): void => {
    rules.set(path, { ...rules.get(path), ...headers });
  };
  say('/*', { 'Content-Security-Policy': contentPolicy(origins), ...HEADERS });
  for (const path of [...closed, ...english, ...PLAIN_PAGES]) say(path, frames);
  say('/assets/*', { 'Cache-Control': CACHE.hashed });
  for (const path of SHARED) say(`${path}*`, { 'Access-Control-Allow-Origin': '*' });
  return [
    `# ${SOURCE}`,
    ...[...rules].map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    ),
  ].join('\n');
}
