import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { Question, Reply } from './check-messages';
import { watched } from './watched';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const CHECK: Question = {
  kind: 'check',
  job: 1,
  files: [],
  options: { coverage: [0, 0, 1, 1], chosen: {} },
  created: '',
};

function worker() {
  const said: string[] = [];
  let reply: (reply: Reply) => void = () => undefined;
  const made = watched((hear) => {
    reply = hear;
    return { ask: () => said.push('asked'), end: () => said.push('ended') };
  }, 1000)(
    () => said.push('heard'),
    (message) => said.push(message),
  );
  return { said, made, reply: (one: Reply) => reply(one) };
}

it('is ended when it says nothing any more', () => {
  const { said, made, reply } = worker();
  made.ask(CHECK);
  vi.advanceTimersByTime(900);
  reply({ kind: 'rows', job: 1, rows: [] });
  vi.advanceTimersByTime(900);
  expect(said).toEqual(['asked', 'heard']);
  vi.advanceTimersByTime(100);
  expect(said).toEqual(['asked', 'heard', 'ended', 'no word for 1 s']);
});

it('may rest as long as it likes once it has answered', () => {
  const { said, made, reply } = worker();
  made.ask(CHECK);
  reply({ kind: 'done', job: 1, only: null });
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['asked', 'heard']);
});

it('is watched while one of two answers is missing, and not after its end', () => {
  const { said, made, reply } = worker();
  made.ask(CHECK);
  made.ask({ ...CHECK, job: 2 });
  reply({ kind: 'done', job: 1, only: null });
  vi.advanceTimersByTime(900);
  made.end();
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['asked', 'asked', 'heard', 'ended']);
});
