import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from '@playwright/test';
import * as v from 'valibot';

import { chromiumPath } from './chromium';

const MessageSchema = v.looseObject({
  id: v.optional(v.number()),
  sessionId: v.optional(v.string()),
  method: v.optional(v.string()),
  params: v.optional(v.unknown()),
  result: v.optional(v.unknown()),
  error: v.optional(v.looseObject({ message: v.string() })),
});
const EvaluatedSchema = v.object({
  result: v.looseObject({ value: v.optional(v.unknown()) }),
  exceptionDetails: v.optional(v.unknown()),
});

/**
 * A tab of a Chromium that keeps pages for “back” and lets a page die, both of which Playwright cannot follow: it drives
 * the browser by its own protocol, over a pipe (https://chromedevtools.github.io/devtools-protocol/).
 */
export interface RawTab {
  send: (method: string, params?: object) => Promise<unknown>;
  /** The value of an expression in the page that the tab shows now, which may be a promise. */
  value: (expression: string) => Promise<unknown>;
  /** Waits until an expression is true; a page that is on its way has no answer yet. */
  until: (expression: string) => Promise<void>;
  go: (address: string) => Promise<void>;
  click: (x: number, y: number) => Promise<void>;
  /** What the page complained of. */
  complaints: string[];
  /** How often its page died. */
  deaths: () => number;
  end: () => Promise<void>;
}

const PATIENCE = 40_000;

/** Opens a Chromium with one tab, `width` by `height` pixels. */
export async function openRawTab(args: readonly string[], width: number, height: number): Promise<RawTab> {
  const profile = await mkdtemp(join(tmpdir(), 'tuce-chromium-'));
  const browser = spawn(
    chromiumPath(),
    [
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${width},${height}`,
      ...args,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , into, outOf] = browser.stdio;
  if (!into || !('write' in into) || !outOf || !('on' in outOf)) throw new Error('no pipe to Chromium');

  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  const complaints: string[] = [];
  let deaths = 0;
  const hear = (text: string): void => {
    const { id, method, params, result, error } = v.parse(MessageSchema, JSON.parse(text));
    if (method === 'Inspector.targetCrashed') deaths += 1;
    if (method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params));
    if (id === undefined) return;
    if (error) waiting.get(id)?.fail(new Error(error.message));
    else waiting.get(id)?.done(result);
    waiting.delete(id);
  };
  let rest = Buffer.alloc(0);
  outOf.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      hear(rest.subarray(0, end).toString());
      rest = rest.subarray(end + 1);
    }
  });
  let last = 0;
  let sessionId: string | undefined;
  const send = async (method: string, params: object = {}): Promise<unknown> => {
    last += 1;
    const id = last;
    const answer = new Promise((done, fail) => waiting.set(id, { done, fail }));
    into.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`);
    return answer;
  };

  const { targetId } = v.parse(
    v.object({ targetId: v.string() }),
    await send('Target.createTarget', { url: 'about:blank' }),
  );
  sessionId = v.parse(
    v.object({ sessionId: v.string() }),
    await send('Target.attachToTarget', { targetId, flatten: true }),
  ).sessionId;
  for (const domain of ['Page', 'Runtime', 'Inspector']) await send(`${domain}.enable`);

  const value = async (expression: string): Promise<unknown> => {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = v.parse(EvaluatedSchema, answer);
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
    return result.value;
  };
  return {
    send,
    value,
    until: async (expression) => {
      const answer = async (): Promise<unknown> => value(`Boolean(${expression})`).catch(String);
      await expect.poll(answer, { message: expression, timeout: PATIENCE }).toBe(true);
    },
    go: async (url) => {
      await send('Page.navigate', { url });
    },
    click: async (x, y) => {
      const at = { x, y, button: 'left', clickCount: 1 };
      for (const type of ['mousePressed', 'mouseReleased']) await send('Input.dispatchMouseEvent', { type, ...at });
    },
    complaints,
    deaths: () => deaths,
    end: async () => {
      const gone = new Promise((done) => browser.once('exit', done));
      browser.kill();
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
