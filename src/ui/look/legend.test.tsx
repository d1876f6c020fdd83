// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { tinyDesk } from '../../../tests/tiny-desk';
import type { Bbox } from '../../contract/place';
import { DeskProvider } from '../shared/desk';
import { Legend } from './legend';

afterEach(cleanup);

const FAR_AWAY: Bbox = [110, 30, 111, 31];
const OFFLINE = { config: null, on: false, toggle: () => undefined };

function show(hidden: string[], view: Bbox | null, zoom: number): ReturnType<typeof tinyDesk> {
  const tiny = tinyDesk();
  render(
    <DeskProvider value={tiny.desk}>
      <Legend hidden={hidden} open online={OFFLINE} view={view} zoom={zoom} />
    </DeskProvider>,
  );
  return tiny;
}
const names = (): (string | undefined)[] =>
  [...document.querySelectorAll('li[title]')].map((row) => row.getAttribute('title') ?? undefined);

test('names first what is in view, and sets back what is not', () => {
  show([], null, 10);
  expect(names()).toEqual(['区域', '项目']);
  expect(document.querySelectorAll('li[data-away]')).toHaveLength(0);
  cleanup();

  const { desk } = tinyDesk();
  const places = new Map(
    [...desk.places].map(([id, place]) => [id, place.theme === 'region' ? { ...place, bbox: FAR_AWAY } : place]),
  );
  render(
    <DeskProvider value={{ ...desk, places }}>
      <Legend hidden={[]} open online={OFFLINE} view={[102, 25, 102.2, 25.1]} zoom={10} />
    </DeskProvider>,
  );
  expect(names()).toEqual(['项目', '区域']);
  expect(document.querySelector('li[data-away]')?.getAttribute('title')).toBe('区域');
});

test('shows one theme alone, and all again', () => {
  const { actions } = show([], null, 10);
  fireEvent.click(screen.getByRole('button', { name: '只看项目' }));
  expect(actions.showOnly).toHaveBeenCalledWith('project');
  cleanup();
  const again = show(['region'], null, 10);
  const solo = screen.getByRole('button', { name: '只看项目' });
  expect(solo.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(solo);
  expect(again.actions.showOnly).toHaveBeenCalledWith(null);
});

test('says what only a nearer view would show', () => {
  show([], null, 7.5);
  expect(screen.getByText('地名').parentElement?.textContent).toContain('放大可见');
  expect(screen.getByText('河流').parentElement?.textContent).not.toContain('放大可见');
});
