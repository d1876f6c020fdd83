// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { tinyDesk } from '../../../tests/tiny-desk';
import { COMMITMENT, PROGRESS } from '../../../tests/tiny-plan';
import type { Commitment, Progress } from '../../contract/commitment';
import type { Place } from '../../contract/place';
import type { Hit } from '../../spatial/ask-here';
import { type Actions, DeskProvider } from '../shared/desk';
import { HereCard } from './here-card';
import { PlaceCard } from './place-card';

afterEach(cleanup);

const PROMISE: Commitment = {
  ...COMMITMENT,
  deadline: '2025-12-31',
  deadlineText: '到2025年',
  deadlineBasis: 'stated-year',
};

const REPORT: Progress = {
  ...PROGRESS,
  commitment: null,
  place: 'town-b',
  statement: { zh: '乙城通车。', en: 'Town B is open.' },
  url: 'https://example.org/report',
};

function desk(): { show: (card: React.ReactNode) => void; place: (id: string) => Place; actions: Actions } {
  const { desk: built, actions } = tinyDesk({
    commitments: { commitments: [PROMISE], progress: [PROGRESS, REPORT], glossary: [] },
  });
  return {
    show: (card) => void render(<DeskProvider value={built}>{card}</DeskProvider>),
    place: (id) => {
      const found = built.places.get(id);
      if (!found) throw new Error(`the tiny plan has no ${id}`);
      return found;
    },
    actions,
  };
}

test('a place’s card quotes each sentence that names it and leads to the article', () => {
  const { show, place, actions } = desk();
  show(<PlaceCard place={place('lake-area')} takeFocus={false} />);
  expect(screen.getByText('建设', { exact: false }).textContent).toContain('改造东湖片区');
  fireEvent.click(screen.getByRole('link', { name: '第二条' }));
  expect(actions.readArticle).toHaveBeenCalledWith(2, 'p1.a2.s1');
});

test('a card says how sure its place is, and how that is known', () => {
  const { show, place } = desk();
  show(<PlaceCard place={place('lake-area')} takeFocus={false} />);
  expect(screen.getByText(/位置约 ±\d+ 米/u).textContent).toContain('对照资料描绘');
});

test('a report of an error carries the place, its articles and the view', () => {
  const { show, place } = desk();
  show(<PlaceCard place={place('lake-area')} takeFocus={false} />);
  const letter = decodeURIComponent(screen.getByRole('link', { name: '报告错误' }).getAttribute('href') ?? '');
  expect(letter).toContain('lake-area');
  expect(letter).toContain('第一条 第二条');
  expect(letter).toContain(location.href);
});

test('what is surely at a spot stands apart from what is too close to call', () => {
  const { show, place } = desk();
  const hits: Hit[] = [
    { placeId: place('town-a').id, relation: 'inside', distanceToEdgeM: 4200 },
    { placeId: place('lake-area').id, relation: 'too-close', distanceToEdgeM: 60 },
  ];
  show(<HereCard at={[102.05, 25.02]} hits={hits} covered data="complete" takeFocus={false} />);
  const text = document.body.textContent;
  expect(text.indexOf('在此处的')).toBeLessThan(text.indexOf('离得太近'));
  expect(text).toContain('距边界约 4.2 公里');
  expect(text).toContain('相距约 60 米');
});

test('an empty spot inside the plan is not called free of rules', () => {
  const { show } = desk();
  show(<HereCard at={[102.05, 25.02]} hits={[]} covered data="complete" takeFocus={false} />);
  expect(within(document.body).getByText(/不等于没有其他规定/u)).toBeTruthy();
});

test('escape closes a card', () => {
  const { show, place, actions } = desk();
  show(<PlaceCard place={place('town-a')} takeFocus={false} />);
  fireEvent.keyDown(window, { key: 'Escape' });
  expect(actions.closeCard).toHaveBeenCalled();
});

test('a promise shows its words, its deadline and who reported what, and never whether it was kept', () => {
  const { show, place } = desk();
  show(<PlaceCard place={place('lake-area')} takeFocus={false} />);
  const text = document.body.textContent;
  expect(text).toContain('承诺 1 项');
  expect(text).toContain('期限：2025年12月31日（“到2025年”）');
  expect(text).toContain('期限已过');
  expect(text).toContain('2025年7月，甲城日报： 已开工。');
  expect(text).not.toMatch(/未完成|失败|已完成/u);
});

test('what was reported of a place that no promise is about stands on its card, with its publisher linked', () => {
  const { show, place } = desk();
  show(<PlaceCard place={place('town-b')} takeFocus={false} />);
  expect(screen.getByRole('heading', { name: '有关报道' })).toBeTruthy();
  const link = screen.getByRole('link', { name: '2025年7月，甲城日报：' });
  expect(link.getAttribute('href')).toBe('https://example.org/report');
  expect(link.closest('p')?.textContent).toContain('乙城通车。');
  cleanup();
  show(<PlaceCard place={place('lake-area')} takeFocus={false} />);
  expect(screen.queryByRole('heading', { name: '有关报道' })).toBeNull();
});

test('a card that was pressed for has the sentences at once and the rest behind them', async () => {
  const { show, place } = desk();
  show(<PlaceCard place={place('lake-area')} takeFocus />);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  expect(screen.getByRole('link', { name: '第二条' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: '承诺 1 项' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '报告错误' })).toBeTruthy();
});
