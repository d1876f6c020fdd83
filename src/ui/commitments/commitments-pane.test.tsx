// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { COMMITMENT } from '../../../tests/tiny-plan';
import { tinyDesk } from '../../../tests/tiny-desk';
import { type Commitment, type CommitmentFilter, OPEN_FILTER } from '../../contract/commitment';
import { DeskProvider } from '../shared/desk';
import { CommitmentsPane } from './commitments-pane';

afterEach(cleanup);

const ALL: Commitment[] = [
  { ...COMMITMENT, id: 'a', deadline: '2022-07-03', deadlineText: '一年内', deadlineBasis: 'computed-from-date' },
  { ...COMMITMENT, id: 'b', division: 'p1.a2.s1', quote: '修建一号线', places: ['line-1'], deadlineText: '尽快' },
  {
    ...COMMITMENT,
    id: 'c',
    division: 'p1.a2.s1',
    quote: '支持东湖片区',
    kind: 'support',
    deadline: '2030-12-31',
    deadlineText: '到2030年',
  },
];

function show(filter: Partial<CommitmentFilter> = {}): ReturnType<typeof tinyDesk> {
  const tiny = tinyDesk({ commitments: { commitments: ALL, progress: [], glossary: [] } });
  render(
    <DeskProvider value={tiny.desk}>
      <CommitmentsPane filter={{ ...OPEN_FILTER, ...filter }} />
    </DeskProvider>,
  );
  return tiny;
}

test('lists commitments by article, with their places, and counts them', () => {
  show();
  expect(screen.getByText('共 3 项承诺')).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    '第一条 优化布局',
    '第二条 畅通交通',
  ]);
  expect(screen.getByRole('link', { name: 'line-1' })).toBeTruthy();
});

test('a passed deadline says that the date has passed and never that something was done', () => {
  show({ due: '2022-07-03' });
  expect(screen.getByRole('radio', { name: '2022年7月3日，1 项，期限已过' })).toHaveProperty('checked', true);
  expect(document.body.textContent).toContain('期限已过，只说明日子到了');
  expect(document.body.textContent).not.toMatch(/已完成|未完成|逾期/u);
});

test('a deadline to come is not called passed', () => {
  show({ due: '2030-12-31' });
  expect(screen.getByText('期限未到。', { exact: false })).toBeTruthy();
});

test('offers only answers that leave something, and asks the desk for the one chosen', () => {
  const { actions } = show({ theme: 'project' });
  const kind = screen.getByLabelText('种类');
  expect([...kind.querySelectorAll('option')].map((one) => one.textContent)).toEqual([
    '全部种类',
    '项目（2）',
    '支持（1）',
  ]);
  fireEvent.change(kind, { target: { value: 'support' } });
  expect(actions.filter).toHaveBeenCalledWith({ kind: 'support' });
  fireEvent.click(screen.getByRole('radio', { name: '只说“尽快”之类（1）' }));
  expect(actions.filter).toHaveBeenCalledWith({ due: 'vague' });
});

test('says so when nothing meets all conditions, and shows everything again on demand', () => {
  const { actions } = show({ kind: 'reform', due: 'vague' });
  expect(screen.getByText('没有同时符合', { exact: false })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '全部显示' }));
  expect(actions.filter).toHaveBeenCalledWith(OPEN_FILTER);
});
