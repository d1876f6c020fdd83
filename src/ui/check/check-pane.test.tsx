// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, test, vi } from 'vitest';

import { tinyDesk } from '../../../tests/tiny-desk';
import { square } from '../../../tests/tiny-plan';
import { SITE_ASKER, SITE_DRAFT, SITE_PLAN } from '../../../tests/tiny-site';
import type { Lang } from '../../contract/localized';
import { extractOf } from '../../extract/extract';
import type { ImportFailure, ImportFault, ImportWarning, RecordFault } from '../../importers/imported';
import { TEXTS } from '../../text/texts';
import { DeskProvider } from '../shared/desk';
import { checkEngine } from './check-engine';
import { CheckPane } from './check-pane';
import { type CheckSession, createCheckSession, freshSource } from './check-session';
import type { Check } from './use-check';

afterEach(cleanup);

const NOW = '2026-11-23T08:00:00.000Z';

function newSession(before?: Parameters<typeof createCheckSession>[2]): CheckSession {
  let work = Promise.resolve();
  return createCheckSession(
    (hear) => {
      const engine = checkEngine(hear);
      return { ask: (question) => void (work = work.then(() => engine(question))), end: () => {} };
    },
    () => NOW,
    before,
  );
}

function show(session: CheckSession, lang: Lang = 'zh') {
  const tiny = tinyDesk({ lang, places: SITE_DRAFT.places, commitments: SITE_PLAN.data.commitments });
  const pane = (): React.JSX.Element => {
    const check: Check = {
      session,
      state: session.get(),
      data: 'complete',
      pen: null,
      takePen: vi.fn(),
      putPenAway: vi.fn(),
      askSpot: vi.fn(),
      takeFiles: vi.fn(),
      drawing: null,
      marks: null,
    };
    return (
      <QueryClientProvider client={new QueryClient()}>
        <DeskProvider value={tiny.desk}>
          <CheckPane check={check} />
        </DeskProvider>
      </QueryClientProvider>
    );
  };
  const { rerender, container } = render(pane());
  session.subscribe(() => rerender(pane()));
  // The sheet for the printer stands beside it in the page.
  return within(container);
}

const failed = (reason: ImportFault): ImportFailure => ({
  ok: false,
  file: 'a.shp',
  reason,
  detail: '',
  offers: [],
  rejected: [],
});
const withReport = (report: ImportFailure): Parameters<typeof newSession>[0] => ({
  draft: 'kept',
  sources: [
    {
      ...freshSource({
        key: 1,
        origin: 'files',
        files: [{ name: report.file, bytes: new Uint8Array() }],
        listShape: null,
        chosen: {},
      }),
      state: 'done',
      reports: [report],
    },
  ],
});

describe.each(['zh', 'en'] as const)('what is wrong, in %s', (lang) => {
  const { check } = TEXTS[lang];

  it.each(Object.keys(check.fault) as ImportFault[])('says of a file that is %s what it is and its name', (reason) => {
    show(newSession(withReport(failed(reason))), lang);
    expect(screen.getByText(check.fault[reason]('a.shp'), { exact: false })).toBeTruthy();
    // Nothing typed is lost.
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: check.pasteNote }).value).toBe('kept');
  });

  it.each(Object.keys(check.recordFault) as RecordFault[])('names the record that is %s', (reason) => {
    const record = { file: 'a.shp', number: 7, name: 'X' };
    show(newSession(withReport({ ...failed('all-rejected'), rejected: [{ record, reason }] })), lang);
    const item = screen.getByText(check.recordFault[reason], { exact: false });
    expect(item.textContent).toContain(check.record('a.shp', 7, 'X'));
  });

  it('has words of its own for each warning', () => {
    const words = Object.values(check.warning);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((one) => one.length >= 5)).toBe(true);
    expect(Object.keys(check.warning) satisfies string[] as ImportWarning[]).toContain('datum-assumed');
  });
});

