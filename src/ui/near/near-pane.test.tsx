// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { ask, button, clear, device, ONE_READING, open, page, standsAt, type } from '../../../tests/near-page';
import { FEATURES, LINE_1 } from '../../../tests/tiny-plan';

afterEach(clear);

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

  it('says nothing of a position that is only typed, and answers it by the radius that is chosen then', async () => {
    const { store } = open();
    fireEvent.change(screen.getByLabelText('坐标或地图链接'), { target: { value: ONE_READING } });
    expect(screen.queryByRole('heading', { name: /town-a/u })).toBeNull();
    expect(store.get().near).toBeNull();
    fireEvent.click(button('查'));
    expect(screen.getByRole('heading', { level: 2, name: 'town-a · 区域' })).toBe(document.activeElement);
    fireEvent.click(await screen.findByRole('radio', { name: '500 米' }));
    expect(screen.getByRole('heading', { name: /500 米/u })).toBeTruthy();
  });

  it('lets the visitor choose between datums, says which is likeliest and how far apart they are', async () => {
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
    expect(await screen.findByText('没有问到的')).toBeTruthy();
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
  it('reads from the district to what was not asked', async () => {
    open();
    await ask(ONE_READING);
    const text = page();
    const order = ['town-a · 区域', '环路以内', '2 公里以内画有', '保护范围', '适用于这里', '对全市', '没有问到的'];
    expect(order.map((words) => text.indexOf(words)).every((at, i, all) => at > (all[i - 1] ?? -1))).toBe(true);
    expect(text).toMatch(/保护范围说不准离画出的边约 .* ±9 公里/u);
    expect(text).toContain('没有查到，不等于没有限制');
    expect(text).toContain('1 项承诺没有具体位置');
  });

  it('has one sentence for each nearby thing, with how, how far, which way and how sure', async () => {
    open({}, { features: [...FEATURES.filter(({ id }) => id !== LINE_1.id), LINE_1] });
    await ask('25.03, 102.035 WGS84');
    const row = screen.getByText('line-1').closest('li');
    expect(row?.textContent).toMatch(/line-1大致约 .+ 米，(北|东北|西北|西|东|南|东南|西南)±100 米/u);
    fireEvent.click(within(row as HTMLElement).getByRole('link', { name: 'line-1' }));
  });

  it('opens a place on the map', async () => {
    const { actions } = open();
    await ask(ONE_READING);
    fireEvent.click(screen.getAllByRole('link', { name: 'lake-area' })[0] as HTMLElement);
    expect(actions.selectPlace).toHaveBeenCalledWith('lake-area', undefined);
  });

  it('folds the commitments of the areas that contain the spot, with deadline and progress', async () => {
    open();
    await ask('25.03, 102.06 WGS84');
    const applies = screen.getByRole('heading', { name: '适用于这里' }).closest('section') as HTMLElement;
    expect(applies.textContent).not.toContain('期限');
    const row = within(applies).getByRole('link', { name: 'lake-area' }).closest('li') as HTMLElement;
    (row.querySelector('details') as HTMLDetailsElement).open = true;
    fireEvent(row.querySelector('details') as HTMLElement, new Event('toggle'));
    await waitFor(() => expect(applies.textContent).toContain('期限：2025年12月31日'));
    expect(applies.textContent).toContain('2025年7月，甲城日报： 已开工。');
  });

  it('says how far outside the coverage a spot is, and still answers', async () => {
    open();
    await ask('25.03, 102.35 WGS84');
    expect(page()).toMatch(/在文件适用的范围之外，离它约 25 公里/u);
    expect(page()).toContain('没有画出的规划。这不等于没有限制');
  });

  it('answers anew for another radius', async () => {
    open();
    await ask('25.03, 102.13 WGS84');
    fireEvent.click(screen.getByRole('radio', { name: '500 米' }));
    expect(page()).toContain('500 米以内没有画出的规划');
    fireEvent.click(screen.getByRole('radio', { name: '5 公里' }));
    expect(page()).toMatch(/5 公里以内画有 \d+ 处规划/u);
  });
});
