import fc from 'fast-check';

import { PROTOCOL } from '../../src/contract/embed-message';
import { fuzzRuns } from '../fuzz-runs';
import { expect, test } from './driver';

/** What would run, or break out of a text, if anything took it for more than a text. */
const EVIL = [
  '<img src=x onerror="window.name=`run`">',
  '"><script>window.name="run"</script>',
  "javascript:window.name='run'",
  '{{constructor.constructor("window.name=1")()}}',
  '__proto__',
  'constructor',
  '../../../etc',
  '%00%FF%',
  '\u202E\uFEFF',
  '-1e999',
  'NaN,NaN,NaN',
];
const KEYS = [
  'a',
  'p',
  'at',
  'c',
  'v',
  'q',
  'off',
  'near',
  'r',
  'lang',
  'theme',
  'plan',
  'due',
  'read',
  'site',
  '__proto__',
];
/** Half of a pair, which no address can carry. */
const LONE = /[\uD800-\uDFFF]/gu;
const word = fc
  .oneof(fc.constantFrom(...EVIL), fc.string({ unit: 'binary', maxLength: 20 }), fc.double().map(String))
  .map((text) => text.replaceAll(LONE, '\uFFFD'));
const path = fc.oneof(
  fc.constantFrom('', 'a/11/', 'p/wujiaba/', 'en/', 'en/p/wujiaba/', 'plan/sample-plan/', 'a/999/', 'p/__proto__/'),
  word.map((one) => `p/${encodeURIComponent(one)}/`),
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), word), { maxLength: 5 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&'));
const address = fc.tuple(path, query, word).map(([where, what, end]) => `/${where}?${what}#${encodeURIComponent(end)}`);

test('whatever the address, nothing is thrown and nothing of it runs', async ({ desk, page }) => {
  await desk.read();
  const addresses = fc.sample(address, Math.min(fuzzRuns(400), 5000));
  const titles = await page.evaluate(async (all) => {
    const settled = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const seen = new Set<string>();
    for (const one of all) {
      history.pushState(null, '', one);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
      await settled();
      seen.add(document.title);
    }
    return seen.size;
  }, addresses);
  // The desk went along with what it understood.
  expect(titles).toBeGreaterThan(1);
  expect(await page.evaluate(() => [window.name, 'polluted' in Object.prototype])).toEqual(['', false]);
  await desk.takenOver();
  await expect(desk.articles).not.toHaveCount(0);
});

test('whatever is said to an embed, nothing is thrown, nothing of it runs, and it still obeys', async ({
  page,
  baseURL,
}) => {
  const wild = fc.oneof(word, fc.jsonValue());
  const message = fc.oneof(
    wild,
    fc.record(
      {
        tuce: fc.oneof(fc.constant(PROTOCOL), wild),
        id: fc.oneof(fc.constantFrom('1', '2'), wild),
        command: fc.oneof(fc.constantFrom('goTo', 'setLayers', 'highlight', 'setTheme', 'progress'), wild),
        target: fc.oneof(fc.record({ place: word }, { requiredKeys: [] }), wild),
        places: fc.oneof(fc.array(word), wild),
        hidden: fc.oneof(fc.array(word), wild),
        theme: wild,
      },
      { requiredKeys: [] },
    ),
  );
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/host/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<iframe src="/embed/p/wujiaba/" width="600" height="400"></iframe>',
    }),
  );
  await page.goto(`${baseURL ?? ''}/host/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('main')).toBeVisible();
  // As text, since a type that can be anything is more than the compiler wants to follow.
  const messages = JSON.stringify(fc.sample(message, fuzzRuns(5000)));
  const acks = await page.evaluate(
    async ([all, version]) => {
      const target = document.querySelector('iframe')?.contentWindow;
      if (!target) throw new Error('no frame');
      const heard = new Promise<boolean>((done) => {
        addEventListener('message', ({ data }: MessageEvent<{ ack?: unknown; ok?: unknown }>) => {
          if (data.ack === 'the last') done(data.ok === true);
        });
      });
      for (const one of JSON.parse(all) as unknown[]) target.postMessage(one, '*');
      const last = { tuce: version, id: 'the last', command: 'highlight', places: ['wujiaba'] };
      const ask = setInterval(() => target.postMessage(last, '*'), 200);
      const obeyed = await heard;
      clearInterval(ask);
      return obeyed;
    },
    [messages, PROTOCOL] as const,
  );
  expect(acks).toBe(true);
  expect(errors).toEqual([]);
  expect(await frame.locator('main').evaluate(() => [window.name, 'polluted' in Object.prototype])).toEqual([
    '',
    false,
  ]);
});