test('a choice of systems is numbered, says where, and is taken on a press', async () => {
  const session = newSession();
  session.setPlan(SITE_PLAN);
  const on = show(session);
  fireEvent.click(on.getByRole('button', { name: '粘贴坐标或文字' }));
  fireEvent.change(on.getByRole('textbox', { name: /坐标一行一个/u }), {
    target: { value: '102.055,25.025\n102.06,25.025\n102.06,25.03' },
  });
  fireEvent.click(on.getByRole('button', { name: '查' }));
  const offers = await waitFor(() => within(on.getByRole('list')).getAllByRole('button'));
  expect(offers.map((one) => one.textContent?.split('：')[0])).toEqual([
    'WGS-84 经纬度 (EPSG:4326)',
    'GCJ-02（高德、腾讯地图）',
    'BD-09（百度地图）',
  ]);
  const [first] = offers;
  if (first) fireEvent.click(first);
  await on.findByRole('region', { name: '涉及' });
  expect(on.getByText(/您选定的/u)).toBeTruthy();
});

test('an answer has four parts, the words of the document, the definition and what was reported', async () => {
  const session = newSession();
  session.setPlan(SITE_PLAN);
  const on = show(session);
  session.addGeometry('drawing', square(102.055, 25.025, 0.005), 'drawn');
  const concerned = await on.findByRole('region', { name: '涉及' });
  expect(within(concerned).getByRole('link', { name: 'town-a' })).toBeTruthy();
  // What is read later comes later, down to the last list.
  expect(on.queryByRole('region', { name: '不涉及' })).toBeNull();
  await on.findByRole('region', { name: '不涉及' });
  expect(within(concerned).getByRole('link', { name: 'lake-area' })).toBeTruthy();
  expect(within(concerned).getAllByText('整个在内').length).toBeGreaterThan(0);
  expect(within(concerned).getAllByText('建设甲城和乙城，改造东湖片区。').length).toBeGreaterThan(0);
  expect(within(concerned).getByText('湖边。')).toBeTruthy();
  expect(within(concerned).getByText('已开工。', { exact: false })).toBeTruthy();
  expect(within(concerned).getAllByText(/平方米 = .* 亩 = .* 公顷/u).length).toBeGreaterThan(0);
  expect(on.getByRole('region', { name: '太近，说不准' })).toBeTruthy();
  expect(within(on.getByRole('region', { name: '不涉及' })).getByText(/不等于没有限制/u)).toBeTruthy();
  const silent = on.getByRole('region', { name: '文件没有说' });
  expect(within(silent).getByText('未公布')).toBeTruthy();
  expect(within(silent).getByText(/图太粗/u)).toBeTruthy();
});

test('outside of the plan nothing is called free', async () => {
  const session = newSession();
  session.setPlan(SITE_PLAN);
  const on = show(session);
  session.addGeometry('spot', { type: 'Point', coordinates: [104, 26] }, 'spot');
  const concerned = await on.findByRole('region', { name: '涉及' });
  expect(concerned.textContent).toContain('没有查到不等于没有限制');
  expect(on.getAllByText('在文件适用范围之外：文件没有说到这里。').length).toBeGreaterThan(0);
});

test('a row of the table opens its answer; the table sorts and filters', async () => {
  const session = newSession();
  session.setPlan(SITE_PLAN);
  const on = show(session);
  const features = [0, 1, 2].map((index) => ({
    type: 'Feature',
    properties: { name: `site ${index}` },
    geometry: square(102.055 + index * 0.05, 25.025, 0.005 + index * 0.001),
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  session.addFiles([{ name: 'three.geojson', bytes: new TextEncoder().encode(text) }]);
  const names = (): (string | null)[] =>
    within(on.getByRole('table'))
      .getAllByRole('rowheader')
      .map((one) => one.textContent);
  await waitFor(() => expect(names()).toEqual(['site 0', 'site 1', 'site 2']));
  fireEvent.click(on.getByRole('button', { name: '大小' }));
  expect(names()).toEqual(['site 2', 'site 1', 'site 0']);
  fireEvent.change(on.getByRole('searchbox'), { target: { value: 'lake' } });
  expect(names()).toEqual(['site 0']);
  fireEvent.click(on.getByRole('button', { name: 'site 0' }));
  expect(await on.findByRole('region', { name: '涉及' })).toBeTruthy();
});

test('the answer on the screen is the extract of the command line', () => {
  const result = extractOf(
    SITE_ASKER,
    { id: 'a', name: null, geometry: square(102.055, 25.025, 0.005), inputCrs: 'EPSG:4326' },
    { created: NOW, dataSha256: SITE_PLAN.dataSha256 },
  );
  expect(result.ok && result.extract.concerned.map(({ placeId }) => placeId)).toEqual(['town-a', 'both', 'lake-area']);
});
