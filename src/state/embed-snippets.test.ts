import { describe, expect, it } from 'vitest';

import { componentSnippet, iframeSnippet, scriptSnippet } from './embed-snippets';

const SITE = 'https://plan.example/tuce/';
const input = {
  address: `${SITE}en/embed/p/town-a/?theme=dark&c=102.5,25,9`,
  title: 'Town “A” <1>',
  kind: 'map',
  theme: 'dark',
} as const;

describe('snippets', () => {
  it('name the frame, load it late and reserve its height', () => {
    const snippet = iframeSnippet(input);
    for (const part of [
      'height="540"',
      'loading="lazy"',
      'referrerpolicy="strict-origin-when-cross-origin"',
      'color-scheme:dark',
    ])
      expect(snippet).toContain(part);
    expect(snippet).toContain('title="Town “A” &lt;1&gt;"');
    expect(snippet).toContain('?theme=dark&amp;c=102.5,25,9"');
  });

  it('let no title break out of its attribute', () => {
    const title = '"><script>alert(1)</script>';
    for (const snippet of [iframeSnippet({ ...input, title }), componentSnippet({ ...input, title }, SITE, 'zh')])
      expect(snippet).not.toContain('<script>alert');
  });

  it('bring the scripts from the same site', () => {
    expect(scriptSnippet(input, SITE)).toContain('<script src="https://plan.example/tuce/embed.js" async></script>');
    expect(componentSnippet(input, SITE, 'en')).toContain(
      'tuce-map view="p/town-a" lang="en" theme="dark" camera="102.5,25,9"',
    );
  });
});
