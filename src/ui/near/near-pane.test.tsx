// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { changed, COMMITMENT, feature, FEATURES, LINE_1, PROGRESS, square, tinyPlan } from '../../../tests/tiny-plan';
import type { GazetteerFeature } from '../../contract/features';
import type { Commitment } from '../../contract/commitment';
import { nearIndex } from '../../spatial/near-index';
import { createStore, type Store } from '../../state/store';
import { printUrl, readUrl } from '../../state/url';
import { INITIAL_STATE, type ViewState } from '../../state/view-state';
import { buildDesk } from '../build-desk';
import { type Actions, DeskProvider } from '../shared/desk';
import { useViewState } from '../shared/use-view-state';
import { NearPane } from './near-pane';
import { useNear } from './use-near';

const RING = changed(
  feature('ring', {
    type: 'LineString',
    coordinates: [
      [102.03, 25.005],
      [102.08, 25.005],
      [102.08, 25.06],
      [102.03, 25.06],
      [102.03, 25.005],
    ],
  }),
  { kind: 'line', theme: 'project', name: { zh: '环路', en: 'Ring' } },
);
const COARSE = changed(feature('coarse', square(102.0, 25.0, 0.02)), {
  idealisation: 'schematic',
  accuracyM: 9000,
  name: { zh: '保护范围', en: 'Reserve' },
});
const PROMISES: Commitment[] = [
  { ...COMMITMENT, deadline: '2025-12-31', deadlineText: '到2025年', deadlineBasis: 'stated-year' },
  { ...COMMITMENT, id: 'c1-02', places: ['town-a'], quote: '建设甲城' },
  { ...COMMITMENT, id: 'c1-03', places: [], scope: 'city-wide', quote: '建设甲城' },
  { ...COMMITMENT, id: 'c1-04', places: [], scope: 'unlocated', quote: '建设甲城' },
];

interface Page {
  store: Store;
  actions: Actions;
}

function open(
  view: Partial<ViewState> = {},
  { features = [...FEATURES, RING, COARSE], lang = 'zh' as const } = {} as {
    features?: readonly GazetteerFeature[];
    lang?: 'zh' | 'en';
  },
): Page {
  const { plan, document, mentions, places, themes, sources, drawn } = tinyPlan({ features });
  const actions: Actions = {
    selectPlace: vi.fn(),
    closeCard: vi.fn(),
    readArticle: vi.fn(),
    noteArticle: vi.fn(),
    showArticleOnMap: vi.fn(),
    ask: vi.fn(),
    toggle: vi.fn(),
  };
  const desk = buildDesk(
    { plan, textSha256: '', divisions: document.divisions, mentions },
    { places, themes, sources },
    lang,
    actions,
    {
      commitments: { commitments: PROMISES, progress: [PROGRESS] },
      english: null,
      today: '2026-01-01',
      planInAddress: null,
    },
  );
  const index = nearIndex(
    [drawn.areas, drawn.lines, drawn.points].map((list) => ({ type: 'FeatureCollection', features: list })),
  );
  const store = createStore({ ...INITIAL_STATE, pane: 'near', ...view });
  const show = vi.fn();
  const selected = desk.places.get(view.place ?? '') ?? null;
  function Harness(): React.JSX.Element {
    const near = useNear(store, [102, 25, 102.2, 25.1], show);
    const state = useViewState(store);
    return (
      <DeskProvider value={desk}>
        <NearPane
          near={near}
          index={index}
          data="complete"
          selected={selected}
          asked={state.at}
          hidden={[]}
          shared={state.near}
        />
      </DeskProvider>
    );
  }
  render(<Harness />);
  return { store, actions };
}

/** A device that answers as it is told. */
function device(answer: GeolocationPosition | { code: number }): void {
  vi.stubGlobal('isSecureContext', true);
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (ok: PositionCallback, fail: PositionErrorCallback) =>
        'coords' in answer ? ok(answer) : fail(answer as GeolocationPositionError),
    },
  });
}
const standsAt = (longitude: number, latitude: number, accuracy: number): GeolocationPosition =>
  ({ coords: { longitude, latitude, accuracy } }) as GeolocationPosition;

