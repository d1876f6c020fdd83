// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { readCoordinates } from '../../importers/coordinates';
import { createStore } from '../../state/store';
import { INITIAL_STATE } from '../../state/view-state';
import { useNear } from './use-near';

it('takes a touch of a numbered pin as the choice, and any other touch as a question about that spot', () => {
  const store = createStore({ ...INITIAL_STATE, pane: 'near' });
  const show = (): void => undefined;
  const { result } = renderHook(() => useNear(store, show));
  const question = vi.fn();
  const found = readCoordinates('25.0406, 102.7123');
  act(() => {
    result.current.read(found);
    result.current.moved({ center: [102.71, 25.04], zoom: 15, bearing: 0 });
  });
  const second = result.current.choice?.candidates[1];
  if (!second) throw new Error('there is nothing to choose');
  const [lng, lat] = second.at;
  act(() => result.current.touch([lng, lat + 0.02], question));
  expect(question).toHaveBeenCalledExactlyOnceWith([lng, lat + 0.02]);
  expect(result.current.spot).toBeNull();
  act(() => result.current.touch([lng + 0.0002, lat], question));
  expect(question).toHaveBeenCalledOnce();
  expect(result.current.spot?.at).toEqual(second.at);
  expect(result.current.choice?.chosen).toBe(1);
});
