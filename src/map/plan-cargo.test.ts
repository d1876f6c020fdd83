import { describe, expect, it } from 'vitest';

import { DATA } from '../../tests/style-inputs';
import { DRAWN_FILES } from '../contract/features';
import { packDrawn } from '../contract/packed';
import { unpackDrawn } from '../contract/unpack';
import { handedOver, planData } from './live-style';
import { PlanCargo } from './plan-cargo';

const packed = Object.fromEntries(
  DRAWN_FILES.map((name) => [name, unpackDrawn(packDrawn(DATA[name] ?? { type: 'FeatureCollection', features: [] }))]),
);

describe('PlanCargo', () => {
  it('comes out at the worker as what the map would have been given feature by feature', () => {
    const cargo = handedOver(packed, true);
    if (!(cargo instanceof PlanCargo)) throw new Error('it is not packed');
    const sent = structuredClone(PlanCargo.serialize(cargo));
    expect(PlanCargo.deserialize(sent)).toEqual(planData(DATA));
    expect(planData(DATA).features.length).toBeGreaterThan(20);
  });

  it('is left where nobody can take it apart, and where a file did not come packed', () => {
    expect(handedOver(packed, false)).toEqual(planData(DATA));
    expect(handedOver(DATA, true)).toEqual(planData(DATA));
  });
});
