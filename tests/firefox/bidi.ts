import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
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
  end: () => Promise<void>;
}

/** Starts Debian's Firefox without a screen. */
export async function startFirefox(path: string): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'tuce-firefox-'));
  const firefox = spawn(path, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']);
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
    end: async () => {
      const gone = new Promise((done) => firefox.once('exit', done));
      socket.close();
      firefox.kill();
      await gone;
      await rm(profile, { recursive: true, force: true });
    },
  };
}
