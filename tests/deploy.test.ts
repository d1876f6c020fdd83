import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { contentPolicy, EMBEDS, framePolicy, HEADERS } from '../deploy/headers';
import { caddyfile, headersFile, nginxConf } from '../deploy/server-files';

const SITE = { origins: [], plans: ['tiny'] };

/** Policies that a host which reads `_headers` sends with a path; rules that match add up. */
function policiesFor(path: string): string[] {
  const found: string[] = [];
  let matches = false;
  for (const line of headersFile(SITE).split('\n')) {
    if (line.startsWith('/')) matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    const policy = /^ {2}Content-Security-Policy: (?<value>.*)$/u.exec(line)?.groups?.['value'];
    if (matches && policy !== undefined) found.push(policy);
  }
  return found;
}

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
    expect(policy).toContain("script-src 'self';");
  });

  it('never let a script run that is in the page or made of text', () => {
    expect(contentPolicy([])).not.toMatch(/unsafe|\*|blob:|wasm/u);
    expect(readFileSync(new URL('../index.html', import.meta.url), 'utf8')).toContain('content="%content-policy%"');
  });

  it.each(['/', '/a/11/', '/p/lake/', '/en/', '/en/a/1/', '/tiny/', '/en/tiny/p/x/', '/privacy/', '/en/privacy/'])(
    'let nobody frame %s',
    (path) => {
      expect(framePolicy(path)).toBe("frame-ancestors 'none'");
      expect(policiesFor(path)).toEqual([contentPolicy([]), "frame-ancestors 'none'"]);
    },
  );

  it.each(EMBEDS)('let everybody frame %s', (path) => {
    expect(framePolicy(`${path}p/lake/`)).toBe('frame-ancestors *');
    expect(policiesFor(`${path}p/lake/`)).toEqual([contentPolicy([])]);
  });
});
