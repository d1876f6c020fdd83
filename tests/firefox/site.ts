import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';

import { preview } from 'vite';

import { type Firefox, startFirefox } from './bidi';

/**
 * `npm run test:firefox`: the built site in Debian's Firefox ESR, driven over WebDriver BiDi, which it brings along. Says
 * so and passes where it is not installed. The tests in Chromium go further; this one asks whether text, picture, near-me
 * and site check work in another engine at all, and the interactive map where there is Xvfb, on which Firefox has WebGL.
 */
const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
/** In milliseconds; a processor that draws for a graphics card takes its time. */
const PATIENCE = 60_000;

async function until(firefox: Firefox, what: string, expression: string): Promise<void> {
  const started = Date.now();
  while (!(await firefox.value(`Boolean(${expression})`))) {
    if (Date.now() - started > PATIENCE) {
      const page = await firefox.value('document.body.innerText.slice(0, 800)');
      throw new Error(`${what} did not come about; the page says:\n${String(page)}`);
    }
    await new Promise((later) => setTimeout(later, 200));
  }
  console.log(`firefox: ${what}`);
}

/** An element by what it says. */
const saying = (selector: string, text: string): string =>
  `[...document.querySelectorAll('${selector}')].find((one) => one.textContent.includes('${text}'))`;

/** Writes into a field as a visitor does: the page hears of it. */
const write = (field: string, text: string): string => `(() => {
  const field = ${field};
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  set.call(field, ${JSON.stringify(text)});
  field.dispatchEvent(new Event('input', { bubbles: true }));
})()`;

const IDLE = "document.querySelector('.map-canvas[data-idle]')";

async function useMap(firefox: Firefox): Promise<void> {
  await until(firefox, 'the interactive map comes to rest', IDLE);
  const renderer =
    "document.createElement('canvas').getContext('webgl2').getParameter(WebGL2RenderingContext.RENDERER)";
  console.log(`firefox: drawn by ${String(await firefox.value(renderer))}`);
  const middle = (side: string): string =>
    `(({ ${side}, width, height }) => ${side} + (${side === 'left' ? 'width' : 'height'}) / 2)(document.querySelector('.map-canvas').getBoundingClientRect())`;
  await firefox.click(Number(await firefox.value(middle('left'))), Number(await firefox.value(middle('top'))));
  await until(
    firefox,
    'a click on the map is a question',
    "document.querySelector('[data-card]').innerText.length > 20",
  );
  await until(
    firefox,
    'the address has the spot',
    "new URL(location.href).searchParams.has('at') || location.pathname.startsWith('/p/')",
  );
}

async function run(): Promise<void> {
  const server = await preview({ configFile: false, logLevel: 'silent', appType: 'mpa', preview: { port: 0 } });
  const site = server.resolvedUrls?.local[0] ?? '';
  const firefox = await startFirefox(FIREFOX);
  console.log(`firefox: version ${firefox.version}`);
  try {
    await firefox.go(`${site}a/11/`);
    await until(firefox, 'the app takes the page over', "!document.querySelector('[data-static]')");
    await until(firefox, 'the text is there', saying('article[data-article="11"]', '巫家坝片区'));
    await until(
      firefox,
      'the picture is there',
      "document.querySelector('[data-poster] svg, .map-canvas canvas') !== null",
    );
    const webgl = await firefox.value("document.createElement('canvas').getContext('webgl2') !== null");
    if (webgl) await useMap(firefox);
    else await until(firefox, 'it says that there is no WebGL 2', saying('#map', '没有 WebGL 2'));

    await firefox.go(`${site}?v=near`);
    const spot = "document.querySelector('#text input:not([type=radio])')";
    await until(firefox, 'near-me opens', spot);
    await firefox.value(write(spot, '25.0466 N, 102.7096 E WGS84'));
    await firefox.value(`${saying('#text button[type=submit], #text form button', '查')}.click()`);
    await until(firefox, 'near-me answers', saying('h2', '五华区'));
    // Firefox complains of a worker that is still on its way when its page is left.
    if (webgl) await until(firefox, 'its map comes to rest', IDLE);

    await firefox.go(`${site}?v=check`);
    await until(firefox, 'the site check opens', saying('#text button', '粘贴坐标或文字'));
    await firefox.value(`${saying('#text button', '粘贴坐标或文字')}.click()`);
    await until(firefox, 'there is a field to paste into', "document.querySelector('#text textarea')");
    await firefox.value(write("document.querySelector('#text textarea')", '102.7 E, 25.03 N WGS84'));
    await firefox.value(
      `[...document.querySelectorAll('#text button')].find((one) => one.textContent.trim() === '查').click()`,
    );
    await until(firefox, 'the site check answers', 'document.querySelector(\'#text [data-list="concerned"]\')');
    if (webgl) await until(firefox, 'its map comes to rest', IDLE);
    assert.deepEqual(firefox.complaints, []);
    console.log('firefox: no complaint');
  } finally {
    await firefox.end();
    await server.close();
  }
}

if (existsSync(FIREFOX)) await run();
else console.log('firefox: skipped, it is not installed (apt-get install firefox-esr)');
