import { describe, expect, it } from 'vitest';

import { SITE_PLAN } from '../../../tests/tiny-site';
import { square } from '../../../tests/tiny-plan';
import { checkEngine } from './check-engine';
import type { ExtractResult } from '../../extract/extract';
import type { Question, Reply, SiteRow } from './check-messages';
import { type CheckSession, createCheckSession } from './check-session';

const NOW = '2026-11-23T08:00:00.000Z';

/** A session whose engine runs here, one step at a time. */
function session(): CheckSession & {
  settled: () => Promise<void>;
  ended: () => number;
  later: (now: string) => void;
} {
  let now = NOW;
  let work = Promise.resolve();
  let ended = 0;
  const made = createCheckSession(
    (hear) => {
      let over = false;
      const engine = checkEngine((reply: Reply) => {
        if (!over) hear(reply);
      });
      const ask = (question: Question): void => {
        work = work.then(() => engine(question));
      };
      const end = (): void => {
        over = true;
        ended += 1;
      };
      return { ask, end };
    },
    () => now,
  );
  const settled = async (): Promise<void> => {
    let seen;
    do {
      seen = work;
      await seen;
    } while (seen !== work);
  };
  return { ...made, settled, ended: () => ended, later: (then) => (now = then) };
}
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const point = (lng: number, lat: number) => JSON.stringify({ type: 'Point', coordinates: [lng, lat] });

