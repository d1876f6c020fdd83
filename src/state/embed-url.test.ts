import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type EmbedView, INITIAL_EMBED, LONGEST_TOLD, MOST_STEPS, printEmbedUrl, readEmbedUrl } from './embed-url';
import { printUrl } from './url';
import { INITIAL_STATE } from './view-state';

const view = (change: Partial<EmbedView['view']>): EmbedView['view'] => ({ ...INITIAL_STATE, ...change });

describe('addresses of embeds', () => {
  it('are short and say what is shown', () => {
    expect(printEmbedUrl(INITIAL_EMBED)).toBe('embed/');
    expect(printEmbedUrl({ ...INITIAL_EMBED, view: view({ lang: 'en', place: 'town-a' }) })).toBe('en/embed/p/town-a/');
    expect(
      printEmbedUrl({
        ...INITIAL_EMBED,
        view: view({ article: 11, themeMode: 'dark', hidden: ['rail', 'roads'] }),
        subject: { kind: 'quote', sentence: 4 },
        start: 'visible',
        accent: 'b4472e',
        hosts: ['https://news.example'],
      }),
    ).toBe('embed/a/11/4/?off=rail.roads&theme=dark&start=visible&accent=b4472e&host=https://news.example');
    const steps = { kind: 'steps', articles: [3, 5, 7] } as const;
    expect(printEmbedUrl({ ...INITIAL_EMBED, subject: steps })).toBe('embed/story/?steps=3,5,7');
    expect(
      printEmbedUrl({ ...INITIAL_EMBED, view: view({ lang: 'en' }), subject: { kind: 'told', packed: 'a-_9' } }),
    ).toBe('en/embed/story/#s=a-_9');
  });

  it('stay short enough to be read: below 120 characters for what people share', () => {
    const camera = { center: [102.7312, 24.9871] as [number, number], zoom: 11.25, bearing: 0 };
    const typical = view({ lang: 'en', place: 'north-river-new-area', camera, hidden: ['rail', 'ground-rail'] });
    const site = 'https://plans.example.gov.cn/tuce/';
    for (const address of [
      printUrl(typical),
      printUrl(view({ article: 11, camera })),
      printEmbedUrl({ ...INITIAL_EMBED, view: typical }),
      printEmbedUrl({ ...INITIAL_EMBED, subject: { kind: 'steps', articles: [3, 5, 7, 11, 12, 18, 21] } }),
    ])
      expect([address, `${site}${address}`.length < 120]).toEqual([address, true]);
  });

  it('come back as they were written', () => {
    const id = fc
      .stringMatching(/^[b-o][a-z0-9]{0,8}(?:-[a-z0-9]{1,5})?$/u)
      .filter((one) => !['en', 'embed', 'data', 'design', 'near', 'assets'].includes(one));
    const anyView = fc.record({
      lang: fc.constantFrom('zh' as const, 'en' as const),
      plan: fc.option(id),
      themeMode: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
      hidden: fc.uniqueArray(id, { maxLength: 3 }),
      article: fc.option(fc.integer({ min: 0, max: 99 })),
    });
    const subject = fc.oneof(
      fc.constant({ kind: 'map' as const }),
      fc.constant({ kind: 'near' as const }),
      fc.record({ kind: fc.constant('story' as const), story: id }),
      fc.record({
        kind: fc.constant('steps' as const),
        articles: fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: MOST_STEPS }),
      }),
      fc.record({ kind: fc.constant('told' as const), packed: fc.stringMatching(/^[\w-]{1,60}$/u) }),
      fc.record({ kind: fc.constant('quote' as const), sentence: fc.integer({ min: 1, max: 99 }) }),
    );
    const rest = {
      start: fc.constantFrom('touch' as const, 'visible' as const),
      accent: fc.option(fc.constantFrom('000000', 'b4472e')),
      hosts: fc.constantFrom([], ['https://a.example'], ['https://a.example', 'http://localhost:81']),
    };
    fc.assert(
      fc.property(anyView, subject, fc.record(rest), (some, about, more) => {
        const article = about.kind === 'quote' ? (some.article ?? 1) : about.kind === 'map' ? some.article : null;
        const embed: EmbedView = { view: view({ ...some, article }), subject: about, ...more };
        expect(readEmbedUrl(printEmbedUrl(embed))).toEqual({ embed, rejected: [] });
      }),
    );
  });

  it('name what they could not use', () => {
    const { embed, rejected } = readEmbedUrl('embed/?accent=red&start=now&host=javascript:alert(1)&c=x&utm_source=y');
    expect(rejected.toSorted()).toEqual(['accent', 'c', 'host', 'start']);
    expect(embed).toEqual(INITIAL_EMBED);
    expect(readEmbedUrl('embed/x/y/z/').rejected).toEqual(['embed/x/y/z/']);
  });

  it('tell every article where the steps, or the story, are none', () => {
    const all = { kind: 'steps', articles: [] };
    expect(readEmbedUrl('embed/story/')).toMatchObject({ embed: { subject: all }, rejected: [] });
    const many = Array.from({ length: MOST_STEPS + 1 }, () => '1').join();
    for (const steps of ['', 'a', '1,,2', '-1', '1.5', '1000', '1;2', many])
      expect([steps, readEmbedUrl(`embed/story/?steps=${steps}`)]).toMatchObject([
        steps,
        { embed: { subject: all }, rejected: ['steps'] },
      ]);
    for (const told of ['', '<b>', '%00', 'x'.repeat(LONGEST_TOLD + 1)])
      expect([told, readEmbedUrl(`embed/story/#s=${told}`)]).toMatchObject([
        told,
        { embed: { subject: all }, rejected: ['story'] },
      ]);
    expect(readEmbedUrl('embed/?steps=1#s=abc').embed).toEqual(INITIAL_EMBED);
  });

  it('take in no origin that is more than an origin', () => {
    for (const host of [
      'https://a.example/',
      'https://u:p@a.example',
      '*',
      'null',
      'data:',
      'https://a.example?x',
      '',
    ]) {
      expect([host, readEmbedUrl(`embed/?host=${encodeURIComponent(host)}`).embed.hosts]).toEqual([host, []]);
    }
  });

  it('let nothing hostile through, however it is written', () => {
    const bait = fc.constantFrom(
      '"><script>alert(1)</script>',
      'javascript:alert(1)',
      '../../../etc/passwd',
      '%00',
      '%E4%A',
      '__proto__',
      'constructor',
      '${7*7}',
      "';drop table",
      '\u202E',
      'data:text/html,<b>',
      '1e999',
      'NaN',
      '//evil.example',
    );
    const text = fc.oneof(bait, fc.string(), fc.string({ unit: 'binary' }));
    const key = fc.oneof(
      fc.constantFrom('c', 'off', 'theme', 'accent', 'start', 'host', 'steps', 'p', 'a', 'plan', 'lang'),
      text,
    );
    const piece = fc.tuple(key, text, fc.boolean());
    const segment = fc.oneof(fc.constantFrom('en', 'embed', 'a', 'p', '11', 'near', 'story'), text);
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), fc.array(piece, { maxLength: 8 }), text, (path, pairs, told) => {
        const query = pairs.map(([name, value, raw]) => `${name}=${raw ? value : encodeURIComponent(value)}`).join('&');
        const { embed } = readEmbedUrl(`${path.join('/')}/?${query}#s=${told}`);
        const { view: read, subject, accent, hosts } = embed;
        for (const id of [read.plan, read.place, ...read.hidden, subject.kind === 'story' ? subject.story : null])
          if (id !== null) expect(id).toMatch(/^[a-z0-9-]+$/u);
        if (subject.kind === 'steps') for (const one of subject.articles) expect(one).toBeLessThan(1000);
        if (subject.kind === 'told') expect(subject.packed).toMatch(/^[\w-]+$/u);
        if (accent !== null) expect(accent).toMatch(/^[0-9a-f]{6}$/u);
        for (const host of hosts)
          expect(new URL(host)).toMatchObject({ username: '', password: '', pathname: '/', search: '' });
        expect(printEmbedUrl(embed)).toMatch(/^[\w./?=&,:;%#[\]-]*$/u);
      }),
      { numRuns: 5000 },
    );
  }, 60_000);
});
