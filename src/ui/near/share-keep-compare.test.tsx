// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ask, button, clear, ONE_READING, open, page, type } from '../../../tests/near-page';
import { printUrl, readUrl } from '../../state/url';

afterEach(clear);

describe('sharing', () => {
  it('puts nothing of the spot into the view before it is pressed, then no more than was chosen', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { store } = open();
    await ask('25.03214, 102.05587 WGS84');
    expect(JSON.stringify(store.get())).not.toMatch(/25\.03|102\.05/u);
    expect(printUrl(store.get())).toBe('?v=near');
    fireEvent.click(screen.getByRole('radio', { name: '约 1 公里' }));
    expect(page()).toContain('链接里会写：near=102.06,25.03,2000');
    expect(printUrl(store.get())).toBe('?v=near');
    fireEvent.click(button(/复制链接/u));
    expect(printUrl(store.get())).toBe('?v=near&near=102.06,25.03,2000');
    expect(store.get().near?.at).toEqual([102.06, 25.03]);
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

  it('takes a shared spot out of the address when the visitor asks about another', async () => {
    const { state } = readUrl('?v=near&near=102.06,25.03,1000');
    const { store } = open(state);
    const change = (await screen.findByText('换个位置')).closest('details') as HTMLDetailsElement;
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
    await ask(ONE_READING);
    fireEvent.click(button('复制文字'));
    const box = await screen.findByRole('textbox', { name: '复制文字' });
    const text = (box as HTMLTextAreaElement).value;
    expect(text).toContain('据《关于甲城的意见》（2021年7月3日）');
    expect(text).toMatch(/· lake-area（大致），|环路以内/u);
    expect(text).toMatch(/near=102\.055,25\.030,2000$/u);
  });
});

describe('saving as a picture', () => {
  it('says so where the browser cannot draw', async () => {
    open();
    await ask(ONE_READING);
    fireEvent.click(button('存为图片'));
    expect(await screen.findByText(/画不出图片。可以复制文字/u, {}, { timeout: 8000 })).toBeTruthy();
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