const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
const type = (text: string): void => {
  fireEvent.change(screen.getByLabelText('坐标或地图链接'), { target: { value: text } });
  fireEvent.click(button('查'));
};
const page = (): string => document.body.textContent ?? '';
/** Grid metres, which can be read in one way only. */
const ONE_READING = '25.03, 102.055 WGS84';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  Reflect.deleteProperty(navigator, 'geolocation');
});

describe('saying where', () => {
  it('takes the position of the device on a click only, and says how good it is', async () => {
    device(standsAt(102.055, 25.03, 35));
    open();
    expect(screen.queryByText(/只准到约/u)).toBeNull();
    fireEvent.click(button('用我的位置'));
    expect(await screen.findByRole('heading', { level: 2, name: 'town-a · 区域' })).toBeTruthy();
    expect(page()).toContain('只准到约 ±35 米');
  });

  it.each([
    [1, /没有允许定位.*在地图上长按/u],
    [2, /给不出位置.*输入坐标/u],
    [3, /还没有定到位.*再试一次/u],
  ])('says what to do when the device answers with code %i', async (code, sentence) => {
    device({ code });
    open();
    fireEvent.click(button('用我的位置'));
    expect((await screen.findByText(sentence)).getAttribute('role')).toBe('alert');
    expect(button('用我的位置')).toHaveProperty('disabled', false);
  });

  it('says so when the browser cannot locate at all', async () => {
    open();
    fireEvent.click(button('用我的位置'));
    expect(await screen.findByText(/这个浏览器不能定位/u)).toBeTruthy();
  });

  it('warns when the device knows its position worse than the radius', async () => {
    device(standsAt(102.055, 25.03, 3200));
    open();
    fireEvent.click(button('用我的位置'));
    expect(await screen.findByText(/只准到约 ±3\.2 公里，比 2 公里 的半径还大/u)).toBeTruthy();
  });

  it.each([
    ['', /还没有输入/u],
    ['没有数', /没有看出坐标/u],
    ['102.05', /只看到一个数/u],
    ['181, 99', /不在经纬度/u],
    ['1 2 3 4 5', /数太多了/u],
    ['https://surl.amap.com/abc', /缩短的链接|不认识/u],
    ['https://example.com/?q=1,2', /不认识这个网站/u],
  ])('answers “%s” with a sentence and keeps what was typed', (text, sentence) => {
    open();
    type(text);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.getByLabelText('坐标或地图链接')).toHaveProperty('value', text);
  });

  it('lets the visitor choose between datums, says which is likeliest and how far apart they are', () => {
    open();
    type('102.055, 25.03');
    const which = screen.getByRole('group', { name: /你是哪一个点/u });
    const dots = within(which).getAllByRole('radio');
    expect(dots).toHaveLength(3);
    expect(dots.some((dot) => (dot as HTMLInputElement).checked)).toBe(false);
    expect(within(which).getAllByText('可能性最大')).toHaveLength(1);
    expect(which.textContent).toMatch(/1 按 WGS-84 .*可能性最大.*2 按 GCJ-02 .*在 1 号点的.+方，相距约 \d+ 米/u);
    expect(screen.queryByText('没有问到的')).toBeNull();
    fireEvent.click(within(which).getByRole('radio', { name: /GCJ-02/u }));
    expect(page()).toContain('输入的坐标 · 25.03');
    expect(page()).toContain('没有问到的');
  });

  it('takes the selected place, or the spot that was touched, out of the address', () => {
    const { store } = open({ at: [102.055, 25.03] });
    fireEvent.click(button('用图上刚点的那一处'));
    expect(page()).toContain('图上点的一处 · 25.0300° N');
    expect(store.get().at).toBeNull();
    cleanup();
    open({ place: 'lake-area' });
    fireEvent.click(button('用选中的“lake-area”'));
    expect(page()).toContain('选中的地点 · lake-area');
  });
});

