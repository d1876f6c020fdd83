import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromGaussKruger, toGaussKruger } from './gauss-kruger';

const ZONE_34 = { centralMeridianDeg: 102, falseEastingM: 500_000 };

describe('Gauss–Krüger', () => {
  it('comes back to where it started, anywhere in China and up to four degrees off the meridian', () => {
    const lat = fc.double({ min: 3, max: 54, noNaN: true });
    const off = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(lat, off, (latDeg, offDeg) => {
        const [lng, back] = fromGaussKruger(toGaussKruger([102 + offDeg, latDeg], ZONE_34), ZONE_34);
        expect(Math.abs(lng - 102 - offDeg)).toBeLessThan(1e-11);
        expect(Math.abs(back - latDeg)).toBeLessThan(1e-11);
      }),
    );
  });

  it('is the meridian itself, true to scale, in the middle of a zone', () => {
    const { eastingM, northingM } = toGaussKruger([102, 25], ZONE_34);
    expect(eastingM).toBe(500_000);
    // echo '25 102' | cs2cs -f %.6f EPSG:4490 EPSG:4543
    expect(Math.abs(northingM - 2_766_054.169_063)).toBeLessThan(1e-4);
  });

  it('never throws and never loops, whatever it is given', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (eastingM, northingM) => {
        expect(fromGaussKruger({ eastingM, northingM }, ZONE_34)).toHaveLength(2);
      }),
    );
  });
});
