import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as v from 'valibot';

const MessageSchema = v.looseObject({
  id: v.optional(v.nullable(v.number())),
  type: v.optional(v.string()),
  method: v.optional(v.string()),
  message: v.optional(v.string()),
  result: v.optional(v.unknown()),
  params: v.optional(v.unknown()),
});
const ContextSchema = v.object({ context: v.string() });
const AnswerSchema = v.object({
  type: v.string(),
  result: v.optional(v.looseObject({ value: v.optional(v.unknown()) })),
});
const LogSchema = v.looseObject({ level: v.string(), text: v.nullable(v.string()) });

/** A tab of a Firefox that is driven over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). */
export interface Firefox {
  version: string;
  /** What the page complained of. */
  complaints: string[];
  go: (address: string) => Promise<void>;
  /** The value of an expression in the page, which may be a promise. */
  value: (expression: string) => Promise<unknown>;
  /** Presses the main button of the mouse at a spot of the page, in pixels. */
  click: (x: number, y: number) => Promise<void>;
  end: () => Promise<void>;
}

const XVFB = '/usr/bin/Xvfb';

/** A screen that nobody sees; `null` where Xvfb is not installed. */
async function openScreen(): Promise<{ display: string; process: ChildProcess } | null> {
  if (!existsSync(XVFB)) return null;
  // It looks for a free number by itself and tells it.
  const process = spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = process.stdio[3];
  if (!told || !('on' in told)) throw new Error('no pipe to Xvfb');
  const display = await new Promise<string>((found, fail) => {
    told.on('data', (number: Buffer) => found(`:${number.toString().trim()}`));
    process.once('exit', (code) => fail(new Error(`Xvfb ended with ${String(code)}`)));
  });
  return { display, process };
}

/**
 * Starts Debian's Firefox: on a screen that nobody sees, where Mesa draws for the graphics card that is not there, or
 * without one, and then without WebGL.
 */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'tuce-firefox-'));
  // It does not trust a processor to draw unless it is told to.
  await writeFile(join(profile, 'user.js'), 'user_pref("webgl.force-enabled", true);\n');
  const screen = await openScreen();
  const options = ['--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const firefox = spawn(path, screen ? options : ['--headless', ...options], {
    env: { ...process.env, ...(screen && { DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' }) },
  });
  const address = await new Promise<string>((found, fail) => {
    firefox.once('exit', (code) => fail(new Error(`Firefox ended with ${String(code)}`)));
    firefox.stderr.on('data', (text: Buffer) => {
      const match = /WebDriver BiDi listening on (?<address>ws:\S+)/u.exec(text.toString());
      if (match?.groups?.['address']) found(match.groups['address']);
    });
  });
  const socket = new WebSocket(`${address}/session`);
  await new Promise((open, fail) => {
    socket.addEventListener('open', open, { once: true });
    socket.addEventListener('error', () => fail(new Error('Firefox does not answer')), { once: true });
  });

  const complaints: string[] = [];
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, type, method, message, result, params } = v.parse(MessageSchema, JSON.parse(String(data)));
    if (method === 'log.entryAdded') {
      const { level, text } = v.parse(LogSchema, params);
      if (level === 'error') complaints.push(text ?? '');
    }
    const asked = typeof id === 'number' ? waiting.get(id) : undefined;
    if (type === 'error') asked?.fail(new Error(message));
    else asked?.done(result);
  });
  let last = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    last += 1;
    const id = last;
    const answer = new Promise((done, fail) => waiting.set(id, { done, fail }));
    socket.send(JSON.stringify({ id, method, params }));
    return answer;
  };

  const session = v.parse(
    v.object({ capabilities: v.looseObject({ browserVersion: v.string() }) }),
    await ask('session.new', { capabilities: {} }),
  );
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const { context } = v.parse(ContextSchema, await ask('browsingContext.create', { type: 'tab' }));
  return {
    version: session.capabilities.browserVersion,
    complaints,
    go: async (url) => {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    value: async (expression) => {
      const answer = await ask('script.evaluate', { expression, target: { context }, awaitPromise: true });
      const { type, result } = v.parse(AnswerSchema, answer);
      if (type !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer)}`);
      return result?.value;
    },
    click: async (x, y) => {
      const press = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
      const pointer = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } };
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
      await ask('input.performActions', { context, actions: [{ ...pointer, actions: [move, ...press] }] });
    },
    end: async () => {
      const gone = new Promise((done) => firefox.once('exit', done));
      socket.close();
      firefox.kill();
      await gone;
      screen?.process.kill();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