describe('the answer', () => {
  it('reads from the district to what was not asked', () => {
    open();
    type(ONE_READING);
    const text = page();
    const order = ['town-a · 区域', '环路以内', '2 公里以内画有', '保护范围', '适用于这里', '对全市', '没有问到的'];
    expect(order.map((words) => text.indexOf(words)).every((at, i, all) => at > (all[i - 1] ?? -1))).toBe(true);
    expect(text).toMatch(/保护范围说不准离画出的边约 .* ±9 公里/u);
    expect(text).toContain('没有查到，不等于没有限制');
    expect(text).toContain('1 项承诺没有具体位置');
  });

  it('has one sentence for each nearby thing, with how, how far, which way and how sure', () => {
    open({}, { features: [...FEATURES.filter(({ id }) => id !== LINE_1.id), LINE_1] });
    type('25.03, 102.035 WGS84');
    const row = screen.getByText('line-1').closest('li');
    expect(row?.textContent).toMatch(/line-1大致约 .+ 米，(北|东北|西北|西|东|南|东南|西南)±100 米/u);
    fireEvent.click(within(row as HTMLElement).getByRole('link', { name: 'line-1' }));
  });

  it('opens a place on the map', () => {
    const { actions } = open();
    type(ONE_READING);
    fireEvent.click(screen.getAllByRole('link', { name: 'lake-area' })[0] as HTMLElement);
    expect(actions.selectPlace).toHaveBeenCalledWith('lake-area');
  });

  it('folds the commitments of the areas that contain the spot, with deadline and progress', async () => {
    open();
    type('25.03, 102.06 WGS84');
    const applies = screen.getByRole('heading', { name: '适用于这里' }).closest('section') as HTMLElement;
    expect(applies.textContent).not.toContain('期限');
    const row = within(applies).getByRole('link', { name: 'lake-area' }).closest('li') as HTMLElement;
    (row.querySelector('details') as HTMLDetailsElement).open = true;
    fireEvent(row.querySelector('details') as HTMLElement, new Event('toggle'));
    await waitFor(() => expect(applies.textContent).toContain('期限：2025年12月31日'));
    expect(applies.textContent).toContain('2025年7月，甲城日报： 已开工。');
  });

  it('says how far outside the coverage a spot is, and still answers', () => {
    open();
    type('25.03, 102.35 WGS84');
    expect(page()).toMatch(/在文件适用的范围之外，离它约 25 公里/u);
    expect(page()).toContain('没有画出的规划。这不等于没有限制');
  });

  it('answers anew for another radius', () => {
    open();
    type('25.03, 102.13 WGS84');
    fireEvent.click(screen.getByRole('radio', { name: '500 米' }));
    expect(page()).toContain('500 米以内没有画出的规划');
    fireEvent.click(screen.getByRole('radio', { name: '5 公里' }));
    expect(page()).toMatch(/5 公里以内画有 \d+ 处规划/u);
  });
});