describe('a session', () => {
  it('waits for the plan, then answers and opens the answer about one site', async () => {
    const desk = session();
    desk.addGeometry('drawing', square(102.055, 25.025, 0.005), 'drawn');
    expect(desk.get().sources[0]?.state).toBe('waiting');
    desk.setPlan(SITE_PLAN);
    await desk.settled();
    const { sources, open } = desk.get();
    expect(sources[0]).toMatchObject({ state: 'done', total: 1, reports: [{ ok: true, crs: { basis: 'format' } }] });
    expect(open?.result).toMatchObject({ ok: true, extract: { coverage: 'inside', created: NOW } });
  });

  it('opens the answer about one site without asking for it again, and hears no other that comes late', () => {
    let say: (reply: Reply) => void = () => undefined;
    const asked: Question[] = [];
    const desk = createCheckSession(
      (hear) => {
        say = hear;
        return { ask: (question) => asked.push(question), end: () => undefined };
      },
      () => NOW,
    );
    const row = (id: string): SiteRow => ({
      site: { id, name: id, geometry: square(102.05, 25.02, 0.005), inputCrs: 'EPSG:4326' } as SiteRow['site'],
      answer: { fault: 'empty' } as unknown as SiteRow['answer'],
    });
    const only = { ok: false, reason: 'empty' } as unknown as ExtractResult;
    desk.setPlan(SITE_PLAN);
    desk.addFiles([file('two.geojson', '')]);
    say({ kind: 'rows', job: 1, rows: [row('a'), row('b')] });
    say({ kind: 'done', job: 1, only: null });
    expect(desk.get().open).toBeNull();
    desk.openRow(1, row('a'));
    const late = asked.at(-1);
    desk.addFiles([file('one.geojson', '')]);
    const count = asked.length;
    say({ kind: 'rows', job: 2, rows: [row('c')] });
    say({ kind: 'done', job: 2, only });
    expect(asked).toHaveLength(count);
    expect(desk.get().open).toMatchObject({ id: 'c', result: only });
    say({ kind: 'extract', job: late && 'job' in late ? late.job : NaN, result: { ...only } });
    expect(desk.get().open?.result).toBe(only);
  });

  it('keeps what is there when something else cannot be read', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    desk.addFiles([file('good.geojson', point(102.05, 25.02))]);
    await desk.settled();
    desk.addFiles([file('bad.geojson', '{')]);
    await desk.settled();
    const { sources, open } = desk.get();
    expect(sources.map(({ files }) => files[0]?.name)).toEqual(['bad.geojson', 'good.geojson']);
    expect(sources[0]?.reports).toMatchObject([{ ok: false, reason: 'unreadable' }]);
    expect(sources[1]?.rows).toHaveLength(1);
    expect(open?.row.site.id).toBe('good.geojson#1');
  });

  it('reads again in the system that was chosen', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    desk.addText('102.05,25.02\n102.06,25.02\n102.06,25.03', 'pasted', 'parcel');
    await desk.settled();
    const [asked] = desk.get().sources;
    if (!asked) throw new Error('none');
    expect(asked.reports).toMatchObject([{ ok: false, reason: 'crs-unknown' }]);
    desk.choose(asked.key, 'pasted', { system: 'EPSG:4326', yFirst: false });
    await desk.settled();
    expect(desk.get().sources[0]?.reports).toMatchObject([{ ok: true, crs: { basis: 'chosen' } }]);
    expect(desk.get().open?.result?.ok).toBe(true);
  });

  it('has the answer to each offered system before it is chosen, and dates it when it is', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    desk.addText('102.05,25.02\n102.06,25.02\n102.06,25.03', 'pasted', 'parcel');
    await desk.settled();
    const [asked] = desk.get().sources;
    if (!asked) throw new Error('none');
    desk.later('2026-11-24T08:00:00.000Z');
    let told = 0;
    desk.subscribe(() => (told += 1));
    desk.choose(asked.key, 'pasted', { system: 'GCJ-02', yFirst: false });
    // At once, without another word of the worker, and in one go.
    expect(told).toBe(1);
    expect(desk.get().sources[0]).toMatchObject({
      state: 'done',
      total: 1,
      chosen: { pasted: { system: 'GCJ-02' } },
      reports: [{ ok: true, crs: { id: 'GCJ-02', basis: 'chosen' } }],
    });
    expect(desk.get().open?.result).toMatchObject({ ok: true, extract: { created: '2026-11-24T08:00:00.000Z' } });
    const ahead = desk.get().open?.result;
    desk.again(asked.key);
    await desk.settled();
    expect(desk.get().open?.result).toEqual(ahead);
  });

  it('answers a choice out of the plan that is there then', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    desk.addText('102.05,25.02\n102.06,25.02\n102.06,25.03', 'pasted', 'parcel');
    await desk.settled();
    desk.setPlan({ ...SITE_PLAN, dataSha256: 'another' });
    desk.choose(desk.get().sources[0]?.key ?? NaN, 'pasted', { system: 'EPSG:4326', yFirst: false });
    expect(desk.get().sources[0]?.state).toBe('running');
    await desk.settled();
    expect(desk.get().open?.result).toMatchObject({ ok: true, extract: { dataSha256: 'another' } });
  });

  it('stops at once and keeps the answers so far', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    const features = Array.from({ length: 1500 }, (_, index) => ({
      type: 'Feature',
      properties: {},
      geometry: square(102.01 + index * 1e-5, 25.02, 0.005),
    }));
    desk.addFiles([file('many.geojson', JSON.stringify({ type: 'FeatureCollection', features }))]);
    await new Promise<void>((resolve) => {
      const off = desk.subscribe(() => {
        if ((desk.get().sources[0]?.rows.length ?? 0) === 0) return;
        off();
        desk.stop();
        resolve();
      });
    });
    const [source] = desk.get().sources;
    expect(source).toMatchObject({ state: 'stopped', total: 1500 });
    const kept = source?.rows.length ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(1500);
    await desk.settled();
    expect(desk.get().sources[0]?.rows).toHaveLength(kept);
    expect(desk.ended()).toBe(1);
  });

  it('has one drawing at a time, and takes a source away with its answer', async () => {
    const desk = session();
    desk.setPlan(SITE_PLAN);
    desk.addGeometry('drawing', square(102.055, 25.025, 0.005), 'drawn');
    desk.addGeometry('drawing', square(102.055, 25.025, 0.006), 'drawn');
    await desk.settled();
    expect(desk.get().sources).toHaveLength(1);
    const [source] = desk.get().sources;
    if (source) desk.remove(source.key);
    expect(desk.get()).toMatchObject({ sources: [], open: null });
  });
});
