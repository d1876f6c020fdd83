import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { type Fetcher, loadFile } from './load';
import type { LoadFault } from './result';

const Schema = v.object({ plan: v.object({ id: v.string() }) });
const load = (fetcher: Fetcher): ReturnType<typeof loadFile<typeof Schema>> =>
  loadFile(fetcher, '/base/', 'tiny/plan.json', Schema);
const answer =
  (body: string, status = 200): Fetcher =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe('loadFile', () => {
  it('asks for the file under the base and gives what fits the schema', async () => {
    const asked: string[] = [];
    const result = await load((url) => {
      asked.push(url);
      return Promise.resolve(new Response('{"plan":{"id":"tiny"},"more":1}'));
    });
    expect(result).toEqual({ ok: true, value: { plan: { id: 'tiny' } } });
    expect(asked).toEqual(['/base/tiny/plan.json']);
  });

  it.each<[string, Fetcher, LoadFault['reason'], RegExp]>([
    ['the network is down', () => Promise.reject(new TypeError('no network')), 'unreachable', /no network/u],
    ['the server fails', answer('oops', 503), 'unreachable', /^HTTP 503$/u],
    ['the file is missing', answer('not here', 404), 'not-found', /^HTTP 404$/u],
    ['the answer is a page', answer('<!doctype html>'), 'not-json', /JSON|token/iu],
    ['the answer is cut off', answer('{"plan":{"id":"ti'), 'not-json', /JSON|string/iu],
    ['the answer is empty', answer(''), 'not-json', /JSON/iu],
    ['a field is wrong', answer('{"plan":{"id":1}}'), 'schema', /^plan\.id: .*string/u],
    ['the whole is wrong', answer('null'), 'schema', /^: .*Object/u],
  ])('says which file, and why, when %s', async (_, fetcher, reason, detail) => {
    const result = await load(fetcher);
    expect(result).toEqual({
      ok: false,
      fault: { file: 'tiny/plan.json', reason, detail: expect.stringMatching(detail) },
    });
  });

  it('never throws, whatever comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json()),
        fc.constantFrom(200, 206, 400, 403, 404, 500),
        async (body, status) => {
          const result = await load(answer(body, status));
          if (!result.ok) expect(result.fault.file).toBe('tiny/plan.json');
          expect(result.ok).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });

  describe('with a hash that is known', () => {
    const BODY = '{"plan":{"id":"tiny"}}';
    // printf '{"plan":{"id":"tiny"}}' | sha256sum
    const HASH = '4d932c090f0306b6a084d2c11cc36cfbb3f2f76959f7aa1d9c55d9d4160f5080';
    const asking = (bodies: readonly string[], hash: string | null = HASH) => {
      const asked: (RequestCache | undefined)[] = [];
      const fetcher: Fetcher = (_, init) => {
        asked.push(init?.cache);
        return Promise.resolve(new Response(bodies[Math.min(asked.length, bodies.length) - 1]));
      };
      return { asked, result: loadFile(fetcher, '', 'tiny/plan.json', Schema, Promise.resolve(hash)) };
    };

    it('takes the file that has it', async () => {
      const { asked, result } = asking([BODY]);
      expect((await result).ok).toBe(true);
      expect(asked).toHaveLength(1);
    });

    it('takes it at its hash, which the build has checked, and keeps all of it', async () => {
      const body = '{"plan":{"id":"tiny"},"more":1}';
      // printf '{"plan":{"id":"tiny"},"more":1}' | sha256sum
      const { result } = asking([body], '0f7aefc7b49177a2a4f165109d5b62034794d5b7b18e46c289dd3be9c01ce6f3');
      expect(await result).toEqual({ ok: true, value: { plan: { id: 'tiny' }, more: 1 } });
    });

    it('asks once more, past all caches, for one that has not, and takes what comes then', async () => {
      const { asked, result } = asking(['{"plan":{"id":"old"}}', BODY]);
      expect(await result).toEqual({ ok: true, value: { plan: { id: 'tiny' } } });
      expect(asked).toEqual([undefined, 'reload']);
    });

    it('says that it is another version where it stays so', async () => {
      const { result } = asking(['{"plan":{"id":"new"}}']);
      expect(await result).toMatchObject({ ok: false, fault: { reason: 'changed', file: 'tiny/plan.json' } });
    });

    it('says rather what is wrong with a file that cannot be read at all', async () => {
      expect(await asking(['{"plan":']).result).toMatchObject({ fault: { reason: 'not-json' } });
      expect(await asking(['{"plan":{}}']).result).toMatchObject({ fault: { reason: 'schema' } });
    });

    it('takes any file where no hash is known', async () => {
      expect((await asking(['{"plan":{"id":"any"}}'], null).result).ok).toBe(true);
    });
  });
});