describe('sharing', () => {
  it('puts nothing of the spot into the view before it is pressed, then no more than was chosen', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { store } = open();
    type('25.03214, 102.05587 WGS84');
    expect(JSON.stringify(store.get())).not.toMatch(/25\.03|102\.05/u);
    expect(printUrl(store.get())).toBe('?v=near');
    fireEvent.click(screen.getByRole('radio', { name: '约 1 公里' }));
    expect(page()).toContain('链接里会写：near=102.06,25.03,2000');
    expect(printUrl(store.get())).toBe('?v=near');
    fireEvent.click(button(/复制链接/u));
    expect(printUrl(store.get())).toBe('?v=near&near=102.06,25.03,2000');
    expect(await screen.findByText(/链接已复制/u)).toBeTruthy();
    expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/\?v=near&near=102\.06,25\.03,2000$/u));
    fireEvent.click(button('从地址栏去掉'));
    expect(printUrl(store.get())).toBe('?v=near');
  });

  it('shows the answer of a shared link and says that its spot is rounded', () => {
    const { state } = readUrl('?v=near&near=102.06,25.03,1000');
    open(state);
    expect(screen.getByRole('heading', { level: 2, name: 'town-a · 区域' })).toBeTruthy();
    expect(page()).toMatch(/取整到约 \d+ 米/u);
    expect(page()).toContain('1 公里以内');
  });

  it('takes a shared spot out of the address when the visitor asks about another', () => {
    const { state } = readUrl('?v=near&near=102.06,25.03,1000');
    const { store } = open(state);
    const change = screen.getByText('换个位置').closest('details') as HTMLDetailsElement;
    change.open = true;
    fireEvent(change, new Event('toggle'));
    type(ONE_READING);
    expect(store.get().near).toBeNull();
  });

  it('copies the answer as text with its source; where copying is forbidden the text stands there', async () => {
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('no')) },
    });
    open();
    type(ONE_READING);
    fireEvent.click(button('复制文字'));
    const box = await screen.findByRole('textbox', { name: '复制文字' });
    const text = (box as HTMLTextAreaElement).value;
    expect(text).toContain('据《关于甲城的意见》（2021年7月3日）');
    expect(text).toMatch(/· lake-area（大致），|环路以内/u);
    expect(text).toMatch(/near=102\.055,25\.030,2000$/u);
  });
});

describe('keeping', () => {
  const openKeep = (): void => {
    const fold = screen.getByText('记在这台设备上').closest('details') as HTMLDetailsElement;
    fold.open = true;
    fireEvent(fold, new Event('toggle'));
  };

  it('stores nothing before it is asked to, then the spot, which can be renamed and deleted', () => {
    open();
    type(ONE_READING);
    expect(localStorage.length).toBe(0);
    openKeep();
    fireEvent.change(screen.getByLabelText('名字'), { target: { value: '家' } });
    fireEvent.click(button('记下'));
    expect(page()).toContain('记下了。');
    expect(JSON.stringify({ ...localStorage })).toContain('102.055');
    fireEvent.click(button('改名 家'));
    fireEvent.change(screen.getAllByLabelText('名字').at(-1) as HTMLElement, { target: { value: '新家' } });
    fireEvent.click(button('好'));
    expect(within(screen.getByRole('list', { name: '记下的位置' })).getByText('新家')).toBeTruthy();
    fireEvent.click(button('删除 新家'));
    expect(localStorage.length).toBe(0);
  });

  it('keeps ten at most', () => {
    open();
    type(ONE_READING);
    openKeep();
    for (let i = 0; i < 11; i += 1) fireEvent.click(button('记下'));
    expect(page()).toContain('已经有十个了');
    expect(within(screen.getByRole('list', { name: '记下的位置' })).getAllByRole('listitem')).toHaveLength(10);
  });

  it.each([
    ['QuotaExceededError', '存储已满'],
    ['SecurityError', '不允许这个页面存东西'],
  ])('says so when storing fails with %s', (name, words) => {
    const storage = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('no', name);
      },
    };
    vi.stubGlobal('localStorage', storage);
    open();
    type(ONE_READING);
    openKeep();
    fireEvent.click(button('记下'));
    expect(page()).toContain(words);
  });

  it('leaves alone what it cannot read, and says so', () => {
    localStorage.setItem('tuce.near.saved', '{"not":"ours"}');
    open();
    type(ONE_READING);
    openKeep();
    expect(page()).toContain('以前记下的读不出来');
    expect(localStorage.getItem('tuce.near.saved')).toBe('{"not":"ours"}');
  });
});

it('compares two spots line by line, with the way from each to what is near either', () => {
  open();
  type(ONE_READING);
  fireEvent.click(button('和另一处比较'));
  type('25.03, 102.13 WGS84');
  const table = screen.getByRole('table', { name: '两处的比较' });
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows).toContain('所在的区town-a · 区域town-b · 区域不同');
  expect(rows).toContain('环路以内以外不同');
  expect(rows.find((row) => row?.startsWith('line-1'))).toMatch(/公里|米/u);
  fireEvent.click(button('不比了'));
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('heading', { level: 2, name: 'town-a · 区域' })).toBeTruthy();
});
