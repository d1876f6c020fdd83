import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { CACHE, contentPolicy, EMBEDS, framePolicy, HEADERS } from '../deploy/headers';
import { caddyfile, headersFile, nginxConf } from '../deploy/server-files';
import { hostHeaders } from './host-headers';

const SITE = { origins: [], plans: ['tiny'] };

const hosted = hostHeaders(headersFile(SITE));

describe('the files for servers', () => {
  it('are those that deploy/headers.ts makes: npm run deploy:files', () => {
    const kept = (name: string): string => readFileSync(new URL(`../deploy/${name}`, import.meta.url), 'utf8');
    expect(kept('nginx.conf')).toBe(nginxConf(SITE));
    expect(kept('Caddyfile')).toBe(caddyfile(SITE));
  });

  it('all have every header', () => {
    for (const file of [nginxConf(SITE), caddyfile(SITE), headersFile(SITE)]) {
      for (const [name, value] of Object.entries(HEADERS)) {
        expect(file).toContain(name);
        expect(file).toContain(value);
      }
      expect(file).toContain(contentPolicy([]));
    }
  });

  it('let an online base map be asked, and nobody else', () => {
    const policy = contentPolicy(['https://tiles.example']);
    expect(policy).toContain("connect-src 'self' https://tiles.example;");
    expect(policy).toContain("img-src 'self' https://tiles.example data:;");
    expect(policy).toMatch(/script-src 'self' 'sha256-[^' ]+';/u);
  });

  it('never let a script run that is in the page or made of text', () => {
    expect(contentPolicy([])).not.toMatch(/unsafe|\*|blob:|wasm/u);
    expect(readFileSync(new URL('../index.html', import.meta.url), 'utf8')).toContain('content="%content-policy%"');
  });

  it.each([
    '/',
    '/index.html',
    '/a/11/',
    '/a/11/index.html',
    '/p/lake/',
    '/en/',
    '/en/index.html',
    '/en/a/1/',
    '/tiny/',
    '/en/tiny/p/x/',
    '/privacy/',
    '/en/privacy/',
    '/shell.html',
    '/404.html',
  ])('let nobody frame %s', (path) => {
    expect(framePolicy(path)).toBe("frame-ancestors 'none'");
    expect(hosted(path)).toEqual({
      ...HEADERS,
      'Content-Security-Policy': `${contentPolicy([])}, frame-ancestors 'none'`,
    });
  });

  it.each(EMBEDS)('let everybody frame %s', (path) => {
    expect(framePolicy(`${path}p/lake/`)).toBe('frame-ancestors *');
    expect(hosted(`${path}p/lake/`)).toEqual({
      ...HEADERS,
      'Content-Security-Policy': contentPolicy([]),
      // An embed in a sandbox, whose origin is none, reads the pages of its stories.
      'Access-Control-Allow-Origin': '*',
    });
  });

  it('let what is named by its content be kept, and an embed in a sandbox read what it needs', () => {
    const shared = { ...HEADERS, 'Content-Security-Policy': contentPolicy([]), 'Access-Control-Allow-Origin': '*' };
    expect(hosted('/assets/index-1a2b.js')).toEqual({ ...shared, 'Cache-Control': CACHE.hashed });
    expect(hosted('/data/tiny/places.json')).toEqual(shared);
    expect(hosted('/sw.js')).toEqual({ ...HEADERS, 'Content-Security-Policy': contentPolicy([]) });
  });

  it('are read whole by hosts that read only so much', () => {
    const many = headersFile({ origins: [], plans: Array.from({ length: 30 }, (_, index) => `plan-${index}`) });
    expect(() => hostHeaders(many)).not.toThrow();
    expect(() => hostHeaders(`/a/*\n  X: 1\n/a/*\n  Y: 1`)).toThrow('twice');
  });
});
