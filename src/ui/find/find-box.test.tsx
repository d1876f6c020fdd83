// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { searchData } from '../../../geo/pipeline/steps/read-names';
import { tinyDesk } from '../../../tests/tiny-desk';
import { COMMITMENT, tinyPlan } from '../../../tests/tiny-plan';
import { commitmentsQuery, documentQuery, englishQuery, gazetteerQuery, searchQuery } from '../../data/queries';
import type { Result } from '../../data/result';
import { type Actions, DeskProvider } from '../shared/desk';
import { FindBox } from './find-box';

const onSpot = vi.fn();
afterEach(cleanup);

/** The search box over the tiny plan, all of whose files have come, but perhaps that of the readings. */
function setUp({ readings = true }: { readings?: boolean } = {}): Actions {
  const { plan, document, mentions, places, themes, sources } = tinyPlan();
  const named = places.map((place) =>
    place.id === 'lake-area' ? { ...place, name: { zh: '东湖片区', en: 'East Lake' } } : place,
  );
  const gazetteer = { places: named, themes, sources };
  const words = { commitments: [COMMITMENT], progress: [], glossary: [] };
  const file = { plan, textSha256: '', divisions: document.divisions, mentions };
  const client = new QueryClient();
  const put = (key: readonly unknown[], came: Result<unknown>): void => void client.setQueryData([...key], came);
  put(documentQuery('tiny').queryKey, { ok: true, value: file });
  put(gazetteerQuery('tiny').queryKey, { ok: true, value: gazetteer });
  put(commitmentsQuery('tiny').queryKey, { ok: true, value: words });
  put(englishQuery('tiny', true).queryKey, { ok: true, value: { translation: {} } });
  put(
    searchQuery('tiny', true).queryKey,
    readings
      ? { ok: true, value: searchData(named) }
      : { ok: false, fault: { file: 'tiny/search.json', reason: 'not-found', detail: 'HTTP 404' } },
  );
  const { desk, actions } = tinyDesk({ commitments: words, places: named });
  render(
    <QueryClientProvider client={client}>
      <DeskProvider value={desk}>
        <FindBox onSpot={onSpot} />
      </DeskProvider>
    </QueryClientProvider>,
  );
  return actions;
}

const box = (): HTMLInputElement => screen.getByRole('combobox');
const type = (value: string): void => {
  fireEvent.focus(box());
  fireEvent.change(box(), { target: { value } });
};
const press = (key: string, more: Partial<KeyboardEventInit> = {}): void =>
  void fireEvent.keyDown(box(), { key, ...more });
/** Waits until the list is there. */
const options = (): Promise<HTMLElement[]> => screen.findAllByRole('option');
const chosen = (): string | undefined =>
  document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent;

test('what is typed before the search is there is kept and answered', async () => {
  setUp();
  type('东湖');
  expect(box().value).toBe('东湖');
  expect(screen.getByText('正在准备查找……')).toBeTruthy();
  await options();
  expect(box().value).toBe('东湖');
});

test('results stand in named groups, and the box says which list it controls', async () => {
  setUp();
  expect(box().getAttribute('aria-expanded')).toBe('false');
  type('东湖');
  await options();
  expect(box().getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByRole('listbox').id).toBe(box().getAttribute('aria-controls'));
  expect(within(screen.getByRole('group', { name: /^地点/u })).getAllByRole('option')).toHaveLength(1);
  expect(within(screen.getByRole('group', { name: /^条文/u })).getAllByRole('option')).toHaveLength(2);
  expect(within(screen.getByRole('group', { name: /^承诺/u })).getAllByRole('option')).toHaveLength(1);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '东湖',
    '东湖',
    '东湖',
    '东湖',
  ]);
  expect(screen.getByText('找到 4 项：地点 1、条文 2、承诺 1')).toBeTruthy();
});

test('enter opens the first answer, and the list goes', async () => {
  const actions = setUp();
  type('donghu');
  await options();
  press('Enter');
  expect(actions.selectPlace).toHaveBeenCalledWith('lake-area');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box().value).toBe('donghu');
});

test('arrows walk through all groups and around; enter opens a sentence or a commitment', async () => {
  const actions = setUp();
  type('东湖');
  await options();
  expect(chosen()).toContain('东湖片区');
  press('ArrowDown');
  press('Enter');
  expect(actions.readArticle).toHaveBeenLastCalledWith(2, 'p1.a2.s1');
  press('ArrowDown');
  await options();
  press('ArrowUp');
  press('ArrowUp');
  expect(chosen()).toContain('要改造');
  press('Enter');
  expect(actions.readArticle).toHaveBeenLastCalledWith(1, 'p1.a1.s1');
});

test('keys that belong to the input method do nothing here', async () => {
  const actions = setUp();
  type('donghu');
  await options();
  press('Enter', { isComposing: true });
  press('Escape', { isComposing: true });
  expect(actions.selectPlace).not.toHaveBeenCalled();
  expect(box().value).toBe('donghu');
});

test('escape clears, and leaves an open card alone until the box is empty', async () => {
  setUp();
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  type('东湖');
  await options();
  press('Escape');
  expect(box().value).toBe('');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(heard).not.toHaveBeenCalled();
  press('Escape');
  expect(heard).toHaveBeenCalled();
  window.removeEventListener('keydown', heard);
});

test('a click opens an answer; pointing elsewhere closes the list and keeps the words', async () => {
  const actions = setUp();
  type('东湖');
  const [first] = await options();
  if (first) fireEvent.click(first);
  expect(actions.selectPlace).toHaveBeenCalledWith('lake-area');
  fireEvent.click(box());
  await options();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(box().value).toBe('东湖');
});

test.each([{ key: '/' }, { key: 'k', ctrlKey: true }, { key: 'K', metaKey: true }])(
  '%o brings one to the box',
  (init) => {
    setUp();
    fireEvent.keyDown(document.body, init);
    expect(document.activeElement).toBe(box());
  },
);

test('a coordinate is asked about as WGS-84 or as what else it may be', async () => {
  setUp();
  type('25.05, 102.05');
  const ways = await options();
  expect(ways.map((way) => way.textContent.slice(0, 9))).toEqual(['当作 WGS-84', '当作 GCJ-02', '当作 BD-09（']);
  press('Enter');
  expect(onSpot).toHaveBeenCalledWith([102.05, 25.05]);
  type('https://surl.amap.com/abc');
  expect((await screen.findAllByText(/短链接/u)).length).toBeGreaterThan(0);
});

test('a slash typed in the box stays a slash', () => {
  setUp();
  box().focus();
  expect(fireEvent.keyDown(box(), { key: '/' })).toBe(true);
});

test('nothing found is said calmly, and is no statement about the plan', async () => {
  setUp();
  type('qqqzzz');
  const said = await screen.findAllByText(/没有找到“qqqzzz”.*不等于文件没有规定/u);
  expect(said.length).toBeGreaterThan(0);
  expect(box().getAttribute('aria-expanded')).toBe('false');
});

test('without the readings names are found by their characters, and the missing file is named', async () => {
  setUp({ readings: false });
  type('东湖');
  await options();
  expect(screen.getByRole('alert').textContent).toContain('tiny/search.json');
});
