import type { LngLat } from '../../contract/place';

/** Why a device did not say where it is. */
type LocateFault = 'denied' | 'timeout' | 'unavailable' | 'unsupported';
export type Located = { ok: true; at: LngLat; accuracyM: number } | { ok: false; reason: LocateFault };

const WAIT_MS = 12_000;

/** Asks the device where it is (WGS-84). Called on a click only, never by itself. */
export function locateDevice({ geolocation }: { geolocation?: Geolocation }): Promise<Located> {
  if (!geolocation) return Promise.resolve({ ok: false, reason: 'unsupported' });
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) =>
        resolve({ ok: true, at: [longitude, latitude], accuracyM: accuracy }),
      ({ code }) => {
        // Codes of the Geolocation API: 1 permission denied, 2 position unavailable, 3 timeout.
        const reason = code === 1 ? (globalThis.isSecureContext === false ? 'unsupported' : 'denied') : null;
        resolve({ ok: false, reason: reason ?? (code === 3 ? 'timeout' : 'unavailable') });
      },
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
    );
  });
}
