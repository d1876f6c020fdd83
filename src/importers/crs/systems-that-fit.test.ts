import { describe, expect, it } from 'vitest';

import type { Bbox } from '../../contract/place';
import { systemsThatFit } from './systems-that-fit';

const COVERAGE: Bbox = [102, 24, 104, 27];
const shown = (a: number, b: number, coverage = COVERAGE): string[] =>
  systemsThatFit(a, b, coverage).map(
    ({ system, yFirst, at: [lng, lat] }) =>
      `${system.id} ${yFirst ? 'y,x' : 'x,y'} ${lng.toFixed(4)} ${lat.toFixed(4)}`,
  );

describe('systems that fit', () => {
  it('are all datums for degrees, WGS-84 first, in the order of axes that lies in the coverage', () => {
    const expected = ['EPSG:4326', 'GCJ-02', 'BD-09'];
    expect(systemsThatFit(25.04, 102.712, COVERAGE).map(({ system, yFirst }) => [system.id, yFirst])).toEqual(
      expected.map((id) => [id, true]),
    );
    expect(systemsThatFit(102.712, 25.04, COVERAGE).map(({ system, yFirst }) => [system.id, yFirst])).toEqual(
      expected.map((id) => [id, false]),
    );
  });

  it('are WGS-84 in both orders of axes where nothing decides', () => {
    expect(shown(10, 20)).toEqual(['EPSG:4326 y,x 20.0000 10.0000', 'EPSG:4326 x,y 10.0000 20.0000']);
    expect(shown(60, 150)).toEqual(['EPSG:4326 y,x 150.0000 60.0000']);
  });

  it('are the zone of the prefix, wherever it lies, in either order of axes', () => {
    expect(shown(2_770_674.06665, 34_571_854.3718)).toEqual(['EPSG:4522 y,x 102.7120 25.0400']);
    expect(shown(34_571_854.3718, 2_770_674.06665)).toEqual(['EPSG:4522 x,y 102.7120 25.0400']);
    expect(shown(2_772_437.4218, 18_269_061.36492)).toEqual(['EPSG:4496 y,x 102.7120 25.0400']);
    expect(shown(3_200_000, 40_500_000)).toEqual(['EPSG:4528 y,x 120.0000 28.9164']);
  });

  it('are, without a prefix, the central meridians that put it in the coverage', () => {
    expect(shown(2_770_674.06665, 571_854.3718)).toEqual(['EPSG:4543 y,x 102.7120 25.0400']);
    expect(shown(2_770_674.06665, 571_854.3718, [100, 24, 107, 27])).toEqual([
      'EPSG:4543 y,x 102.7120 25.0400',
      'EPSG:4544 y,x 105.7120 25.0400',
    ]);
    expect(shown(2_770_674.06665, 571_854.3718, [110, 30, 111, 31])).toEqual([]);
  });

  it('are the Mercators inside the coverage', () => {
    // echo '25.04 102.712' | cs2cs -f %.3f EPSG:4326 EPSG:3857
    expect(shown(11_433_847.538, 2_880_658.523)[0]).toBe('EPSG:3857 x,y 102.7120 25.0400');
    expect(systemsThatFit(11_433_847.538, 2_880_658.523, COVERAGE).map(({ system }) => system.id)).toEqual([
      'EPSG:3857',
      'BD-09MC',
    ]);
  });

  it('are none for numbers that are nothing', () => {
    expect(shown(NaN, 25)).toEqual([]);
    expect(shown(1e9, 1e9)).toEqual([]);
    expect(shown(200, 100)).toEqual([]);
  });
});
